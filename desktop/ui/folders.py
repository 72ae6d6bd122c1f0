"""Asking for a folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, near: Path) -> Path | None:
    """The folder the owner chooses, beginning at the nearest one that is there; None where they change their mind."""
    start = next((folder for folder in (near, *near.parents) if folder.is_dir()), Path.home())
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None
