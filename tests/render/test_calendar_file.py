"""Calendar files, read back by another library than the one that writes them."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.content.public_holidays import public_holidays
from desktop.core.answers import Answers, Person
from desktop.core.assemble import settle
from desktop.core.watch.checklist import Status, checklist
from desktop.core.watch.choices import OwnTask, Rhythm, WatchChoices, WorkCalendar
from desktop.core.watch.plan import PlannedTask, plan_of
from desktop.core.watch.recurrence import occurrences
from desktop.core.watch.working_days import WorkingDays, working_days
from desktop.render.calendar_file import CalendarLook, calendar_file, last_day

LIBRARY = load_library()
NOW = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)
BEGAN = date(2026, 11, 23)
FIRST = date(2027, 1, 4)
LAST = date(2029, 1, 3)
LOOK = CalendarLook(LIBRARY, "ms", "Kedai Roti Seri Murni")
WEEKLY = PlannedTask(
    "own-1",
    {"ms": "Semak"},
    (),
    {},
    {},
    Rhythm("week", 0),
    None,
    5,
    is_on=True,
    is_own=True,
    from_start=False,
    serves=(),
)


def firm(sample_id, **calendar):
    """The plan of a sample, and the days on which it works."""
    answers = sample_answers(next(each for each in LIBRARY.samples if each.id == sample_id), LIBRARY)
    answers = replace(answers, watch=replace(answers.watch, calendar=WorkCalendar(**calendar)))
    settled = settle(LIBRARY, answers)
    holidays = public_holidays(str(answers.values["state"]), range(2026, 2031))
    return plan_of(settled), working_days(settled.all_facts, answers.watch.calendar, holidays)


def made(plan, days, first=FIRST, look=LOOK, now=NOW, began=BEGAN):
    return calendar_file(plan, days, began, first, look, now=now)


def read(data):
    return vobject.readOne(data.decode())


def events(data):
    """Summary, first and last day of each event by its name."""
    calendar = read(data)
    found = {event.uid.value: event for event in getattr(calendar, "vevent_list", ())}
    assert len(found) == len(getattr(calendar, "vevent_list", ()))
    return found


def dates(data):
    return {uid: event.dtstart.value for uid, event in events(data).items()}


def test_what_was_done_is_left_out_and_all_else_stays():
    plan, days = firm("bakery")
    every = dates(made(plan, days))
    weekly = next(task for task in plan if task.rhythm.every == "week")
    done = next(each.day for each in occurrences(weekly, BEGAN, FIRST, LAST, days))
    left = dates(calendar_file(plan, days, BEGAN, FIRST, LOOK, now=NOW, settled={weekly.id: done}))
    gone = f"{weekly.id}-{done:%Y%m%d}@dasarkita"
    assert every[gone] >= FIRST
    assert left == {uid: day for uid, day in every.items() if uid != gone}


@pytest.mark.parametrize("sample", [sample.id for sample in LIBRARY.samples])
def test_the_days_are_those_of_the_program_for_24_months(sample):
    plan, days = firm(sample)
    wanted = {
        f"{task.id}-{each.day:%Y%m%d}@dasarkita": each.due
        for task in plan
        for each in occurrences(task, BEGAN, FIRST, LAST, days)
    }
    assert len(wanted) > 100
    assert last_day(FIRST) == LAST
    assert dates(made(plan, days)) == wanted
    assert max(wanted.values()) > LAST - timedelta(days=10)


@pytest.mark.parametrize("shift", ["after", "before", "stay"])
def test_the_days_are_those_on_which_the_checklist_shows_the_task(shift):
    plan, days = firm("bakery", shift=shift)
    plan = [task for task in plan if task.rhythm.every != "day"]
    settled, shown = {}, Counter()
    today = BEGAN
    while today <= LAST:
        for item in checklist(plan, days, BEGAN, settled, today):
            assert item.status is not Status.OVERDUE
            if item.status is Status.TODAY:
                settled[item.task.id] = item.occurrence
                if today >= FIRST:
                    shown[item.task.title["ms"], today] += 1
        today += timedelta(days=1)
    told = Counter((event.summary.value, event.dtstart.value) for event in events(made(plan, days)).values())
    assert told == shown
    assert shown


def test_an_event_takes_a_whole_day_and_leaves_it_free():
    for event in events(made(*firm("workshop"))).values():
        assert type(event.dtstart.value) is date
        assert event.dtend.value == event.dtstart.value + timedelta(days=1)
        assert event.transp.value == "TRANSPARENT"
        assert event.categories.value == ["DasarKita"]
        assert event.dtstamp.value == NOW
        assert not hasattr(event, "valarm")


def test_what_waits_for_an_event_is_not_in_it():
    plan, days = firm("tuition")
    waiting = [task for task in plan if task.rhythm.every == "event"]
    assert waiting
    assert dates(made(waiting, days)) == {}
    titles = {event.summary.value for event in events(made(plan, days)).values()}
    assert titles == {task.title["ms"] for task in plan} - {task.title["ms"] for task in waiting}


def test_a_file_read_in_later_moves_events_and_does_not_double_them():
    before = made((WEEKLY,), WorkingDays(days_off={date(2027, 2, 8): "Cuti"}, shift="after"))
    after = made(
        (WEEKLY,),
        WorkingDays(days_off={date(2027, 2, 8): "Cuti"}, shift="before"),
        now=NOW + timedelta(seconds=1),
    )
    old, new = dates(before), dates(after)
    assert old.keys() == new.keys()
    moved = {uid: (old[uid], new[uid]) for uid in old if old[uid] != new[uid]}
    assert moved == {"own-1-20270208@dasarkita": (date(2027, 2, 9), date(2027, 2, 5))}
    edition = {int(event.sequence.value) for event in events(before).values()}
    later = {int(event.sequence.value) for event in events(after).values()}
    assert max(edition) < min(later) < 2**31


def test_a_file_made_on_another_day_names_the_same_events():
    plan, days = firm("workshop")
    before, after = dates(made(plan, days)), dates(made(plan, days, FIRST + timedelta(days=45)))
    common = before.keys() & after.keys()
    assert len(common) > 0.9 * len(before)
    assert all(before[uid] == after[uid] for uid in common)


@pytest.mark.parametrize("language", ["ms", "en"])
def test_each_language_has_its_words(language):
    plan, days = firm("workshop")
    data = made(plan, days, look=replace(LOOK, language=language))
    assert {event.summary.value for event in events(data).values()} == {
        task.title[language] for task in plan if task.rhythm.every != "event"
    }
    task = next(task for task in plan if task.rhythm.every != "event" and task.assignee and task.keep)
    told = next(event for uid, event in events(data).items() if uid.startswith(f"{task.id}-2"))
    words = LIBRARY.words
    assert told.description.value.split("\n") == [
        *(f"{number}. {step[language]}" for number, step in enumerate(task.steps, start=1)),
        f"{words['task_who'][language]}: {task.assignee.name}",
        words["task_minute_one" if task.minutes == 1 else "task_minutes_many"][language].format(count=task.minutes),
        f"{words['task_evidence'][language]}: {task.keep[language]}",
    ]


ODD_NAME = "Siti, Ali; & \\Rakan\n“Roti” 🍞👩‍🍳 مخبز"


def test_odd_names_come_back_as_they_are():
    task = replace(
        WEEKLY,
        title={"en": f"{ODD_NAME}\x00\x85{'panjang ' * 40}"},
        steps=({"ms": "a, b; c\\n"},),
        assignee=Person("p", ODD_NAME),
    )
    data = made((task,), WorkingDays(), look=replace(LOOK, name=ODD_NAME))
    one_line = ODD_NAME.replace("\n", " ")
    calendar = read(data)
    assert calendar.x_wr_calname.value == f"DasarKita: {one_line}"
    event = calendar.vevent_list[0]
    assert event.summary.value == f"{one_line} {'panjang ' * 40}".strip()
    assert event.description.value.split("\n")[:2] == ["1. a, b; c\\n", f"Oleh: {one_line}"]


def test_the_file_is_as_calendars_want_it():
    data = made(*firm("workshop"), look=replace(LOOK, name=ODD_NAME * 5))
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    calendar = read(data)
    assert calendar.version.value == "2.0"
    assert calendar.method.value == "PUBLISH"
    assert "DasarKita" in calendar.prodid.value


def test_a_firm_without_a_name_and_a_day_without_tasks():
    calendar = read(made((), WorkingDays(), look=replace(LOOK, name="")))
    assert calendar.x_wr_calname.value == "DasarKita"
    assert not hasattr(calendar, "vevent_list")


def test_a_task_of_the_owners_is_in_it():
    own = OwnTask("own-7", {"ms": "Lap papan tanda", "en": "Wipe the sign"}, Rhythm("year", None, 31, 12))
    settled = settle(LIBRARY, Answers(watch=WatchChoices(own={own.id: own})))
    found = dates(made(plan_of(settled), WorkingDays(shift="stay")))
    assert {uid: day for uid, day in found.items() if uid.startswith("own-7")} == {
        "own-7-20271231@dasarkita": date(2027, 12, 31),
        "own-7-20281231@dasarkita": date(2028, 12, 31),
    }


def test_a_calendar_ends_with_the_last_day_there_is():
    found = events(made([WEEKLY], WorkingDays(), first=date(9999, 12, 1)))
    assert max(event.dtend.value for event in found.values()) <= date.max
    assert date(9999, 12, 27) in {event.dtstart.value for event in found.values()}
