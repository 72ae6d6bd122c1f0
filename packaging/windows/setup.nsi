; The setup of DasarKita for Windows: for one user, without the rights of an administrator. build_setup.py calls it:
;
;   makensis -WX -DVERSION=1.2.3 -DNUMBERS=1.2.3.0 -DKILOBYTES=70000 -DTREE=folder -DPICTURES=folder -DOUT=file setup.nsi
;
; with -DQUICK for tests (large, made in a moment) and -DSIGN="command" to sign setup and uninstaller: the command gets the
; file as its last word.
;
; Whoever runs the setup:  /S  without a window    /LANG=ms or /LANG=en    /D=C:\folder  last, without quotation marks
; Exit codes:  0 well   1 the user stopped   2 a file could not be written   3 Windows is too old
;              4 the program, or another setup, is open   5 a newer version is there, and nobody to ask
;
; An upgrade is laid ready in full beside the old version and changed for it by renaming, so that a setup that is cut off,
; or finds the disk full, leaves the old one as it was; the next setup mends what was cut off between two renames.

; a setup of 64 bit where NSIS can make one, as Debian's can: a wine without 32 bit needs it. NSIS for Windows cannot; its
; setup of 32 bit runs on every Windows of 64 bit.
!if /FileExists "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
  Target amd64-unicode
!else
  Target x86-unicode
!endif
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
RequestExecutionLevel user
AllowSkipFiles off

!define NAME "DasarKita"
!define PROGRAM "dasarkita.exe"
!define NOTICES "THIRD-PARTY-NOTICES.txt"
!define EXTENSION ".dasar"
!define FILE_TYPE "DasarKita.BusinessFile.1"
!define APPS_AND_FEATURES "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define AUTOSTART "Software\Microsoft\Windows\CurrentVersion\Run"
!define AUTOSTART_APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define NEEDED_BUILD 17763 ; Windows 10 version 1809, as Qt asks

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${APPS_AND_FEATURES}" "InstallLocation"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include LogicLib.nsh

Var installed_version ; "" where the program is not installed yet
Var welcome_title
Var welcome_text

!define MUI_ICON "${PICTURES}\dasarkita.ico"
!define MUI_UNICON "${PICTURES}\dasarkita.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}\side-100.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}\side-100.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}\header-100.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT window_made
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.window_made
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_ABORT abandoned
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${APPS_AND_FEATURES}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Pilih bahasa pemasangan.$\r$\nChoose the language of the setup."

!define MUI_WELCOMEPAGE_TITLE "$welcome_title"
!define MUI_WELCOMEPAGE_TEXT "$welcome_text"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW welcome_shown
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE only_the_first_time
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE folder_chosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_FINISHPAGE_TITLE "$(finish_title)"
!define MUI_FINISHPAGE_TEXT "$(finish_text)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(open_now)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(desktop_shortcut)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION make_desktop_shortcut
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(uninstall_text)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_FINISHPAGE_TITLE "$(uninstalled_title)"
!define MUI_FINISHPAGE_TEXT "$(uninstalled_text)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "English" ; the first is what a Windows in a third language is offered
!insertmacro MUI_LANGUAGEEX "${__FILEDIR__}\lang" "Malay"
!include "lang\texts.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

!macro describe_setup LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${NAME}. MIT; texts CC BY 4.0"
!macroend
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!insertmacro describe_setup ${LANG_ENGLISH}
!insertmacro describe_setup ${LANG_MALAY}
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=${LANG_MALAY} "FileDescription" "Pemasangan ${NAME}"

; ---------------------------------------------------------------------------------------------------- for both programs

!macro functions_of_both UN

; Pictures as large as the letters are: enlarged ones would be blurred.
Function ${UN}choose_pictures
  System::Call 'user32::GetDpiForSystem() i .r0'
  InitPluginsDir
  ${If} $0 >= 168
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${PICTURES}\side-200.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${PICTURES}\header-200.bmp"
  ${ElseIf} $0 >= 120
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${PICTURES}\side-150.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${PICTURES}\header-150.bmp"
  ${EndIf}
  SetBrandingImage /IMGID=1046 /RESIZETOFIT "$PLUGINSDIR\modern-header.bmp"
FunctionEnd

; A program that runs cannot be opened for writing. The setup ends here unless the user closes it.
Function ${UN}wait_until_closed
  again:
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    SetFileAttributes "$INSTDIR\${PROGRAM}" NORMAL
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(still_open)" /SD IDCANCEL IDRETRY again
      Push 4
      Call ${UN}leave
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd

