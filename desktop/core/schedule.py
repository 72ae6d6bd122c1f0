"""When the tasks of monitoring come next, and when the policy is to be read again. The day it is is handed in.

Public holidays are not looked at, and nothing is known here of what was done before.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import count

from desktop.core.facts import Facts
from desktop.core.library import Library
from desktop.core.reference import EVERY, Task

STARTS, REVIEW_MONTHS = "effective_date", "review_months"
"""The questions that ask from which day the policy applies, and after how many months it is read again."""

_SATURDAY_SUNDAY = frozenset({5, 6})
_FRIDAY_SATURDAY = frozenset({4, 5})
_REST_FROM_FRIDAY = frozenset({"kedah", "kelantan", "terengganu"})

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""Length of the longer rhythms. They count from the beginning of the calendar year."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """The tasks of one rhythm, and the day they come next."""

    every: str
    """See `desktop.core.reference.EVERY`."""
    day: date
    tasks: tuple[Task, ...]


def tasks_of(library: Library, facts: Facts, every: str) -> tuple[Task, ...]:
    """The tasks of one rhythm that apply to these answers, in the order they are printed."""
    return tuple(task for task in library.tasks if task.every == every and facts.holds(task.when))


def rest_days(state: str) -> frozenset[int]:
    """The weekly rest days of a state as `date.weekday` counts: Monday is 0."""
    return _FRIDAY_SATURDAY if state in _REST_FROM_FRIDAY else _SATURDAY_SUNDAY


def next_date(every: str, today: date, rest: frozenset[int]) -> date | None:
    """The next day of a rhythm, today included; None for what comes on an event.

    A week, month, quarter, half-year or year begins with its first working day.
    """
    match every:
        case "day":
            return _working_day(today, rest)
        case "week":
            return next(day for day in _days(today) if _begins_week(day, rest))
        case "month" | "quarter" | "half_year" | "year":
            firsts = (_working_day(day, rest) for day in _periods(today, _MONTHS[every]))
            return next(day for day in firsts if day >= today)
        case _:
            return None


def coming(library: Library, facts: Facts, today: date) -> tuple[Coming, ...]:
    """Each rhythm that has tasks, the soonest first. None comes before the day the policy begins to apply."""
    starts = facts.values.get(STARTS)
    begin = max(today, starts) if isinstance(starts, date) else today
    if begin.year == MAXYEAR:  # what comes next may lie beyond all days there are
        return ()
    rest = rest_days(str(facts.values.get("state")))
    daily = facts.values.get("monitoring_often") == "daily"
    found: list[Coming] = []
    for every in EVERY:
        tasks = tasks_of(library, facts, every)
        day = next_date(every, begin, frozenset() if every == "day" and daily else rest)
        if tasks and day is not None:
            found.append(Coming(every, day, tasks))
    return tuple(sorted(found, key=lambda each: each.day))


def review_date(facts: Facts) -> date | None:
    """The day by which the policy is to be read again after it began to apply; None where the answers do not say."""
    starts, months = facts.values.get(STARTS), facts.values.get(REVIEW_MONTHS)
    if not isinstance(starts, date) or not isinstance(months, int):
        return None
    years, month = divmod(starts.month - 1 + months, 12)
    year = starts.year + years
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(starts.day, monthrange(year, month + 1)[1]))


def _days(first: date) -> Iterator[date]:
    return (first + number * _DAY for number in count())


def _working_day(day: date, rest: frozenset[int]) -> date:
    """The day itself, or the first one after it on which people work."""
    return next(each for each in _days(day) if each.weekday() not in rest)


def _begins_week(day: date, rest: frozenset[int]) -> bool:
    """Whether a day is the first after the rest days; Monday where there are none."""
    if not rest:
        return day.weekday() == 0
    return day.weekday() not in rest and (day - _DAY).weekday() in rest


def _periods(today: date, months: int) -> Iterator[date]:
    """The first days of calendar periods of so many months, from the one that today lies in."""
    first = (today.month - 1) // months * months
    for number in count(first, months):
        yield date(today.year + number // 12, number % 12 + 1, 1)
