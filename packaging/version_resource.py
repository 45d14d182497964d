"""What Windows shows of the program in its properties and in the task manager, in Turkish."""

from __future__ import annotations

import project
from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

_TURKISH = 0x041F
_UNICODE = 1200
DESCRIPTION = "İade Masası: kart satışını bulur, iptal ya da iade eder"


def make() -> VSVersionInfo:
    """Return the resource for this version."""
    number = project.version_numbers()
    words = {
        "CompanyName": "Refund Desk",
        "FileDescription": DESCRIPTION,
        "FileVersion": project.VERSION,
        "InternalName": project.NAME,
        "LegalCopyright": "MIT lisansı; içindekilerin lisansları licences klasöründe",
        "ProductName": project.TITLE["tr"],
        "ProductVersion": project.VERSION,
    }
    table = StringTable(f"{_TURKISH:04x}{_UNICODE:04x}", [StringStruct(*pair) for pair in words.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=number, prodvers=number),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [_TURKISH, _UNICODE])])],
    )
