; What the setup says beyond NSIS's own words, in both languages. Buttons of message boxes are Windows' own, in its
; language: Malay texts name them as a Malay Windows does, with the English name after.

!define NEW_LINE "$\r$\n"
!define PARAGRAPH "$\r$\n$\r$\n"

!macro text NAME ENGLISH MALAY
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_MALAY} "${MALAY}"
!macroend

!insertmacro text what_it_is \
  "Social media policy for small firms" \
  "Dasar media sosial untuk perniagaan kecil"
!insertmacro text file_type \
  "DasarKita policy" \
  "Dasar DasarKita"

!insertmacro text welcome_title_new \
  "Welcome to DasarKita" \
  "Selamat datang ke DasarKita"
!insertmacro text welcome_text_new \
  "DasarKita ${VERSION} will be installed on this computer.${PARAGRAPH}It is installed for you alone. No administrator's password is needed, and no internet.${PARAGRAPH}Click Next to continue." \
  "DasarKita ${VERSION} akan dipasang pada komputer ini.${PARAGRAPH}Program ini dipasang untuk anda sahaja. Kata laluan pentadbir dan Internet tidak diperlukan.${PARAGRAPH}Klik Seterusnya untuk meneruskan."
!insertmacro text welcome_title_again \
  "DasarKita is installed already" \
  "DasarKita sudah dipasang"
!insertmacro text welcome_text_again \
  "Version $installed_version is on this computer. Version ${VERSION} takes its place.${PARAGRAPH}Your policies, settings and copies stay as they are.${PARAGRAPH}Click Install to continue." \
  "Versi $installed_version ada pada komputer ini. Versi ${VERSION} akan menggantikannya.${PARAGRAPH}Dasar, tetapan dan salinan anda kekal seperti sedia ada.${PARAGRAPH}Klik Pasang untuk meneruskan."

!insertmacro text finish_title \
  "DasarKita is ready" \
  "DasarKita sudah sedia"
!insertmacro text finish_text \
  "You can open DasarKita from the Start menu at any time.${PARAGRAPH}Click Finish to close this window." \
  "Anda boleh membuka DasarKita daripada menu Mula pada bila-bila masa.${PARAGRAPH}Klik Selesai untuk menutup tetingkap ini."
!insertmacro text open_now \
  "&Open DasarKita now" \
  "&Buka DasarKita sekarang"
!insertmacro text desktop_shortcut \
  "Put a &shortcut on the desktop" \
  "Letakkan &pintasan pada desktop"

!insertmacro text uninstall_text \
  "DasarKita will be removed from this computer.${NEW_LINE}Your policies, documents, settings and copies stay." \
  "DasarKita akan dinyahpasang daripada komputer ini.${NEW_LINE}Dasar, dokumen, tetapan dan salinan anda tidak akan dibuang."
!insertmacro text uninstalled_title \
  "DasarKita has been removed" \
  "DasarKita telah dinyahpasang"
!insertmacro text uninstalled_text \
  "Your policies and documents are still where you saved them.${PARAGRAPH}Your settings and copies are in${NEW_LINE}$LOCALAPPDATA\DasarKita${NEW_LINE}and are used again if you install DasarKita later." \
  "Dasar dan dokumen anda masih ada di tempat anda menyimpannya.${PARAGRAPH}Tetapan dan salinan anda ada dalam${NEW_LINE}$LOCALAPPDATA\DasarKita${NEW_LINE}dan akan digunakan semula jika DasarKita dipasang lagi kelak."

!insertmacro text still_open \
  "DasarKita is open. Close it. If its small icon is beside the clock, right-click the icon and choose Quit.${PARAGRAPH}Then click Retry." \
  "DasarKita masih terbuka. Tutup program itu. Jika ikon kecilnya ada di sebelah jam, klik kanan ikon itu dan pilih Keluar (Quit).${PARAGRAPH}Kemudian klik Cuba semula (Retry)."
!insertmacro text setup_open \
  "DasarKita is already being installed or removed in another window. Close this message and look for that window." \
  "DasarKita sedang dipasang atau dinyahpasang dalam tetingkap lain. Tutup mesej ini dan cari tetingkap itu."
!insertmacro text files_held \
  "Another program, perhaps an antivirus program, is using files of DasarKita. Your policies are safe.${PARAGRAPH}Wait a moment, then click Retry." \
  "Program lain, mungkin program antivirus, sedang menggunakan fail program DasarKita. Dasar anda selamat.${PARAGRAPH}Tunggu sebentar, kemudian klik Cuba semula (Retry)."
!insertmacro text folder_not_writable \
  "DasarKita cannot be installed in this folder, because you may not save files there:${NEW_LINE}$INSTDIR${PARAGRAPH}Please choose another folder." \
  "DasarKita tidak dapat dipasang dalam folder ini kerana anda tidak dibenarkan menyimpan fail di situ:${NEW_LINE}$INSTDIR${PARAGRAPH}Sila pilih folder lain."
!insertmacro text windows_too_old \
  "DasarKita needs Windows 10 version 1809 (year 2018) or newer. Nothing has been installed." \
  "DasarKita memerlukan Windows 10 versi 1809 (tahun 2018) atau yang lebih baharu. Tiada apa-apa yang dipasang."
!insertmacro text newer_is_there \
  "A newer version, $installed_version, is already on this computer.${PARAGRAPH}Put the older version ${VERSION} in its place? It may not be able to open policies that the newer one has opened." \
  "Versi yang lebih baharu, $installed_version, sudah ada pada komputer ini.${PARAGRAPH}Gantikan dengan versi lama ${VERSION}? Versi lama mungkin tidak dapat membuka dasar yang sudah dibuka dengan versi baharu."
