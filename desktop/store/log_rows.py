"""The log as rows. A change of an entry is a further row; `entry_now` and `entry_words` hold what the newest says."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

import apsw

from desktop.core.watch.evidence import Cleared, Entry
from desktop.store.encoding import decoded_as, storable
from desktop.store.log_words import as_typed, indexed
from desktop.store.sql import run
from desktop.store.tick_rows import moment

_COLUMNS = (
    "number, entry, seen, place, writer, about, link, text, language, file, tone, truth, path, reply, action, who, "
    "done, outcome, incident, written"
)
_PUT = f"INSERT INTO entry ({_COLUMNS}) VALUES ({', '.join('?' * 20)})"
_PUT_NOW = """
    INSERT INTO entry_now (position, entry, number, seen, place, tone, is_open) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_PUT_WORDS = "INSERT INTO entry_words (rowid, words) VALUES (?, ?)"
_NEXT = """
    SELECT max(coalesce((SELECT max(number) FROM entry), 0), coalesce((SELECT max(newest) FROM cleared), 0)) + 1
"""
_NEXT_ENTRY = """
    SELECT max(coalesce((SELECT max(entry) FROM entry_now), 0), coalesce((SELECT max(entry) FROM cleared), 0)) + 1
"""
"""Entries are counted without gaps, whatever rows their changes take."""
_NEWEST = f"SELECT {_COLUMNS} FROM entry WHERE number = (SELECT number FROM entry_now WHERE entry = ?)"
_FOUND = "entry_words CROSS JOIN entry_now AS now ON now.position = entry_words.rowid"
"""Joined in this order: the search hands out what it finds by position, one after the other."""

_OVER = """
    SELECT now.position, now.entry FROM entry_now AS now JOIN entry ON entry.number = now.number
    WHERE now.is_open = 0 AND entry.incident = 0
        AND max(entry.seen, iif(entry.done = '', substr(entry.written, 1, 10), entry.done)) < ?
        AND now.entry NOT IN (SELECT entry FROM incident)
"""
_OF_INCIDENT = """
    SELECT entry FROM entry WHERE incident = ? AND incident > 0 AND number IN (SELECT number FROM entry_now)
"""
_MENTIONS = """
    SELECT substr(seen, 1, 7) AS month, tone, place, count(*) FROM entry_now
    WHERE seen BETWEEN ? AND ? GROUP BY month, tone, place
"""

_Bound: TypeAlias = str | int

_IN_A_DAY = 1 << 32
"""Positions that a day has."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which entries are meant; what is empty is no condition. Days are those on which a post was found."""

    find: str = ""
    """Beginnings of words, all of which must be there."""
    state: str = ""
    """"open", "settled" or ""."""
    where: str = ""
    tone: str = ""
    since: date | None = None
    until: date | None = None


def add_entry(connection: apsw.Connection, entry: Entry, now: datetime) -> int:
    """Write an entry down, or a further row of one, and return its number. Raises `ValueError` for an unknown one."""
    row: int = run(connection, _NEXT).get
    number: int = entry.entry or run(connection, _NEXT_ENTRY).get
    if entry.entry:
        before = run(connection, "SELECT position FROM entry_now WHERE entry = ?", (number,)).get
        if before is None:
            raise ValueError(number)
        _forget(connection, before)
    position = _position(entry.seen) + number
    values = _values(entry)
    run(connection, _PUT, (row, number, *values, moment(now)))
    shown = (entry.seen.isoformat(), storable(entry.where), entry.tone, int(entry.is_open))
    run(connection, _PUT_NOW, (position, number, row, *shown))
    told = (entry.text, entry.link, entry.action, entry.outcome, entry.by, entry.where, entry.reply, entry.file)
    run(connection, _PUT_WORDS, (position, indexed(told)))
    return number


def read_entries(connection: apsw.Connection, filters: Filters, *, limit: int = 0, skip: int = 0) -> tuple[Entry, ...]:
    """The newest row of each entry, those found last first."""
    source, values = _source(filters)
    page = f"SELECT now.position, now.number {source} ORDER BY {_order(filters)} DESC LIMIT ? OFFSET ?"
    columns = ", ".join(f"entry.{name}" for name in _COLUMNS.split(", "))
    select = f"SELECT {columns} FROM ({page}) AS page JOIN entry USING (number) ORDER BY page.position DESC"
    return _entries(run(connection, select, (*values, limit or -1, skip)))


def count_entries(connection: apsw.Connection, filters: Filters) -> int:
    """How many entries there are."""
    source, values = _source(filters, counting=True)
    return run(connection, f"SELECT count(*) {source}", values).get


def read_entry(connection: apsw.Connection, entry: int) -> Entry | None:
    """The newest row of an entry; None where there is none."""
    return next(iter(_entries(run(connection, _NEWEST, (entry,)))), None)


def read_history(connection: apsw.Connection, entry: int) -> tuple[Entry, ...]:
    """All rows of an entry, the oldest first."""
    select = f"SELECT {_COLUMNS} FROM entry WHERE entry = ? ORDER BY number"
    return _entries(run(connection, select, (entry,)))


