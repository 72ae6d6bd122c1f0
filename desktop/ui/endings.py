"""However the program is ended, what was typed is kept: signing out, shutting down, a signal of the system."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
"""What Unix sends to end a program; Windows tells the window instead."""


class Endings(QObject):
    """Waits for the end of the program from outside."""

    def __init__(self, app: QGuiApplication, keep: Callable[[], None], leave: Callable[[], None]) -> None:
        """`keep` stores what is typed, and may be called again and again; `leave` closes the file after that."""
        super().__init__(app)
        self._keep = keep
        self._leave = leave
        app.commitDataRequest.connect(self._session_ends)
        app.aboutToQuit.connect(self._quitting)
        if os.name == "posix":
            self._hear_signals()

    def _hear_signals(self) -> None:
        # Python runs its part of a signal only between two of its own steps, and there are none while Qt waits
        self._heard, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _noted)
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._told_to_end)

    @Slot()
    def _session_ends(self) -> None:
        # another program may still call it off, so the window stays
        self._keep()

    @Slot()
    def _told_to_end(self) -> None:
        os.read(self._heard, 64)
        self._keep()
        # not quit(): a dialog that is busy would refuse to close
        QCoreApplication.exit(0)

    @Slot()
    def _quitting(self) -> None:
        self._leave()


def _noted(_number: int, _frame: object) -> None:
    """What there is to do is done when Qt looks at the pipe."""
