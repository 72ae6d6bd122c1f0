; What Windows is told of the program and of its files. Part of setup.nsi.

Function register_file_type
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "$(file_type)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "FriendlyTypeName" "$(file_type)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" '"$INSTDIR\_internal\dasar.ico",0'
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${FILE_TYPE}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro tell_windows_of_the_file_type
FunctionEnd

Function register_program
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6 ; day, month, year
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "Comments" "$(what_it_is)"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "InstallDate" "$2$1$0"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${APPS_AND_FEATURES}" "SetupLanguage" "$LANGUAGE"
  WriteRegDWORD HKCU "${APPS_AND_FEATURES}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${APPS_AND_FEATURES}" "NoModify" 1
  WriteRegDWORD HKCU "${APPS_AND_FEATURES}" "NoRepair" 1
FunctionEnd
