"""On which days a task comes. An occurrence is known by its day in the rhythm, wherever days off move it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, time
from functools import lru_cache

from dateutil.rrule import MONTHLY, WEEKLY, rrule

from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.working_days import WEEK, WorkingDays

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""Length of the longer rhythms."""

_YEAR = 12
_SHORTEST, _LONGEST = 28, 31
"""The last days of months."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a task comes."""

    day: date
    """The day in its rhythm. It stays the same whatever happens to days off."""
    due: date
    """The day it is to be done."""


def occurrences(task: PlannedTask, began: date, first: date, last: date, days: WorkingDays) -> Iterator[Occurrence]:
    """Every time a task is due from the first day to the last, both counted. None for what comes on an event."""
    series = Series(task, began, days)
    found = series.coming(first)
    while found is not None and found.due <= last:
        yield found
        found = series.after(found)


class Series:
    """All times a task comes from the day it counts on, none of them listed."""

    def __init__(self, task: PlannedTask, began: date, days: WorkingDays) -> None:
        self._days, self._every = days, task.rhythm.every
        self._skips_days_off = not task.on_rest_days
        self._begin = max(began, task.since or began)
        anchor = task.anchor or began
        self._rule = _rule_of(task, anchor, days)
        if task.from_start and self._every in MONTHS:
            self._begin = max(self._begin, _stepped(anchor, 1) or anchor)

    def after(self, before: Occurrence | date | None) -> Occurrence | None:
        """The first one after another or after a day of the rhythm; the very first after None."""
        day = before.day if isinstance(before, Occurrence) else before
        least = self._begin if day is None or day < self._begin else _stepped(day, 1)
        found = None if least is None else self._at_or_after(least)
        return None if found is None else self._occurrence(found)

    def coming(self, today: date) -> Occurrence | None:
        """The first one that is due on a day or later."""
        found = self.after(self.newest(_stepped(today, -1)))
        while found is not None and found.due < today:  # moved before the last day there is
            found = self.after(found)
        return found

    def newest(self, today: date | None) -> Occurrence | None:
        """The last one that is due by a day; None where there is none, and for no day."""
        day = today
        if day is not None and self._days.shift == "before" and self._every != "day":
            day = self._before_working(day)
        while day is not None and today is not None:
            found = self._at_or_before(day)
            if found is None or found < self._begin:
                return None
            occurrence = self._occurrence(found)
            if occurrence.due <= today:
                return occurrence
            day = _stepped(found, -1)
        return None

    def count(self, first: Occurrence, last: Occurrence) -> int:
        """How many there are from one to another, both counted."""
        if self._every == "day":
            length = (last.day - first.day).days + 1
            return self._days.count(first.day, last.day) if self._skips_days_off else length
        if self._every == "week":
            return (last.day - first.day).days // WEEK + 1
        return (_month_index(last.day) - _month_index(first.day)) // MONTHS[self._every] + 1

    def _occurrence(self, day: date) -> Occurrence:
        if self._every == "day":
            return Occurrence(day, day)
        due = self._days.moved(day)
        if due < self._begin:  # it may be done before, but not before anything counts
            due = self._days.next_worked(day) or day
        return Occurrence(day, due)

    def _at_or_after(self, day: date) -> date | None:
        if self._every == "day":
            return self._days.next_worked(day) if self._skips_days_off else day
        return _at_or_after(self._rule, day) if self._rule else None

    def _at_or_before(self, day: date) -> date | None:
        if self._every == "day":
            return self._days.last_worked(day) if self._skips_days_off else day
        return _at_or_before(self._rule, day) if self._rule else None

    def _before_working(self, day: date) -> date:
        """The last day that may have been moved to this one or before it."""
        following = _stepped(day, 1)
        worked = None if following is None else self._days.next_worked(following)
        return (None if worked is None else _stepped(worked, -1)) or day


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rhythm of weeks or months, whichever day it begins."""

    months: int
    """Its length in months; 0 for a week."""
    phase: int
    """The weekday, or the month, counted in months and divided by the length."""
    day: int = 1
    """The day of the month."""


def _rule_of(task: PlannedTask, anchor: date, days: WorkingDays) -> _Rule | None:
    rhythm = task.rhythm
    if rhythm.every == "week":
        first = days.week[0] if days.week else 0
        return _Rule(0, first if rhythm.weekday is None else rhythm.weekday % WEEK)
    months = MONTHS.get(rhythm.every)
    if months is None:
        return None
    if task.from_start:
        return _Rule(months, _month_index(anchor) % months, anchor.day)
    return _Rule(months, (rhythm.month - 1) % months, min(max(rhythm.day, 1), _LONGEST))


def _at_or_after(rule: _Rule, day: date) -> date | None:
    found = _in_period(rule, _period(rule, day))
    return _in_period(rule, _period(rule, day, 1)) if found is None or found < day else found


def _at_or_before(rule: _Rule, day: date) -> date | None:
    found = _in_period(rule, _period(rule, day))
    return _in_period(rule, _period(rule, day, -1)) if found is None or found > day else found


@lru_cache(maxsize=8192)
def _in_period(rule: _Rule, first: date | None) -> date | None:
    """The one day of a period, which is given by its first day, on which the rhythm comes; None outside all days."""
    if first is None:
        return None
    start = datetime.combine(first, time.min)
    if not rule.months:
        found = rrule(WEEKLY, dtstart=start)
    elif rule.day <= _SHORTEST:
        found = rrule(MONTHLY, interval=rule.months, dtstart=start, bymonthday=rule.day)
    else:
        last_there_is = tuple(range(_SHORTEST, rule.day + 1))
        found = rrule(MONTHLY, interval=rule.months, dtstart=start, bymonthday=last_there_is, bysetpos=-1)
    return next(iter(found)).date()


def _period(rule: _Rule, day: date, later: int = 0) -> date | None:
    """The first day of the period that a day lies in, or of one so many later; None outside all days there are."""
    if not rule.months:
        return _stepped(day, later * WEEK - (day.weekday() - rule.phase) % WEEK)
    index = _month_index(day)
    index += later * rule.months - (index - rule.phase) % rule.months
    year, month = divmod(index, _YEAR)
    return date(year, month + 1, 1) if MINYEAR <= year <= MAXYEAR else None


def _month_index(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _stepped(day: date, step: int) -> date | None:
    """So many days later; None beyond all days there are."""
    ordinal = day.toordinal() + step
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else None
