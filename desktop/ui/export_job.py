"""Making documents in the background, from a snapshot that nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from desktop.core.answers import Answers
from desktop.core.assemble import Edition
from desktop.core.library import Library
from desktop.export import ExportCancelledError, export_documents, write_reason


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


class ExportJob(QThread):
    """One run. Exactly one of `written`, `refused`, `cancelled` and `broken` is sent."""

    progressed = Signal(int, int)
    written = Signal(object)
    """A list of `Exported`."""
    refused = Signal(object)
    """A `Message` in the owner's words."""
    cancelled = Signal()
    broken = Signal(object)
    """An exception nobody expected."""

    def __init__(self, order: ExportOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._stop = Event()

    def cancel(self) -> None:
        """Stop before the next document; what is not written then is never written."""
        self._stop.set()

    def run(self) -> None:
        """The thread's own code."""
        order = self._order
        try:
            exported = export_documents(
                order.library,
                order.answers,
                order.documents,
                order.forms,
                order.folder,
                order.edition,
                self.progressed.emit,
                self._stop.is_set,
                today=order.today,
                folders=order.folders,
            )
        except ExportCancelledError:
            self.cancelled.emit()
        except OSError as error:
            self.refused.emit(write_reason(error, order.folder))
        except Exception as error:  # said in the window's thread, where a dialog can be shown
            self.broken.emit(error)
        else:
            self.written.emit(exported)
