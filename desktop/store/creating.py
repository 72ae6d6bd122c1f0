"""A new business file: written under another name, complete, then given its own."""

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import apsw

from desktop.core.answers import Answers
from desktop.i18n import message
from desktop.store import rows
from desktop.store.errors import AlreadyThere, CannotWrite, DiskFull, writing
from desktop.store.schema import APPLICATION_ID, SCHEMA, USER_VERSION
from desktop.store.sql import pragma, run


def write_new(path: Path, answers: Answers, meta: Mapping[str, str], now: datetime) -> None:
    """Write a new file. Raises `AlreadyThere` rather than replace one, `CannotWrite` where it cannot be written."""
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with making(path):
            unfinished.unlink(missing_ok=True)
            _fill(unfinished, answers, meta, now)
            _name(unfinished, path)
            _settle(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def making(path: Path) -> Generator[None]:
    """As `writing`, in words for a file that does not exist yet: there is nothing saved before to be calm about."""
    try:
        with writing(path):
            yield
    except DiskFull:
        raise
    except CannotWrite as error:
        raise CannotWrite(
            message(
                "“{name}” cannot be kept here. "
                "Check that you may write in this folder and that its drive is connected.",
                name=path.name,
            )
        ) from error


def refuse_existing(path: Path) -> None:
    """Raises `AlreadyThere` where there is a file, a folder or a link."""
    if os.path.lexists(path):
        raise _already_there(path)


def _fill(path: Path, answers: Answers, meta: Mapping[str, str], now: datetime) -> None:
    connection = apsw.Connection(str(path))
    try:
        pragma(connection, "synchronous", "full")
        pragma(connection, "foreign_keys", True)
        run(connection, "BEGIN IMMEDIATE")
        pragma(connection, "application_id", APPLICATION_ID)
        pragma(connection, "user_version", USER_VERSION)
        run(connection, SCHEMA)
        moment = now.isoformat()
        for key, value in {**meta, "created": moment, "changed": moment}.items():
            rows.put_meta(connection, key, value)
        rows.write_answers(connection, answers)
        run(connection, "COMMIT")
    finally:
        connection.close()


def _name(unfinished: Path, path: Path) -> None:
    """Give the file its name without ever replacing another."""
    try:
        try:
            path.hardlink_to(unfinished)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            # memory sticks know no links; Windows refuses to rename onto a file, others are asked first
            if os.path.lexists(path):
                raise FileExistsError from None
            unfinished.rename(path)
    except FileExistsError as error:
        raise _already_there(path) from error


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system has a way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _already_there(path: Path) -> AlreadyThere:
    return AlreadyThere(
        message("There is already a file named “{name}”. It was not touched; choose another name.", name=path.name)
    )
