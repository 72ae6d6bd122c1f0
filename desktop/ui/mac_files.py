"""A Mac says by an event, not on the command line, which file was double-clicked: while a program starts, and later."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class MacFiles(QObject):
    """Waits for files that a Mac hands to the program. For a Mac only: every event of the program comes by here."""

    def __init__(self, app: QGuiApplication, take: Callable[[Path], None]) -> None:
        """`take` opens a file, and may be called before anything else is open."""
        super().__init__(app)
        self._take = take
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        # the cheap question first
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        if file := event.file():  # an address of the web has none
            self._take(Path(file))
        return True
