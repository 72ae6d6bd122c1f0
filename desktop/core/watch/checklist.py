"""What is to be done today, what is overdue, and what comes. The day it is is handed in.

A task has one open item at most. It is worked out anew from its rhythm and from the newest occurrence that was settled,
so nothing depends on whether the program ran on a day, and taking a tick back brings the item back as it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.watch.evidence import HAPPENED, Tick
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.recurrence import Series, occurrences
from desktop.core.watch.working_days import WorkingDays

_MOST_LISTED = 2_000
"""Days: more than five years of a task of every day."""

EVENT = "event"
"""The rhythm of a task that waits for something to happen."""


class Status(StrEnum):
    """Where a task stands, in the order they are shown."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    """Later than today, before the working week ends."""
    LATER = "later"
    ON_EVENT = "on_event"
    """It waits for something to happen."""


@dataclass(frozen=True, slots=True)
class Item:
    """A task and what is open of it."""

    task: PlannedTask
    status: Status
    occurrence: date | None
    """What a tick settles, with all before it: the newest occurrence that is open, else the coming one. None where it
    waits for an event, and where no day is left."""
    due: date | None
    """The day the oldest open occurrence is due, else the coming one."""
    missed: int = 0
    """How many periods passed without it, beside the newest that is open."""
    happened: int = 0
    """How many events wait for it. A tick settles those of the oldest day."""
    last_due: date | None = None
    """The day `occurrence` is due, where `due` is that of an older one."""


def checklist(
    plan: Iterable[PlannedTask],
    days: WorkingDays,
    began: date,
    settled: Mapping[str, date],
    today: date,
    happened: Mapping[str, tuple[date, ...]] | None = None,
) -> tuple[Item, ...]:
    """An item for every task that is done here, the most urgent first, then in the order of the plan.

    `settled` names the newest occurrence of each task that was done or skipped, `happened` the events not yet seen to.
    """
    events = happened or {}
    items = (
        _event_item(task, events.get(task.id, ()), days, today)
        if task.rhythm.every == EVENT
        else _item(task, days, began, settled.get(task.id), today)
        for task in plan
        if task.is_on
    )
    order = list(Status)
    return tuple(sorted(items, key=lambda item: (order.index(item.status), item.due or date.max)))


def missed_days(item: Item, days: WorkingDays, began: date) -> tuple[date, ...]:
    """The days on which the periods were due that passed without a task, beside the newest one that is open.

    Of more than some years of them there is no list: that was a clock, and each would be a row of the file.
    """
    if not 0 < item.missed <= _MOST_LISTED or item.due is None or item.last_due is None:
        return ()
    times = occurrences(item.task, began, item.due, item.last_due, days)
    return tuple(dict.fromkeys(each.due for each in times if each.day != item.occurrence))


def tick_of(
    item: Item,
    outcome: str,
    *,
    on: date,
    by: str = "",
    note: str = "",
    file: str = "",
    missed: tuple[date, ...] = (),
) -> Tick:
    """What is kept when something becomes of an item on a day."""
    if outcome == HAPPENED or item.occurrence is None or item.due is None:
        return Tick(item.task.id, on, on, on, outcome, by=by, note=note, file=file)
    due = item.last_due or item.due
    return Tick(item.task.id, item.occurrence, due, on, outcome, item.missed, by, note, file, missed_days=missed)


def _item(task: PlannedTask, days: WorkingDays, began: date, settled: date | None, today: date) -> Item:
    series = Series(task, began, days)
    oldest = series.after(settled)
    if oldest is None:
        return Item(task, Status.LATER, None, None)
    newest = series.newest(today) if oldest.due <= today else None
    if newest is None:
        return Item(task, _status(oldest.due, days, today), oldest.day, oldest.due)
    missed = series.count(oldest, newest) - 1
    return Item(
        task, _status(oldest.due, days, today), newest.day, oldest.due, missed, last_due=newest.due if missed else None
    )


def _event_item(task: PlannedTask, events: tuple[date, ...], days: WorkingDays, today: date) -> Item:
    if not events:
        return Item(task, Status.ON_EVENT, None, None)
    oldest = min(events)
    return Item(task, _status(oldest, days, today), oldest, oldest, happened=len(events))


def _status(due: date, days: WorkingDays, today: date) -> Status:
    if due <= today:
        return Status.OVERDUE if due < today else Status.TODAY
    return Status.THIS_WEEK if due <= days.week_end(today) else Status.LATER
