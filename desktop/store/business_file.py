"""The business file: everything one business answered, in one SQLite file that is never half written.

Every change is one transaction and one undo step; evidence is only added to, and undo leaves it alone. The clock is
always passed in.
"""

import logging
import uuid
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import apsw

from desktop import paths
from desktop.core.answers import Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person, Value
from desktop.core.library import Clause
from desktop.core.look import Look
from desktop.core.watch.choices import WatchChoices
from desktop.store import (
    clause_rows,
    creating,
    inspecting,
    locking,
    look_rows,
    opening,
    passwords,
    protection,
    rows,
    watch_rows,
)
from desktop.store.errors import (
    Damaged,
    ForeignFile,
    WrongPassword,
    in_plain_words,
    reading,
    writing,
)
from desktop.store.evidence_book import EvidenceBook
from desktop.store.open_file import OpenFile
from desktop.store.schema import MIGRATIONS, newest

_log = logging.getLogger(__name__)


class BusinessFile(OpenFile):
    """An open business file."""

    @classmethod
    def create(
        cls,
        path: Path,
        answers: Answers = Answers(),  # noqa: B008 - frozen
        *,
        content_version: str = "",
        now: datetime,
        backup_folder: Path | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> "BusinessFile":
        """Make a new file with these settings, never over one that is there, and open it. Raises `StoreError`."""
        path = path.absolute()
        creating.refuse_existing(path)
        with creating.making(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with locking.held(path) as lock:
            meta = {"id": uuid.uuid4().hex, "content_version": content_version}
            creating.write_new(path, answers, meta, now, settings or {})
            file = cls(path, lock, backup_folder or paths.backups(), MIGRATIONS, now.date())
        # nothing is worth a copy yet; opened again today, there will be
        file._copied_on = now.date()
        return file

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: datetime,
        writable: bool = True,
        backup_folder: Path | None = None,
        migrations: Sequence[str] = MIGRATIONS,
        password: str | None = None,
    ) -> "BusinessFile":
        """Open a file, to look at only where it or its folder cannot be written. Raises `StoreError`.

        A copy is made once a day. Without `writable` no lock is taken and nothing is changed. A password that a file
        does not need does no harm.
        """
        path = path.absolute()
        folder = backup_folder or paths.backups()
        password = None if password is None else passwords.normal(password)
        try:
            inspecting.inspect(path, newest(migrations), unlocked=password is not None)
            with locking.held(path, writable=writable) as lock:
                file = cls(path, lock, folder, migrations, now.date(), _needed(path, password))
        except (Damaged, ForeignFile, WrongPassword) as fault:
            raise opening.with_what_copies_say(fault, path, folder, now.date(), password) from fault.__cause__
        if file.read_only:
            file._unlock()
        else:
            protection.finish(path, folder / file.business, file._password)
            file._copy(now.date())
        return file

    @property
    def answers(self) -> Answers:
        """All the owner said, as it is now; inside `change`, as they will be."""
        return self._transactions.state.answers

    @property
    def changed(self) -> datetime:
        """When the content was last changed. Undo takes this back too."""
        return self._transactions.state.changed

    def set_answer(self, question_id: str, value: Value | None, label: str, *, now: datetime) -> None:
        """Set an answer, or take it back where `value` is None. Raises `StoreError`."""
        with self.change(label, now=now):
            self._transactions.set_answer(question_id, value)

    def save_person(self, person: Person, label: str, *, now: datetime) -> None:
        """Add a person, or change the one with that id. Raises `StoreError`."""
        self._put(lambda c: rows.put_person(c, person), label, now)

    def remove_person(self, person_id: str, label: str, *, now: datetime) -> None:
        """Remove a person. Answers that name them stay and are read as empty. Raises `StoreError`."""
        self._put(lambda c: rows.drop_person(c, person_id), label, now)

    def save_account(self, account: Account, label: str, *, now: datetime) -> None:
        """Add an account, or change the one with that id. Raises `StoreError`; `ValueError` for an unknown person."""
        named = {account.owner, *account.administrators, account.recovery_email, account.recovery_phone} - {""}
        if unknown := named - self.answers.people.keys():
            raise ValueError(unknown)
        self._put(lambda c: rows.put_account(c, account), label, now)

    def remove_account(self, account_id: str, label: str, *, now: datetime) -> None:
        """Remove an account. Raises `StoreError`."""
        self._put(lambda c: rows.drop_account(c, account_id), label, now)

    def choose_clause(self, clause_id: str, choice: ClauseChoice, label: str, *, now: datetime) -> None:
        """Keep what the owner decided about a clause. Raises `StoreError`."""
        self._put(lambda c: clause_rows.put_choice(c, clause_id, choice), label, now)

    def edit_clause(self, clause_id: str, edit: ClauseEdit | None, label: str, *, now: datetime) -> None:
        """Keep the owner's wording of a clause; None goes back to the library's. Raises `StoreError`."""
        self._put(lambda c: clause_rows.put_edit(c, clause_id, edit), label, now)

    def save_own_clause(self, own: OwnClause, label: str, *, now: datetime) -> None:
        """Add a clause the owner wrote, or change the one with that id. Raises `StoreError`."""
        self._put(lambda c: clause_rows.put_own(c, own), label, now)

    def remove_own_clause(self, clause_id: str, label: str, *, now: datetime) -> None:
        """Remove a clause the owner wrote. Raises `StoreError`."""
        self._put(lambda c: clause_rows.drop_own(c, clause_id), label, now)

    def set_look(self, look: Look, label: str, *, now: datetime) -> None:
        """Keep how documents look. Raises `StoreError`."""
        self._put(lambda c: look_rows.put_look(c, look), label, now)

    def set_watch(self, watch: WatchChoices, label: str, *, now: datetime) -> None:
        """Keep what the owner decided about watching. Raises `StoreError`."""
        self._put(lambda c: watch_rows.put_watch(c, watch), label, now)

    @property
    def evidence(self) -> EvidenceBook:
        """What was done and seen. It is no part of the changes: undo leaves it alone."""
        return EvidenceBook(self)

    @property
    def kept_clauses(self) -> dict[str, Clause]:
        """The clauses of the library as the owner last agreed to them; none in a file never opened for work."""
        with self._turn, reading(self.path):
            return clause_rows.read_kept(self._connection)

    def keep_clauses(self, clauses: Iterable[Clause], label: str, *, now: datetime) -> None:
        """Agree to clauses of the library as they are now. Raises `StoreError`."""
        self._put(lambda c: clause_rows.put_kept(c, clauses), label, now)

    def drop_kept_clause(self, clause_id: str, label: str, *, now: datetime) -> None:
        """Agree that a clause is gone from the library. Raises `StoreError`."""
        self._put(lambda c: clause_rows.drop_kept(c, clause_id), label, now)

    def begin_keeping(self, clauses: Iterable[Clause]) -> None:
        """Note the library a file begins with. It is no change: no undo, no new date. Raises `StoreError`."""
        self._must_be_writable()
        with self._turn, in_plain_words(self.path), self._connection:
            clause_rows.put_kept(self._connection, clauses)

    @contextmanager
    def change(self, label: str, *, now: datetime) -> Generator[None]:
        """Everything done inside is one transaction and one undo step. An error takes all of it back.

        A change inside a change joins the outer one. One that comes to nothing leaves no step. Raises `StoreError`.
        """
        self._must_be_writable()
        with self._turn:
            if self._copied_on != now.date() and not self._transactions.is_open:
                self._copy(now.date())
            with self._transactions.change(label, now):
                yield

    @property
    def undo_label(self) -> str | None:
        """The label of the change that `undo` would take back."""
        return self._transactions.state.undo_label

    @property
    def redo_label(self) -> str | None:
        """The label of the change that `redo` would make again."""
        return self._transactions.state.redo_label

    def undo(self) -> str | None:
        """Take the last change back and return its label; None if there is none. Raises `StoreError`."""
        self._must_be_writable()
        with self._turn:
            return self._transactions.undo()

    def redo(self) -> str | None:
        """Make the change undone last again and return its label; None if there is none. Raises `StoreError`."""
        self._must_be_writable()
        with self._turn:
            return self._transactions.redo()

    def setting(self, key: str, default: str = "") -> str:
        """A small setting kept with this file, such as the language of the preview."""
        if key in self._settings:
            return self._settings[key]
        with self._turn, in_plain_words(self.path):
            value = rows.read_setting(self._connection, key)
        return default if value is None else value

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting with this file. It is no change: no undo, no new date. Raises `StoreError`.

        A file that is open to look at keeps it until it is closed.
        """
        if self.read_only:
            self._settings[key] = value
        elif self.setting(key) != value:
            with self._turn, in_plain_words(self.path):
                rows.put_setting(self._connection, key, value)

    def _put(self, put: Callable[[apsw.Connection], None], label: str, now: datetime) -> None:
        with self.change(label, now=now):
            self._transactions.write(put)


def _needed(path: Path, password: str | None) -> str | None:
    """The password, where the file is protected."""
    with writing(path):
        return password if password is not None and inspecting.is_protected(path) else None
