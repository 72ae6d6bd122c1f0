"""A new business file: written under another name, complete, then given its own."""

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import apsw

from desktop.core.answers import Answers
from desktop.i18n import message
from desktop.store import copying, rows
from desktop.store.errors import CannotWrite, DiskFull, writing
from desktop.store.schema import APPLICATION_ID, SCHEMA, USER_VERSION
from desktop.store.sql import pragma, run


def write_new(
    path: Path, answers: Answers, meta: Mapping[str, str], now: datetime, settings: Mapping[str, str]
) -> None:
    """Write a new file. Raises `AlreadyThere` rather than replace one, `CannotWrite` where it cannot be written."""
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with making(path):
            unfinished.unlink(missing_ok=True)
            _fill(unfinished, answers, meta, now, settings)
            copying.give_name(unfinished, path)
            copying.settle(path.parent)
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
        raise copying.already_there(path)


def _fill(path: Path, answers: Answers, meta: Mapping[str, str], now: datetime, settings: Mapping[str, str]) -> None:
    connection = apsw.Connection(str(path))
    try:
        fill(connection, answers, meta, now, settings)
    finally:
        connection.close()


def fill(
    connection: apsw.Connection,
    answers: Answers,
    meta: Mapping[str, str],
    now: datetime,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Make an empty database a business file. Raises `apsw.Error`."""
    pragma(connection, "synchronous", "full")
    pragma(connection, "foreign_keys", True)
    run(connection, "BEGIN IMMEDIATE")
    pragma(connection, "application_id", APPLICATION_ID)
    pragma(connection, "user_version", USER_VERSION)
    run(connection, SCHEMA)
    moment = now.isoformat()
    for key, value in {"created": moment, "changed": moment, **meta}.items():
        rows.put_meta(connection, key, value)
    for key, value in settings.items():
        rows.put_setting(connection, key, value)
    rows.write_answers(connection, answers)
    run(connection, "COMMIT")
