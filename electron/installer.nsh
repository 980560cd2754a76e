; What the installer for Windows adds to electron-builder's own script.
;
; Windows looks at the last part of a file's name only, so a design is a .json file to it. Isobar is offered for such
; files under "Open with", and never becomes their program by itself: the default of .json is not written, and
; AllowSilentDefaultTakeOver tells Windows not to choose this ProgID when it looks for one. electron-builder's
; fileAssociations would write that default.
; https://learn.microsoft.com/windows/win32/shell/fa-progids

!macro customInstall
  WriteRegNone SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Isobar.Design.1"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Isobar.Design.1" "" "Isobar design"
  WriteRegNone SHELL_CONTEXT "Software\Classes\Isobar.Design.1" "AllowSilentDefaultTakeOver"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Isobar.Design.1\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Isobar.Design.1\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  System::Call 'shell32.dll::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Isobar.Design.1"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Isobar.Design.1"
  System::Call 'shell32.dll::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend
