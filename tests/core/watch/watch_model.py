"""Watching worked out the slow way, day after day, to hold the real thing against; and tasks made in a line."""

from bisect import bisect_right
from calendar import monthrange
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from desktop.core.watch.choices import Rhythm
from desktop.core.watch.plan import PlannedTask

DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
NAME = {"en": "Look", "ms": "Lihat"}


def task(name, every, weekday=None, day=1, month=1, **more):
    """A planned task; `more` are fields of `PlannedTask`."""
    fields = {"minutes": 2, "is_on": True, "is_own": False, "from_start": False, "serves": (), "assignee": None} | more
    return PlannedTask(name, NAME, (), {}, {}, Rhythm(every, weekday, day, month), **fields)


def is_off(days, day):
    return day.weekday() in days.rest or day in days.days_off


def due_day(days, day, begin):
    """Where a day is moved to, step by step."""
    moved = day
    if days.shift == "before":
        while is_off(days, moved):
            moved -= DAY
        if moved >= begin:
            return moved
        moved = day
    if days.shift in ("before", "after"):
        while is_off(days, moved):
            moved += DAY
    return moved


def first_of_week(rest):
    """The first working day after the rest days, which lie together."""
    return next((day for day in range(7) if day not in rest and (day - 1) % 7 in rest), 0)


def comes_on(each, began, days, day):
    """Whether a day is one of a task's rhythm."""
    rhythm = each.rhythm
    if rhythm.every == "day":
        return each.on_rest_days or not is_off(days, day)
    if rhythm.every == "week":
        return day.weekday() == (first_of_week(days.rest) if rhythm.weekday is None else rhythm.weekday)
    if rhythm.every == "event":
        return False
    length = MONTHS[rhythm.every]
    if each.from_start:
        passed = (day.year - began.year) * 12 + day.month - began.month
        return passed > 0 and passed % length == 0 and day == began + relativedelta(months=passed)
    in_month = (day.month - rhythm.month) % length == 0
    return in_month and day.day == min(rhythm.day, monthrange(day.year, day.month)[1])


def all_of(each, began, days, last):
    """(day, due) of everything from the beginning to a day of the rhythm."""
    begin = max(began, each.since or began)
    found = []
    day = begin
    while day <= last:
        if comes_on(each, began, days, day):
            found.append((day, day if each.rhythm.every == "day" else due_day(days, day, begin)))
        day += DAY
    return found


def standing(listed, settled, today):
    """(occurrence, due, missed) of what is open or comes next, out of everything listed."""
    left = bisect_right(listed, settled, key=lambda pair: pair[0]) if settled else 0
    still_open = bisect_right(listed, today, key=lambda pair: pair[1])
    if still_open > left:
        return listed[still_open - 1][0], listed[left][1], still_open - left - 1
    return (*listed[left], 0)
