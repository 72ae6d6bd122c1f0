"""When reminders keep quiet, and what they count."""

from datetime import date, time

import pytest

from desktop.core.watch.checklist import Item, Status
from desktop.core.watch.choices import Rhythm
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.reminders import QuietHours, reminder_of, time_of


def item(name: str, status: Status) -> Item:
    task = PlannedTask(name, {"en": name}, (), {}, {}, Rhythm("week"), None, 5, True, False, False, ())
    return Item(task, status, date(2027, 1, 4), date(2027, 1, 4))


@pytest.mark.parametrize(
    ("starts", "ends", "now", "quiet"),
    [
        ("20:00", "08:00", "19:59", False),
        ("20:00", "08:00", "20:00", True),
        ("20:00", "08:00", "00:00", True),
        ("20:00", "08:00", "07:59", True),
        ("20:00", "08:00", "08:00", False),
        ("12:00", "14:00", "13:00", True),
        ("12:00", "14:00", "14:00", False),
        ("12:00", "12:00", "12:00", False),
    ],
)
def test_quiet_hours_may_go_over_midnight(starts: str, ends: str, now: str, quiet: bool) -> None:
    hours = QuietHours(time.fromisoformat(starts), time.fromisoformat(ends))
    assert hours.hold(time.fromisoformat(now)) is quiet


def test_only_what_is_due_is_counted_and_the_overdue_is_named_first() -> None:
    items = [
        item("today", Status.TODAY),
        item("late", Status.OVERDUE),
        item("week", Status.THIS_WEEK),
        item("later", Status.LATER),
        item("event", Status.ON_EVENT),
    ]
    said = reminder_of(items)
    assert said is not None
    assert (said.overdue, said.today, said.count, said.title) == (1, 1, 2, {"en": "late"})


def test_nothing_due_is_not_spoken_of() -> None:
    assert reminder_of([item("week", Status.THIS_WEEK), item("event", Status.ON_EVENT)]) is None


def test_a_time_that_makes_no_sense_is_the_usual_one() -> None:
    assert time_of("", time(20)) == time_of("25:99", time(20)) == time(20)
    assert time_of("07:30", time(20)) == time(7, 30)
