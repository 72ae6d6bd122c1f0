"""Tasks as a calendar file that Outlook, Google and others read: one event for every time a task comes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from desktop.core.library import Library
from desktop.core.text import Language, Text, any_side, printable
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.recurrence import Occurrence, occurrences
from desktop.core.watch.working_days import WorkingDays

MONTHS = 24
"""How far ahead a calendar file reaches."""

_DAY = timedelta(days=1)
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_HIGHEST = 2**31 - 1
"""The highest number calendars keep as the edition of an event."""

_BEGIN_OF_EVENT, _END_OF_EVENT, _END_OF_CALENDAR = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """In which words a calendar file is written, and for whom."""

    library: Library
    language: Language
    name: str
    """Of the business; "" where it is not known."""
    business: str = ""
    """Its id, so that the tasks of two firms can lie in one calendar; "" for answers that are in no business file."""


def last_day(first: date) -> date:
    """The last day of a calendar file that begins on a day; the last there is where the calendar ends before."""
    try:
        return first + relativedelta(months=MONTHS, days=-1)
    except (OverflowError, ValueError):
        return date.max - _DAY


def calendar_file(
    plan: Iterable[PlannedTask],
    days: WorkingDays,
    began: date,
    first: date,
    look: CalendarLook,
    *,
    now: datetime,
    settled: Mapping[str, date] | None = None,
) -> bytes:
    """The tasks of 24 months from `first`. Tasks that wait for an event are not in it.

    `settled` names the newest occurrence of each task that was done or skipped: it and those before it are left out.

    An event is known by its task and the day it has by its rhythm, so a file read in later moves it and does not double
    it. Calendars take the later edition of an event; every file is a later one than those made before.
    """
    from icalendar import Calendar, vText  # takes a while to load

    calendar = _filled(
        Calendar(),
        {
            "prodid": f"-//DasarKita//DasarKita//{look.language.upper()}",
            "version": "2.0",
            "calscale": "GREGORIAN",
            "method": "PUBLISH",
            "x-wr-calname": vText(
                _line(f"DasarKita: {look.name}").rstrip(": ")
            ),  # the library takes it for no text by itself
        },
    )
    head = calendar.removesuffix(_END_OF_CALENDAR)
    return b"".join((head, *_events(plan, _Times(days, began, first, settled or {}), look, now), _END_OF_CALENDAR))


@dataclass(frozen=True, slots=True)
class _Times:
    """When tasks come."""

    days: WorkingDays
    began: date
    first: date
    settled: Mapping[str, date]

    def of(self, task: PlannedTask) -> Iterator[Occurrence]:
        """Those of a task that are still to come."""
        settled = self.settled.get(task.id)
        coming = occurrences(task, self.began, self.first, last_day(self.first), self.days)
        return (each for each in coming if settled is None or each.day > settled)


def _events(plan: Iterable[PlannedTask], times: _Times, look: CalendarLook, now: datetime) -> Iterator[bytes]:
    """Every event. What all events of a task have in common is written once: there may be thousands of them."""
    from icalendar import Event

    place = f"{look.business}.dasarkita" if look.business else "dasarkita"
    for task in plan:
        common = _common(task, look, now)
        for occurrence in times.of(task):
            own = {
                "uid": f"{task.id}-{occurrence.day:%Y%m%d}@{place}",
                "dtstart": occurrence.due,
                "dtend": occurrence.due + _DAY,
            }
            yield _filled(Event(), own).removesuffix(_END_OF_EVENT) + common


def _common(task: PlannedTask, look: CalendarLook, now: datetime) -> bytes:
    """The end of every event of a task: all but its name and its day."""
    from icalendar import Event

    edition = int((now - _COUNTED_FROM).total_seconds())
    common = {
        "dtstamp": now,
        "last-modified": now,
        "sequence": min(max(edition, 0), _HIGHEST),
        "transp": "TRANSPARENT",
        "categories": ["DasarKita"],
        "summary": _line(task.title, look.language),
        "description": "\n".join(_description(task, look)),
    }
    return _filled(Event(), common).removeprefix(_BEGIN_OF_EVENT)


def _filled(component: Any, values: Mapping[str, Any]) -> bytes:
    for name, value in values.items():
        component.add(name, value)
    return component.to_ical()


def _description(task: PlannedTask, look: CalendarLook) -> Iterator[str]:
    """How it is done, by whom, and what to keep of it."""
    for number, step in enumerate(task.steps, start=1):
        yield f"{number}. {_line(step, look.language)}"
    words = look.library.words
    if task.assignee:
        yield f"{_line(words['task_who'], look.language)}: {_line(task.assignee.name)}"
    time = words["task_minute_one" if task.minutes == 1 else "task_minutes_many"]
    yield _line(time, look.language).format(count=task.minutes)
    if keep := _line(task.keep, look.language):
        yield f"{_line(words['task_evidence'], look.language)}: {keep}"


def _line(text: Text | str, language: Language = "") -> str:
    """Words in one line, in the language asked for where they are written in it."""
    words = text if isinstance(text, str) else any_side(text, language)[0]
    return " ".join(printable(words).split())
