"""Work on files that somebody waits for, done beside the window, which goes on painting meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.i18n import Message
from desktop.ui import theme
from desktop.ui.job import Job
from desktop.ui.protection.busy_line import BusyLine
from desktop.ui.retranslate import Retranslated

_SOON = 250
"""Milliseconds after which it is said what the owner waits for; before, a dialog would only flash."""

Result = TypeVar("Result")


def beside(window: QWidget, words: Message, work: Callable[[], Result]) -> Result:
    """Do `work` in a thread and return what it returns, or raise what it raises. `words` say what is being done."""
    job = _Work(work)
    soon = QEventLoop()
    job.finished.connect(soon.quit)
    QTimer.singleShot(_SOON, soon, soon.quit)
    job.start()
    # what is pressed meanwhile waits its turn
    soon.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not job.isFinished():
        dialog = _WaitDialog(words, window)
        job.finished.connect(dialog.end)
        dialog.exec()
        dialog.deleteLater()
    job.wait()
    if job.fault is not None:
        raise job.fault
    return job.result


class _Work(Job):
    """Keeps what came of it, be it a result or an error, for who waits."""

    def __init__(self, task: Callable[[], Any]) -> None:
        super().__init__()
        self._task = task
        self.result: Any = None
        self.fault: Exception | None = None

    def work(self) -> None:
        try:
            self.result = self._task()
        except Exception as error:  # raised again where it can be said to the owner
            self.fault = error

    def refusal(self, _error: Exception) -> Message | None:
        """Nothing is refused here: the caller knows the errors."""
        return None


class _WaitDialog(Retranslated, QDialog):
    """Goes by itself; what is done is done whole, so there is nothing to stop."""

    def __init__(self, words: Message, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.busy_line = BusyLine(words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.HUGE)
        column.addWidget(self.busy_line)
        self.setMinimumWidth(theme.scaled(360))
        self._words = words
        self.busy_line.show_busy(busy=True)
        self.retranslate()

    @Slot()
    def end(self) -> None:
        """The work is done."""
        super().accept()

    def reject(self) -> None:
        """Escape changes nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Neither does closing it."""
        event.ignore()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(str(self._words))
