"""On which days a firm works, and where tasks go that fall on others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.content.public_holidays import public_holidays
from desktop.core.answers import Answers
from desktop.core.facts import resolve
from desktop.core.watch.choices import WorkCalendar
from desktop.core.watch.working_days import WorkingDays, rest_days, working_days

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2027, 1, day) for day in (8, 9, 10, 11))
SATURDAY_SUNDAY, FRIDAY_SATURDAY = frozenset({5, 6}), frozenset({4, 5})


@pytest.fixture(scope="module")
def library():
    return load_library()


@pytest.mark.parametrize(
    ("state", "rest"),
    [
        ("kedah", {4, 5}),
        ("kelantan", {4, 5}),
        ("terengganu", {4, 5}),
        ("johor", {5, 6}),
        ("perlis", {5, 6}),
        ("outside_malaysia", {5, 6}),
        ("", {5, 6}),
    ],
)
def test_the_rest_days_of_a_state(state, rest):
    assert rest_days(state) == rest


@pytest.mark.parametrize(
    ("shift", "friday", "saturday", "monday"),
    [
        ("after", FRIDAY, date(2027, 1, 12), date(2027, 1, 12)),
        ("before", FRIDAY, FRIDAY, FRIDAY),
        ("stay", FRIDAY, SATURDAY, MONDAY),
    ],
)
def test_what_falls_on_a_day_off_goes_where_the_owner_chose(shift, friday, saturday, monday):
    days = WorkingDays(SATURDAY_SUNDAY, {MONDAY: "Cuti"}, shift)
    assert [days.moved(day) for day in (FRIDAY, SATURDAY, MONDAY)] == [friday, saturday, monday]
    assert (days.name(MONDAY), days.name(SATURDAY), days.name(FRIDAY)) == ("Cuti", "", "")


@pytest.mark.parametrize(
    ("rest", "week"),
    [
        (SATURDAY_SUNDAY, (0, 1, 2, 3, 4)),
        (FRIDAY_SATURDAY, (6, 0, 1, 2, 3)),
        ({4}, (5, 6, 0, 1, 2, 3)),
        ({6, 0}, (1, 2, 3, 4, 5)),
        ({2, 5, 6}, (0, 1, 3, 4)),
        ({0, 1, 2, 3, 4, 6}, (5,)),
        ((), (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_a_week_begins_with_the_first_working_day_after_the_rest_days(rest, week):
    days = WorkingDays(frozenset(rest))
    assert days.week == week
    first = next(day for day in (MONDAY + timedelta(days=number) for number in range(7)) if day.weekday() == week[0])
    ends = {days.week_end(first + timedelta(days=number)) for number in range(7)}
    assert ends == {first + timedelta(days=6)}


def test_the_week_of_the_last_days_there_are_ends_with_them():
    assert WorkingDays(SATURDAY_SUNDAY).week_end(date.max) == date.max


@pytest.mark.parametrize(
    ("day", "rest", "shift", "moved"),
    [
        (date.max, {4, 5}, "after", date.max),  # a Friday, and no day comes after it
        (date.max, {4, 5}, "before", date(9999, 12, 30)),
        (date.min, {0}, "before", date.min),  # a Monday, and no day lies before it
        (date.min, {0}, "after", date(1, 1, 2)),
        (MONDAY, set(range(7)), "after", MONDAY),
        (MONDAY, set(range(7)), "before", MONDAY),
    ],
)
def test_where_there_is_no_working_day_left_a_day_stays_where_it_is(day, rest, shift, moved):
    assert WorkingDays(frozenset(rest), {}, shift).moved(day) == moved


@given(
    rest=st.frozensets(st.integers(0, 6), max_size=6),
    off=st.frozensets(st.dates(date(2027, 1, 1), date(2027, 3, 1)), max_size=20),
    first=st.dates(date(2026, 12, 1), date(2027, 4, 1)),
    length=st.integers(-3, 200),
)
def test_days_are_counted_as_one_by_one(rest, off, first, length):
    days = WorkingDays(rest, dict.fromkeys(off, "Cuti"))
    last = first + timedelta(days=length)
    counted = sum(days.works(first + timedelta(days=number)) for number in range(length + 1))
    assert days.count(first, last) == counted


def test_the_state_the_public_holidays_and_the_owner_say_when_the_firm_works(library):
    holidays = {MONDAY: "Hari Hol", date(2027, 1, 12): "Thaipusam"}
    facts = resolve(library, Answers({"business_name": "Kedai", "state": "kelantan"}))
    days = working_days(facts, WorkCalendar(), holidays)
    assert [days.works(day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [False, False, True, False]

    own = WorkCalendar(frozenset({6}), {SATURDAY: "Kenduri"}, frozenset({MONDAY}), shift="before")
    days = working_days(facts, own, holidays)
    assert [days.works(day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [True, False, False, True]
    assert (days.name(SATURDAY), days.name(MONDAY), days.shift) == ("Kenduri", "", "before")

    assert working_days(facts, WorkCalendar(public_holidays=False), holidays).works(MONDAY)
    off_and_working = WorkCalendar(days_off={MONDAY: "Cuti"}, working=frozenset({MONDAY}))
    assert not working_days(facts, off_and_working, holidays).works(MONDAY)


def test_seven_rest_days_leave_the_state_its_own(library):
    facts = resolve(library, Answers({"business_name": "Kedai", "state": "kedah"}))
    assert working_days(facts, WorkCalendar(frozenset(range(7))), {}).rest == FRIDAY_SATURDAY


def test_every_state_rests_as_the_library_of_holidays_says(library):
    """`holidays` is asked here only: the program must know rest days without importing it."""
    from holidays import country_holidays

    from desktop.content.public_holidays import STATES

    codes = {choice.code for choice in library.question["state"].choices} - {"outside_malaysia"}
    assert codes == set(STATES)
    for code, name in STATES.items():
        known = country_holidays("MY", subdiv=name, years=range(2025, 2031))
        week = [date(year, month, day) for year in range(2025, 2031) for month in (1, 7) for day in range(1, 8)]
        assert {day.weekday() for day in week if known.is_weekend(day)} == rest_days(code)
        assert all(known.is_weekend(day) == (day.weekday() in rest_days(code)) for day in week)
        assert public_holidays(code, [2027])
