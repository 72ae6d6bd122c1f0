"""Notices that it is another day: at midnight, after a sleep, or because the clock was set."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_ROUND = 60_000
"""How often it looks, in milliseconds. No timer set for midnight: a computer that slept or whose clock was set misses
it."""


class DayWatch(QObject):
    """Looks at the clock once a minute, and when the owner comes back to the program."""

    day_changed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock().date()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        timer.setInterval(_ROUND)
        timer.timeout.connect(self.look)
        timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)

    @Slot()
    def look(self) -> None:
        """See which day it is."""
        day = self._clock().date()
        if day != self._day:
            self._day = day
            self.day_changed.emit()
