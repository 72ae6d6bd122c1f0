"""Putting the state of a copy in place of a file, after the present state was kept: whole or not at all."""

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from desktop import paths
from desktop.i18n import message
from desktop.store import copying, locking
from desktop.store.business_file import BusinessFile
from desktop.store.copying import journal
from desktop.store.errors import (
    AnotherBusiness,
    CannotWrite,
    CopyNeedsPassword,
    Damaged,
    DiskFull,
    ForeignFile,
    InUse,
    Missing,
    NeedsPassword,
    StoreError,
    writing,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the state there was before."""

    kept: Path | None
    """The copy it was kept as; None where it could not be read."""
    aside: Path | None = None
    """Where a damaged file lies now."""
    has_password_of_copy: bool = False
    """The file was gone or damaged and the copy is protected: it opens with the password of the copy."""


def restore(
    file: Path,
    copy: Path,
    *,
    now: datetime,
    aside: Callable[[], Path],
    password: str | None = None,
    copy_password: str | None = None,
    folder: Path | None = None,
) -> Restored:
    """Put the state of a copy in place of a closed file. Raises `StoreError`, and then nothing was changed.

    `password` is that of the file, which it keeps; `copy_password` that of the copy, where it is another. A file
    that is damaged is moved to where `aside` says, and then it has the password of the copy.
    """
    folder = folder or paths.backups()
    with (
        _opened(copy, now, folder, password, copy_password) as source,
        _locked(file),
        _cleared(copying.unfinished(file)) as new,
    ):
        try:
            kept = _keep(file, source, new, now, folder, password)
        except (Missing, Damaged, ForeignFile):
            if file.is_dir():
                raise
            return _restore_lost(file, source, new, aside)
        try:
            with _explained(file):
                copying.replace(new, file)
        except StoreError:
            copying.remove(kept)
            raise
        return Restored(kept)


def _keep(file: Path, source: BusinessFile, new: Path, now: datetime, folder: Path, password: str | None) -> Path:
    """Make everything ready: the new file and the copy of the present one."""
    with BusinessFile.open(file, now=now, writable=False, backup_folder=folder, password=password) as present:
        if present.business != source.business:
            raise AnotherBusiness(
                message("“{name}” is a copy of another business. Nothing was changed.", name=source.path.name)
            )
        with _explained(file):
            source.write_copy(new, present.password, file)
            return present.keep(now)


def _restore_lost(file: Path, source: BusinessFile, new: Path, aside: Callable[[], Path]) -> Restored:
    """In place of a file that is gone, or that nobody can read."""
    with _explained(file):
        source.write_copy(new, source.password, source.path)
        place = _move_aside(file, aside()) if file.exists() else None
        try:
            copying.replace(new, file)
        except BaseException:
            if place:
                _move(place, file)
            raise
    return Restored(None, place, source.is_protected)


def _move_aside(file: Path, place: Path) -> Path:
    try:
        _move(file, place)
    except BaseException:
        with suppress(OSError):
            if journal(place).exists():
                journal(place).rename(journal(file))
        raise
    return place


def _move(file: Path, place: Path) -> None:
    """With the journal of a change that was cut off: it must never meet another file of that name."""
    with suppress(FileNotFoundError):
        journal(file).rename(journal(place))
    file.rename(place)


@contextmanager
def _opened(
    copy: Path, now: datetime, folder: Path, password: str | None, copy_password: str | None
) -> Generator[BusinessFile]:
    given = password if copy_password is None else copy_password
    try:
        source = BusinessFile.open(copy, now=now, writable=False, backup_folder=folder, password=given)
    except NeedsPassword as error:
        if copy_password is not None:
            raise
        raise CopyNeedsPassword(
            message(
                "“{name}” has a password of its own: the one the policy file had when the copy was made.",
                name=copy.name,
            )
        ) from error
    with source:
        yield source


@contextmanager
def _locked(file: Path) -> Generator[None]:
    lock = locking.take(file)
    if lock is None:
        raise _not_written(file)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _cleared(new: Path) -> Generator[Path]:
    try:
        yield new
    finally:
        copying.remove(new)


@contextmanager
def _explained(file: Path) -> Generator[None]:
    try:
        with writing(file):
            yield
    except InUse:
        raise
    except DiskFull as error:
        raise DiskFull(
            message(
                "There is not enough room on the disk to bring the copy back. Nothing was changed. "
                "Make some room and try again."
            )
        ) from error
    except (StoreError, apsw.Error) as error:
        raise _not_written(file) from error


def _not_written(file: Path) -> CannotWrite:
    return CannotWrite(
        message(
            "The copy could not be brought back, because “{name}” or its copies cannot be written. Nothing was "
            "changed. Check that the drive is connected and that you may write there.",
            name=file.name,
        )
    )
