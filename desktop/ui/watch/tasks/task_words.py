"""Tasks, rhythms and ticks in plain words."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale

from desktop import i18n
from desktop.core.library import Library
from desktop.core.watch.checklist import Item, Status
from desktop.core.watch.choices import Rhythm
from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, Tick
from desktop.core.watch.phrases import in_words
from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui.days import date_words, day_words

LENGTHS = {"quarter": 3, "half_year": 6, "year": 12}
"""Months of the longer rhythms."""

_YEAR = 12

_WEEK = 6
"""Days back for which the name of the day is enough."""


def weekday_words(weekday: int) -> str:
    """The name of a day as `date.weekday` counts."""
    return QLocale(f"{i18n.current()}_MY").standaloneDayName(weekday + 1)


def month_words(month: int) -> str:
    """The name of a month, 1 to 12."""
    return QLocale(f"{i18n.current()}_MY").standaloneMonthName(month)


def every_words(every: str) -> str:
    """A rhythm without its day."""
    match every:
        case "day":
            return _("Every day")
        case "week":
            return _("Every week")
        case "month":
            return _("Every month")
        case "quarter":
            return _("Every three months")
        case "half_year":
            return _("Every half year")
        case "year":
            return _("Every year")
        case _:
            return _("When something happens")


def rhythm_words(task: PlannedTask) -> str:
    """When a task comes: "Every week, on Monday"."""
    rhythm = task.rhythm
    if task.from_start and rhythm.every not in ("day", "week", "event"):
        return _("{every}, counted from the day you began", every=every_words(rhythm.every))
    match rhythm.every:
        case "day":
            return _("Every day, on rest days too") if task.on_rest_days else _("Every working day")
        case "week" if rhythm.weekday is not None:
            return _("Every week, on {day}", day=weekday_words(rhythm.weekday))
        case "week":
            return _("Every week, on the first working day")
        case "month":
            return _("Every month, on day {day}", day=rhythm.day)
        case "quarter" | "half_year" | "year":
            return _("On {days}", days=", ".join(_days_of_year(rhythm)))
        case _:
            return every_words(rhythm.every)


def _days_of_year(rhythm: Rhythm) -> list[str]:
    """The days of a longer rhythm: "5 February", "5 May", …"""
    months = range(rhythm.month, _YEAR + 1, LENGTHS[rhythm.every])
    return [_("{day} {month}", day=rhythm.day, month=month_words(month)) for month in months]


def minute_words(minutes: int) -> str:
    """How long something takes."""
    return _("1 minute") if minutes == 1 else _("{count} minutes", count=minutes)


def who_words(task: PlannedTask) -> str:
    """Who does a task; "" where nobody is named."""
    return task.assignee.name if task.assignee else ""


def item_words(item: Item, today: date) -> str:
    """What stands below the title: "Since Monday · 2 missed · Aminah · 2 minutes"."""
    parts = (_when_words(item, today), _missed_words(item), who_words(item.task), minute_words(item.task.minutes))
    return " · ".join(filter(None, parts))


def since_words(day: date, today: date) -> str:
    """From when something has been open."""
    if day == today - timedelta(days=1):
        return _("Since yesterday")
    if timedelta(0) < today - day <= timedelta(days=_WEEK):
        return _("Since {day}", day=weekday_words(day.weekday()))
    return _("Since {day}", day=date_words(day))


def next_words(item: Item | None, today: date) -> str:
    """When a task comes again; "" for one that waits for something to happen."""
    if item is None or item.due is None:
        return ""
    if item.due < today:
        return _("{since}, still open.", since=since_words(item.due, today))
    if item.due == today:
        return _("Once more today.")
    if item.due == today + timedelta(days=1):
        return _("Next tomorrow.")
    return _("Next on {day}.", day=day_words(item.due, today))


def outcome_words(tick: Tick) -> str:
    """What became of a task, and who saw to it."""
    match tick.outcome:
        case outcome if outcome == DONE:
            return _("done by {name}", name=tick.by) if tick.by else _("done")
        case outcome if outcome == SKIPPED:
            return _("skipped by {name}", name=tick.by) if tick.by else _("skipped")
        case outcome if outcome == HAPPENED:
            return _("it happened, noted by {name}", name=tick.by) if tick.by else _("it happened")
        case _:
            return _("marked as a mistake by {name}", name=tick.by) if tick.by else _("marked as a mistake")


def note_words(library: Library, note: str) -> str:
    """A note, with the program's own words as the window speaks now."""
    return in_words(note, library.words, i18n.current())


def tick_words(library: Library, tick: Tick, today: date, *, counts: bool = True) -> str:
    """A line of history: "Yesterday: done by Aminah, late · note · file"."""
    told = _("{day}: {outcome}", day=day_words(tick.on, today), outcome=outcome_words(tick))
    late = _("late") if tick.outcome == DONE and not tick.is_on_time else ""
    parts = (told, late, note_words(library, tick.note), tick.file, "" if counts else _("put right later"))
    return " · ".join(filter(None, parts))


def week_words(minutes: int) -> str:
    """How long a whole plan takes."""
    return _("about {count} minutes a week", count=minutes)


def _when_words(item: Item, today: date) -> str:
    if item.due is None:
        return ""
    match item.status:
        case Status.OVERDUE:
            return since_words(item.due, today)
        case Status.TODAY:
            return ""
        case _:
            return day_words(item.due, today)


def _missed_words(item: Item) -> str:
    if item.happened > 1:
        return _("{count} times", count=item.happened)
    return _("{count} missed", count=item.missed) if item.missed else ""
