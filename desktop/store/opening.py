"""From a path to a connection: what the file is, how it may be opened, whether it is whole, and its update.

A file that is refused is not touched: the first look reads bytes, without SQLite.
"""

import os
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import apsw

from desktop.i18n import message
from desktop.store import backups, undo
from desktop.store.errors import (
    CannotWrite,
    Damaged,
    ForeignFile,
    Missing,
    NeedsPassword,
    NewerVersion,
    damaged,
    in_plain_words,
    unreadable,
)
from desktop.store.schema import APPLICATION_ID, TABLES, newest
from desktop.store.sql import pragma, run

_MAGIC = b"SQLite format 3\0"
_ENCRYPTED = bytes.fromhex("1000010120402020")
"""Bytes 16 to 23 of an encrypted file: page size and the like, which SQLite3 Multiple Ciphers leaves readable."""

_HEADER = 100
_BUSY_MILLISECONDS = 2000
_QUICK_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which a whole file is checked at opening (about 1 ms a megabyte)."""


def inspect(path: Path, form: int, password: str | None = None) -> None:
    """Refuse what is not a business file of form `form` or older. Raises `StoreError`.

    Of a protected file the first bytes say only that it is one: with a password it is looked at in `unlock`.
    """
    head, size = _head(path)
    if not size:
        raise Damaged(message("“{name}” is empty; there is nothing in it to open.", name=path.name))
    if not head.startswith(_MAGIC):
        if head[16:24] == _ENCRYPTED:
            if password is not None:
                return
            raise NeedsPassword(message("“{name}” is protected by a password.", name=path.name))
        if not any(head):
            raise damaged(path)
        raise _foreign(path)
    if len(head) < _HEADER:
        raise damaged(path)
    _refuse_others(path, int.from_bytes(head[68:72]), int.from_bytes(head[60:64]), form)


def _refuse_others(path: Path, application: int, version: int, form: int) -> None:
    if application != APPLICATION_ID:
        raise _foreign(path)
    if version > form:
        raise NewerVersion(
            message(
                "This file was made by a newer DasarKita. Update the program to open it; "
                "nothing in the file was changed."
            )
        )


def unlock(connection: apsw.Connection, path: Path, password: str, form: int) -> None:
    """Open the encryption of a protected file and refuse what then is no business file. Raises `StoreError`."""
    pragma(connection, "key", password)
    try:
        application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    except apsw.NotADBError as error:
        raise NeedsPassword(message("The password does not fit “{name}”.", name=path.name)) from error
    _refuse_others(path, application, version, form)


def journal(path: Path) -> Path:
    """Where SQLite notes a change under way."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + "-journal")


def connect(path: Path, *, writable: bool, password: str | None = None, form: int = 0) -> apsw.Connection:
    """A connection with this program's settings. Raises `apsw.Error`, and `StoreError` for a wrong password.

    One that only looks is opened for writing all the same, where that is possible: SQLite can then play back the
    journal of a crash. `query_only` keeps everything else out.
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        if password is not None and not _head(path)[0].startswith(_MAGIC):
            unlock(connection, path, password, form)
        connection.set_busy_timeout(_BUSY_MILLISECONDS)
        # a file from elsewhere may carry views and triggers; they shall not run anything
        pragma(connection, "trusted_schema", False)
        pragma(connection, "cell_size_check", True)
        if writable and not connection.readonly("main"):
            pragma(connection, "journal_mode", "delete")
            pragma(connection, "synchronous", "full")
            pragma(connection, "foreign_keys", True)
        else:
            pragma(connection, "query_only", True)
    except BaseException:
        connection.close()
        raise
    return connection


def verify(connection: apsw.Connection, path: Path) -> None:
    """Refuse a file whose pages are not in order. Raises `StoreError`."""
    try:
        if path.stat().st_size <= _QUICK_CHECK_LIMIT and pragma(connection, "quick_check", 1) != "ok":
            raise damaged(path)
        # SQLite reads a last page that is cut off as if it ended in zeros
        if pragma(connection, "page_count") * pragma(connection, "page_size") > path.stat().st_size:
            raise damaged(path)
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.IOError, OSError) as error:
        if journal(path).exists():
            raise _unfinished(path) from error
        raise unreadable(path) from error


def verify_tables(connection: apsw.Connection, path: Path) -> None:
    """Refuse a file of the newest form that lacks a table. Raises `StoreError`."""
    tables = {name for (name,) in run(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables >= TABLES:
        raise damaged(path)


def update(connection: apsw.Connection, migrations: Sequence[str]) -> None:
    """Bring a file to the newest form, whole or not at all. Undo steps, in the old form, go. Raises `apsw.Error`."""
    version: int = pragma(connection, "user_version")
    pragma(connection, "foreign_keys", False)
    try:
        run(connection, "BEGIN IMMEDIATE")
        for migration in migrations[version - 1 :]:
            run(connection, migration)
        undo.clear(connection)
        if broken := pragma(connection, "foreign_key_check"):
            raise apsw.ConstraintError(str(broken))
        pragma(connection, "user_version", newest(migrations))
        run(connection, "COMMIT")
    finally:
        if connection.in_transaction:
            run(connection, "ROLLBACK")
        pragma(connection, "foreign_keys", True)


def update_with_copy(
    connection: apsw.Connection, path: Path, business: str, folder: Path, day: date, migrations: Sequence[str]
) -> None:
    """Copy a file of an older form, then update it. Without a copy it stays as it is. Raises `StoreError`."""
    try:
        backups.before_update(connection, path, business, folder, day)
    except (apsw.Error, OSError) as error:
        raise CannotWrite(
            message(
                "“{name}” is from an older DasarKita and must be updated, but no copy of it could be made in "
                "“{folder}”. Nothing in it was changed. Make room there and try again.",
                name=path.name,
                folder=str(folder),
            )
        ) from error
    try:
        with in_plain_words(path):
            update(connection, migrations)
    except apsw.Error as error:
        raise CannotWrite(
            message(
                "“{name}” is from an older DasarKita and could not be updated. Nothing in it was changed.",
                name=path.name,
            )
        ) from error


def updated_in_memory(connection: apsw.Connection, migrations: Sequence[str]) -> apsw.Connection:
    """A file of an older form that may not be written, in the newest form. The given connection is closed."""
    memory = apsw.Connection(":memory:")
    try:
        with memory.backup("main", connection, "main") as copy:
            copy.step()
        update(memory, migrations)
        pragma(memory, "query_only", True)
    except BaseException:
        memory.close()
        raise
    connection.close()
    return memory


def _head(path: Path) -> tuple[bytes, int]:
    """The first bytes and the size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ForeignFile(message("“{name}” is a folder, not a business file.", name=path.name))
        if not stat.S_ISREG(status.st_mode):
            raise _foreign(path)
        with path.open("rb") as file:
            return file.read(_HEADER), status.st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Missing(
            message("“{name}” is not there. It may have been moved, renamed or deleted.", name=path.name)
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(path) from error


def _foreign(path: Path) -> ForeignFile:
    return ForeignFile(message("“{name}” is not a DasarKita business file. Nothing in it was changed.", name=path.name))


def _unfinished(path: Path) -> CannotWrite:
    return CannotWrite(
        message(
            "The last change to “{name}” was cut off, and this folder cannot be written to put that right. "
            "Copy the file together with “{journal}” to a folder where you can save files, and open it there.",
            name=path.name,
            journal=journal(path).name,
        )
    )
