; The setup program: for this user alone unless told otherwise, in Turkish or English, over an earlier
; version as well. It never touches the data folder or the keyring; only the uninstaller asks about data.
;
;   /S          asks nothing        /AllUsers   for everybody on this computer; needs an administrator
;
; Exit status: 0 done, 3 money is on its way, 4 the program is open, 5 no administrator, 6 files in use,
; 7 not written.
; Compiled by windows_setup.py, which says NAME, VERSION, VERSION_OF_FOUR, FROZEN, KILOBYTES and TARGET,
; SIGN where there is a certificate, and STUB where setup itself is to be a 64-bit program.

!ifdef STUB
    Target ${STUB}
!else
    Unicode true
!endif
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define FOLDER "Refund Desk"

!define MONEY_ON_ITS_WAY 3
!define PROGRAM_OPEN 4
!define NO_ADMINISTRATOR 5
!define FILES_IN_USE 6
!define NOT_WRITTEN 7

Name "$(title)"
OutFile "${TARGET}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${FROZEN}\_internal\${NAME}.ico"
!define MUI_UNICON "${FROZEN}\_internal\${NAME}.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(title) ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(open_now)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Turkish"
!insertmacro MUI_LANGUAGE "English"
!include words.nsh

VIProductVersion "${VERSION_OF_FOUR}"
VIFileVersion "${VERSION_OF_FOUR}"
VIAddVersionKey /LANG=${LANG_TURKISH} ProductName "İade Masası"
VIAddVersionKey /LANG=${LANG_TURKISH} FileDescription "İade Masası kurulumu"
VIAddVersionKey /LANG=${LANG_TURKISH} FileVersion "${VERSION}"
VIAddVersionKey /LANG=${LANG_TURKISH} ProductVersion "${VERSION}"
VIAddVersionKey /LANG=${LANG_TURKISH} LegalCopyright "MIT lisansı"

!ifdef SIGN
    !uninstfinalize '${SIGN} "%1"' = 0
!endif

Var everybody

!macro refuse STATUS SENTENCE
    MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
    SetErrorLevel ${STATUS}
    Quit
!macroend

; Leaves 1 in $0 while a program holds the named mutex, in whichever session of this computer it runs.
; One of another user may not be opened, and exists all the same: ERROR_ACCESS_DENIED.
!macro is_held MUTEX
    System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "Global\${MUTEX}") p .r0 ?e'
    Pop $1
    ${If} $0 P<> 0
        System::Call 'kernel32::CloseHandle(p r0)'
        StrCpy $0 1
    ${ElseIf} $1 = 5
        StrCpy $0 1
    ${Else}
        StrCpy $0 0
    ${EndIf}
!macroend

; gui/setup_signs.py holds the two.
!macro wait_for_the_program UN
    Function ${UN}wait_for_the_program
        again:
        !insertmacro is_held "${NAME}-moves-money"
        ${If} $0 = 1
            !insertmacro refuse ${MONEY_ON_ITS_WAY} "$(money_on_its_way)"
        ${EndIf}
        !insertmacro is_held "${NAME}-is-open"
        ${If} $0 = 1
            ; Yes and No: the words Windows puts on its other buttons mean a void of money here.
            MessageBox MB_YESNO|MB_ICONEXCLAMATION "$(program_open)" /SD IDNO IDYES again
            SetErrorLevel ${PROGRAM_OPEN}
            Quit
        ${EndIf}
    FunctionEnd
!macroend
!insertmacro wait_for_the_program ""
!insertmacro wait_for_the_program "un."

!macro for_everybody
    StrCpy $everybody 1
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
        !insertmacro refuse ${NO_ADMINISTRATOR} "$(no_administrator)"
    ${EndIf}
!macroend

Function .onInit
    SetRegView 64
    SetShellVarContext current
    StrCpy $everybody 0
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${IfNot} ${Errors}
        !insertmacro for_everybody
    ${EndIf}
    ${If} $everybody = 1
        StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
    ${Else}
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
    ${EndIf}
    Call wait_for_the_program
