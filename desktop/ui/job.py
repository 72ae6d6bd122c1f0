"""Work in the background, from what nothing changes any more; the window goes on meanwhile."""

import sys
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from desktop.export import ExportCancelledError
from desktop.i18n import Message

_PATIENCE = 10_000
"""How long the end of the program waits for work to stop, in milliseconds; a drive that is gone may never answer."""

_TURN = 0.0005
"""How long the work may go on while the window wants to, in seconds."""


class Job(QThread):
    """One run. Exactly one of `written`, `refused`, `cancelled` and `broken` is sent."""

    progressed = Signal(int, int)
    """So much is done, of so much."""
    written = Signal(object)
    """What `work` returned."""
    refused = Signal(object)
    """A `Message` in the owner's words."""
    cancelled = Signal()
    broken = Signal(object)
    """An exception nobody expected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self._end)

    def work(self) -> object:
        """What is to be done, in the thread: it sees neither widgets nor the open file."""
        raise NotImplementedError

    def refusal(self, error: Exception) -> Message | None:
        """What to tell the owner where the work could not be done; None where nobody expected the error."""
        raise NotImplementedError

    def is_stopped(self) -> bool:
        """Whether the owner has had enough. For `work` to ask, which then raises `ExportCancelledError`."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stop at the next occasion."""
        self._stop.set()

    def run(self) -> None:
        """The thread's own code."""
        # the window asks for its turn at almost every call of Qt, and would wait 5 ms for it each time
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        try:
            self._work()
        finally:
            sys.setswitchinterval(usual)

    def _work(self) -> None:
        try:
            result = self.work()
        except ExportCancelledError:
            self.cancelled.emit()
        except Exception as error:  # said in the window's thread, where a dialog can be shown
            reason = self.refusal(error)
            if reason is None:
                self.broken.emit(error)
            else:
                self.refused.emit(reason)
        else:
            self.written.emit(result)

    @Slot()
    def _end(self) -> None:
        """The program ends: nothing is left half done, and Qt wants no thread to outlive it."""
        self.cancel()
        self.wait(_PATIENCE)
