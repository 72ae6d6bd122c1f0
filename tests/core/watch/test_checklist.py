"""What is to be done: today, overdue, this week, later, and when something happens."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.watch.checklist import Item, Status, checklist, tick_of
from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, Tick
from desktop.core.watch.working_days import WorkingDays, rest_days
from tests.core.watch.test_recurrence import calendars, rhythms
from tests.core.watch.watch_model import all_of, standing, task

BEGAN = MONDAY = date(2027, 1, 4)
TUESDAY, WEDNESDAY, FRIDAY, SATURDAY = (date(2027, 1, day) for day in (5, 6, 8, 9))
NEXT_MONDAY = date(2027, 1, 11)
SELANGOR, KEDAH = WorkingDays(rest_days("selangor")), WorkingDays(rest_days("kedah"))
DAILY, WEEKLY, MONTHLY, YEARLY = (task(every, every) for every in ("day", "week", "month", "year"))
LEAVER = task("leaver", "event")


def item_of(each, today, settled=None, days=SELANGOR, began=BEGAN, happened=()):
    (item,) = checklist(
        [each], days, began, {each.id: settled} if settled else {}, today, {each.id: happened} if happened else {}
    )
    return item


def settled_by(item, today):
    """What is settled once an item is ticked."""
    return tick_of(item, DONE, on=today).occurrence


def test_what_is_due_today_is_overdue_at_midnight_and_stays_so():
    assert item_of(DAILY, MONDAY) == Item(DAILY, Status.TODAY, MONDAY, MONDAY)
    assert item_of(DAILY, TUESDAY) == Item(DAILY, Status.OVERDUE, TUESDAY, MONDAY, 1, last_due=TUESDAY)
    assert item_of(DAILY, SATURDAY) == Item(DAILY, Status.OVERDUE, FRIDAY, MONDAY, 4, last_due=FRIDAY)
    assert item_of(WEEKLY, TUESDAY) == Item(WEEKLY, Status.OVERDUE, MONDAY, MONDAY)
    assert item_of(WEEKLY, NEXT_MONDAY) == Item(WEEKLY, Status.OVERDUE, NEXT_MONDAY, MONDAY, 1, last_due=NEXT_MONDAY)


def test_what_was_due_while_the_computer_was_off_is_there_in_the_morning():
    weekly_on_friday = task("numbers", "week", 4)
    item = item_of(weekly_on_friday, NEXT_MONDAY)
    assert (item.status, item.due, item.missed) == (Status.OVERDUE, FRIDAY, 0)


def test_late_completion_settles_everything_and_goes_on_in_the_future():
    late = item_of(DAILY, FRIDAY)
    assert late.missed == 4
    after = item_of(DAILY, FRIDAY, settled_by(late, FRIDAY))
    assert (after.status, after.due, after.missed) == (Status.LATER, NEXT_MONDAY, 0)


def test_an_early_tick_settles_the_coming_one_and_no_more():
    coming = item_of(MONTHLY, MONDAY)
    assert (coming.status, coming.due) == (Status.LATER, date(2027, 2, 1))
    after = item_of(MONTHLY, MONDAY, settled_by(coming, MONDAY))
    assert after.due == date(2027, 3, 1)
    assert item_of(MONTHLY, date(2027, 3, 1), settled_by(coming, MONDAY)).missed == 0


def test_the_same_item_ticked_twice_counts_once():
    item = item_of(WEEKLY, MONDAY)
    assert tick_of(item, DONE, on=MONDAY) == tick_of(item, DONE, on=MONDAY)
    assert item_of(WEEKLY, MONDAY, settled_by(item, MONDAY)).due == NEXT_MONDAY


@pytest.mark.parametrize(
    ("days", "today", "due", "status"),
    [
        (SELANGOR, TUESDAY, WEDNESDAY, Status.THIS_WEEK),
        (SELANGOR, TUESDAY, date(2027, 1, 10), Status.THIS_WEEK),  # a Sunday, where it is left
        (SELANGOR, TUESDAY, NEXT_MONDAY, Status.LATER),
        (SELANGOR, date(2027, 1, 10), NEXT_MONDAY, Status.LATER),
        (KEDAH, TUESDAY, date(2027, 1, 9), Status.THIS_WEEK),
        (KEDAH, TUESDAY, date(2027, 1, 10), Status.LATER),
        (KEDAH, date(2027, 1, 10), date(2027, 1, 14), Status.THIS_WEEK),
    ],
)
def test_this_week_ends_before_the_first_working_day_of_the_next(days, today, due, status):
    once = task("once", "year", day=due.day, month=due.month)
    assert item_of(once, today, days=replace(days, shift="stay")).status is status


def test_the_most_urgent_comes_first_then_the_order_of_the_plan():
    fresh = task("fresh", "day", since=TUESDAY)
    plan = (YEARLY, LEAVER, fresh, DAILY, WEEKLY, task("week-2", "week"), task("friday", "week", 4), MONTHLY)
    items = checklist(plan, SELANGOR, BEGAN, {}, TUESDAY)
    assert [item.task.id for item in items] == ["day", "week", "week-2", "fresh", "friday", "month", "year", "leaver"]
    assert [item.status for item in items] == [
        *[Status.OVERDUE] * 3,
        Status.TODAY,
        Status.THIS_WEEK,
        *[Status.LATER] * 2,
        Status.ON_EVENT,
    ]


def test_tasks_that_are_off_are_not_there():
    assert checklist([replace(DAILY, is_on=False)], SELANGOR, BEGAN, {}, MONDAY) == ()


def test_a_task_waits_for_its_event_and_then_for_somebody():
    assert item_of(LEAVER, FRIDAY) == Item(LEAVER, Status.ON_EVENT, None, None)
    assert item_of(LEAVER, TUESDAY, happened=(TUESDAY,)) == Item(LEAVER, Status.TODAY, TUESDAY, TUESDAY, happened=1)
    two = item_of(LEAVER, FRIDAY, happened=(WEDNESDAY, TUESDAY))
    assert two == Item(LEAVER, Status.OVERDUE, TUESDAY, TUESDAY, happened=2)
    assert item_of(LEAVER, TUESDAY, happened=(FRIDAY,)).status is Status.THIS_WEEK
    assert item_of(LEAVER, TUESDAY, happened=(SATURDAY,)).due == SATURDAY  # danger does not wait for a working day


def test_a_tick_says_what_it_settles_and_how_late_it_was():
    late = item_of(DAILY, WEDNESDAY)
    assert tick_of(late, SKIPPED, on=WEDNESDAY, by="Aminah", note="Banjir", file="a.png") == Tick(
        "day", WEDNESDAY, WEDNESDAY, WEDNESDAY, SKIPPED, 2, "Aminah", "Banjir", "a.png"
    )
    waiting = item_of(LEAVER, WEDNESDAY)
    assert tick_of(waiting, HAPPENED, on=TUESDAY) == Tick("leaver", TUESDAY, TUESDAY, TUESDAY, HAPPENED)
    assert tick_of(waiting, DONE, on=TUESDAY) == Tick("leaver", TUESDAY, TUESDAY, TUESDAY, DONE)
    again = item_of(LEAVER, WEDNESDAY, happened=(TUESDAY,))
    assert tick_of(again, HAPPENED, on=WEDNESDAY).occurrence == WEDNESDAY
    assert tick_of(again, DONE, on=FRIDAY).due == TUESDAY


def test_new_holidays_and_other_shifts_open_nothing_again():
    first_of_may = task("month", "month")  # 1 May 2027 is a Saturday, and a holiday
    done = settled_by(item_of(first_of_may, date(2027, 5, 3), date(2027, 4, 1)), date(2027, 5, 3))
    for off in ({}, {date(2027, 5, 3): "Cuti"}, {date(2027, 5, day): "Cuti" for day in range(3, 30)}):
        for shift in ("after", "before", "stay"):
            days = WorkingDays(rest_days("selangor"), off, shift)
            assert item_of(first_of_may, date(2027, 5, 31), done, days).due == date(2027, 6, 1)


def test_what_is_settled_in_the_far_future_does_no_harm():
    for settled in (date(2999, 1, 1), date.max):
        item = item_of(MONTHLY, MONDAY, settled)
        assert item.status is Status.LATER
        assert item.due is None or item.due > settled
        assert tick_of(item, DONE, on=MONDAY)


LATEST = date(2028, 6, 1)
whens = st.dates(date(2026, 11, 1), LATEST)


@settings(max_examples=120, deadline=None)
@given(each=rhythms, days=calendars, began=st.dates(date(2026, 11, 1), date(2027, 2, 1)), today=whens, data=st.data())
def test_an_item_is_what_going_through_all_days_finds(each, days, began, today, data):
    listed = all_of(each, began, days, date(2030, 2, 1))
    first_ones = st.sampled_from([began, *(day for day, _due in listed[:60] if day <= LATEST)])
    settled = data.draw(st.one_of(st.none(), first_ones, whens))
    item = item_of(each, today, settled, days, began)
    occurrence, due, missed = standing(listed, settled, today)
    assert (item.occurrence, item.due, item.missed) == (occurrence, due, missed)
    assert (item.status is Status.OVERDUE) == (due < today)
    assert (item.status is Status.TODAY) == (due == today)


@settings(max_examples=100, deadline=None)
@given(each=rhythms, days=calendars, today=whens, later=st.integers(1, 400))
def test_overdue_stays_overdue_until_it_is_ticked_and_then_the_next_is_in_the_future(each, days, today, later):
    item, then = item_of(each, today, days=days), item_of(each, today + timedelta(days=later), days=days)
    if item.status in (Status.OVERDUE, Status.TODAY):
        assert (then.status, then.due) == (Status.OVERDUE, item.due)
        assert then.missed >= item.missed
    done = item_of(each, today, settled_by(item, today), days)
    assert done.due > today
    assert done.missed == 0
    assert done.occurrence > item.occurrence


@given(
    each=rhythms,
    days=calendars,
    today=st.sampled_from([date.min, date(1, 1, 7), date(2027, 1, 1), date(9999, 12, 28), date.max]),
    settled=st.sampled_from([None, date.min, date(2027, 1, 1), date.max]),
    began=st.sampled_from([date.min, date(2027, 1, 1), date(9999, 11, 30), date.max]),
)
def test_slips_in_the_year_do_no_harm(each, days, today, settled, began):
    item = item_of(each, today, settled, days, began)
    assert item.due is None or item.due >= began
    assert tick_of(item, DONE, on=today).task == each.id
