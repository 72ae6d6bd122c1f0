; Malay (Malaysia) of the setup of DasarKita; the list of strings is that of NSIS, the words are our own
!insertmacro LANGFILE "Malay" = "Bahasa Melayu" =

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "Selamat datang ke pemasangan $(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "$(^NameDA) akan dipasang pada komputer anda.$\r$\n$\r$\nSila tutup program lain dahulu supaya komputer tidak perlu dimulakan semula.$\r$\n$\r$\n$_CLICK"
!endif

!ifdef MUI_UNWELCOMEPAGE
  ${LangFileString} MUI_UNTEXT_WELCOME_INFO_TITLE "Nyahpasang $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_WELCOME_INFO_TEXT "$(^NameDA) akan dinyahpasang daripada komputer anda.$\r$\n$\r$\nPastikan $(^NameDA) sudah ditutup.$\r$\n$\r$\n$_CLICK"
!endif

!ifdef MUI_LICENSEPAGE
  ${LangFileString} MUI_TEXT_LICENSE_TITLE "Perjanjian Lesen"
  ${LangFileString} MUI_TEXT_LICENSE_SUBTITLE "Sila baca syarat lesen sebelum memasang $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM "Jika anda menerima syarat perjanjian ini, klik Saya Setuju untuk meneruskan. Anda mesti menerimanya untuk memasang $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_CHECKBOX "Jika anda menerima syarat perjanjian ini, tandakan kotak di bawah. Anda mesti menerimanya untuk memasang $(^NameDA). $_CLICK"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "Jika anda menerima syarat perjanjian ini, pilih ayat pertama di bawah. Anda mesti menerimanya untuk memasang $(^NameDA). $_CLICK"
!endif

!ifdef MUI_UNLICENSEPAGE
  ${LangFileString} MUI_UNTEXT_LICENSE_TITLE "Perjanjian Lesen"
  ${LangFileString} MUI_UNTEXT_LICENSE_SUBTITLE "Sila baca syarat lesen sebelum menyahpasang $(^NameDA)."
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM "Jika anda menerima syarat perjanjian ini, klik Saya Setuju untuk meneruskan. Anda mesti menerimanya untuk menyahpasang $(^NameDA)."
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM_CHECKBOX "Jika anda menerima syarat perjanjian ini, tandakan kotak di bawah. Anda mesti menerimanya untuk menyahpasang $(^NameDA). $_CLICK"
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "Jika anda menerima syarat perjanjian ini, pilih ayat pertama di bawah. Anda mesti menerimanya untuk menyahpasang $(^NameDA). $_CLICK"
!endif

!ifdef MUI_LICENSEPAGE | MUI_UNLICENSEPAGE
  ${LangFileString} MUI_INNERTEXT_LICENSE_TOP "Tekan Page Down untuk membaca selebihnya."
!endif

!ifdef MUI_COMPONENTSPAGE
  ${LangFileString} MUI_TEXT_COMPONENTS_TITLE "Pilih Komponen"
  ${LangFileString} MUI_TEXT_COMPONENTS_SUBTITLE "Pilih ciri $(^NameDA) yang hendak dipasang."
!endif

!ifdef MUI_UNCOMPONENTSPAGE
  ${LangFileString} MUI_UNTEXT_COMPONENTS_TITLE "Pilih Komponen"
  ${LangFileString} MUI_UNTEXT_COMPONENTS_SUBTITLE "Pilih ciri $(^NameDA) yang hendak dinyahpasang."
!endif

!ifdef MUI_COMPONENTSPAGE | MUI_UNCOMPONENTSPAGE
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_TITLE "Penerangan"
  !ifndef NSIS_CONFIG_COMPONENTPAGE_ALTERNATIVE
    ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO "Halakan tetikus pada komponen untuk membaca penerangannya."
  !else
    ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO "Pilih komponen untuk membaca penerangannya."
  !endif
!endif

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "Pilih Folder Pemasangan"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "Pilih folder tempat $(^NameDA) akan dipasang."
!endif

!ifdef MUI_UNDIRECTORYPAGE
  ${LangFileString} MUI_UNTEXT_DIRECTORY_TITLE "Pilih Folder Program"
  ${LangFileString} MUI_UNTEXT_DIRECTORY_SUBTITLE "Pilih folder yang mengandungi $(^NameDA)."
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Sedang Memasang"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Sila tunggu sementara $(^NameDA) dipasang."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Pemasangan Selesai"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "$(^NameDA) telah dipasang."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Pemasangan Dihentikan"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Pemasangan tidak sempat selesai."
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "Sedang Menyahpasang"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "Sila tunggu sementara $(^NameDA) dinyahpasang."
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "Penyahpasangan Selesai"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "$(^NameDA) telah dinyahpasang."
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "Penyahpasangan Dihentikan"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Penyahpasangan tidak sempat selesai."
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "Pemasangan $(^NameDA) selesai"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(^NameDA) telah dipasang pada komputer anda.$\r$\n$\r$\nKlik Selesai untuk menutup tetingkap ini."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Komputer anda perlu dimulakan semula untuk menyelesaikan pemasangan $(^NameDA). Mulakan semula sekarang?"
!endif

!ifdef MUI_UNFINISHPAGE
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_TITLE "Penyahpasangan $(^NameDA) selesai"
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_TEXT "$(^NameDA) telah dinyahpasang daripada komputer anda.$\r$\n$\r$\nKlik Selesai untuk menutup tetingkap ini."
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_REBOOT "Komputer anda perlu dimulakan semula untuk menyelesaikan penyahpasangan $(^NameDA). Mulakan semula sekarang?"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Mulakan semula sekarang"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Saya akan memulakan semula komputer nanti"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&Buka $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&Tunjukkan fail Baca Saya"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Selesai"
!endif

!ifdef MUI_STARTMENUPAGE
  ${LangFileString} MUI_TEXT_STARTMENU_TITLE "Pilih Folder dalam Menu Mula"
  ${LangFileString} MUI_TEXT_STARTMENU_SUBTITLE "Pilih folder dalam menu Mula untuk pintasan $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_STARTMENU_TOP "Pilih folder dalam menu Mula tempat pintasan program ini akan dibuat. Anda juga boleh menaip nama untuk membuat folder baharu."
  ${LangFileString} MUI_INNERTEXT_STARTMENU_CHECKBOX "Jangan buat pintasan"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "Nyahpasang $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "Buang $(^NameDA) daripada komputer anda."
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "Hentikan pemasangan $(^Name)?"
!endif

!ifdef MUI_UNABORTWARNING
  ${LangFileString} MUI_UNTEXT_ABORTWARNING "Hentikan penyahpasangan $(^Name)?"
!endif

!ifdef MULTIUSER_INSTALLMODEPAGE
  ${LangFileString} MULTIUSER_TEXT_INSTALLMODE_TITLE "Pilih Pengguna"
  ${LangFileString} MULTIUSER_TEXT_INSTALLMODE_SUBTITLE "Pilih untuk siapa $(^NameDA) dipasang."
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_TOP "Pilih sama ada $(^NameDA) dipasang untuk anda sahaja atau untuk semua pengguna komputer ini. $(^ClickNext)"
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS "Pasang untuk semua pengguna komputer ini"
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER "Pasang untuk saya sahaja"
!endif
