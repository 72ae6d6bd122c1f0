"""Runs first in the frozen program, before all that the freezer puts before it (a "run-time hook" of build.spec).

Qt for Python is loaded without looking for garbage meanwhile, as all of it stays: 9 ms of the start. What it then does
at each import, reading the source of the module in search of a wish (`__feature__`), is left out: a frozen program has
no sources to read.
"""

import builtins
import gc

gc.disable()
import PySide6.QtCore  # noqa: E402, F401  # pyright: ignore[reportUnusedImport]

builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
gc.freeze()
gc.enable()
