"""What can go wrong with a business file, in words for its owner."""

# The names read as what they say: `except InUse`.
# ruff: noqa: N818

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop.i18n import Message, message


class StoreError(Exception):
    """Something that a business file cannot do now. `reason` says why, and what to do."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


class Missing(StoreError):
    """There is no such file."""


class AlreadyThere(StoreError):
    """There is a file already where a new one was to go."""


class ForeignFile(StoreError):
    """Not a business file."""


class Damaged(StoreError):
    """A business file that cannot be read. `copy` is its newest daily copy, if there is one."""

    def __init__(self, reason: Message, copy: Path | None = None) -> None:
        super().__init__(reason)
        self.copy = copy


class AnotherBusiness(StoreError):
    """A copy that was not made of this file."""


class NewerVersion(StoreError):
    """A business file of a later program."""


class NeedsPassword(StoreError):
    """A business file protected by a password."""


class WrongPassword(NeedsPassword):
    """A password that does not open the file; whether the file is damaged cannot be told."""


class CopyNeedsPassword(NeedsPassword):
    """A copy that has another password than its file."""


class UnfitPassword(StoreError):
    """A text that cannot be a new password."""


class InUse(StoreError):
    """Another window or program has the file open."""


class CannotRead(StoreError):
    """The file cannot be read."""


class CannotWrite(StoreError):
    """The file, or the folder it is in, cannot be written."""


class DiskFull(CannotWrite):
    """There is no room for the change."""


class Moved(CannotWrite):
    """The file was moved, renamed or replaced while it was open."""


class CannotUndo(StoreError):
    """The file no longer is as the step left it."""


def damaged(path: Path) -> Damaged:
    """A file that does not make sense."""
    return Damaged(message("“{name}” is damaged and cannot be read. Nothing in it was changed.", name=path.name))


def with_copy(fault: Damaged, copy: Path) -> Damaged:
    """The same fault, naming the newest copy of the file."""
    text = message("{fault} The newest copy of it is “{copy}”.", fault=fault.reason, copy=str(copy))
    return Damaged(text, copy)


def damaged_or_changed(path: Path) -> Damaged:
    """A protected file that does not open with the password of its copy."""
    return Damaged(
        message(
            "This password opens the newest copy of “{name}”, but not the file itself. The file is damaged, or it has "
            "been given another password since. Nothing in it was changed.",
            name=path.name,
        )
    )


def wrong_password(path: Path) -> WrongPassword:
    """A protected file that does not open."""
    return WrongPassword(
        message(
            "This password does not open “{name}”. Either it is not the right one, or the file is damaged. "
            "Capital and small letters count.",
            name=path.name,
        )
    )


def unreadable(path: Path) -> CannotRead:
    """A file that the system does not let us read."""
    return CannotRead(
        message("“{name}” cannot be read. Check that you may open it and that its drive is connected.", name=path.name)
    )


def unwritable(path: Path) -> CannotWrite:
    """A file that the system does not let us write."""
    return CannotWrite(
        message(
            "“{name}” could not be written. Check that you may write in this folder and that its drive is connected. "
            "What was saved before is safe; this last change was not saved.",
            name=path.name,
        )
    )


@contextmanager
def in_plain_words(path: Path) -> Generator[None]:
    """Turn errors of SQLite into a `StoreError`. Those that are faults of ours pass through."""
    try:
        yield
    except apsw.Error as error:
        if told := _told(error, path):
            raise told from error
        raise


@contextmanager
def reading(path: Path) -> Generator[None]:
    """Turn errors of SQLite into a `StoreError`; what makes no sense is damage."""
    try:
        with in_plain_words(path):
            yield
    except (ValueError, apsw.SQLError) as error:
        raise damaged(path) from error


@contextmanager
def writing(path: Path) -> Generator[None]:
    """Turn errors of SQLite and of the system into a `StoreError`."""
    try:
        with in_plain_words(path):
            yield
    except OSError as error:
        raise (_disk_full() if error.errno in (errno.ENOSPC, errno.EDQUOT) else unwritable(path)) from error


def _told(error: apsw.Error, path: Path) -> StoreError | None:
    match error:
        case apsw.FullError():
            return _disk_full()
        case apsw.BusyError() | apsw.LockedError():
            return in_use(path)
        case apsw.CorruptError() | apsw.NotADBError():
            return damaged(path)
        case apsw.ReadOnlyError() if getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED:
            return Moved(
                message(
                    "“{name}” was moved, renamed or deleted while it was open, so this last change was not saved. "
                    "Open the file again where it is now.",
                    name=path.name,
                )
            )
        case (
            apsw.ReadOnlyError()
            | apsw.CantOpenError()
            | apsw.IOError()
            | apsw.PermissionsError()
            | apsw.ConnectionClosedError()
        ):
            return unwritable(path)
        case _:
            return None


def _disk_full() -> DiskFull:
    return DiskFull(
        message(
            "The disk is full. What was saved before is safe; this last change was not saved. "
            "Make some room and try again."
        )
    )


def in_use(path: Path) -> InUse:
    """A file that is open elsewhere."""
    return InUse(
        message(
            "“{name}” is open in another window or on another computer. "
            "Close it there first, or open it here only to look at it.",
            name=path.name,
        )
    )