def entries_of(connection: apsw.Connection, incident: int) -> tuple[int, ...]:
    """Numbers of the entries that were said to belong to an incident, by their newest rows."""
    return tuple(entry for (entry,) in run(connection, _OF_INCIDENT, (incident,)))


def mentions(connection: apsw.Connection, since: date, until: date) -> dict[tuple[date, str, str], int]:
    """How many entries there are by the first day of their month, tone and place."""
    found = run(connection, _MENTIONS, (since.isoformat(), until.isoformat()))
    return {(date.fromisoformat(f"{month}-01"), tone, place): count for month, tone, place, count in found}


def count_over(connection: apsw.Connection, before: date) -> int:
    """How many entries `clear_entries` would delete."""
    return run(connection, f"SELECT count(*) FROM ({_OVER})", (before.isoformat(),)).get


def clear_entries(connection: apsw.Connection, before: date, by: str, now: datetime) -> Cleared:
    """Delete the entries that were settled before a day, with all their rows, and note how many. None leaves no note.

    An entry ends on the day something was done about it, else on the day its last row was written.
    """
    over: list[tuple[int, int]] = [(at, entry) for at, entry in run(connection, _OVER, (before.isoformat(),))]
    if not over:
        return Cleared(before, 0, by)
    newest: int = run(connection, _NEXT).get - 1
    last: int = run(connection, _NEXT_ENTRY).get - 1
    for position, entry in over:
        _forget(connection, position)
        run(connection, "DELETE FROM entry WHERE entry = ?", (entry,))
    # else the words would stay in the index until it is next put in order
    run(connection, "INSERT INTO entry_words (entry_words) VALUES ('optimize')")
    run(
        connection,
        "INSERT INTO cleared (before, count, newest, entry, who, written) VALUES (?, ?, ?, ?, ?, ?)",
        (before.isoformat(), len(over), newest, last, storable(by), moment(now)),
    )
    return read_cleared(connection)[-1]


def read_cleared(connection: apsw.Connection) -> tuple[Cleared, ...]:
    """When entries were deleted, the oldest first."""
    found = run(connection, "SELECT before, count, who, written, number FROM cleared ORDER BY number")
    return tuple(
        Cleared(date.fromisoformat(before), count, who, datetime.fromisoformat(written), number)
        for before, count, who, written, number in found
    )


def _position(day: date) -> int:
    """Where entries of a day begin; they follow by their numbers."""
    return day.toordinal() * _IN_A_DAY


def _forget(connection: apsw.Connection, position: int) -> None:
    """Take what the newest row of an entry said out of the search."""
    run(connection, "DELETE FROM entry_now WHERE position = ?", (position,))
    run(connection, "DELETE FROM entry_words WHERE rowid = ?", (position,))


def _order(filters: Filters) -> str:
    return "entry_words.rowid" if filters.find.strip() else "now.position"


def _source(filters: Filters, *, counting: bool = False) -> tuple[str, tuple[_Bound, ...]]:
    """Where the entries that are meant come from, and the values for it."""
    finding, position = bool(filters.find.strip()), _order(filters)
    searched: list[tuple[str, _Bound | None]] = [
        ("entry_words MATCH ?", as_typed(filters.find) if finding else None),
        (f"{position} >= ?", filters.since and _position(filters.since)),
        (f"{position} < ?", filters.until and _position(filters.until) + _IN_A_DAY),
    ]
    compared: list[tuple[str, _Bound | None]] = [
        ("now.is_open = ?", int(filters.state == "open") if filters.state else None),
        ("now.place = ?", filters.where or None),
        ("now.tone = ?", filters.tone or None),
    ]
    given = [(condition, value) for condition, value in searched + compared if value is not None]
    # a plain search is counted without looking at what it found
    alone = finding and counting and all(value is None for _, value in compared)
    source = "entry_words" if alone else _FOUND if finding else "entry_now AS now"
    where = f"WHERE {' AND '.join(condition for condition, _ in given)}" if given else ""
    return f"FROM {source} {where}", tuple(value for _, value in given)


def _values(entry: Entry) -> tuple[_Bound, ...]:
    return (
        entry.seen.isoformat(),
        storable(entry.where),
        entry.writer,
        json.dumps(entry.about),
        storable(entry.link),
        storable(entry.text),
        entry.language,
        storable(entry.file),
        entry.tone,
        entry.truth,
        json.dumps(entry.path),
        storable(entry.reply),
        storable(entry.action),
        storable(entry.by),
        entry.done.isoformat() if entry.done else "",
        storable(entry.outcome),
        entry.incident,
    )


def _entries(rows: Iterable[tuple[Any, ...]]) -> tuple[Entry, ...]:
    return tuple(_entry(*row) for row in rows)


def _entry(number: int, entry: int, seen: str, place: str, writer: str, about: str, *others: Any) -> Entry:
    link, text, language, file, tone, truth, path, reply, action, who, done, outcome, incident, written = others
    return Entry(
        date.fromisoformat(seen),
        place,
        writer,
        decoded_as(about, tuple[str, ...]),
        link,
        text,
        language,
        file,
        tone,
        truth,
        decoded_as(path, tuple[tuple[str, str], ...]),
        reply,
        action,
        who,
        date.fromisoformat(done) if done else None,
        outcome,
        incident,
        datetime.fromisoformat(written),
        entry,
        number,
    )
