"""Asking for a folder, and whether one can be used."""

import errno
import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.export import write_reason
from desktop.i18n import Message


def ask_folder(parent: QWidget, title: str, near: Path) -> Path | None:
    """The folder the owner chooses, beginning at the nearest one that is there; None where they change their mind."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(nearest(near)))
    return Path(chosen) if chosen else None


def nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    # a folder one may not look into, or whose drive is gone, says no rather than raise
    return next((each for each in (folder, *folder.parents) if os.path.isdir(each)), Path.home())  # noqa: PTH112


def folder_fault(folder: Path) -> Message | None:
    """Why nothing can be written into a folder now, in the owner's words; None where it can."""
    try:
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        # asking for permissions is no answer on Windows, and none for a stick with a lock; trying is
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return write_reason(error, folder)
