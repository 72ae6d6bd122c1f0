"""Figures of the overview, by hand and against each other."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.answers import Account, Answers
from desktop.core.watch.checklist import Status, checklist
from desktop.core.watch.evidence import TONES, AccessReview, MonthCount
from desktop.core.watch.overview import (
    by_place,
    by_tone,
    last_months,
    open_days,
    reviews_due,
    weeks_of,
    with_open,
)
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.register import Concern, concerns
from desktop.core.watch.working_days import WorkingDays
from tests.core.watch.test_recurrence import calendars, rhythms
from tests.core.watch.watch_model import task

TODAY = date(2027, 1, 4)


def test_months_end_with_that_of_today_and_go_over_the_year() -> None:
    assert last_months(TODAY, 3) == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))


def test_there_are_no_months_before_the_first_year() -> None:
    assert last_months(date(1, 2, 3)) == (date(1, 1, 1), date(1, 2, 1))


@given(st.dates())
def test_weeks_begin_on_mondays_and_the_last_holds_today(today: date) -> None:
    weeks = weeks_of(today)
    assert all(week.weekday() == 0 for week in weeks)
    assert weeks[-1].toordinal() <= today.toordinal() < weeks[-1].toordinal() + 7
    assert all(later.toordinal() - earlier.toordinal() == 7 for earlier, later in pairwise(weeks))


PLACES = st.sampled_from(["facebook", "tiktok", "x", "shopee", "lazada", "news", "forum", "radio"])
MENTIONS = st.dictionaries(
    st.tuples(st.sampled_from(last_months(TODAY)), st.sampled_from(TONES), PLACES), st.integers(1, 50)
)


@given(MENTIONS)
def test_nothing_is_lost_between_the_two_ways_of_counting(mentions: dict[tuple[date, str, str], int]) -> None:
    months = last_months(TODAY)
    tones, places = by_tone(mentions, months, TONES), by_place(mentions, months)
    assert sum(each.total for each in tones) == sum(each.total for each in places) == sum(mentions.values())
    assert len(places) <= 6
    for index in range(len(months)):
        assert sum(each.counts[index] for each in tones) == sum(each.counts[index] for each in places)


def test_places_with_most_come_first_and_a_single_further_one_keeps_its_name() -> None:
    month = date(2027, 1, 1)
    mentions = {(month, "good", f"place-{number}"): number + 1 for number in range(6)}
    assert [each.id for each in by_place(mentions, (month,))] == [f"place-{number}" for number in (5, 4, 3, 2, 1, 0)]
    mentions[month, "bad", "more"] = 1
    assert [each.id for each in by_place(mentions, (month,))][-1] == ""
    assert by_place(mentions, (month,))[-1].total == 2


def test_an_account_is_due_when_nobody_looked_for_a_quarter() -> None:
    reviews = {
        "fresh": AccessReview("fresh", "x", date(2026, 10, 4)),
        "old": AccessReview("old", "x", date(2026, 10, 3)),
    }
    assert reviews_due({"fresh": 1, "old": 1, "never": 1}, reviews, TODAY) == ("old", "never")


@given(st.integers(0, 200), st.integers(0, 400))
def test_the_overview_and_the_register_call_the_same_accounts_due(ago: int, later: int) -> None:
    today = TODAY + timedelta(days=later)
    review = AccessReview("page", "x", today - timedelta(days=ago))
    account = Account("page", "facebook", "x")
    due = Concern.REVIEW_DUE in concerns(Answers({}, {}, {}), account, review, today)
    assert reviews_due({"page": account}, {"page": review}, today) == (("page",) if due else ())


@given(rhythms, calendars, st.integers(0, 500), st.none() | st.integers(0, 500))
def test_open_days_are_those_the_checklist_counts(
    each: PlannedTask, days: WorkingDays, age: int, done: int | None
) -> None:
    began = TODAY - timedelta(days=age)
    settled = {} if done is None else {each.id: TODAY - timedelta(days=done)}
    (item,) = items = checklist([each], days, began, settled, TODAY)
    found = open_days(items, days, began, TODAY).get(each.id, ())
    if item.status is Status.OVERDUE:
        newest = item.last_due or item.due
        assert newest is not None
        assert len(found) == item.missed + (newest < TODAY)
        assert item.due == min(found)
    else:
        assert not found


def test_an_event_of_an_earlier_day_is_missed_once() -> None:
    event, days = task("e", "event"), WorkingDays(frozenset())
    happened = {"e": (TODAY - timedelta(days=2), TODAY - timedelta(days=1))}
    items = checklist([event], days, TODAY - timedelta(days=9), {}, TODAY, happened)
    assert open_days(items, days, TODAY, TODAY) == {"e": (TODAY - timedelta(days=2),)}


def test_what_is_open_is_missed_in_the_month_it_was_due() -> None:
    months = {date(2026, 12, 1): MonthCount(3, 1, 1, 0)}
    overdue = {"a": (date(2026, 12, 31), date(2027, 1, 1)), "b": (date(2027, 1, 2),)}
    both = with_open(months, overdue)
    assert both == {date(2026, 12, 1): MonthCount(3, 1, 1, 1), date(2027, 1, 1): MonthCount(missed=2)}
    assert both[date(2026, 12, 1)].percent == 60
