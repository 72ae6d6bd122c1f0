"""Questions that go across the evidence: which month had any, whose names it holds, and what a report is told."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import apsw

from desktop.core.watch.evidence import Entry, Incident, Records
from desktop.core.watch.incident_state import state_of
from desktop.store import case_rows, log_rows, tick_rows
from desktop.store.log_rows import Filters
from desktop.store.sql import run

_Kind = TypeVar("_Kind")

_LAST = """
    SELECT max(day) FROM (
        SELECT max(day) AS day FROM tick WHERE day <= ?1
        UNION ALL SELECT max(seen) FROM entry_now WHERE seen <= ?1
        UNION ALL SELECT max(substr(opened, 1, 10)) FROM incident WHERE substr(opened, 1, 10) <= ?1
        UNION ALL SELECT max(substr(moment, 1, 10)) FROM note WHERE substr(moment, 1, 10) <= ?1
        UNION ALL SELECT max(day) FROM run WHERE day <= ?1
        UNION ALL SELECT max(day) FROM review WHERE day <= ?1
    )
"""
_KEPT_IN = ("tick", "entry", "incident", "note", "run", "review", "cleared")
_IN_ORDER = """
    WITH RECURSIVE each (name) AS (
        SELECT min(who) FROM {table} WHERE who > ''
        UNION ALL SELECT (SELECT min(who) FROM {table} WHERE who > each.name) FROM each WHERE name IS NOT NULL
    )
    SELECT name FROM each WHERE name IS NOT NULL
"""
"""From one name to the next along the index: there are few names and many rows."""


def required(found: _Kind | None) -> _Kind:
    """What must be there. Raises `ValueError`."""
    if found is None:
        raise ValueError(found)
    return found


def last_month(connection: apsw.Connection, until: date) -> date | None:
    """The first day of the newest month, up to that of a day, of which there is anything; None without one."""
    day = run(connection, _LAST, (_ends(until)[1].isoformat(),)).get
    return None if day is None else date.fromisoformat(day).replace(day=1)


def is_empty(connection: apsw.Connection) -> bool:
    """Whether nothing was ever written down."""
    return not any(run(connection, f"SELECT EXISTS (SELECT 1 FROM {table})").get for table in _KEPT_IN)


def known_names(connection: apsw.Connection) -> tuple[str, ...]:
    """Names of those who did something before, in the order of the alphabet."""
    found = {name for table in ("tick", "entry") for (name,) in run(connection, _IN_ORDER.format(table=table))}
    for table in ("incident", "note", "review", "cleared"):
        found |= {name for (name,) in run(connection, f"SELECT DISTINCT who FROM {table} WHERE who > ''")}
    return tuple(sorted(found, key=lambda name: (name.casefold(), name)))


def records(connection: apsw.Connection, month: date | None, incident: int, run_number: int) -> Records:
    """What documents are told. What is not there is left out. Raises `ValueError` for damaged rows."""
    all_incidents = case_rows.read_incidents(connection)
    first = tuple(one for one in all_incidents if one.number == incident)
    found = Records(entries=_entries_of(connection, first), incident=first[0].number if first else 0, incidents=first)
    if month:
        since, until = _ends(month)
        others = [one for one in reversed(all_incidents) if one not in first and _is_of(connection, one, since, until)]
        found = _of_month(connection, found, since, until, others)
    return replace(
        found,
        incident=incident if first else 0,
        incident_notes={
            one.number: case_rows.read_notes(connection, "incident", one.number) for one in found.incidents
        },
        run=next((one for one in case_rows.read_runs(connection) if one.number == run_number), None),
        run_notes=case_rows.read_notes(connection, "run", run_number),
        reviews=case_rows.read_reviews(connection),
    )


def _of_month(
    connection: apsw.Connection, found: Records, since: date, until: date, incidents: Iterable[Incident]
) -> Records:
    ticks = tick_rows.read_ticks(connection, since=since, until=until)[::-1]
    entries = {one.entry: one for one in log_rows.read_entries(connection, Filters(since=since, until=until))}
    entries |= {one.entry: one for one in found.entries}
    cleared = log_rows.read_cleared(connection)
    return replace(
        found,
        month=since,
        ticks=ticks,
        missed=tick_rows.missed(connection, since, until),
        corrected=tick_rows.corrected(connection, (tick.number for tick in ticks)),
        titles=tick_rows.titles(connection),
        entries=_oldest_first(entries.values()),
        incidents=(*found.incidents, *incidents),
        cleared=tuple(one for one in cleared if one.written and since <= one.written.date() <= until),
    )


def _entries_of(connection: apsw.Connection, incidents: Iterable[Incident]) -> tuple[Entry, ...]:
    """The entry an incident began with, and those that were said to belong to it."""
    numbers = {number for one in incidents for number in (one.entry, *log_rows.entries_of(connection, one.number))}
    found = (log_rows.read_entry(connection, number) for number in numbers)
    return _oldest_first(entry for entry in found if entry)


def _oldest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.seen, entry.entry)))


def _is_of(connection: apsw.Connection, incident: Incident, since: date, until: date) -> bool:
    """Whether an incident was known in a month and not over before it."""
    if incident.opened.date() > until:
        return False
    end = state_of(incident, case_rows.read_notes(connection, "incident", incident.number)).closed
    return incident.opened.date() >= since or end is None or end.on.date() >= since


def _ends(month: date) -> tuple[date, date]:
    return month.replace(day=1), month.replace(day=monthrange(month.year, month.month)[1])
