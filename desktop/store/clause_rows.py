"""Decisions about clauses as rows: in or out, wording, the owner's own clauses, and the library as agreed to."""

import json
import zlib
from collections.abc import Iterable
from typing import Any, cast

import apsw
import msgspec

from desktop.core.answers import ClauseChoice, ClauseEdit, OwnClause
from desktop.core.library import Clause
from desktop.core.text import Language
from desktop.store.encoding import decoded_text, encoded, storable
from desktop.store.sql import run

_PUT_CHOICE = """
    INSERT INTO clause_choice (clause_id, included, variant, reason) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET included = excluded.included, variant = excluded.variant, reason = excluded.reason
"""
_PUT_EDIT = """
    INSERT INTO clause_edit (clause_id, variant, title, body, unchecked) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        variant = excluded.variant, title = excluded.title, body = excluded.body, unchecked = excluded.unchecked
"""
_PUT_OWN = """
    INSERT INTO own_clause (id, position, step, after_clause, title, body, unchecked)
    VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM own_clause), ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        step = excluded.step, after_clause = excluded.after_clause, title = excluded.title, body = excluded.body,
        unchecked = excluded.unchecked
"""
_PUT_KEPT = (
    "INSERT INTO kept_clause (clause_id, clause) VALUES (?, ?) ON CONFLICT DO UPDATE SET clause = excluded.clause"
)


def read_choices(connection: apsw.Connection) -> dict[str, ClauseChoice]:
    """What the owner decided about clauses of the library, by clause id."""
    rows = run(connection, "SELECT clause_id, included, variant, reason FROM clause_choice ORDER BY clause_id")
    return {
        clause: ClauseChoice(None if included is None else bool(included), variant, reason)
        for clause, included, variant, reason in rows
    }


def read_edits(connection: apsw.Connection) -> dict[str, ClauseEdit]:
    """Clauses in the owner's wording, by clause id. Raises `ValueError` for a row that makes no sense."""
    rows = run(connection, "SELECT clause_id, variant, title, body, unchecked FROM clause_edit ORDER BY clause_id")
    return {
        clause: ClauseEdit(decoded_text(title), decoded_text(body), variant, _languages(unchecked))
        for clause, variant, title, body, unchecked in rows
    }


def read_own(connection: apsw.Connection) -> dict[str, OwnClause]:
    """The clauses the owner wrote, in the order they were written. Raises `ValueError`."""
    rows = run(
        connection, "SELECT id, step, title, body, after_clause, unchecked FROM own_clause ORDER BY position, id"
    )
    return {
        clause: OwnClause(clause, step, decoded_text(title), decoded_text(body), after, _languages(unchecked))
        for clause, step, title, body, after, unchecked in rows
    }


def put_choice(connection: apsw.Connection, clause_id: str, choice: ClauseChoice) -> None:
    """Keep a decision; one that decides nothing is no row."""
    if choice == ClauseChoice():
        run(connection, "DELETE FROM clause_choice WHERE clause_id = ?", (clause_id,))
        return
    included = None if choice.included is None else int(choice.included)
    run(connection, _PUT_CHOICE, (clause_id, included, choice.variant, storable(choice.reason)))


def put_edit(connection: apsw.Connection, clause_id: str, edit: ClauseEdit | None) -> None:
    """Keep the owner's wording of a clause; None goes back to the library's."""
    if edit is None:
        run(connection, "DELETE FROM clause_edit WHERE clause_id = ?", (clause_id,))
        return
    texts = (encoded(edit.title), encoded(edit.body), json.dumps(edit.unchecked))
    run(connection, _PUT_EDIT, (clause_id, edit.variant, *texts))


def put_own(connection: apsw.Connection, own: OwnClause) -> None:
    """Keep a clause the owner wrote."""
    texts = (encoded(own.title), encoded(own.body), json.dumps(own.unchecked))
    run(connection, _PUT_OWN, (own.id, own.step, own.after, *texts))


def drop_own(connection: apsw.Connection, clause_id: str) -> None:
    """Remove a clause the owner wrote."""
    run(connection, "DELETE FROM own_clause WHERE id = ?", (clause_id,))


def read_kept(connection: apsw.Connection) -> dict[str, Clause]:
    """The clauses of the library as the owner last agreed to them. Raises `ValueError` for damaged ones."""
    rows = run(connection, "SELECT clause_id, clause FROM kept_clause ORDER BY clause_id")
    return {clause_id: _clause(packed) for clause_id, packed in rows}


def put_kept(connection: apsw.Connection, clauses: Iterable[Clause]) -> None:
    """Keep clauses of the library as agreed to."""
    for clause in clauses:
        # at the same level everywhere, so that equal clauses are equal rows
        run(connection, _PUT_KEPT, (clause.id, zlib.compress(msgspec.json.encode(clause), 6)))


def drop_kept(connection: apsw.Connection, clause_id: str) -> None:
    """Forget a clause that the library no longer has."""
    run(connection, "DELETE FROM kept_clause WHERE clause_id = ?", (clause_id,))


def _clause(packed: bytes) -> Clause:
    try:
        return msgspec.json.decode(zlib.decompress(packed), type=Clause)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(packed) from error


def _languages(text: str) -> tuple[Language, ...]:
    found: Any = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(language, str) for language in cast("list[Any]", found)):
        raise ValueError(text)
    return tuple(cast("list[str]", found))
