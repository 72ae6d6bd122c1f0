"""One writer at a time: an operating-system lock on a small file beside the business file.

The lock dies with the process, so a crash leaves no business file locked. The side file is removed on release.
"""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from desktop.store.errors import in_use

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: it also keeps a second window of the same process out
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_ATTEMPTS = 20


class Lock:
    """The right to write one business file."""

    def __init__(self, handle: int, side_file: Path) -> None:
        self._handle = handle
        self._side_file = side_file

    def release(self) -> None:
        """Give the right back and remove the side file. A second call does nothing."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        if sys.platform == "win32":
            # an open file cannot be removed here; if someone opened it in between, it is theirs and stays
            os.close(handle)
            _remove(self._side_file)
        else:
            # removed while still locked: whoever waits on this file notices that it is no longer the one in the folder
            _remove(self._side_file)
            os.close(handle)


def side_file(path: Path) -> Path:
    """The file that carries the lock. Links to one business file share it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def take(path: Path) -> Lock | None:
    """Lock a business file for writing; None where the folder lets no side file be made. Raises `InUse`."""
    side = side_file(path)
    for _ in range(_ATTEMPTS):
        try:
            handle = os.open(side, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return None
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError) as error:
            os.close(handle)
            raise in_use(path) from error
        except OSError:
            # a file system that knows no locks: whether someone else writes cannot be told
            os.close(handle)
            return None
        if _is_same(handle, side):
            return Lock(handle, side)
        # the former owner removed the file between our opening and locking it
        os.close(handle)
    raise in_use(path)


@contextmanager
def held(path: Path, *, writable: bool = True) -> Generator[Lock | None]:
    """Lock a business file, unless it is only looked at; the lock is given back on an error only. Raises `InUse`."""
    lock = take(path) if writable else None
    try:
        yield lock
    except BaseException:
        if lock:
            lock.release()
        raise


def _is_same(handle: int, side: Path) -> bool:
    try:
        return sys.platform == "win32" or os.path.samestat(os.fstat(handle), side.stat())
    except OSError:
        return False


def _remove(side: Path) -> None:
    try:
        side.unlink()
    except OSError:
        # it says nothing without its lock
        return
