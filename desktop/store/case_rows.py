"""Incidents, runs, what was noted about them, and reviews of access, as rows. Each is only ever added to."""

import json
from datetime import date, datetime
from typing import Literal, TypeAlias

import apsw
import msgspec

from desktop.core.watch.evidence import AccessReview, Incident, Note, Run, RunStep
from desktop.core.watch.incident_state import REOPENED
from desktop.store.encoding import decoded_as, storable
from desktop.store.sql import run
from desktop.store.tick_rows import moment

Book: TypeAlias = Literal["incident", "run"]
"""What notes are added to; each has a table of that name."""

BOOKS: tuple[Book, ...] = ("incident", "run")

_PUT_INCIDENT = """
    INSERT INTO incident (kind, opened, title, data_leak, entry, who, written) VALUES (?, ?, ?, ?, ?, ?, ?)
    RETURNING number
"""
_PUT_NOTE = """
    INSERT INTO note (book, subject, moment, step, text, file, who, closes, corrects, written)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
"""
_PUT_RUN = "INSERT INTO run (kind, name, day, person, steps, written) VALUES (?, ?, ?, ?, ?, ?) RETURNING number"
_PUT_REVIEW = "INSERT INTO review (account, handle, day, who, note, written) VALUES (?, ?, ?, ?, ?, ?) RETURNING number"
_INCIDENTS = """
    SELECT kind, opened, title, data_leak, entry, who, number FROM incident
    WHERE ?1 IN (0, number) ORDER BY number DESC
"""
_NOTES = """
    SELECT subject, moment, step, text, file, who, closes, corrects, written, number FROM note
    WHERE book = ?1 AND subject = ?2 AND ?3 IN (0, number) ORDER BY number
"""
_CLOSED = """
    SELECT closes FROM note
    WHERE book = ? AND subject = ? AND (closes OR step = ?)
        AND number NOT IN (SELECT corrects FROM note WHERE corrects > 0)
    ORDER BY number DESC LIMIT 1
"""
_RUNS = """
    SELECT kind, name, day, steps, person, written, number FROM run WHERE ?1 IN (0, number) ORDER BY number DESC
"""
_REVIEWS = """
    SELECT account, handle, day, who, note, written, number FROM review
    WHERE number IN (SELECT max(number) FROM review GROUP BY account) AND ?1 IN ('', account) ORDER BY account
"""


def add_incident(connection: apsw.Connection, incident: Incident, now: datetime) -> int:
    """Write an incident down and return its number."""
    opened = incident.opened if incident.opened.tzinfo else incident.opened.astimezone()
    values = (incident.kind, opened.isoformat(), storable(incident.title), int(incident.data_leak), incident.entry)
    return run(connection, _PUT_INCIDENT, (*values, storable(incident.by), moment(now))).get


def add_note(connection: apsw.Connection, book: Book, note: Note, now: datetime) -> int:
    """Write a note down and return its number. Raises `ValueError` for an unknown subject or correction."""
    if book not in BOOKS:
        raise ValueError(book)
    _require(connection, f"SELECT 1 FROM {book} WHERE number = ?", (note.subject,))
    if note.corrects:
        same = "SELECT 1 FROM note WHERE number = ? AND book = ? AND subject = ?"
        _require(connection, same, (note.corrects, book, note.subject))
    on = note.on if note.on.tzinfo else note.on.astimezone()
    words = (storable(note.text), storable(note.file), storable(note.by))
    values = (book, note.subject, on.isoformat(), note.step, *words, int(note.closes), note.corrects, moment(now))
    return run(connection, _PUT_NOTE, values).get


def add_run(connection: apsw.Connection, added: Run, now: datetime) -> int:
    """Write a run down and return its number."""
    steps = storable(json.dumps(msgspec.to_builtins(added.steps), ensure_ascii=False, separators=(",", ":")))
    values = (added.kind, storable(added.name), added.day.isoformat(), added.person, steps, moment(now))
    return run(connection, _PUT_RUN, values).get


def add_review(connection: apsw.Connection, review: AccessReview, now: datetime) -> int:
    """Write a review down and return its number."""
    words = (storable(review.by), storable(review.note))
    values = (review.account, storable(review.handle), review.on.isoformat(), *words, moment(now))
    return run(connection, _PUT_REVIEW, values).get


def read_incidents(connection: apsw.Connection, number: int = 0) -> tuple[Incident, ...]:
    """All incidents, the newest first; or the one with a number."""
    return tuple(
        Incident(kind, datetime.fromisoformat(opened), title, bool(data_leak), entry, who, number)
        for kind, opened, title, data_leak, entry, who, number in run(connection, _INCIDENTS, (number,))
    )


def read_notes(connection: apsw.Connection, book: Book, subject: int, number: int = 0) -> tuple[Note, ...]:
    """What was noted, the oldest first; or the one with a number."""
    found = run(connection, _NOTES, (book, subject, number))
    return tuple(
        Note(
            subject,
            datetime.fromisoformat(on),
            step,
            text,
            file,
            who,
            bool(closes),
            corrects,
            datetime.fromisoformat(written),
            number,
        )
        for subject, on, step, text, file, who, closes, corrects, written, number in found
    )


def is_closed(connection: apsw.Connection, book: Book, subject: int) -> bool:
    """Whether a note that still counts says that it is over."""
    return bool(run(connection, _CLOSED, (book, subject, REOPENED)).get)


def read_runs(connection: apsw.Connection, number: int = 0) -> tuple[Run, ...]:
    """All runs, the newest first; or the one with a number. Raises `ValueError` for one that makes no sense."""
    return tuple(
        Run(
            kind,
            name,
            date.fromisoformat(day),
            decoded_as(steps, tuple[RunStep, ...]),
            person,
            datetime.fromisoformat(written),
            number,
        )
        for kind, name, day, steps, person, written, number in run(connection, _RUNS, (number,))
    )


def read_reviews(connection: apsw.Connection, account: str = "") -> dict[str, AccessReview]:
    """The review of each account that was written down last; or that of one."""
    found = run(connection, _REVIEWS, (account,))
    return {
        account: AccessReview(
            account, handle, date.fromisoformat(day), who, note, datetime.fromisoformat(written), number
        )
        for account, handle, day, who, note, written, number in found
    }


def _require(connection: apsw.Connection, select: str, values: tuple[str | int, ...]) -> None:
    if run(connection, select, values).get is None:
        raise ValueError(values)
