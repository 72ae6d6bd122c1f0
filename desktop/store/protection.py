"""Setting, changing and removing the password of a file and of its copies.

Nothing is rewritten in place. The file and each copy are first written anew beside, complete and checked, under the
new password; then the file takes its new content in one step, which decides; then the copies follow. Whenever this
is cut off, `finish` makes copies and file agree at the next opening (docs/decisions/012).
"""

import errno
import logging
import os
import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from desktop.store import copies, copying, locking, opening
from desktop.store.errors import Damaged, DiskFull, StoreError, WrongPassword, writing, wrong_password
from desktop.store.inspecting import is_protected

_log = logging.getLogger(__name__)

_READY = ".ready"
"""How the names of copies end that are complete under the new password and wait for the file."""

_UNFINISHED = re.compile(rf"\d+{re.escape(copying.NEW)}(-journal)?")
"""The whole name of a copy that is being written; that of a finished one begins with a day, and may hold anything."""

_ANY_FORM = 2**31


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What became of the copies of a file when its password changed."""

    done: int
    """How many follow the new password."""
    left: tuple[Path, ...] = ()
    """Those that stayed as they were: open elsewhere, under another password, or damaged."""


@dataclass
class Change:
    """A change of the password, prepared so far that it only has to take its place."""

    path: Path
    new_file: Path
    new_copies: dict[Path, Path] = field(default_factory=dict[Path, Path])
    left: list[Path] = field(default_factory=list[Path])

    def replace_file(self) -> None:
        """Put the file under its new password, at once. It must be closed. Raises `OSError`."""
        copying.replace(self.new_file, self.path)

    def replace_copies(self) -> Rekeyed:
        """Put the copies under it. Those held open are left, to be done at the next opening."""
        done = 0
        for copy, new in self.new_copies.items():
            try:
                copying.replace(new, copy)
                done += 1
            except OSError:
                self.left.append(copy)
        return Rekeyed(done, tuple(sorted(self.left)))


@contextmanager
def prepared(
    connection: apsw.Connection, path: Path, folder: Path, old: str | None, new: str | None
) -> Generator[Change]:
    """Everything written anew under another password, beside the open file and its copies in `folder`.

    The copies stay locked inside. An error leaves all as it was. Raises `StoreError`.
    """
    change = Change(path, copying.unfinished(path))
    locks: list[locking.Lock] = []
    try:
        with writing(path):
            write_checked(connection, change.new_file, new)
            for copy in copies.labels_in(folder):
                if not _is_same(copy, path):
                    _prepare(change, copy, old, new, locks)
        yield change
    except BaseException:
        # the file was not replaced, or this would have no new file to remove
        if change.new_file.exists():
            for unused in (change.new_file, *change.new_copies.values()):
                copying.remove(unused)
        raise
    finally:
        for lock in locks:
            lock.release()


def finish(path: Path, folder: Path, password: str | None) -> None:
    """Clear up after a program that was cut off, so that no data lies about outside the protection of the file.

    For who holds the lock of an open file. What cannot be done now is tried again at the next opening.
    """
    copying.remove(copying.unfinished(path))
    with suppress(OSError):
        for left in folder.iterdir():
            if _UNFINISHED.fullmatch(left.name):
                copying.remove(left)
        for ready in folder.glob(f"*{copies.SUFFIX}{_READY}"):
            _finish(ready, password)
    if password is None:
        return
    for copy in copies.labels_in(folder):
        try:
            if not is_protected(copy) and not _is_same(copy, path):
                _rewrite(copy, path, password)
        except (StoreError, apsw.Error, OSError) as error:
            _log.warning("a copy without the password of its file: %s: %s", os.fspath(copy), type(error).__name__)


def write_checked(connection: apsw.Connection, target: Path, password: str | None, like: Path | None = None) -> None:
    """As `copying.write`, and read it back. Raises `StoreError`, `apsw.Error` or `OSError`."""
    copying.write(connection, target, password, like)
    try:
        check(target, password)
    except BaseException:
        copying.remove(target)
        raise


def check(path: Path, password: str | None) -> None:
    """Read a file from end to end. Raises `StoreError`, `apsw.Error` or `OSError`."""
    connection = _connect(path, password)
    try:
        opening.verify(connection, path)
    finally:
        connection.close()


def _connect(path: Path, password: str | None) -> apsw.Connection:
    protected = is_protected(path)
    if protected != (password is not None):
        raise wrong_password(path)
    return opening.connect(path, writable=False, password=password, form=_ANY_FORM, busy=0)


def _prepare(change: Change, copy: Path, old: str | None, new: str | None, locks: list[locking.Lock]) -> None:
    """Write one copy anew. A full disk stops everything; any other trouble leaves the copy as it is."""
    try:
        protected = is_protected(copy)
        if not protected and new is None:
            return
        if lock := locking.take(copy):
            locks.append(lock)
        ready = copy.with_name(copy.name + _READY)
        _write_anew(copy, ready, old if protected else None, new, change.new_file)
    except (DiskFull, apsw.FullError):
        raise
    except (StoreError, apsw.Error, OSError) as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        if not (isinstance(error, WrongPassword) and new is not None and _opens(copy, new)):
            change.left.append(copy)
    else:
        change.new_copies[copy] = ready


def _write_anew(copy: Path, ready: Path, old: str | None, new: str | None, like: Path) -> None:
    connection = _connect(copy, old)
    try:
        unfinished = ready.with_name(f"{os.getpid()}{copying.NEW}")
        write_checked(connection, unfinished, new, like)
    finally:
        connection.close()
    with suppress(OSError):  # the list of copies tells by it when they were made
        made = copy.stat()
        os.utime(unfinished, ns=(made.st_atime_ns, made.st_mtime_ns))
    # only what is complete ever bears this name
    copying.replace(unfinished, ready)


def _rewrite(copy: Path, path: Path, password: str) -> None:
    """Put a copy without a password under that of its file."""
    lock = locking.take(copy)
    try:
        ready = copy.with_name(copy.name + _READY)
        _write_anew(copy, ready, None, password, path)
        copying.replace(ready, copy)
    finally:
        if lock:
            lock.release()


def _finish(ready: Path, password: str | None) -> None:
    """A copy prepared belongs to the file if it opens with its password, and to a change that failed if not."""
    try:
        check(ready, password)
    except (WrongPassword, Damaged):
        copying.remove(ready)
    except (StoreError, apsw.Error, OSError):
        return
    else:
        with suppress(OSError):
            copying.replace(ready, ready.with_name(ready.name.removesuffix(_READY)))


def _opens(path: Path, password: str) -> bool:
    try:
        _connect(path, password).close()
    except (StoreError, apsw.Error, OSError):
        return False
    return True


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
