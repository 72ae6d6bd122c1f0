; The change of an old version for a new one, by renaming, and how it is undone. Part of setup.nsi.

!macro move FROM TO ITEM
  ${If} ${FileExists} "${FROM}\${ITEM}"
    Rename "${FROM}\${ITEM}" "${TO}\${ITEM}"
  ${EndIf}
!macroend

!macro put_item_back ITEM
  ${IfNot} ${FileExists} "$INSTDIR\.new\${ITEM}"
    !insertmacro move "$INSTDIR" "$INSTDIR\.new" "${ITEM}"
  ${EndIf}
  !insertmacro move "$INSTDIR\.old" "$INSTDIR" "${ITEM}"
!macroend

; Undo a change of versions that did not come to its end: what was put in place goes back, and the old version too.
Function put_back
  ${If} ${FileExists} "$INSTDIR\.old\*.*"
    CreateDirectory "$INSTDIR\.new"
    !insertmacro put_item_back "_internal"
    !insertmacro put_item_back "${NOTICES}"
    !insertmacro put_item_back "${PROGRAM}"
    !insertmacro put_item_back "uninstall.exe"
    RMDir "$INSTDIR\.old"
  ${EndIf}
FunctionEnd

; Change the old version for the new one. What has been written just now is often held for a moment by a virus scanner.
Function change_versions
  StrCpy $1 0
  again:
  ClearErrors
  CreateDirectory "$INSTDIR\.old"
  !insertmacro move "$INSTDIR" "$INSTDIR\.old" "_internal"
  !insertmacro move "$INSTDIR" "$INSTDIR\.old" "${NOTICES}"
  !insertmacro move "$INSTDIR" "$INSTDIR\.old" "${PROGRAM}"
  !insertmacro move "$INSTDIR" "$INSTDIR\.old" "uninstall.exe"
  ${IfNot} ${Errors}
    Rename "$INSTDIR\.new\_internal" "$INSTDIR\_internal"
    !insertmacro move "$INSTDIR\.new" "$INSTDIR" "${NOTICES}"
    Rename "$INSTDIR\.new\${PROGRAM}" "$INSTDIR\${PROGRAM}"
    Rename "$INSTDIR\.new\uninstall.exe" "$INSTDIR\uninstall.exe"
  ${EndIf}
  ${If} ${Errors}
    Call put_back
    IntOp $1 $1 + 1
    ${If} $1 < 40
      Sleep 250
      Goto again
    ${EndIf}
    StrCpy $1 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(files_held)" /SD IDCANCEL IDRETRY again
    Push 4
    Call leave
  ${EndIf}
  RMDir "$INSTDIR\.new"
  Rename "$INSTDIR\.old" "$INSTDIR\.gone"
  SetDetailsPrint none ; a line a file that is deleted would be the last an owner sees of an update
  RMDir /r "$INSTDIR\.gone"
  SetDetailsPrint both
FunctionEnd
