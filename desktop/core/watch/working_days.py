"""On which days the firm works: rest days of its state, public holidays, and what the owner changed about them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from desktop.core.facts import Facts
from desktop.core.watch.choices import SHIFTS, WorkCalendar

STATE = "state"
"""The question that asks in which state most people work."""

WEEK = 7

_SATURDAY_SUNDAY = frozenset({5, 6})
_FRIDAY_SATURDAY = frozenset({4, 5})
_REST_FROM_FRIDAY = frozenset({"kedah", "kelantan", "terengganu"})

_FARTHEST = 366
"""Days without work in a row after which nothing is moved any more."""


def rest_days(state: str) -> frozenset[int]:
    """The weekly rest days of a state as `date.weekday` counts: Monday is 0. Johor rests as most do since 2025."""
    return _FRIDAY_SATURDAY if state in _REST_FROM_FRIDAY else _SATURDAY_SUNDAY


@dataclass(frozen=True)
class WorkingDays:
    """Which days are worked, and where a task goes that falls on one that is not."""

    rest: frozenset[int] = _SATURDAY_SUNDAY
    """Weekly rest days as `date.weekday` counts."""
    days_off: Mapping[date, str] = field(default_factory=dict[date, str])
    """Further days without work, with what they are called."""
    shift: str = SHIFTS[0]
    """See `SHIFTS`."""

    def works(self, day: date) -> bool:
        """Whether the firm works on that day."""
        return day.weekday() not in self.rest and day not in self.days_off

    def name(self, day: date) -> str:
        """What a day off is called; "" for working days and for weekly rest days."""
        return self.days_off.get(day, "")

    def moved(self, day: date) -> date:
        """The day on which something is due that falls on this one."""
        match self.shift:
            case "after":
                return self.next_worked(day) or day
            case "before":
                return self.last_worked(day) or day
            case _:
                return day

    def next_worked(self, day: date) -> date | None:
        """The day itself or the first one after it that is worked; None where a year passes without one."""
        return self._nearest(day, 1)

    def last_worked(self, day: date) -> date | None:
        """The day itself or the last one before it that is worked; None where a year passes without one."""
        return self._nearest(day, -1)

    def count(self, first: date, last: date) -> int:
        """How many days are worked from the first to the last, both counted."""
        length = (last - first).days + 1
        if length <= 0:
            return 0
        weeks, rest = divmod(length, WEEK)
        begun = sum((first.weekday() + number) % WEEK not in self.rest for number in range(rest))
        off = self._off_in_week
        return weeks * (WEEK - len(self.rest)) + begun - (bisect_right(off, last) - bisect_left(off, first))

    @cached_property
    def week(self) -> tuple[int, ...]:
        """The days worked each week, from the first one after the rest days on; from Monday where there are none.

        Where the rest days lie apart, the week begins after the longest rest.
        """
        starts = [day for day in range(WEEK) if day not in self.rest and (day - 1) % WEEK in self.rest]
        first = max(starts, key=self._rest_before, default=0)
        return tuple(day for day in ((first + number) % WEEK for number in range(WEEK)) if day not in self.rest)

    def week_end(self, day: date) -> date:
        """The last day of the week that a day lies in, rest days included."""
        begins = self.week[0] if self.week else 0
        left = WEEK - 1 - (day.weekday() - begins) % WEEK
        return date.fromordinal(min(day.toordinal() + left, date.max.toordinal()))

    def _rest_before(self, day: int) -> int:
        return next(number for number in range(WEEK) if (day - 1 - number) % WEEK not in self.rest)

    @cached_property
    def _off_in_week(self) -> list[date]:
        """Days off that would be worked otherwise, in order."""
        return sorted(day for day in self.days_off if day.weekday() not in self.rest)

    def _nearest(self, day: date, step: int) -> date | None:
        first, end = day.toordinal(), day.toordinal() + step * _FARTHEST
        for ordinal in range(first, end, step):
            if not date.min.toordinal() <= ordinal <= date.max.toordinal():
                return None
            found = date.fromordinal(ordinal)
            if self.works(found):
                return found
        return None


def weekly_rest(facts: Facts, calendar: WorkCalendar) -> frozenset[int]:
    """The weekly rest days: as the owner chose, else as the state has them."""
    chosen = calendar.rest_days
    return rest_days(str(facts.values.get(STATE))) if chosen is None or len(chosen) >= WEEK else chosen


def working_days(facts: Facts, calendar: WorkCalendar, holidays: Mapping[date, str]) -> WorkingDays:
    """When the firm works: as its state does, with its public holidays, and with what the owner changed."""
    public = {day: name for day, name in holidays.items() if day not in calendar.working}
    off = {**(public if calendar.public_holidays else {}), **calendar.days_off}
    return WorkingDays(weekly_rest(facts, calendar), off, calendar.shift)
