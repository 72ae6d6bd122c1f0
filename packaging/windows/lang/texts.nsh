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
  "DasarKita business file" \
  "Fail perniagaan DasarKita"

!insertmacro text welcome_title_new \
  "Welcome to DasarKita" \
  "Selamat datang ke DasarKita"
!insertmacro text welcome_text_new \
  "DasarKita ${VERSION} will be installed on this computer.${PARAGRAPH}It is installed for you alone. No administrator is needed, and no Internet.${PARAGRAPH}Click Next to continue." \
  "DasarKita ${VERSION} akan dipasang pada komputer ini.${PARAGRAPH}Program ini dipasang untuk anda sahaja. Pentadbir komputer dan Internet tidak diperlukan.${PARAGRAPH}Klik Seterusnya untuk meneruskan."
!insertmacro text welcome_title_again \
  "DasarKita is installed already" \
  "DasarKita sudah dipasang"
!insertmacro text welcome_text_again \
  "Version $installed_version is on this computer. Version ${VERSION} takes its place.${PARAGRAPH}Your business files, settings and copies stay as they are.${PARAGRAPH}Click Install to continue." \
  "Versi $installed_version ada pada komputer ini. Versi ${VERSION} akan menggantikannya.${PARAGRAPH}Fail perniagaan, tetapan dan salinan anda tidak diubah.${PARAGRAPH}Klik Pasang untuk meneruskan."

!insertmacro text finish_title \
  "DasarKita is ready" \
  "DasarKita sudah sedia"
!insertmacro text finish_text \
  "You find DasarKita in the Start menu whenever you need it.${PARAGRAPH}Click Finish to close this window." \
  "DasarKita boleh dibuka dari menu Mula pada bila-bila masa.${PARAGRAPH}Klik Selesai untuk menutup tetingkap ini."
!insertmacro text open_now \
  "&Open DasarKita now" \
  "&Buka DasarKita sekarang"
!insertmacro text desktop_shortcut \
  "Put a &shortcut on the desktop" \
  "Letakkan &pintasan pada desktop"

!insertmacro text uninstall_text \
  "DasarKita will be removed from this computer.${NEW_LINE}Your business files, documents, settings and copies stay." \
  "DasarKita akan dinyahpasang daripada komputer ini.${NEW_LINE}Fail perniagaan, dokumen, tetapan dan salinan anda tidak dibuang."
!insertmacro text uninstalled_title \
  "DasarKita has been removed" \
  "DasarKita telah dinyahpasang"
!insertmacro text uninstalled_text \
  "Your business files and documents are where you saved them.${PARAGRAPH}Your settings and copies are in${NEW_LINE}$LOCALAPPDATA\DasarKita${NEW_LINE}and are found again if you install DasarKita later." \
  "Fail perniagaan dan dokumen anda masih ada di tempat anda menyimpannya.${PARAGRAPH}Tetapan dan salinan anda ada dalam${NEW_LINE}$LOCALAPPDATA\DasarKita${NEW_LINE}dan akan digunakan semula jika DasarKita dipasang lagi."

!insertmacro text still_open \
  "DasarKita is open. Save your work and close it, also its small icon beside the clock.${PARAGRAPH}Then click Retry." \
  "DasarKita masih dibuka. Simpan kerja anda dan tutup program itu, termasuk ikon kecilnya di sebelah jam.${PARAGRAPH}Kemudian klik Cuba semula (Retry)."
!insertmacro text setup_open \
  "The setup of DasarKita is open already. Look for its window, and close this message." \
  "Pemasangan DasarKita sudah dibuka. Cari tetingkapnya dan tutup mesej ini."
!insertmacro text files_held \
  "Another program is using files of DasarKita, perhaps a virus scanner. Nothing has been changed.${PARAGRAPH}Wait a moment, then click Retry." \
  "Program lain, mungkin program antivirus, sedang menggunakan fail DasarKita. Tiada apa-apa yang diubah.${PARAGRAPH}Tunggu sebentar, kemudian klik Cuba semula (Retry)."
!insertmacro text folder_not_writable \
  "DasarKita cannot be installed in this folder, because you may not write there:${NEW_LINE}$INSTDIR${PARAGRAPH}Please choose another folder." \
  "DasarKita tidak dapat dipasang dalam folder ini kerana anda tidak dibenarkan menulis di situ:${NEW_LINE}$INSTDIR${PARAGRAPH}Sila pilih folder lain."
!insertmacro text windows_too_old \
  "DasarKita needs Windows 10 version 1809 or newer. Nothing has been installed." \
  "DasarKita memerlukan Windows 10 versi 1809 atau lebih baharu. Tiada apa-apa yang dipasang."
!insertmacro text newer_is_there \
  "A newer version, $installed_version, is on this computer.${PARAGRAPH}Put the older version ${VERSION} in its place? It may not be able to open business files that the newer one has saved." \
  "Versi yang lebih baharu, $installed_version, ada pada komputer ini.${PARAGRAPH}Gantikan dengan versi lama ${VERSION}? Versi lama mungkin tidak dapat membuka fail perniagaan yang disimpan oleh versi baharu."
