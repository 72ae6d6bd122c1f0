"""Where the window is put together. The language of the interface is chosen before this runs."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

import desktop
from desktop import paths, settings
from desktop.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.core.library import Library
    from desktop.ui.main_window import MainWindow


def run(file: Path | None = None, *, in_background: bool = False) -> int:
    """Open the window, with a business file if one is given. Returns the exit code when it is closed.

    Where there is a window already, it takes over the file, and this start is done. In the background, as with the
    start of the computer, the window begins small and asks for nothing.
    """
    instance = SingleInstance(paths.running())
    return _show(instance, file, in_background=in_background) if instance.claim(file) else 0


def _show(instance: SingleInstance, file: Path | None, *, in_background: bool) -> int:
    gc.disable()  # all that is made until the window is there stays, and looking it through takes time; see `_begin`
    # a start that hands its file over waits for none of these
    from PySide6.QtWidgets import QApplication

    from desktop.ui import qt_words, theme
    from desktop.ui.faults import FaultReporter
    from desktop.ui.main_window import MainWindow

    app = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    app.setApplicationName("DasarKita")
    app.setApplicationVersion(desktop.__version__)
    app.setDesktopFileName("dasarkita")
    app.setWindowIcon(theme.icon("dasarkita"))
    reporter = FaultReporter(app)
    reporter.install()
    try:
        qt_words.install(app)
        saved = settings.load()
        theme.use(saved.look)
        theme.set_calm(saved.calm)
        theme.apply(app)
        window = MainWindow(saved, _load, _now)
    except Exception as error:  # the dialog needs the event loop, which ends with it
        reporter.report(type(error), error, error.__traceback__)
        app.exec()
        return 1
    if in_background:
        window.showMinimized()
        QTimer.singleShot(0, lambda: _begin(app, window, instance, file, asks=False))
    else:
        window.show()
        _FirstSight(window, lambda: _begin(app, window, instance, file, asks=True))
    code = app.exec()
    instance.release()
    return code


def _begin(
    app: "QApplication", window: "MainWindow", instance: SingleInstance, file: Path | None, *, asks: bool
) -> None:
    """What the first sight of the window does not wait for."""
    from desktop.ui.endings import Endings
    from desktop.ui.faults import keep_notes

    keep_notes()
    Endings(app, window.keep, window.files.leave)
    try:
        window.begin(file, asks=asks)
    finally:
        gc.freeze()  # the content stays: looking through it for what may go would stop the window again and again
        gc.enable()
    instance.file_wanted.connect(window.take)
    instance.listen()


class _FirstSight(QObject):
    """Calls back once the window was painted for the first time: reading the content must not hold that up."""

    def __init__(self, window: "QWidget", then: Callable[[], None]) -> None:
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
