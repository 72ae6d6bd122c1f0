"""One window for each user: a second start of the program hands its file to the first, and ends.

The first holds a lock and watches a folder. A second lays a request there, complete under its own name from the first
moment, and waits until it is taken. Whoever removes a request owns it: the first removes it and acts, or the second
gives up waiting, removes it, and opens a window of its own.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

_PATIENCE = 2.0
"""How long a second start waits for an answer, in seconds."""

_STEP = 0.005
"""How long it waits between two looks, in seconds."""

_ROUND = 1000
"""How often the first looks by itself, in milliseconds: watchers of folders miss things now and then."""

_SUFFIX = ".request"
_WHAT_IS_LEFT = 30.0
"""Age from which a request has nobody waiting for it any more, in seconds."""


class SingleInstance(QObject):
    """The right to be the window of this user, and the wishes of later starts."""

    file_wanted = Signal(object)
    """A later start of the program: the `Path` it was given, or None; come to the front."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: QLockFile | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer: QTimer | None = None

    def claim(self, file: Path | None = None) -> bool:
        """Whether this start opens a window. False: another window has taken over the file, and there is nothing to do.

        A folder that cannot be written, and a window that does not answer, are no reason not to start.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        # set up for a process that is gone: a lock is stale when its process is, however old it may be
        lock = QLockFile(os.fspath(self._folder / "window.lock"))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self._lock = lock
            self._sweep()
            return True
        if lock.error() is not QLockFile.LockError.LockFailedError:
            return True
        return not self._hand_over(file, lock)

    def listen(self) -> None:
        """Begin to take over the files of later starts, once `file_wanted` is connected. They wait until then."""
        if self._lock is None or self._timer is not None:
            return
        from PySide6.QtCore import QFileSystemWatcher  # needed only now, and it takes a moment to load

        self._watcher = QFileSystemWatcher([os.fspath(self._folder)], self)
        self._watcher.directoryChanged.connect(self._serve)
        self._timer = QTimer(self)
        self._timer.setInterval(_ROUND)
        self._timer.timeout.connect(self._serve)
        self._timer.start()
        QTimer.singleShot(0, self, self._serve)

    def release(self) -> None:
        """Let the next start open a window. A second call does nothing."""
        if self._timer is not None:
            self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    @Slot()
    def _serve(self) -> None:
        """Take every request there is."""
        if self._lock is None:
            return
        for request in self._requests():
            wish = _read(request)
            if _taken(request):
                self.file_wanted.emit(wish)

    def _hand_over(self, file: Path | None, lock: QLockFile) -> bool:
        """Ask the first to open a file. False where this start had better open it itself."""
        request = self._folder / f"{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}"
        _let_come_forward(lock)
        try:
            _write(request, file)
        except OSError:
            return False
        end = monotonic() + _PATIENCE
        while request.exists():
            if lock.tryLock(0):  # the first has just been closed: whatever it took, it opens nothing any more
                self._lock = lock
                _taken(request)
                return False
            if monotonic() > end:
                return not _taken(request)
            sleep(_STEP)
        return True

    def _requests(self) -> list[Path]:
        try:
            return sorted(self._folder.glob(f"*{_SUFFIX}"))
        except OSError:
            return []

    def _sweep(self) -> None:
        """Remove what starts that were cut off have left behind."""
        with suppress(OSError):
            for left in self._folder.iterdir():
                if left.suffix in (_SUFFIX, ".new") and abs(time() - left.stat().st_mtime) > _WHAT_IS_LEFT:
                    left.unlink(missing_ok=True)


def _write(request: Path, file: Path | None) -> None:
    """Lay a request down, whole or not at all."""
    new = request.with_suffix(".new")
    wish = None if file is None else os.path.abspath(file)  # noqa: PTH100 - links stay as the owner named them
    try:
        # all in ASCII: the name of a file may hold halves of characters, which no other encoding takes
        new.write_text(json.dumps(wish), "ascii")
        new.replace(request)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _read(request: Path) -> Path | None:
    """The file a request names; None for one that makes no sense: coming to the front is right all the same."""
    try:
        wish = json.loads(request.read_text("ascii"))
    except (OSError, ValueError, RecursionError):
        return None
    return Path(wish) if isinstance(wish, str) and wish else None


def _taken(request: Path) -> bool:
    """Whether the request was still there for us to remove."""
    try:
        request.unlink()
    except OSError:
        return False
    return True


def _let_come_forward(lock: QLockFile) -> None:
    """Windows lets a window come to the front only when the program the user has just started allows it."""
    if sys.platform == "win32":
        import ctypes

        known, process, *_where = lock.getLockInfo()
        if known:
            ctypes.windll.user32.AllowSetForegroundWindow(process)
