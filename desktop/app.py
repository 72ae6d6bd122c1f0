"""Where the window is put together. The language of the interface is chosen before this runs."""

import builtins
import errno
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

import desktop
from desktop import i18n, paths, settings
from desktop.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.core.library import Library
    from desktop.ui.main_window import MainWindow
    from desktop.ui.smoke.trial import Trial


def run(file: Path | None = None, *, in_background: bool = False) -> int:
    """Open the window, with a business file if one is given. Returns the exit code when it is closed.

    Where there is a window already, it takes over the file, and this start is done. In the background, as with the
    start of the computer, the window begins small and asks for nothing.
    """
    instance = SingleInstance(paths.running())
    return _show(instance, file, in_background=in_background) if instance.claim(file) else 0


def smoke(folder: Path, file: Path | None = None) -> int:
    """Walk through the program once; `paths` keeps all in a folder already, and the report goes there too.

    With a file, in a copy of it. Returns the exit code. Raises `OSError` where the folder cannot be written.
    """
    from desktop.ui.smoke.trial import Trial

    i18n.use(i18n.SOURCE)
    instance = SingleInstance(paths.running())
    if not instance.claim():
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    trial = Trial(folder.absolute(), file)
    _show(instance, None, in_background=False, trial=trial)
    return trial.end()


def _show(instance: SingleInstance, file: Path | None, *, in_background: bool, trial: "Trial | None" = None) -> int:
    # Qt for Python would read the source of each module that is imported from now on, in search of a wish of its own
    # (`__feature__`) that nobody here has: eighty modules up to the first sight
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
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
    reporter = FaultReporter(app) if trial is None else trial
    reporter.install()
    try:
        qt_words.install(app)
        saved = settings.load()
        theme.use(saved.look)
        theme.set_calm(saved.calm)
        theme.apply(app)
        window = MainWindow(saved, _load, _now)
        if sys.platform == "darwin":
            from desktop.ui.mac_files import MacFiles

            MacFiles(app, window.take)
    except Exception as error:  # the dialog needs the event loop, which ends with it
        reporter.report(type(error), error, error.__traceback__)
        app.exec()
        return 1
    if in_background:
        window.showMinimized()
        QTimer.singleShot(0, lambda: _begin(app, window, instance, file, asks=False))
    else:
        window.show()
        _FirstSight(window, lambda: _begin(app, window, instance, file, asks=True, trial=trial))
    code = app.exec()
    instance.release()
    return code


def _begin(
    app: "QApplication",
    window: "MainWindow",
    instance: SingleInstance,
    file: Path | None,
    *,
    asks: bool,
    trial: "Trial | None" = None,
) -> None:
    """What the first sight of the window does not wait for."""
    if trial is not None:
        trial.note_shown()
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
    if trial is not None:
        trial.begin(window)


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


def _now() -> "datetime":
    from datetime import datetime

    return datetime.now().astimezone()
