"""A copy of an open file in a folder of the owner's choice, such as a memory stick: whole and checked, or none."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from desktop.i18n import message
from desktop.store import copying
from desktop.store.business_file import BusinessFile
from desktop.store.errors import AlreadyThere, CannotWrite, DiskFull, StoreError, writing


def copy_into(folder: Path, names: Iterator[str], file: BusinessFile) -> Path:
    """Write a copy under the first of the names that is free, protected as the file is. Raises `StoreError`."""
    if not os.path.isdir(folder):  # noqa: PTH112 - a drive that is gone says no rather than raise
        raise CannotWrite(
            message("The folder “{folder}” is not there. Connect the drive and try again.", folder=str(folder))
        )
    new = folder / f".{file.business}{copying.NEW}"
    with _explained(folder):
        try:
            file.write_copy(new, file.password, file.path)
            return _named(new, folder, names)
        finally:
            copying.remove(new)


def _named(new: Path, folder: Path, names: Iterator[str]) -> Path:
    for name in names:
        with suppress(AlreadyThere):
            copying.give_name(new, folder / name)
            copying.settle(folder)
            return folder / name
    raise AssertionError  # the names never end


@contextmanager
def _explained(folder: Path) -> Generator[None]:
    try:
        with writing(folder):
            yield
    except DiskFull as error:
        raise DiskFull(
            message(
                "There is not enough room in “{folder}” for the copy. No part of it was left there.",
                folder=str(folder),
            )
        ) from error
    except (StoreError, apsw.Error) as error:
        raise CannotWrite(
            message(
                "The copy could not be put into “{folder}”. Check that the drive is connected and that you may write "
                "there, or choose another folder.",
                folder=str(folder),
            )
        ) from error
