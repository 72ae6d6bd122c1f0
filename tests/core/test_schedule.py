"""When tasks come next, and when the policy is read again."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.facts import resolve
from desktop.core.reference import EVERY
from desktop.core.schedule import coming, next_date, rest_days, review_date, tasks_of

SUNDAY_OFF, FRIDAY_OFF = rest_days("selangor"), rest_days("kedah")
MONDAY = date(2027, 1, 4)


@pytest.fixture(scope="module")
def library():
    return load_library()


def facts_of(library, **values):
    return resolve(library, Answers({"business_name": "Kedai", **values}))


@pytest.mark.parametrize(
    ("state", "off"),
    [
        ("kedah", {4, 5}),
        ("kelantan", {4, 5}),
        ("terengganu", {4, 5}),
        ("johor", {5, 6}),
        ("perlis", {5, 6}),
        ("", {5, 6}),
    ],
)
def test_the_rest_days_of_a_state(state, off):
    assert rest_days(state) == off


@pytest.mark.parametrize(
    ("every", "today", "rest", "expected"),
    [
        ("day", MONDAY, SUNDAY_OFF, MONDAY),
        ("day", date(2027, 1, 9), SUNDAY_OFF, date(2027, 1, 11)),  # a Saturday
        ("day", date(2027, 1, 8), FRIDAY_OFF, date(2027, 1, 10)),  # a Friday; Sunday is a working day there
        ("day", date(2027, 1, 9), frozenset(), date(2027, 1, 9)),
        ("week", MONDAY, SUNDAY_OFF, MONDAY),
        ("week", date(2027, 1, 5), SUNDAY_OFF, date(2027, 1, 11)),
        ("week", MONDAY, FRIDAY_OFF, date(2027, 1, 10)),
        ("week", date(2027, 1, 5), frozenset(), date(2027, 1, 11)),
        ("month", date(2027, 1, 1), SUNDAY_OFF, date(2027, 1, 1)),  # a Friday
        ("month", date(2027, 1, 1), FRIDAY_OFF, date(2027, 1, 3)),
        ("month", date(2027, 5, 1), SUNDAY_OFF, date(2027, 5, 3)),  # the first is a Saturday
        ("month", date(2027, 5, 3), SUNDAY_OFF, date(2027, 5, 3)),
        ("month", date(2027, 5, 4), SUNDAY_OFF, date(2027, 6, 1)),
        ("month", date(2027, 12, 31), SUNDAY_OFF, date(2028, 1, 3)),
        ("quarter", date(2027, 2, 10), SUNDAY_OFF, date(2027, 4, 1)),
        ("quarter", date(2027, 11, 1), SUNDAY_OFF, date(2028, 1, 3)),
        ("half_year", date(2027, 1, 2), SUNDAY_OFF, date(2027, 7, 1)),
        ("year", date(2027, 1, 1), SUNDAY_OFF, date(2027, 1, 1)),
        ("year", date(2027, 1, 2), SUNDAY_OFF, date(2028, 1, 3)),
        ("event", MONDAY, SUNDAY_OFF, None),
    ],
)
def test_the_next_day_of_a_rhythm(every, today, rest, expected):
    assert next_date(every, today, rest) == expected


@pytest.mark.parametrize("rest", [SUNDAY_OFF, FRIDAY_OFF])
@pytest.mark.parametrize("every", [every for every in EVERY if every != "event"])
def test_day_after_day_the_next_one_is_never_past_never_a_rest_day_and_never_earlier_than_before(every, rest):
    days = [date(2026, 12, 20) + timedelta(days=number) for number in range(800)]
    found = [next_date(every, day, rest) for day in days]
    assert all(next_day >= day and next_day.weekday() not in rest for next_day, day in zip(found, days, strict=True))
    assert all(earlier <= later for earlier, later in pairwise(found))
    assert all(next_date(every, day, rest) == day for day in found)


@pytest.mark.parametrize(
    ("starts", "months", "expected"),
    [
        (date(2027, 1, 1), 12, date(2028, 1, 1)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 12, 31), 11, date(2028, 11, 30)),
        (date(2027, 1, 15), 24, date(2029, 1, 15)),
        (date(9999, 6, 1), 12, None),
    ],
)
def test_the_review_date_follows_from_the_answers(library, starts, months, expected):
    assert review_date(facts_of(library, effective_date=starts, review_months=months)) == expected


def test_without_a_starting_day_there_is_no_review_date(library):
    assert review_date(facts_of(library)) is None
    assert review_date(facts_of(library, effective_date="not_sure")) is None


def test_every_rhythm_comes_once_the_soonest_first_and_what_comes_on_an_event_does_not(library):
    sample = next(sample for sample in library.samples if sample.id == "clinic")
    facts = resolve(library, sample_answers(sample, library))
    found = coming(library, facts, date(2027, 1, 6))
    assert [each.every for each in found] == [every for every in EVERY if every != "event"]
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert tasks_of(library, facts, "event")
    for each in found:
        assert each.tasks == tasks_of(library, facts, each.every)
        assert all(facts.holds(task.when) for task in each.tasks)


def test_whoever_looks_every_day_looks_on_rest_days_too(library):
    saturday = date(2027, 1, 9)
    asked = {"monitoring_stand": "own_pages", "platforms": ("facebook",), "has_company_accounts": True}
    for often, expected in (("daily", saturday), ("working_days", date(2027, 1, 11))):
        found = coming(library, facts_of(library, monitoring_often=often, **asked), saturday)
        assert next(each.day for each in found if each.every == "day") == expected


def test_nothing_comes_before_the_policy_applies(library):
    starts = date(2027, 3, 1)
    assert all(each.day >= starts for each in coming(library, facts_of(library, effective_date=starts), MONDAY))
    assert coming(library, facts_of(library, effective_date=date(2026, 1, 1)), MONDAY)[0].day == MONDAY


@pytest.mark.parametrize("starts", [date(9999, 12, 31), date(9999, 6, 1), date(9998, 12, 31), date(1, 1, 1)])
@pytest.mark.parametrize("state", ["selangor", "kedah"])
def test_a_slip_in_the_year_harms_nothing(library, starts, state):
    days = [each.day for each in coming(library, facts_of(library, effective_date=starts, state=state), MONDAY)]
    assert all(day >= max(starts, MONDAY) for day in days)
