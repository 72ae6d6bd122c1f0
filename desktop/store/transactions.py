"""Changes as transactions: file and memory go forward together, or stay as they were together."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import apsw

from desktop.core.answers import Answers, Value
from desktop.i18n import message
from desktop.store import rows, undo
from desktop.store.encoding import storable
from desktop.store.errors import CannotUndo, in_plain_words
from desktop.store.sql import run


@dataclass(frozen=True, slots=True)
class State:
    """What the file says. Replaced whole, so that a change that fails leaves no trace."""

    answers: Answers
    changed: datetime
    undo_label: str | None
    redo_label: str | None


def read(connection: apsw.Connection) -> State:
    """What the file says. Raises `ValueError` where it makes no sense."""
    return State(rows.read_answers(connection), rows.read_changed(connection), *undo.labels(connection))


@contextmanager
def whole(connection: apsw.Connection) -> Generator[None]:
    """Begin and commit; an error takes everything back. Raises `apsw.Error`."""
    try:
        run(connection, "BEGIN IMMEDIATE")
        yield
        run(connection, "COMMIT")
    except BaseException:
        # a full disk has rolled back already
        with suppress(apsw.Error):
            if connection.in_transaction:
                run(connection, "ROLLBACK")
        raise


class Transactions:
    """The changes of one open file."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        # one view of the file, while another program may write it
        run(connection, "BEGIN")
        self.state = read(connection)
        run(connection, "COMMIT")
        self._connection = connection
        self._path = path
        self._open = False
        self._failure: BaseException | None = None

    @property
    def is_open(self) -> bool:
        """Whether a change is under way."""
        return self._open

    def change(self, label: str, now: datetime) -> AbstractContextManager[None]:
        """One transaction and one undo step; a change inside a change joins it. Raises `StoreError`."""
        return self._joined() if self._open else self._whole(label, now)

    def set_answer(self, question_id: str, value: Value | None) -> None:
        """Set an answer, within a change. Only its row is read again: this happens at every key an owner presses."""
        rows.put_answer(self._connection, question_id, value)
        answers = rows.with_answer_read(self._connection, self.state.answers, question_id)
        self.state = replace(self.state, answers=answers)

    def write(self, put: Callable[[apsw.Connection], None]) -> None:
        """Put rows of the registers in, within a change."""
        put(self._connection)
        self.state = replace(self.state, answers=rows.read_answers(self._connection))

    def undo(self) -> str | None:
        """Take the last step back and return its label. Raises `StoreError`."""
        return self._step(undo.step_back)

    def redo(self) -> str | None:
        """Make the step undone last again and return its label. Raises `StoreError`."""
        return self._step(undo.step_forward)

    @contextmanager
    def _joined(self) -> Generator[None]:
        try:
            with in_plain_words(self._path):
                yield
        except BaseException as error:
            # half of a change must not be kept, even if the caller goes on
            self._failure = error
            raise

    @contextmanager
    def _whole(self, label: str, now: datetime) -> Generator[None]:
        with self._transaction(), undo.recording(self._connection) as session:
            yield
            if self._failure:
                raise self._failure
            if session.changeset():
                rows.put_meta(self._connection, "changed", now.isoformat())
                undo.record(self._connection, storable(label), session.changeset())
                self.state = replace(self.state, changed=now, undo_label=storable(label), redo_label=None)

    def _step(self, take: Callable[[apsw.Connection], str | None]) -> str | None:
        if self._open:
            raise RuntimeError
        try:
            with self._transaction():
                label = take(self._connection)
                self.state = read(self._connection)
        except apsw.AbortError as error:
            with in_plain_words(self._path):
                self.state = read(self._connection)
            raise CannotUndo(
                message(
                    "This step cannot be taken back or made again: another program has changed the file since. "
                    "Nothing was changed."
                )
            ) from error
        return label

    @contextmanager
    def _transaction(self) -> Generator[None]:
        """Begin and commit; an error rolls back file and memory."""
        before = self.state
        self._open, self._failure = True, None
        try:
            with in_plain_words(self._path), whole(self._connection):
                yield
        except BaseException:
            self.state = before
            raise
        finally:
            self._open, self._failure = False, None
