"""Which modules of the frozen program are not compressed: those that are imported before the first sight of the window.

Unpacking them takes 6 to 8 ms of each start; as they are they take 0.9 MB more, all modules would 7. An installer
compresses them once, and better.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from PyInstaller.building import api

_WINDOW = """
import sys, desktop.app, desktop.cli, desktop.ui.main_window, PySide6.QtSvg
print(*(name for name, module in sys.modules.items() if getattr(module, "__cached__", None)))
"""


def at_start(root: Path) -> frozenset[str]:
    """The names of all modules that are there before the window is, found by importing them."""
    call = [sys.executable, "-c", _WINDOW]
    run = subprocess.run(call, cwd=root, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    return frozenset(run.stdout.split())


def keep(names: frozenset[str]) -> None:
    """Have the freezer compress all modules but these. It has one level for all, or none."""
    freezer: Any = api
    usual = freezer.ZlibArchiveWriter
    if not hasattr(usual, "_write_entry"):
        raise LookupError("PyInstaller no longer writes modules one by one; look anew at how it compresses them")

    class Writer(usual):
        @classmethod
        def _write_entry(cls, fp: Any, entry: Any, code_dict: Any) -> Any:
            cls._COMPRESSION_LEVEL = 0 if entry[0] in names else 9
            return usual._write_entry.__func__(cls, fp, entry, code_dict)

    freezer.ZlibArchiveWriter = Writer
