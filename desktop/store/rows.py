"""Answers, registers and decisions as rows."""

from dataclasses import replace
from datetime import datetime

import apsw

from desktop.core.answers import Account, Answers, Person, Value
from desktop.store import clause_rows, look_rows
from desktop.store.encoding import decoded, decoded_text, encoded, storable
from desktop.store.sql import run

_PUT_ANSWER = """
    INSERT INTO answer (question_id, value) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value
"""
_PUT_PERSON = """
    INSERT INTO person (id, position, name, role)
    VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM person), ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role
"""
_PUT_ACCOUNT = """
    INSERT INTO account (id, position, platform, handle, owner)
    VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM account), ?, ?, ?)
    ON CONFLICT DO UPDATE SET platform = excluded.platform, handle = excluded.handle, owner = excluded.owner
"""
_PUT_META = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_PUT_SETTING = "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"


def read_answers(connection: apsw.Connection) -> Answers:
    """All the owner said, in a fixed order. Raises `ValueError` for a row that makes no sense."""
    values: dict[str, Value] = {
        question: decoded(value)
        for question, value in run(connection, "SELECT question_id, value FROM answer ORDER BY question_id")
    }
    people = {
        row: Person(row, name, decoded_text(role))
        for row, name, role in run(connection, "SELECT id, name, role FROM person ORDER BY position, id")
    }
    accounts = {
        row: Account(row, platform, handle, owner or "")
        for row, platform, handle, owner in run(
            connection, "SELECT id, platform, handle, owner FROM account ORDER BY position, id"
        )
    }
    choices, edits = clause_rows.read_choices(connection), clause_rows.read_edits(connection)
    own, look = clause_rows.read_own(connection), look_rows.read_look(connection)
    return Answers(values, people, accounts, choices, edits, own, look)


def with_answer_read(connection: apsw.Connection, answers: Answers, question_id: str) -> Answers:
    """The answers with one of them read again, in the same order as `read_answers` has them."""
    stored = run(connection, "SELECT value FROM answer WHERE question_id = ?", (question_id,)).get
    after = answers.answered(question_id, None if stored is None else decoded(stored))
    return replace(after, values=dict(sorted(after.values.items())))


def write_answers(connection: apsw.Connection, answers: Answers) -> None:
    """Put all the owner said in. An account's owner must be one of the people."""
    for person in answers.people.values():
        put_person(connection, person)
    for account in answers.accounts.values():
        put_account(connection, account)
    for question, value in answers.values.items():
        put_answer(connection, question, value)
    for clause, choice in answers.choices.items():
        clause_rows.put_choice(connection, clause, choice)
    for clause, edit in answers.edits.items():
        clause_rows.put_edit(connection, clause, edit)
    for own in answers.own.values():
        clause_rows.put_own(connection, own)
    look_rows.put_look(connection, answers.look)


def put_answer(connection: apsw.Connection, question_id: str, value: Value | None) -> None:
    """Set an answer, or take it back where it is None."""
    if value is None:
        run(connection, "DELETE FROM answer WHERE question_id = ?", (question_id,))
    else:
        run(connection, _PUT_ANSWER, (question_id, encoded(value)))


def put_person(connection: apsw.Connection, person: Person) -> None:
    """Add a person at the end of the register, or change the row with that id."""
    run(connection, _PUT_PERSON, (person.id, storable(person.name), encoded(person.role)))


def drop_person(connection: apsw.Connection, person_id: str) -> None:
    """Remove a person; accounts they kept are left without a keeper."""
    run(connection, "UPDATE account SET owner = NULL WHERE owner = ?", (person_id,))
    run(connection, "DELETE FROM person WHERE id = ?", (person_id,))


def put_account(connection: apsw.Connection, account: Account) -> None:
    """Add an account at the end of the register, or change the row with that id."""
    owner = account.owner or None
    run(connection, _PUT_ACCOUNT, (account.id, storable(account.platform), storable(account.handle), owner))


def drop_account(connection: apsw.Connection, account_id: str) -> None:
    """Remove an account."""
    run(connection, "DELETE FROM account WHERE id = ?", (account_id,))


def read_meta(connection: apsw.Connection, key: str) -> str:
    """A fact about the file. Raises `ValueError` where it is missing."""
    value = run(connection, "SELECT value FROM meta WHERE key = ?", (key,)).get
    if value is None:
        raise ValueError(key)
    return value


def put_meta(connection: apsw.Connection, key: str, value: str) -> None:
    """Set a fact about the file."""
    run(connection, _PUT_META, (key, storable(value)))


def read_changed(connection: apsw.Connection) -> datetime:
    """When the content was last changed. Raises `ValueError`."""
    return datetime.fromisoformat(read_meta(connection, "changed"))


def read_setting(connection: apsw.Connection, key: str) -> str | None:
    """A setting of the file; None where it was never set."""
    return run(connection, "SELECT value FROM setting WHERE key = ?", (key,)).get


def put_setting(connection: apsw.Connection, key: str, value: str) -> None:
    """Set a setting of the file."""
    run(connection, _PUT_SETTING, (key, storable(value)))
