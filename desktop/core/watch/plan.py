"""Which tasks a firm does, by whom and how often: what the library has, what the answers say, what the owner chose."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, cast

from desktop.core.answers import Person
from desktop.core.assemble import Settled
from desktop.core.facts import Facts
from desktop.core.reference import EVERY, Task
from desktop.core.text import Text
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices
from desktop.core.watch.review import STARTS
from desktop.core.watch.working_days import WEEK, WorkingDays, weekly_rest

STAFF_COUNT, OWNER, OFTEN = "staff_count", "policy_owner", "monitoring_often"
"""The questions that ask how many people work here, who answers for the policy, and how often somebody looks."""

SMALL = 10
"""A firm with fewer people begins with the basic tasks."""

_UNCHOSEN = TaskChoice()
_ORDER = {every: place for place, every in enumerate(EVERY)}
_WEEKS_A_YEAR = 365.2425 / WEEK
_TIMES_A_YEAR = {"month": 12, "quarter": 4, "half_year": 2, "year": 1}


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task as this firm does it."""

    id: str
    title: Text
    steps: tuple[Text, ...]
    why: Text
    keep: Text
    rhythm: Rhythm
    assignee: Person | None
    minutes: int
    is_on: bool
    is_own: bool
    from_start: bool
    """Whether its periods count from `anchor`; see `desktop.core.reference.Task`."""
    serves: tuple[str, ...]
    on_rest_days: bool = False
    """Whether a task of every day comes on days off too."""
    since: date | None = None
    """The day from which it counts, where that is later than the beginning; None for the beginning."""
    place: str = ""
    """See `desktop.core.reference.PLACES`."""
    anchor: date | None = None
    """The day the policy began to apply; None where the answers do not say: then the day watching began."""


def plan_of(settled: Settled, *, with_off: bool = False, watch: WatchChoices | None = None) -> tuple[PlannedTask, ...]:
    """The tasks of a firm, by rhythm, in the order they are printed.

    `with_off`: also those that could be done. `watch`: with these choices in place of those that are kept.
    """
    facts = settled.all_facts
    choices = watch or facts.answers.watch
    is_small, week = _is_small(facts), WorkingDays(weekly_rest(facts, choices.calendar)).week
    planned = [
        _planned(task, choices.tasks.get(task.id, _UNCHOSEN), facts, week, is_small=is_small)
        for task in settled.library.tasks
        if facts.holds(task.when)
    ]
    planned += [_own(task, facts) for task in choices.own.values()]
    wanted = (task for task in planned if with_off or task.is_on)
    return tuple(sorted(wanted, key=lambda task: _ORDER.get(task.rhythm.every, len(_ORDER))))


def begins(settled: Settled, created: date | None) -> date | None:
    """The day from which tasks count: as the owner chose, else when the policy applies and the file was made."""
    chosen = settled.facts.answers.watch.began
    if chosen is not None:
        return chosen
    starts = settled.all_facts.values.get(STARTS)
    known = [day for day in (starts, created) if isinstance(day, date)]
    return max(known, default=None)


def minutes_a_week(plan: tuple[PlannedTask, ...], days: WorkingDays) -> int:
    """How long the tasks that are done take in a week, on average over a year without holidays, rounded up."""
    return ceil(sum(task.minutes * _times_a_week(task, days) for task in plan if task.is_on) - 1e-9)


def _times_a_week(task: PlannedTask, days: WorkingDays) -> float:
    match task.rhythm.every:
        case "day":
            return WEEK if task.on_rest_days else len(days.week)
        case "week":
            return 1
        case every:
            return _TIMES_A_YEAR.get(every, 0) / _WEEKS_A_YEAR


def _is_small(facts: Facts) -> bool:
    """Whether fewer than ten work here, which is also taken for granted until it is answered."""
    count = facts.values.get(STAFF_COUNT)
    return not isinstance(count, int) or count < SMALL


def _planned(task: Task, choice: TaskChoice, facts: Facts, week: tuple[int, ...], *, is_small: bool) -> PlannedTask:
    return PlannedTask(
        id=task.id,
        title=task.title,
        steps=task.steps,
        why=task.why,
        keep=task.keep,
        rhythm=choice.rhythm or _rhythm(task, week),
        assignee=_assignee(facts, choice.who, task.who),
        minutes=task.minutes,
        is_on=choice.on if choice.on is not None else task.basic or not is_small,
        is_own=False,
        from_start=task.from_start and choice.rhythm is None,
        anchor=_starts(facts) if task.from_start else None,
        serves=task.serves,
        place=task.place,
        on_rest_days=_looks_daily(facts),
        since=choice.since,
    )


def _rhythm(task: Task, week: tuple[int, ...]) -> Rhythm:
    """As the library has it. Of the working days of a week, the first keeps no name: it follows the rest days."""
    weekday = week[min(task.weekday, len(week) - 1)] if task.every == "week" and task.weekday else None
    return Rhythm(task.every, weekday, task.day, task.month)


def _own(task: OwnTask, facts: Facts) -> PlannedTask:
    return PlannedTask(
        id=task.id,
        title=task.title,
        steps=task.steps,
        why={},
        keep=task.keep,
        rhythm=task.rhythm,
        assignee=_assignee(facts, task.who, ""),
        minutes=task.minutes,
        is_on=task.on,
        is_own=True,
        from_start=False,
        serves=(),
        on_rest_days=_looks_daily(facts),
        since=task.since,
    )


def _starts(facts: Facts) -> date | None:
    starts = facts.values.get(STARTS)
    return starts if isinstance(starts, date) else None


def _looks_daily(facts: Facts) -> bool:
    return facts.values.get(OFTEN) == "daily"


def _assignee(facts: Facts, chosen: str, question: str) -> Person | None:
    """Whom the owner chose, else whom the answer names, else who answers for the policy."""
    people = facts.answers.people
    for row in (chosen, _row(facts.values.get(question)), _row(facts.values.get(OWNER))):
        if row in people:
            return people[row]
    return None


def _row(value: Any) -> str:
    """The id of the person, or of the first of several, that an answer names; "" for none."""
    first = next(iter(cast("tuple[Any, ...]", value)), "") if isinstance(value, tuple) else value
    return first if isinstance(first, str) else ""
