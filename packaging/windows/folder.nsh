; Which folder the program goes into, and how it moves to another. Part of setup.nsi.

; Where another program lies, whose files are called as ours are, the program gets a folder of its own: an upgrade or the
; uninstaller would take theirs away.
Function keep_away_from_others
  ${GetFileName} "$INSTDIR" $0
  ${If} $0 == "${NAME}"
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\uninstall.exe"
  ${OrIf} ${FileExists} "$INSTDIR\${NOTICES}"
    StrCpy $INSTDIR "$INSTDIR\${NAME}"
  ${EndIf}
FunctionEnd

Function folder_chosen
  Call keep_away_from_others
  ClearErrors
  CreateDirectory "$INSTDIR\.new"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(folder_not_writable)"
    Abort
  ${EndIf}
FunctionEnd

; Told to install in another folder than before: the program moves there.
Function leave_the_old_folder
  ReadRegStr $2 HKCU "${APPS_AND_FEATURES}" "InstallLocation"
  ${If} $2 != ""
  ${AndIf} $2 != $INSTDIR
  ${AndIf} ${FileExists} "$2\uninstall.exe"
    ExecWait '"$2\uninstall.exe" /S /MOVING _?=$2' $0
    ${If} $0 <> 0
      Push 4
      Call leave
    ${EndIf}
    Delete "$2\uninstall.exe"
    RMDir "$2"
  ${EndIf}
FunctionEnd