; Two at once would take each other's files away.
Function ${UN}be_the_only_one
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "DasarKitaSetup") p .r0 ?e'
  Pop $0
  ${If} $0 = 183 ; it exists already
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(setup_open)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

; Leave nothing of what was laid ready, and end with the exit code on the stack.
Function ${UN}leave
  Pop $0
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\.new"
  RMDir "$INSTDIR"
  SetErrorLevel $0
  Quit
FunctionEnd

!macroend
!insertmacro functions_of_both ""
!insertmacro functions_of_both "un."

!macro tell_windows_of_the_file_type
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; ----------------------------------------------------------------------------------------------------------- the setup

Function .onInit
  ${GetParameters} $0
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "ms"
    StrCpy $LANGUAGE ${LANG_MALAY}
  ${ElseIf} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${Else}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${If} ${Silent}
    Call look_around
  ${EndIf}
FunctionEnd

; Words are in the language chosen only from here on.
Function window_made
  Call choose_pictures
  Call look_around
FunctionEnd

; Whether there is anything against it, and what is there already.
Function look_around
  ${IfNot} ${AtLeastBuild} ${NEEDED_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(windows_too_old)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  Call be_the_only_one
  Call put_back
  Call wait_until_closed
  Call compare_versions
FunctionEnd

Function compare_versions
  ReadRegStr $installed_version HKCU "${APPS_AND_FEATURES}" "DisplayVersion"
  ReadRegStr $0 HKCU "${APPS_AND_FEATURES}" "InstallLocation"
  ${IfNot} ${FileExists} "$0\${PROGRAM}" ; its folder was deleted, or is on a drive that is not here: a new place is chosen
    StrCpy $installed_version ""
    ${If} $INSTDIR == $0
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
  ${EndIf}
  ${If} $installed_version == ""
    StrCpy $welcome_title "$(welcome_title_new)"
    StrCpy $welcome_text "$(welcome_text_new)"
    Return
  ${EndIf}
  StrCpy $welcome_title "$(welcome_title_again)"
  StrCpy $welcome_text "$(welcome_text_again)"
  ${VersionCompare} "$installed_version" "${VERSION}" $0
  ${If} $0 = 1
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(newer_is_there)" /SD IDNO IDYES older
    SetErrorLevel 1
    ${If} ${Silent}
      SetErrorLevel 5
    ${EndIf}
    Quit
    older:
  ${EndIf}
FunctionEnd

; The page after this one is left out of an upgrade, so the button here is the one that installs.
Function welcome_shown
  ${If} $installed_version != ""
    SendMessage $mui.Button.Next ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  ${EndIf}
FunctionEnd

Function only_the_first_time
  ${If} $installed_version != ""
    Abort
  ${EndIf}
FunctionEnd

!include "folder.nsh"
!include "changing.nsh"

Section
  Call keep_away_from_others
  Call wait_until_closed
  RMDir /r "$INSTDIR\.new"
  RMDir /r "$INSTDIR\.gone"
  ClearErrors
  CreateDirectory "$INSTDIR\.new"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "$(folder_not_writable)"
  ${EndIf}
  SetOutPath "$INSTDIR\.new"
  File /r "${TREE}\*"
  File "/oname=_internal\dasar.ico" "${PICTURES}\dasar.ico"
  ClearErrors
  WriteUninstaller "$INSTDIR\.new\uninstall.exe"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "$(folder_not_writable)"
  ${EndIf}
  ; nothing may stand in a folder that is renamed; and programs the user starts from here on begin in the user's own
  SetOutPath "$PROFILE"
  Call wait_until_closed
  Call leave_the_old_folder
  Call change_versions

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "$(what_it_is)"
  Call register_file_type
  Call register_program
SectionEnd

!include "registering.nsh"

Function make_desktop_shortcut
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "$(what_it_is)"
FunctionEnd

; A file could not be written: the disk is full, or a folder is not ours to write. What is there already stays as it was.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\.new"
  RMDir "$INSTDIR"
FunctionEnd

; Left before anything was installed: the folder made to see whether one can write there goes again.
Function abandoned
  RMDir "$INSTDIR\.new"
  RMDir "$INSTDIR"
FunctionEnd

!include "uninstaller.nsh"
