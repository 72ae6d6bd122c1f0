"""Whether all libraries that a built Windows program asks for are in it, or are Windows' own.

python packaging/windows/dlls.py FOLDER    what is missing, a line each; nothing if all is well
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

WINDOWS = frozenset((
    "advapi32", "authz", "bcrypt", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11", "d3d12", "d3d9", "dcomp",
    "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "mscms", "netapi32",
    "ntdll", "ole32", "oleacc", "oleaut32", "powrprof", "propsys", "rpcrt4", "secur32", "setupapi", "shcore",
    "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "userenv", "uxtheme", "version", "winmm",
    "winspool.drv", "ws2_32", "wtsapi32",
))  # fmt: skip
"""Libraries every Windows 10 since 1809 brings along; without what follows a name, where that is `.dll`."""


def missing(tree: Path) -> list[str]:
    """The libraries that are neither in a built program nor Windows' own, with who asks for them."""
    files = [path for path in sorted(tree.rglob("*")) if path.suffix.lower() in (".dll", ".pyd", ".exe")]
    here = {path.name.lower() for path in files}
    asked: dict[str, list[str]] = {}
    for path in files:
        for name in _asked_by(path):
            if name not in here and not _is_of_windows(name):
                asked.setdefault(name, []).append(path.relative_to(tree).as_posix())
    return [
        f"{name}: neither here nor known of Windows, needed by {', '.join(who)}" for name, who in sorted(asked.items())
    ]


def _is_of_windows(name: str) -> bool:
    return name.removesuffix(".dll") in WINDOWS or name.startswith("api-ms-win-")


def _asked_by(path: Path) -> set[str]:
    """The libraries a program or library is bound to, at once or when first called; in small letters."""
    pefile: Any = import_module("pefile")  # there on Windows only, and without types

    kinds = {
        "IMAGE_DIRECTORY_ENTRY_IMPORT": "DIRECTORY_ENTRY_IMPORT",
        "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT": "DIRECTORY_ENTRY_DELAY_IMPORT",
    }
    with pefile.PE(str(path), fast_load=True) as program:
        program.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        return {entry.dll.decode("ascii").lower() for kind in kinds.values() for entry in getattr(program, kind, [])}


if __name__ == "__main__":
    lines = missing(Path(sys.argv[1]))
    sys.exit("\n".join(lines) or None)
