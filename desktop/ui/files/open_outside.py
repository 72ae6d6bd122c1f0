"""Opening a document or a folder in the program the system has for it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LIBRARIES = "LD_LIBRARY_PATH"


def open_outside(path: Path) -> bool:
    """Open a file or folder; False where the system has no program for it."""
    with _own_libraries():
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@contextmanager
def _own_libraries() -> Iterator[None]:
    """The frozen program points the system to its own libraries; other programs must not inherit that."""
    frozen = os.environ.get(_LIBRARIES)
    if not getattr(sys, "frozen", False) or frozen is None:
        yield
        return
    original = os.environ.get(f"{_LIBRARIES}_ORIG")
    if original is None:
        del os.environ[_LIBRARIES]
    else:
        os.environ[_LIBRARIES] = original
    try:
        yield
    finally:
        os.environ[_LIBRARIES] = frozen
