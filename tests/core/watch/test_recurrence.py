"""On which days a task comes."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.watch.recurrence import Occurrence, Series, occurrences
from desktop.core.watch.working_days import WorkingDays, rest_days
from tests.core.watch.watch_model import all_of, due_day, task

SUNDAY_OFF, FRIDAY_OFF = WorkingDays(rest_days("selangor")), WorkingDays(rest_days("kedah"))
NO_REST = WorkingDays(frozenset())
YEAR = date(2027, 1, 1)
MONDAY = date(2027, 1, 4)


def dues(each, first, last, days=SUNDAY_OFF, began=YEAR):
    return [found.due for found in occurrences(each, began, first, last, days)]


@pytest.mark.parametrize(
    ("each", "today", "days", "expected"),
    [
        (task("t", "day"), MONDAY, SUNDAY_OFF, MONDAY),
        (task("t", "day"), date(2027, 1, 9), SUNDAY_OFF, date(2027, 1, 11)),  # a Saturday
        (task("t", "day"), date(2027, 1, 8), FRIDAY_OFF, date(2027, 1, 10)),  # a Friday; Sunday is worked there
        (task("t", "day", on_rest_days=True), date(2027, 1, 9), SUNDAY_OFF, date(2027, 1, 9)),
        (task("t", "week"), MONDAY, SUNDAY_OFF, MONDAY),
        (task("t", "week"), date(2027, 1, 5), SUNDAY_OFF, date(2027, 1, 11)),
        (task("t", "week"), MONDAY, FRIDAY_OFF, date(2027, 1, 10)),
        (task("t", "week"), date(2027, 1, 5), NO_REST, date(2027, 1, 11)),
        (task("t", "week", 2), MONDAY, SUNDAY_OFF, date(2027, 1, 6)),
        (task("t", "week", 5), MONDAY, SUNDAY_OFF, MONDAY),  # Saturday's
        (task("t", "week", 5), date(2027, 1, 5), SUNDAY_OFF, date(2027, 1, 11)),
        (task("t", "month"), date(2027, 1, 1), SUNDAY_OFF, date(2027, 1, 1)),
        (task("t", "month"), date(2027, 1, 1), FRIDAY_OFF, date(2027, 1, 3)),
        (task("t", "month"), date(2027, 5, 2), SUNDAY_OFF, date(2027, 5, 3)),  # the first is a Saturday
        (task("t", "month"), date(2027, 5, 4), SUNDAY_OFF, date(2027, 6, 1)),
        (task("t", "month", day=31), date(2027, 2, 2), SUNDAY_OFF, date(2027, 3, 1)),  # 28 February is a Sunday
        (task("t", "month", day=31), date(2027, 4, 1), SUNDAY_OFF, date(2027, 4, 30)),
        (task("t", "month", day=29), date(2028, 2, 1), SUNDAY_OFF, date(2028, 2, 29)),
        (task("t", "quarter"), date(2027, 2, 10), SUNDAY_OFF, date(2027, 4, 1)),
        (task("t", "quarter", day=12, month=2), date(2027, 2, 13), SUNDAY_OFF, date(2027, 5, 12)),
        (task("t", "half_year", day=15, month=6), date(2027, 1, 2), SUNDAY_OFF, date(2027, 6, 15)),
        (task("t", "year", day=9, month=11), date(2027, 11, 10), SUNDAY_OFF, date(2028, 11, 9)),
        (task("t", "event"), MONDAY, SUNDAY_OFF, None),
    ],
)
def test_the_next_day_of_a_rhythm(each, today, days, expected):
    found = Series(each, YEAR, days).coming(today)
    assert (found.due if found else None) == expected


def test_what_counts_from_the_beginning_comes_a_period_after_it():
    began = date(2027, 8, 31)
    assert dues(task("t", "half_year", from_start=True), began, date(2029, 1, 1), NO_REST, began) == [
        date(2028, 2, 29),
        date(2028, 8, 31),
    ]
    assert dues(task("t", "year", from_start=True), began, date(2029, 12, 31), NO_REST, began) == [
        date(2028, 8, 31),
        date(2029, 8, 31),
    ]


def test_an_occurrence_keeps_its_day_wherever_it_is_moved():
    monthly = task("t", "month", day=9)  # 9 January 2027 is a Saturday
    days = [
        Series(monthly, YEAR, WorkingDays(rest_days("selangor"), off, shift)).coming(YEAR)
        for off, shift in [({}, "after"), ({date(2027, 1, 11): "Cuti"}, "after"), ({}, "before"), ({}, "stay")]
    ]
    assert [found.day for found in days] == [date(2027, 1, 9)] * 4
    assert [found.due.day for found in days] == [11, 12, 8, 9]


def test_nothing_comes_before_the_beginning_and_nothing_is_lost_there():
    saturday = date(2027, 5, 1)
    before = WorkingDays(rest_days("selangor"), {}, "before")
    first = Series(task("t", "month"), saturday, before).after(None)
    assert first == Occurrence(saturday, date(2027, 5, 3))  # Friday lies before the beginning
    later = Series(task("t", "month"), date(2027, 5, 2), before).after(None)
    assert later == Occurrence(date(2027, 6, 1), date(2027, 6, 1))


def test_a_task_that_was_added_later_counts_from_then():
    added = task("t", "week", since=date(2027, 3, 3))
    assert Series(added, YEAR, SUNDAY_OFF).after(None).day == date(2027, 3, 8)
    assert Series(task("t", "week", since=date(2026, 3, 3)), YEAR, SUNDAY_OFF).after(None).day == MONDAY


rhythms = st.builds(
    task,
    st.just("t"),
    st.sampled_from(["day", "week", "month", "quarter", "half_year", "year"]),
    weekday=st.one_of(st.none(), st.integers(0, 6)),
    day=st.integers(1, 31),
    month=st.integers(1, 3),
    from_start=st.booleans(),
    on_rest_days=st.booleans(),
    since=st.one_of(st.none(), st.dates(date(2026, 6, 1), date(2028, 1, 1))),
)
calendars = st.builds(
    WorkingDays,
    st.sampled_from([frozenset(), frozenset({5, 6}), frozenset({4, 5}), frozenset({6})]),
    st.frozensets(st.dates(date(2026, 12, 20), date(2027, 2, 1)), max_size=30).map(lambda off: dict.fromkeys(off, "")),
    st.sampled_from(["after", "before", "stay"]),
)


@settings(max_examples=150, deadline=None)
@given(
    each=rhythms,
    days=calendars,
    began=st.dates(date(2026, 11, 1), date(2027, 2, 1)),
    first=st.dates(date(2026, 12, 1), date(2027, 6, 1)),
    length=st.integers(0, 500),
)
def test_it_comes_on_the_days_found_one_by_one(each, days, began, first, length):
    last = first + timedelta(days=length)
    slowly = [(day, due) for day, due in all_of(each, began, days, last + timedelta(days=60)) if first <= due <= last]
    found = [(each.day, each.due) for each in occurrences(each, began, first, last, days)]
    assert found == slowly


@settings(max_examples=80, deadline=None)
@given(each=rhythms, days=calendars, began=st.dates(date(2026, 11, 1), date(2027, 2, 1)))
def test_all_of_it_is_in_order_never_before_the_beginning_and_counted_right(each, days, began):
    found = list(occurrences(each, began, began, date(2029, 1, 1), days))
    begin = max(began, each.since or began)
    assert all(one.day >= begin and one.due >= begin for one in found)
    assert all(one.day < other.day and one.due <= other.due for one, other in pairwise(found))
    series = Series(each, began, days)
    if found:
        assert series.count(found[0], found[-1]) == len(found)
    if each.rhythm.every != "day":
        assert all(one.due == due_day(days, one.day, begin) for one in found)


@given(
    each=rhythms,
    days=calendars,
    began=st.sampled_from([date.min, date(1, 1, 2), date(1, 3, 31), date(9998, 12, 31), date(9999, 12, 30), date.max]),
    around=st.sampled_from([date.min, date(1, 1, 31), date(2027, 1, 1), date(9999, 12, 1), date.max]),
)
def test_the_first_and_the_last_days_there_are_do_no_harm(each, days, began, around):
    series = Series(each, began, days)
    coming, newest = series.coming(around), series.newest(around)
    assert coming is None or coming.due >= around
    assert newest is None or newest.due <= around
    assert series.after(date.max) is None
    edge = date.fromordinal(min(around.toordinal() + 400, date.max.toordinal()))
    assert all(around <= found.due <= edge for found in occurrences(each, began, around, edge, days))


def test_what_counts_from_the_start_of_the_policy_comes_on_its_day_each_year() -> None:
    review = replace(task("review", "year"), from_start=True, anchor=date(2026, 9, 29))
    days = WorkingDays(frozenset(), {}, "stay")
    found = [each.day for each in occurrences(review, date(2027, 6, 1), date(2027, 6, 1), date(2029, 12, 31), days)]
    assert found == [date(2027, 9, 29), date(2028, 9, 29), date(2029, 9, 29)]
    began_later = replace(review, anchor=date(2028, 3, 1))
    found = [
        each.day for each in occurrences(began_later, date(2027, 6, 1), date(2027, 6, 1), date(2029, 12, 31), days)
    ]
    assert found == [date(2029, 3, 1)]
