"""Takes the window through the walk, step by step, and reports whatever happens on the way."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop import paths
from desktop.ui import faults
from desktop.ui.smoke.report import Report
from desktop.ui.smoke.until import Until, WalkFault

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

LIMIT = 120.0
"""How long all may take, in seconds."""

_LOOK = 10
"""How often it is looked whether what is waited for is there, in milliseconds."""


class Trial(QObject):
    """Stands in for the `FaultReporter` too: nobody is there to close a dialog."""

    _failed = Signal()

    def __init__(self, folder: Path, file: Path | None, limit: float = LIMIT) -> None:
        """Raises `OSError` where the folder cannot be written."""
        super().__init__()
        self._file = file
        self._window: MainWindow | None = None
        self._steps: Iterator[Until] = iter(())
        self._until = Until("the first sight of the window", lambda: True)
        self._is_whole = False
        self._report = Report(folder)
        self._report.write(ended=False)
        paths.settings_file().unlink(missing_ok=True)  # each walk is a first start
        # exceptions may come from another thread; the window belongs to its own
        self._failed.connect(self._stop, Qt.ConnectionType.QueuedConnection)
        self._watchdog = Timer(limit, self._take_too_long, (limit,))  # not Qt's: what hangs, hangs in its loop
        self._watchdog.daemon = True
        self._watchdog.start()

    def install(self) -> None:
        """From now on every unexpected exception comes here."""
        sys.excepthook = self.report
        self._report.platform = QGuiApplication.platformName()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception nobody expected ends the walk."""
        frames = traceback.extract_tb(trace)
        place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        self._report.faults.append(f"{kind.__name__}: {error}{place}")
        faults.log("".join(traceback.format_exception(kind, error, trace)))
        self._failed.emit()

    def note_shown(self) -> None:
        """The window was painted for the first time."""
        self._report.note_shown()

    def begin(self, window: "MainWindow") -> None:
        """Walk through this window, which has begun."""
        from desktop.ui.smoke.walk import walk  # the first sight of the window comes as soon as in any start

        self._window = window
        self._steps = walk(window, self._file, self._report)
        QTimer.singleShot(0, self._step)

    def end(self) -> int:
        """The window is gone. Returns the exit code. Raises `OSError` where the report cannot be written any more."""
        self._watchdog.cancel()
        told = self._report
        if not told.faults and not self._is_whole:
            told.faults.append(f"the program ended while waiting for {self._until.what}")
        _say(told.write(ended=True))
        return 1 if told.faults else 0

    @Slot()
    def _step(self) -> None:
        """Go on, once there is what is waited for."""
        if self._report.faults:
            return
        if not self._until.holds():
            QTimer.singleShot(_LOOK, self._step)
            return
        try:
            self._until = next(self._steps)
        except StopIteration:
            self._is_whole = True
        except WalkFault as fault:
            self._report.faults.append(str(fault))
            self._stop()
        else:
            QTimer.singleShot(0, self._step)

    @Slot()
    def _stop(self) -> None:
        """Close the window and end, whatever the window thinks of it."""
        QTimer.singleShot(0, lambda: QCoreApplication.exit(1))
        self._steps = iter(())  # and with it what it held of the window
        if self._window is not None:
            self._window.close()
            self._window = None

    def _take_too_long(self, limit: float) -> None:
        """In a thread of its own; nothing of the window's can be asked any more."""
        self._report.faults.append(f"{limit:g} s were over while waiting for {self._until.what}")
        try:
            _say(self._report.write(ended=True))
        finally:
            os._exit(1)


def _say(words: str) -> None:
    """On standard output, where there is one and somebody listens; the words lie in the folder in any case."""
    with suppress(OSError):
        if sys.stdout is not None:  # the frozen program of Windows, called without a console
            sys.stdout.write(words)
            sys.stdout.flush()