FunctionEnd

; The version before stands aside, whole, until this one stands; whatever fails brings it back. A file
; that is in use can't be moved, and then nothing is changed at all.
Function put_aside
    RMDir /r "$INSTDIR\previous"
    CreateDirectory "$INSTDIR\previous"
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\_internal\*.*"
        Rename "$INSTDIR\_internal" "$INSTDIR\previous\_internal"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
        Rename "$INSTDIR\${NAME}.exe" "$INSTDIR\previous\${NAME}.exe"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\${NAME}-cli.exe"
        Rename "$INSTDIR\${NAME}-cli.exe" "$INSTDIR\previous\${NAME}-cli.exe"
    ${EndIf}
    ${If} ${Errors}
        Call bring_back
        !insertmacro refuse ${FILES_IN_USE} "$(files_in_use)"
    ${EndIf}
FunctionEnd

Function bring_back
    ${If} ${FileExists} "$INSTDIR\previous\_internal\*.*"
        RMDir /r "$INSTDIR\_internal"
        Rename "$INSTDIR\previous\_internal" "$INSTDIR\_internal"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\previous\${NAME}.exe"
        Delete "$INSTDIR\${NAME}.exe"
        Rename "$INSTDIR\previous\${NAME}.exe" "$INSTDIR\${NAME}.exe"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\previous\${NAME}-cli.exe"
        Delete "$INSTDIR\${NAME}-cli.exe"
        Rename "$INSTDIR\previous\${NAME}-cli.exe" "$INSTDIR\${NAME}-cli.exe"
    ${EndIf}
    RMDir "$INSTDIR\previous"
FunctionEnd

Function .onInstFailed
    Call bring_back
FunctionEnd

Section
    SetOutPath "$INSTDIR"
    Call put_aside
    ClearErrors
    File /r "${FROZEN}\*"
    ${If} ${Errors}
        Call bring_back
        !insertmacro refuse ${NOT_WRITTEN} "$(not_written)"
    ${EndIf}
    RMDir /r "$INSTDIR\previous"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    Delete "$SMPROGRAMS\İade Masası.lnk"
    Delete "$SMPROGRAMS\Refund Desk.lnk"
    CreateShortcut "$SMPROGRAMS\$(title).lnk" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0 SW_SHOWNORMAL "" "$(about)"

    WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayName "$(title)"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\${NAME}.exe"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" Publisher "Refund Desk"
    WriteRegStr SHCTX "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
    ${If} $everybody = 1
        WriteRegStr SHCTX "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe" /AllUsers'
        WriteRegStr SHCTX "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /AllUsers /S'
    ${Else}
        WriteRegStr SHCTX "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
        WriteRegStr SHCTX "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
    ${EndIf}
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" EstimatedSize ${KILOBYTES}
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoModify 1
    WriteRegDWORD SHCTX "${UNINSTALL_KEY}" NoRepair 1
SectionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext current
    StrCpy $everybody 0
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/AllUsers" $R1
    ${IfNot} ${Errors}
        !insertmacro for_everybody
    ${EndIf}
    Call un.wait_for_the_program
FunctionEnd

; Only what setup brought: what else somebody put into the folder stays, and the folder with it.
Section Uninstall
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\previous"
    Delete "$INSTDIR\${NAME}.exe"
    Delete "$INSTDIR\${NAME}-cli.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\İade Masası.lnk"
    Delete "$SMPROGRAMS\Refund Desk.lnk"
    DeleteRegKey SHCTX "${UNINSTALL_KEY}"

    ; The ledger is what keeps a customer from being paid twice: it goes only where a person says so.
    SetShellVarContext current
    ${If} ${FileExists} "$LOCALAPPDATA\${NAME}\*.*"
        MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(data_too)" /SD IDNO IDNO keep
        RMDir /r "$LOCALAPPDATA\${NAME}"
        RMDir /r "$LOCALAPPDATA\${NAME}-demo"
    ${EndIf}
    keep:
SectionEnd
