"""Ticks as rows. A chain of corrections says one thing in the end: its newest tick, unless that withdraws one.

A withdrawal takes what it corrects out. A withdrawal of a withdrawal lets count again what that had taken out.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime

import apsw

from desktop.core.text import Text
from desktop.core.watch.evidence import OUTCOMES, WITHDRAWN, DayCount, MonthCount, Tick
from desktop.store.encoding import decoded_text, encoded, storable
from desktop.store.sql import run

_COLUMNS = "number, task, occurrence, due, day, outcome, missed, who, note, file, corrects, written"
_COUNTS = "number NOT IN (SELECT number FROM tick_corrected)"
_LATE = "outcome = 'done' AND day > due"

_PUT = f"INSERT INTO tick (origin, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_TITLE = """
    INSERT INTO task_title (task, title) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET title = excluded.title WHERE title <> excluded.title
"""
_TASKS = """
    WITH RECURSIVE each (task) AS (
        SELECT min(task) FROM tick
        UNION ALL SELECT (SELECT min(tick.task) FROM tick WHERE tick.task > each.task) FROM each WHERE task IS NOT NULL
    )
"""
"""Which tasks have ticks, from one to the next along the index: there are few tasks and many ticks."""

_SETTLED = f"""
    {_TASKS}
    SELECT task, (
        SELECT occurrence FROM tick
        WHERE tick.task = each.task AND outcome IN ('done', 'skipped') AND day <= ? AND {_COUNTS}
        ORDER BY occurrence DESC LIMIT 1
    ) AS newest FROM each WHERE newest IS NOT NULL
"""
_HAPPENED = f"""
    SELECT task, occurrence FROM tick AS event
    WHERE outcome = 'happened' AND day <= ?1 AND event.{_COUNTS} AND NOT EXISTS (
        SELECT 1 FROM tick
        WHERE tick.task = event.task AND tick.occurrence >= event.occurrence AND tick.outcome IN ('done', 'skipped')
            AND tick.day <= ?1 AND tick.origin > event.origin AND tick.{_COUNTS}
    )
    ORDER BY task, occurrence, number
"""
_MISSED = f"""
    SELECT tick_missed.day AS day, tick.task AS task, 1 AS times FROM tick_missed JOIN tick ON tick.number = tick
    WHERE tick_missed.day BETWEEN ?1 AND ?2 AND tick.{_COUNTS}
    UNION ALL SELECT day, task, missed FROM tick
    WHERE day BETWEEN ?1 AND ?2 AND missed > 0 AND outcome IN ('done', 'skipped') AND {_COUNTS}
        AND NOT EXISTS (SELECT 1 FROM tick_missed WHERE tick = number)
"""
"""What passed without a task, on the day it was due; on the day of the tick where those days are not known."""

_RECOUNT = f"""
    INSERT INTO day_count (day, on_time, late, skipped, missed)
    SELECT ?1, coalesce(sum(outcome = 'done') - sum({_LATE}), 0), coalesce(sum({_LATE}), 0),
        coalesce(sum(outcome = 'skipped'), 0), (SELECT coalesce(sum(times), 0) FROM ({_MISSED})) FROM tick
    WHERE day = ?1 AND outcome IN ('done', 'skipped') AND {_COUNTS}
"""
_DAYS = """
    SELECT day, on_time + late, late, skipped FROM day_count
    WHERE day BETWEEN ? AND ? AND on_time + late + skipped > 0 ORDER BY day
"""
_MONTHS = """
    SELECT substr(day, 1, 7) AS month, sum(on_time), sum(late), sum(skipped), sum(missed) FROM day_count
    WHERE day BETWEEN ? AND ? GROUP BY month
"""
_CORRECTED_CHAIN = """
    SELECT origin FROM tick
    WHERE number = ?1 AND task = ?2 AND NOT EXISTS (SELECT 1 FROM tick WHERE corrects = ?1)
"""
_CHAIN = """
    SELECT number, outcome, day FROM tick WHERE number = ?1
    UNION ALL SELECT number, outcome, day FROM tick WHERE origin = ?1 AND corrects > 0
    ORDER BY number
