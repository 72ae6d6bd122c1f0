"""Where copies go, and what they are called."""

from contextlib import suppress
from pathlib import Path

from desktop import paths
from desktop.core.forms import NO_RECORDS
from desktop.core.reference import DocumentKind
from desktop.core.watch.evidence import Records
from desktop.export import business_name, file_name
from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui.session import Session

_COPIES, _DOCUMENTS = "copies_folder", "export_folder"
"""Settings of the file: where copies went last, and Word documents."""


def usual_folder(session: Session) -> Path:
    """Where this file's copies went before, else its Word documents, else a folder beside the file."""
    for name in (_COPIES, _DOCUMENTS):
        if before := session.file.setting(name):
            return Path(before)
    beside = paths.documents() if session.file.read_only else session.file.path.parent
    return beside / _("Word documents")


def remember_folder(session: Session, folder: Path) -> None:
    """Propose this folder the next time."""
    with suppress(StoreError):  # it is only not remembered
        session.file.set_setting(_COPIES, str(folder))


def base_name(session: Session, kind: DocumentKind, form: str, records: Records = NO_RECORDS) -> str:
    """The name of a document's files without their ending: "Dos and don’ts - Kedai Roti"."""
    return file_name(session.library, kind, form, business_name(session.answers), records).removesuffix(".docx")
