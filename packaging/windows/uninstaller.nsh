; The uninstaller. Part of setup.nsi: what that writes, this takes away.

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  ${If} ${Silent}
    Call un.look_around
  ${EndIf}
FunctionEnd

Function un.window_made
  Call un.choose_pictures
  Call un.look_around
FunctionEnd

Function un.look_around
  ${un.GetParameters} $0
  ClearErrors
  ${un.GetOptions} $0 "/MOVING" $1
  ${If} ${Errors} ; not called by a setup, which has been the only one for itself and us
    Call un.be_the_only_one
  ${EndIf}
  Call un.wait_until_closed
FunctionEnd

Section "un."
  Call un.wait_until_closed
  SetOutPath "$TEMP"
  again:
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\.new"
  RMDir /r "$INSTDIR\.old"
  RMDir /r "$INSTDIR\.gone"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(files_held)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 4
    Quit
  ${EndIf}
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${NOTICES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing is in it any more
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"

  ; what the program can make anew at any time; documents, settings and copies are the user's own and stay
  RMDir /r "$LOCALAPPDATA\${NAME}\Cache"
  RMDir /r "$LOCALAPPDATA\${NAME}\Logs"
  RMDir /r "$LOCALAPPDATA\${NAME}\running"
  RMDir "$LOCALAPPDATA\${NAME}"

  DeleteRegValue HKCU "${AUTOSTART}" "dasarkita"
  DeleteRegValue HKCU "${AUTOSTART_APPROVED}" "dasarkita"
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
  DeleteRegKey HKCU "${APPS_AND_FEATURES}"
  !insertmacro tell_windows_of_the_file_type
SectionEnd
