"""Making copies in the background, from what nothing changes any more."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from desktop.export import ExportCancelledError, write_reason
from desktop.i18n import Message

Cancelled: TypeAlias = Callable[[], bool]


class PrinterError(Exception):
    """The printer took nothing."""


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """What to make. The work is done in a thread, so it sees neither widgets nor the open file."""

    work: Callable[[Cancelled], list[Path]]
    """Makes the copies and returns the files there are then. Raises `OSError`, `PrinterError`,
    `ExportCancelledError`."""
    busy: Message
    done: Message
    folder: Path
    """Where the files go, for the words about what went wrong."""
    wished: tuple[Path, ...] = ()
    """The files that are meant to be there; another name is told to the owner."""


class CopyJob(QThread):
    """One run. Exactly one of `written`, `refused`, `cancelled` and `broken` is sent."""

    written = Signal(object)
    """A list of paths."""
    refused = Signal(object)
    """A `Message` in the owner's words."""
    cancelled = Signal()
    broken = Signal(object)
    """An exception nobody expected."""

    def __init__(self, order: CopyOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._stop = Event()

    def cancel(self) -> None:
        """Stop at the next page."""
        self._stop.set()

    def run(self) -> None:
        """The thread's own code."""
        from desktop.i18n import message

        try:
            paths = self._order.work(self._stop.is_set)
        except ExportCancelledError:
            self.cancelled.emit()
        except OSError as error:
            self.refused.emit(write_reason(error, self._order.folder))
        except PrinterError:
            self.refused.emit(message("The printer does not answer. See whether it is switched on and connected."))
        except Exception as error:  # said in the window's thread, where a dialog can be shown
            self.broken.emit(error)
        else:
            self.written.emit(paths)
