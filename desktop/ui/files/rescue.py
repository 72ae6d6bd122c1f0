"""The way out when the open file can no longer be written: everything goes into a new file, and work goes on there."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import paths
from desktop.business_files import new_path
from desktop.i18n import Message, _, message
from desktop.store.errors import CannotWrite, InUse, StoreError
from desktop.store.rescue import goes_on_in, rescue
from desktop.ui.files.folders import ask_folder
from desktop.ui.session import Session

WORDS = message("Save everything elsewhere…")
"""The button beside the words about an answer that was not kept."""


def helps(session: Session, error: StoreError) -> bool:
    """Whether saving elsewhere helps against what was just refused."""
    return isinstance(error, CannotWrite | InUse) and not session.read_only


def save_elsewhere(session: Session, parent: QWidget) -> Message | None:
    """Ask for a folder and go on in a new file there. Returns what to tell; None where the owner changes their mind.

    Raises `StoreError` where that folder takes nothing either; then everything is as it was.
    """
    folder = ask_folder(parent, _("Into which folder shall everything be saved?"), paths.documents())
    return None if folder is None else go_on_in(session, folder)


def go_on_in(session: Session, folder: Path) -> Message:
    """Save everything into a folder and go on in the new file. Returns what to tell. Raises `StoreError`."""
    before = session.file.path
    target = new_path(folder, before.stem)
    rescue(session.file, target, session.known_clauses, {"form": session.form})
    session.go_on_in(goes_on_in(session.file, target, session.now))
    return message(
        "Everything is saved. You now work in “{name}”, in the folder {folder}.", name=target.name, folder=str(folder)
    )
