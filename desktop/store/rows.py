"""Answers, registers and decisions as rows."""

import json
from dataclasses import replace
from datetime import datetime

import apsw

from desktop.core.answers import Account, Answers, Person, Value
from desktop.store import clause_rows, look_rows, watch_rows
from desktop.store.encoding import decoded, decoded_as, decoded_text, encoded, storable
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
    INSERT INTO account (
        id, position, platform, handle, owner, administrators, recovery_email, recovery_phone, two_factor, agency, note
    )
    VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM account), ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        platform = excluded.platform, handle = excluded.handle, owner = excluded.owner,
        administrators = excluded.administrators, recovery_email = excluded.recovery_email,
        recovery_phone = excluded.recovery_phone, two_factor = excluded.two_factor, agency = excluded.agency,
        note = excluded.note
"""
_ACCOUNTS = """
    SELECT id, platform, handle, coalesce(owner, ''), administrators, recovery_email, recovery_phone, two_factor,
        agency, note
    FROM account ORDER BY position, id
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
    choices, edits = clause_rows.read_choices(connection), clause_rows.read_edits(connection)
    own, look = clause_rows.read_own(connection), look_rows.read_look(connection)
    watch = watch_rows.read_watch(connection)
    return Answers(values, people, _accounts(connection), choices, edits, own, look, watch)


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
    watch_rows.put_watch(connection, answers.watch)


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
    """Remove a person; accounts they kept, managed or could recover are left without them."""
    for account in _accounts(connection).values():
        without = _without(account, person_id)
        if without != account:
            put_account(connection, without)
    run(connection, "DELETE FROM person WHERE id = ?", (person_id,))


def _without(account: Account, person_id: str) -> Account:
    """The account with nobody where that person was."""
    return replace(
        account,
        owner=_unless(account.owner, person_id),
        administrators=tuple(person for person in account.administrators if person != person_id),
        recovery_email=_unless(account.recovery_email, person_id),
        recovery_phone=_unless(account.recovery_phone, person_id),
    )


def put_account(connection: apsw.Connection, account: Account) -> None:
    """Add an account at the end of the register, or change the row with that id."""
    administrators = storable(json.dumps(account.administrators, ensure_ascii=False))
    run(
        connection,
        _PUT_ACCOUNT,
        (
            account.id,
            storable(account.platform),
            storable(account.handle),
            account.owner or None,
            administrators,
            account.recovery_email,
            account.recovery_phone,
            account.two_factor,
            storable(account.agency),
            storable(account.note),
        ),
    )


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


def _accounts(connection: apsw.Connection) -> dict[str, Account]:
    return {
        row: Account(row, platform, handle, owner, decoded_as(administrators, tuple[str, ...]), *others)
        for row, platform, handle, owner, administrators, *others in run(connection, _ACCOUNTS)
    }


def _unless(person: str, gone: str) -> str:
    return "" if person == gone else person
