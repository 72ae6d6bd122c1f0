"""When a copy put elsewhere is offered."""

from datetime import date, timedelta

import pytest

from desktop.settings import Settings
from desktop.ui.protection.copy_offer import (
    WAIT,
    begin_counting,
    last_copy,
    note_copy,
    note_declined,
    offer_is_due,
)

FIRM = "f" * 32
FIRST = date(2027, 1, 4)


def after(days):
    return FIRST + timedelta(days=days)


@pytest.fixture
def saved():
    return Settings()


def due(saved, days, changed=0):
    return offer_is_due(saved, FIRM, after(days), after(changed))


def test_a_month_after_the_first_work_it_is_offered(saved):
    begin_counting(saved, FIRM, FIRST)
    assert [due(saved, days) for days in (0, 29, 30, 31)] == [False, False, True, True]
    assert last_copy(saved, FIRM) is None


def test_counting_begins_once(saved):
    begin_counting(saved, FIRM, FIRST)
    begin_counting(saved, FIRM, after(20))
    assert due(saved, 30)


def test_a_month_after_the_last_copy_it_is_offered_where_something_changed_since(saved):
    begin_counting(saved, FIRM, after(-40))
    note_copy(saved, FIRM, FIRST)
    assert last_copy(saved, FIRM) == FIRST
    assert not due(saved, 29, changed=3)
    assert due(saved, 30, changed=3)
    assert not due(saved, 30, changed=-1)
    assert due(saved, 30, changed=0), "what changed later that day is in no copy"


def test_declined_it_is_offered_again_after_a_month(saved):
    note_copy(saved, FIRM, FIRST)
    note_declined(saved, FIRM, after(31))
    assert last_copy(saved, FIRM) == FIRST
    assert not due(saved, 60, changed=5)
    assert due(saved, 61, changed=5), "what was changed before it was declined still is in no copy"


def test_declined_without_a_copy_it_is_offered_again_after_a_month(saved):
    begin_counting(saved, FIRM, FIRST)
    note_declined(saved, FIRM, after(30))
    assert last_copy(saved, FIRM) is None
    assert not due(saved, 59)
    assert due(saved, 60)


def test_a_copy_ends_what_was_declined(saved):
    note_declined(saved, FIRM, FIRST)
    note_copy(saved, FIRM, after(10))
    assert saved.copied == {FIRM: after(10).isoformat()}
    assert not due(saved, 39, changed=20)


def test_a_file_that_is_not_counted_needs_no_copy(saved):
    assert not due(saved, 400)


def test_who_does_not_want_it_is_left_alone(saved):
    begin_counting(saved, FIRM, FIRST)
    saved.copy_offers = False
    assert not due(saved, 400)


def test_other_businesses_count_for_themselves(saved):
    begin_counting(saved, FIRM, FIRST)
    note_copy(saved, "e" * 32, after(29))
    assert due(saved, 30)


def test_a_clock_that_was_wrong_does_not_put_it_off_for_years(saved):
    note_copy(saved, FIRM, FIRST)
    note_declined(saved, FIRM, after(3650))
    assert due(saved, 40, changed=20)


def test_a_copy_dated_by_a_wrong_clock_does_not_put_it_off_for_years(saved):
    note_copy(saved, FIRM, after(3650))
    assert due(saved, 40, changed=20)


def test_a_copy_dated_by_a_wrong_clock_does_not_bring_it_up_every_day(saved):
    note_copy(saved, FIRM, after(3650))
    note_declined(saved, FIRM, after(40))
    assert not due(saved, 69, changed=20)
    assert due(saved, 70, changed=20)


@pytest.mark.parametrize("damaged", ["", "/", "soon", "2027-13-01/x"])
def test_what_makes_no_sense_is_as_if_there_was_no_copy(saved, damaged):
    saved.copied[FIRM] = damaged
    assert last_copy(saved, FIRM) is None
    assert due(saved, 0)


def test_the_wait_is_a_month():
    assert WAIT.days == 30
