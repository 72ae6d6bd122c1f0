"""What Windows shows of the program in its properties, in the two languages of the program; for `build.spec`."""

import re
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from PyInstaller.utils.win32.versioninfo import VSVersionInfo

LANGUAGES = {0x0409: "Social media policy for small firms", 0x043E: "Dasar media sosial untuk perniagaan kecil"}
"""English of the United States, which Windows falls back on, and Malay of Malaysia: language -> what the program is."""

UNICODE = 0x04B0
LICENCE = "DasarKita. MIT; texts CC BY 4.0"


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers Windows asks for; what follows the first three, as in 1.0.0rc1, it has no place for."""
    found = re.findall(r"\d+", re.sub(r"[^\d.].*", "", version))
    first, second, third, *_ = [*map(int, found), 0, 0, 0]
    return first, second, third, 0


def version_resource(version: str = __version__) -> "VSVersionInfo":
    """The resource that PyInstaller writes into the program."""
    from PyInstaller.utils.win32.versioninfo import (  # there on Windows only: it reads programs with pefile
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    tables = [
        StringTable(
            f"{language:04X}{UNICODE:04X}",
            [
                StringStruct("CompanyName", "DasarKita"),
                StringStruct("FileDescription", "DasarKita"),  # the name in Task Manager and in "Open with"
                StringStruct("Comments", what_it_is),
                StringStruct("FileVersion", version),
                StringStruct("InternalName", "dasarkita"),
                StringStruct("LegalCopyright", LICENCE),
                StringStruct("OriginalFilename", "dasarkita.exe"),
                StringStruct("ProductName", "DasarKita"),
                StringStruct("ProductVersion", version),
            ],
        )
        for language, what_it_is in LANGUAGES.items()
    ]
    translations = [number for language in LANGUAGES for number in (language, UNICODE)]
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[StringFileInfo([*tables]), VarFileInfo([VarStruct("Translation", translations)])],
    )
