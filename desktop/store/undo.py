"""Undo steps: what each change did to the tables, as SQLite changesets, kept in the file itself.

Every function runs inside the transaction of its caller, so a change and its step are written together or not at all.
"""

from collections.abc import Generator
from contextlib import contextmanager

import apsw

from desktop.store.schema import UNDOABLE
from desktop.store.sql import apply, inverted, run

LIMIT = 200
"""Steps kept; the oldest go first."""


@contextmanager
def recording(connection: apsw.Connection) -> Generator[apsw.Session]:
    """Note the changes of the tables that can be undone."""
    session = apsw.Session(connection, "main")
    try:
        for table in UNDOABLE:
            session.attach(table)
        yield session
    finally:
        session.close()


def record(connection: apsw.Connection, label: str, changeset: bytes) -> None:
    """Add a step; what had been undone can no longer be redone."""
    run(connection, "DELETE FROM undo WHERE undone = 1")
    run(connection, "INSERT INTO undo (label, changeset) VALUES (?, ?)", (label, changeset))
    run(
        connection,
        "DELETE FROM undo WHERE id <= (SELECT id FROM undo ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (LIMIT,),
    )


def labels(connection: apsw.Connection) -> tuple[str | None, str | None]:
    """The labels of the step to undo and of the step to redo."""
    last, following = _last(connection), _following(connection)
    return (last[1] if last else None, following[1] if following else None)


def step_back(connection: apsw.Connection) -> str | None:
    """Undo the last step and return its label; None if there is none. Raises `apsw.AbortError` on a conflict."""
    if (step := _last(connection)) is None:
        return None
    number, label, changeset = step
    apply(connection, inverted(changeset))
    run(connection, "UPDATE undo SET undone = 1 WHERE id = ?", (number,))
    return label


def step_forward(connection: apsw.Connection) -> str | None:
    """Redo the step undone last and return its label; None if there is none. Raises `apsw.AbortError` on a conflict."""
    if (step := _following(connection)) is None:
        return None
    number, label, changeset = step
    apply(connection, changeset)
    run(connection, "UPDATE undo SET undone = 0 WHERE id = ?", (number,))
    return label


def clear(connection: apsw.Connection) -> None:
    """Forget every step."""
    run(connection, "DELETE FROM undo")


def _last(connection: apsw.Connection) -> tuple[int, str, bytes] | None:
    return run(connection, "SELECT id, label, changeset FROM undo WHERE undone = 0 ORDER BY id DESC LIMIT 1").get


def _following(connection: apsw.Connection) -> tuple[int, str, bytes] | None:
    return run(connection, "SELECT id, label, changeset FROM undo WHERE undone = 1 ORDER BY id LIMIT 1").get
