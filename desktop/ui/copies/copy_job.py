"""Making copies in the background, from what nothing changes any more."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject

from desktop.export import write_reason
from desktop.i18n import Message, message
from desktop.ui.job import Job

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


class CopyJob(Job):
    """`written` sends a list of paths. Stopped, it stops at the next page."""

    def __init__(self, order: CopyOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order

    def work(self) -> list[Path]:
        return self._order.work(self.is_stopped)

    def refusal(self, error: Exception) -> Message | None:
        if isinstance(error, PrinterError):
            return message("The printer does not answer. See whether it is switched on and connected.")
        return write_reason(error, self._order.folder) if isinstance(error, OSError) else None
