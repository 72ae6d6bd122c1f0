"""Where Word documents go, as long as nobody chose another folder for this file."""

from pathlib import Path

from desktop import i18n, paths
from desktop.i18n import message, worded
from desktop.ui.files.folders import folder_fault
from desktop.ui.session import Session

_USUAL = message("Word documents")


def usual_folder(session: Session, documents: str) -> Path:
    """The folder of the settings as long as it can be used, else beside the file, else with the owner's documents."""
    if documents and folder_fault(Path(documents)) is None:
        return Path(documents)
    beside = paths.documents() if session.file.read_only else session.file.path.parent
    there = (beside / worded(_USUAL, language) for language in i18n.available())
    # the folder stays the same when a colleague switches the language
    return next((folder for folder in there if folder.is_dir()), beside / str(_USUAL))
