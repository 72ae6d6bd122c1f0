"""From a path to a connection: how a file may be opened, whether it is whole, and its update."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import apsw

from desktop.i18n import message
from desktop.store import backups, copies, inspecting, passwords, rows, undo
from desktop.store.copying import journal
from desktop.store.errors import (
    CannotRead,
    CannotWrite,
    Damaged,
    StoreError,
    WrongPassword,
    damaged,
    damaged_or_changed,
    in_plain_words,
    unreadable,
    with_copy,
    wrong_password,
)
from desktop.store.schema import TABLES, USER_VERSION, newest
from desktop.store.sql import content, load, pragma, run

_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
"""Without the second, a copy could not be written under an address that says its password."""

_BUSY_MILLISECONDS = 2000
_QUICK_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which a whole file is checked at opening.

That takes about 1 ms a megabyte, and 5 ms a thousand entries of the log.
"""


def unlock(connection: apsw.Connection, path: Path, password: str, form: int) -> None:
    """Open the encryption of a protected file and refuse what then is no business file. Raises `StoreError`."""
    if not password:
        raise wrong_password(path)
    passwords.give(connection, password)
    try:
        application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    except apsw.NotADBError as error:
        raise wrong_password(path) from error
    except apsw.CorruptError as error:
        # a first page that can be read says that others are missing; or the wrong password plays back a journal
        raise (wrong_password if journal(path).exists() else damaged)(path) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.IOError) as error:
        raise _unreadable(path) from error
    inspecting.refuse_others(path, application, version, form)


def _try_beside_journal(path: Path, password: str, form: int) -> None:
    """Try a password on a copy where a change was cut off. Raises `StoreError`.

    Under a wrong password SQLite plays nonsense back into the file. The journal stays and heals it under the right one,
    but a file that is refused is not to be touched.
    """
    if not journal(path).exists():
        return
    # rare, and nothing that the start of the window should wait for
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        trial = Path(folder) / "trial"
        try:
            shutil.copyfile(path, trial)
            shutil.copyfile(journal(path), journal(trial))
        except FileNotFoundError:
            return  # the change of another window, which is complete now
        except OSError as error:
            raise unreadable(path) from error
        connection = apsw.Connection(str(trial))
        try:
            unlock(connection, path, password, form)
        finally:
            connection.close()


def connect(
    path: Path, *, writable: bool, password: str | None = None, form: int = USER_VERSION, busy: int | None = None
) -> apsw.Connection:
    """A connection with this program's settings. Raises `apsw.Error`, and `StoreError` for a wrong password.

    The password is for a protected file only. `busy` is how many milliseconds to wait for another program.

    One that only looks is opened for writing all the same, where that is possible: SQLite can then play back the
    journal of a crash. `query_only` keeps everything else out.
    """
    if password is not None:
        _try_beside_journal(path, password, form)
    connection = apsw.Connection(str(path), flags=_FLAGS)
    try:
        connection.set_busy_timeout(_BUSY_MILLISECONDS if busy is None else busy)
        # nothing of a protected file may go to a temporary file, which would be open to all
        pragma(connection, "temp_store", "memory")
        if password is not None:
            unlock(connection, path, password, form)
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
        raise _unreadable(path) from error


def touch(connection: apsw.Connection) -> None:
    """Write without changing anything. Raises `apsw.Error`, also where the file no longer is at its path."""
    run(connection, "BEGIN IMMEDIATE")
    try:
        pragma(connection, "user_version", pragma(connection, "user_version"))
        run(connection, "COMMIT")
    finally:
        if connection.in_transaction:
            run(connection, "ROLLBACK")


def verify_tables(connection: apsw.Connection, path: Path) -> None:
    """Refuse a file of the newest form that lacks a table. Raises `StoreError`."""
    tables = {name for (name,) in run(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables >= TABLES:
        raise damaged(path)


def business_id(connection: apsw.Connection) -> str:
    """The id names a folder, so it must look like one of ours. Raises `ValueError`."""
    business = rows.read_meta(connection, "id")
    if not re.fullmatch("[0-9a-f]{32}", business):
        raise ValueError(business)
    return business


def with_what_copies_say(fault: StoreError, path: Path, folder: Path, today: date, password: str | None) -> StoreError:
    """A fault in the light of the newest copy: damage names it, and it may tell a wrong password from damage."""
    if (copy := copies.newest(path, folder, today)) is None:
        return fault
    if isinstance(fault, Damaged):
        return with_copy(fault, copy)
    if isinstance(fault, inspecting.NothingKnown):
        return with_copy(damaged(path), copy) if path.suffix.lower() == copies.SUFFIX else fault
    if not isinstance(fault, WrongPassword) or password is None or not _fits(copy, password):
        return fault
    try:
        same = inspecting.salt(copy) == inspecting.salt(path)
    except OSError:
        return fault
    return with_copy(damaged(path) if same else damaged_or_changed(path), copy)


def _fits(copy: Path, password: str) -> bool:
    try:
        if not inspecting.is_protected(copy):
            return False
        connect(copy, writable=False, password=password, busy=0).close()
    except (StoreError, apsw.Error, OSError):
        return False
    return True


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
    connection: apsw.Connection,
    path: Path,
    business: str,
    folder: Path,
    day: date,
    migrations: Sequence[str],
    password: str | None,
) -> None:
    """Copy a file of an older form, then update it. Without a copy it stays as it is. Raises `StoreError`."""
    try:
        backups.before_update(connection, path, business, folder, day, password)
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
    memory = apsw.Connection(":memory:", flags=_FLAGS)
    try:
        # not `backup`, which refuses a protected file
        load(memory, content(connection))
        update(memory, migrations)
        pragma(memory, "query_only", True)
    except BaseException:
        memory.close()
        raise
    connection.close()
    return memory


def _unreadable(path: Path) -> CannotWrite | CannotRead:
    return _unfinished(path) if journal(path).exists() else unreadable(path)


def _unfinished(path: Path) -> CannotWrite:
    return CannotWrite(
        message(
            "The last change to “{name}” was cut off, and this folder cannot be written to put that right. "
            "Copy the file together with “{journal}” to a folder where you can save files, and open it there.",
            name=path.name,
            journal=journal(path).name,
        )
    )
