"""Where the window is put together. The language of the interface is chosen before this runs."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import desktop
from desktop import settings
from desktop.ui import qt_words, theme
from desktop.ui.faults import FaultReporter, keep_notes
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.core.library import Library


def run(file: Path | None = None) -> int:
    """Open the window, with a business file if one is given. Returns the exit code when it is closed."""
    app = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    app.setApplicationName("DasarKita")
    app.setApplicationVersion(desktop.__version__)
    app.setDesktopFileName("dasarkita")
    app.setWindowIcon(theme.icon("dasarkita"))
    reporter = FaultReporter(app)
    reporter.install()
    try:
        qt_words.install(app)
        theme.apply(app)
        window = MainWindow(settings.load(), _load, _now)
    except Exception as error:  # the dialog needs the event loop, which ends with it
        reporter.report(type(error), error, error.__traceback__)
        app.exec()
        return 1
    window.show()
    _FirstSight(window, lambda: _begin(window, file))
    return app.exec()


def _begin(window: MainWindow, file: Path | None) -> None:
    keep_notes()
    window.begin(file)


class _FirstSight(QObject):
    """Calls back once the window was painted for the first time: reading the content must not hold that up."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)  # after this event, which paints
        return False


def _load() -> "Library":
    # the first sight of the window does not wait for the content
    from desktop.content.load import load_library

    return load_library()


def _now() -> datetime:
    return datetime.now().astimezone()
