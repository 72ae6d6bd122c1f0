"""A business file as an open file: its connection, its lock, its copies and its password."""

import logging
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

import apsw

from desktop.i18n import message
from desktop.store import backups, clause_rows, locking, opening, passwords, protection, rows
from desktop.store.errors import CannotWrite, UnfitPassword, in_plain_words, reading, writing
from desktop.store.protection import Rekeyed
from desktop.store.schema import newest
from desktop.store.sql import pragma
from desktop.store.transactions import Transactions, whole

_log = logging.getLogger(__name__)


class OpenFile:
    """What is open, whatever it says."""

    path: Path
    read_only: bool
    """It can be looked at only: asked for so, or the file or its folder cannot be written."""
    business: str
    """The id of the business, made with the file and kept when it is renamed or copied."""
    created: date
    """The day the file was made."""

    def __init__(
        self,
        path: Path,
        lock: locking.Lock | None,
        folder: Path,
        migrations: Sequence[str],
        day: date,
        password: str | None = None,
    ) -> None:
        """For those who open and create files, and hand over the lock."""
        self.path = path
        self._lock = lock
        self._folder = folder
        self._copied_on: date | None = None
        self._settings: dict[str, str] = {}
        self._form = newest(migrations)
        self._password = password
        self._turn = RLock()
        """For one thread at a time: what takes long is done beside the window, which may be closed meanwhile."""
        self._connection = self._connected(writable=lock is not None)
        try:
            self.read_only = lock is None or self._connection.readonly("main")
            with reading(path):
                opening.verify(self._connection, path)
                self.business = opening.business_id(self._connection)
                self._update(migrations, day)
                opening.verify_tables(self._connection, path)
                self._transactions = Transactions(self._connection, path)
                self.created = datetime.fromisoformat(rows.read_meta(self._connection, "created")).date()
                clause_rows.read_kept(self._connection)  # damage is said at the door
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file and let others write it. A second call does nothing."""
        with self._turn:
            self._connection.close()
            self._unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_protected(self) -> bool:
        """Whether it opens with a password only."""
        return self._password is not None

    @property
    def password(self) -> str | None:
        """The password it was opened with, to open it again; None for a file without. Never to be shown or written."""
        return self._password

    def protect(self, password: str, *, now: datetime) -> Rekeyed:
        """Set the password of the file and its copies, or change it. Whole or not at all. Raises `StoreError`.

        It takes about 0.1 s for each copy and may be run outside the thread of the window. It is no step to undo.
        """
        if fault := passwords.check_password(password):
            raise UnfitPassword(fault)
        with self._turn:
            return self._rekey(passwords.normal(password), now)

    def unprotect(self, *, now: datetime) -> Rekeyed:
        """Remove the password of the file and its copies, as `protect` sets it. Raises `StoreError`."""
        with self._turn:
            return self._rekey(None, now)

    @contextmanager
    def looking(self) -> Generator[apsw.Connection]:
        """For those who read rows; what makes no sense is damage. Raises `StoreError`."""
        with self._turn, reading(self.path):
            yield self._connection

    @contextmanager
    def noting(self, now: datetime) -> Generator[apsw.Connection]:
        """One transaction beside the changes: no undo, no new date. An error takes it back. Raises `StoreError`."""
        self._must_be_writable()
        with self._turn:
            if self._transactions.is_open:
                raise RuntimeError
            if self._copied_on != now.date():
                self._copy(now.date())
            with in_plain_words(self.path), whole(self._connection):
                yield self._connection

    def write_copy(self, target: Path, password: str | None, like: Path | None = None) -> None:
        """Write all of the file under a new name, and read it back. Raises `StoreError`, `apsw.Error` or `OSError`.

        `like` is a file that has had the password before, if there is one.
        """
        with self._turn:
            protection.write_checked(self._connection, target, password, like)

    def keep(self, now: datetime) -> Path:
        """Copy the file before it is replaced, among its daily copies. Raises `apsw.Error` or `OSError`."""
        return backups.before_restore(
            self._connection, self.path, self.business, self._folder, now.date(), self._password
        )

    def _rekey(self, password: str | None, now: datetime) -> Rekeyed:
        self._must_be_writable()
        if self._transactions.is_open:
            raise RuntimeError
        if password is None and self._password is None:
            return Rekeyed(0)
        with in_plain_words(self.path):
            opening.touch(self._connection)
        if self._copied_on != now.date():
            self._copy(now.date())
        copies = self._folder / self.business
        protection.finish(self.path, copies, self._password)
        with protection.prepared(self._connection, self.path, copies, self._password, password) as change:
            self._connection.close()
            try:
                with writing(self.path):
                    change.replace_file()
                self._password = password
            finally:
                self._connection = self._connected(writable=True)
                self._transactions = Transactions(self._connection, self.path)
            return change.replace_copies()

    def _connected(self, *, writable: bool) -> apsw.Connection:
        with reading(self.path):
            return opening.connect(self.path, writable=writable, password=self._password, form=self._form)

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise CannotWrite(
                message("“{name}” is open only to look at, so it cannot be changed here.", name=self.path.name)
            )

    def _unlock(self) -> None:
        if self._lock:
            self._lock.release()

    def _update(self, migrations: Sequence[str], day: date) -> None:
        if pragma(self._connection, "user_version") >= newest(migrations):
            return
        if self.read_only:
            self._connection = opening.updated_in_memory(self._connection, migrations)
        else:
            opening.update_with_copy(
                self._connection, self.path, self.business, self._folder, day, migrations, self._password
            )

    def _copy(self, day: date) -> None:
        """The copy of the day. Work goes on without one where the folder of copies cannot be written."""
        self._copied_on = day
        try:
            backups.daily(self._connection, self.path, self.business, self._folder, day, self._password)
        except (apsw.Error, OSError) as error:
            _log.warning("no copy of %s on %s: %s", os.fspath(self.path), day, error)
