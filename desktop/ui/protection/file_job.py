"""Work on the open file that takes longer than a blink, done beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject

from desktop.export import write_reason
from desktop.i18n import Message
from desktop.store.errors import StoreError
from desktop.ui.job import Job

Stopped: TypeAlias = Callable[[], bool]


class FileJob(Job):
    """Unlike other jobs it sees the open file, which the window leaves alone meanwhile: a dialog stands before it."""

    def __init__(self, work: Callable[[Stopped], object], folder: Path, parent: QObject | None = None) -> None:
        """`folder` is where the work writes, for the words about what went wrong."""
        super().__init__(parent)
        self._task, self._folder = work, folder

    def work(self) -> object:
        return self._task(self.is_stopped)

    def refusal(self, error: Exception) -> Message | None:
        if isinstance(error, StoreError):
            return error.reason
        return write_reason(error, self._folder) if isinstance(error, OSError) else None
