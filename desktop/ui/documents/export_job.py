"""Making documents in the background, from a snapshot that nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.core.answers import Answers
from desktop.core.assemble import Edition
from desktop.core.forms import NO_RECORDS
from desktop.core.library import Library
from desktop.core.watch.evidence import Records
from desktop.export import Exported, export_documents, write_reason
from desktop.i18n import Message
from desktop.ui.job import Job


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to make, frozen: the thread sees neither widgets nor the open file."""

    library: Library
    answers: Answers
    documents: tuple[str, ...]
    forms: tuple[str, ...]
    folder: Path
    edition: Edition
    today: date
    folders: Mapping[str, str] = field(default_factory=dict[str, str])
    """Names of folders within the folder, by form."""
    records: Records = NO_RECORDS
    """What reports are about."""


class ExportJob(Job):
    """`written` sends a list of `Exported`. Stopped, nothing is written."""

    def __init__(self, order: ExportOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order

    def work(self) -> list[Exported]:
        order = self._order
        return export_documents(
            order.library,
            order.answers,
            order.documents,
            order.forms,
            order.folder,
            order.edition,
            self.progressed.emit,
            self.is_stopped,
            today=order.today,
            folders=order.folders,
            records=order.records,
        )

    def refusal(self, error: Exception) -> Message | None:
        return write_reason(error, self._order.folder) if isinstance(error, OSError) else None