"""


def add_tick(connection: apsw.Connection, tick: Tick, title: Text, now: datetime) -> int:
    """Write a tick down and return its number. Raises `ValueError` for one that corrects what no longer stands."""
    if tick.outcome not in OUTCOMES or (tick.outcome == WITHDRAWN and not tick.corrects):
        raise ValueError(tick)
    number: int = run(connection, "SELECT coalesce(max(number), 0) + 1 FROM tick").get
    origin = _origin(connection, tick) if tick.corrects else number
    days = (tick.occurrence.isoformat(), tick.due.isoformat(), tick.on.isoformat())
    words = (storable(tick.by), storable(tick.note), storable(tick.file))
    run(
        connection,
        _PUT,
        (origin, number, tick.task, *days, tick.outcome, tick.missed, *words, tick.corrects, moment(now)),
    )
    touched = {days[-1], *_put_missed(connection, tick, number)}
    if tick.corrects:
        touched |= _count_chain(connection, origin)
    for day in touched:
        run(connection, "DELETE FROM day_count WHERE day = ?", (day,))
        run(connection, _RECOUNT, (day, day))
    if any(title.values()):
        run(connection, _PUT_TITLE, (tick.task, encoded(title)))
    return number


def read_ticks(
    connection: apsw.Connection,
    *,
    task: str = "",
    since: date | None = None,
    until: date | None = None,
    limit: int = 0,
    before: int = 0,
) -> tuple[Tick, ...]:
    """Ticks as they were written down, the newest first; days are those on which something was done."""
    conditions: list[str] = []
    values: list[str | int] = []
    for condition, value in (
        ("task = ?", task),
        ("day >= ?", since and since.isoformat()),
        ("day <= ?", until and until.isoformat()),
        ("number < ?", before),
    ):
        if value:
            conditions.append(condition)
            values.append(value)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    found = run(
        connection,
        f"SELECT {_COLUMNS} FROM tick {where} ORDER BY number DESC LIMIT ?",
        (*values, limit or -1),
    )
    return tuple(
        Tick(
            task,
            date.fromisoformat(occurrence),
            date.fromisoformat(due),
            date.fromisoformat(day),
            outcome,
            missed,
            who,
            note,
            file,
            corrects,
            datetime.fromisoformat(written),
            number,
        )
        for number, task, occurrence, due, day, outcome, missed, who, note, file, corrects, written in found
    )


def missed(connection: apsw.Connection, since: date, until: date) -> dict[str, int]:
    """How often each task was missed on the days of a time, both ends included; what is still open is not known."""
    found = run(
        connection,
        f"SELECT task, sum(times) FROM ({_MISSED}) GROUP BY task ORDER BY task",
        (since.isoformat(), until.isoformat()),
    )
    return dict(found)


def corrected(connection: apsw.Connection, numbers: Iterable[int]) -> frozenset[int]:
    """Which of these ticks no longer count."""
    asked = json.dumps(list(numbers))
    found = run(
        connection, "SELECT number FROM tick_corrected WHERE number IN (SELECT value FROM json_each(?))", (asked,)
    )
    return frozenset(number for (number,) in found)


def settled(connection: apsw.Connection, today: date) -> dict[str, date]:
    """The newest occurrence of each task that was done or skipped. What lies beyond tomorrow was a clock."""
    return {task: date.fromisoformat(day) for task, day in run(connection, _SETTLED, (_tomorrow(today),))}


def happened(connection: apsw.Connection, today: date) -> dict[str, tuple[date, ...]]:
    """The events of each task that were not seen to since, the oldest first."""
    events: dict[str, tuple[date, ...]] = {}
    for task, day in run(connection, _HAPPENED, (_tomorrow(today),)):
        events[task] = (*events.get(task, ()), date.fromisoformat(day))
    return events


def titles(connection: apsw.Connection) -> dict[str, Text]:
    """What tasks were called when they were last ticked."""
    found = run(connection, "SELECT task, title FROM task_title ORDER BY task")
    return {task: decoded_text(title) for task, title in found}


def days(connection: apsw.Connection, since: date, until: date) -> dict[date, DayCount]:
    """What was done on each day, both ends included. Days without a tick are left out."""
    found = run(connection, _DAYS, (since.isoformat(), until.isoformat()))
    return {date.fromisoformat(day): DayCount(*counts) for day, *counts in found}


def months(connection: apsw.Connection, since: date, until: date) -> dict[date, MonthCount]:
    """The same by the first day of each month."""
    found = run(connection, _MONTHS, (since.isoformat(), until.isoformat()))
    return {date.fromisoformat(f"{month}-01"): MonthCount(*counts) for month, *counts in found}


def moment(now: datetime) -> str:
    """A moment with its time zone, to the second."""
    return (now if now.tzinfo else now.astimezone()).isoformat(timespec="seconds")


def _put_missed(connection: apsw.Connection, tick: Tick, number: int) -> set[str]:
    """Note the days that had passed without a task; a tick put right keeps those of the one it corrects."""
    if tick.corrects and tick.outcome != WITHDRAWN:
        copy = "INSERT INTO tick_missed (tick, day) SELECT ?, day FROM tick_missed WHERE tick = ?"
        run(connection, copy, (number, tick.corrects))
    elif not tick.corrects:
        for day in tick.missed_days:
            run(connection, "INSERT INTO tick_missed (tick, day) VALUES (?, ?)", (number, day.isoformat()))
    found = run(connection, "SELECT day FROM tick_missed WHERE tick IN (?, ?)", (number, tick.corrects))
    return {day for (day,) in found}


def _origin(connection: apsw.Connection, tick: Tick) -> int:
    origin = run(connection, _CORRECTED_CHAIN, (tick.corrects, tick.task)).get
    if origin is None:
        raise ValueError(tick.corrects)
    return origin


def _count_chain(connection: apsw.Connection, origin: int) -> set[str]:
    """Note which tick of a chain counts after its newest correction, and return the days of all."""
    found = run(connection, _CHAIN, (origin,))
    chain: list[tuple[int, str, str]] = [(number, outcome, day) for number, outcome, day in found]
    at = len(chain) - 1
    while at > 0 and chain[at][1] == WITHDRAWN and chain[at - 1][1] == WITHDRAWN:
        at -= 2
    counting = {chain[-1][0], chain[at][0]}
    for number, _, _ in chain:
        statement = "DELETE FROM tick_corrected WHERE number = ?"
        if number not in counting:
            statement = "INSERT OR IGNORE INTO tick_corrected (number) VALUES (?)"
        run(connection, statement, (number,))
    return {day for _, _, day in chain}


def _tomorrow(today: date) -> str:
    return date.fromordinal(min(today.toordinal() + 1, date.max.toordinal())).isoformat()
