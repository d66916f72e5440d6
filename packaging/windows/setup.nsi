; Setup for one user, without administrator rights: copies the frozen folder, makes the start menu entry, ties `.riec`
; files to the program, and can be removed without a trace. It never touches dossiers or %LOCALAPPDATA%\RIEC Jaarverslag.
;
; makensis -DVERSION=1.2.3 -DNUMBERS=1.2.3.0 -DSOURCE=<frozen folder> -DOUTPUT=<setup.exe> setup.nsi
; Silent: setup.exe /S [/D=C:\folder]     remove: uninstall.exe /S     (https://nsis.sourceforge.io/Docs/Chapter3.html#installerusage)

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
; Megabytes. Both programs hold the same code: the second costs nothing as long as it is seen to repeat the first.
SetCompressorDictSize 32
RequestExecutionLevel user
ManifestDPIAware true

; What signs the uninstaller, which is put together here.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "RIEC Jaarverslag"
!define PUBLISHER "RIEC-LIEC"
!define PROGRAM "RIEC Jaarverslag.exe"
!define CONSOLE "riec-desktop.exe"
!define TYPE "RIEC.Jaarverslag.Dossier"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\RIEC Jaarverslag"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"
BrandingText "${NAME} ${VERSION}"
; A file that cannot be written ends the setup with code 2; a silent setup would skip it and leave half a program.
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1043 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1043 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1043 "FileDescription" "Installatie van ${NAME}"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "program.ico"
!define MUI_UNICON "program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "${NAME} ${VERSION} installeren"
!define MUI_WELCOMEPAGE_TEXT "Het programma wordt alleen voor u geïnstalleerd. U hebt geen rechten van de beheerder nodig.$\r$\n$\r$\nStaat er al een oudere versie, dan wordt die vervangen. Uw dossiers en instellingen blijven zoals ze zijn.$\r$\n$\r$\nSluit ${NAME} als het nog open is, en kies Volgende."
!define MUI_FINISHPAGE_TITLE "${NAME} is geïnstalleerd"
!define MUI_FINISHPAGE_TEXT "U vindt het programma in het menu Start. Een dossier (.riec) opent u met een dubbelklik."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "${NAME} nu starten"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"

LangString STILL_OPEN ${LANG_DUTCH} "${NAME} is nog open. Uw werk is bewaard. Sluit het programma en kies Opnieuw."
LangString OTHER_FOLDER ${LANG_DUTCH} "In deze map staan bestanden die niet van ${NAME} zijn. Er is niets veranderd. Kies een lege map."
LangString NOT_WRITABLE ${LANG_DUTCH} "In deze map kan niet worden geschreven. Er is niets veranderd. Kies een andere map."

; A running program holds its file: opening it for writing fails. Nothing has been changed at that moment.
!macro RefuseWhenOpen UN
Function ${UN}RefuseWhenHeld
  Exch $1
  again:
  IfFileExists "$INSTDIR\$1" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\$1" a
  IfErrors held
  FileClose $0
  free:
  Pop $1
  Return
  held:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
FunctionEnd

Function ${UN}RefuseWhenOpen
  Push "${PROGRAM}"
  Call ${UN}RefuseWhenHeld
  Push "${CONSOLE}"
  Call ${UN}RefuseWhenHeld
FunctionEnd
!macroend
!insertmacro RefuseWhenOpen ""
!insertmacro RefuseWhenOpen "un."

; The folder is emptied before an update, so it must be ours or empty. Ours holds the program, or was once begun with; an
; uninstaller that was told where it stands (_?=) stays behind alone.
Function RefuseForeignFolder
  IfFileExists "$INSTDIR\${PROGRAM}" ours
  ReadRegStr $0 HKCU "Software\${NAME}" "Folder"
  StrCmp $0 $INSTDIR ours
  IfFileExists "$INSTDIR\*.*" 0 ours
  FindFirst $0 $1 "$INSTDIR\*.*"
  next:
  StrCmp $1 "" done
  StrCmp $1 "." skip
  StrCmp $1 ".." skip
  StrCmp $1 "uninstall.exe" skip
  FindClose $0
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(OTHER_FOLDER)" /SD IDOK
  SetErrorLevel 4
  Quit
  skip:
  FindNext $0 $1
  Goto next
  done:
  FindClose $0
  ours:
FunctionEnd

; Before anything is remembered: a next setup begins with the folder of this one.
Function RefuseUnwritable
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\schrijfproef.tmp" w
  IfErrors 0 writable
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_WRITABLE)" /SD IDOK
  SetErrorLevel 2
  Quit
  writable:
  FileClose $0
  Delete "$INSTDIR\schrijfproef.tmp"
FunctionEnd

Section "Program"
  Call RefuseForeignFolder
  Call RefuseWhenOpen
  Call RefuseUnwritable
  SetOutPath "$INSTDIR"
  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  ; What an older version had and this one has not, must not stay.
  RMDir /r "$INSTDIR\_internal"
  File /r "${SOURCE}\*.*"
  File "/oname=_internal\dossier.ico" "dossier.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "Software\Classes\.riec" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.riec\OpenWithProgids" "${TYPE}" ""
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Dossier van ${NAME}"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\_internal\dossier.ico"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.RefuseWhenOpen
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ; Only what setup put there; a file of the user's own in this folder stays, and so does the folder then.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licenties"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  ReadRegStr $0 HKCU "Software\Classes\.riec" ""
  StrCmp $0 "${TYPE}" 0 +2
  DeleteRegValue HKCU "Software\Classes\.riec" ""
  DeleteRegValue HKCU "Software\Classes\.riec\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.riec\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.riec"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd
