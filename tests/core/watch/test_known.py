"""Tasks that answers bring later count from the day they were first met."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.watch.choices import Rhythm
from desktop.core.watch.known import Known, counted, known_of, met, text_of
from desktop.core.watch.plan import PlannedTask

BEGAN, TODAY = date(2027, 1, 4), date(2027, 6, 1)
DAY = timedelta(days=1)


def task(name: str, *, is_on: bool = True, every: str = "week", since: date | None = None) -> PlannedTask:
    return PlannedTask(
        name, {"en": name}, (), {}, {}, Rhythm(every), None, 5, is_on, False, False, (), since=since
    )  # fmt: skip


def test_at_the_first_look_every_task_is_from_the_beginning():
    known = met(None, [task("a"), task("b"), task("off", is_on=False)], BEGAN, TODAY)
    assert known == Known(TODAY, {"a": None, "b": None})
    assert counted([task("a")], known) == (task("a"),)


def test_a_task_that_answers_bring_later_counts_from_that_day():
    known = met(met(None, [task("a")], BEGAN, BEGAN), [task("a"), task("agency")], BEGAN, TODAY)
    plain, agency = counted([task("a"), task("agency")], known)
    assert (plain.since, agency.since) == (None, TODAY)


def test_before_the_beginning_nothing_is_late():
    known = met(met(None, [task("a")], TODAY, BEGAN), [task("a"), task("b")], TODAY, BEGAN + DAY)
    assert known.tasks == {"a": None, "b": None}


def test_an_answer_taken_back_at_once_changes_nothing():
    known = met(None, [task("a"), task("b")], BEGAN, BEGAN)
    without = met(known, [task("a")], BEGAN, BEGAN)
    assert met(without, [task("a"), task("b")], BEGAN, BEGAN) == known


def test_a_task_that_was_away_for_a_day_is_met_anew():
    known = met(met(None, [task("a"), task("b")], BEGAN, BEGAN), [task("a")], BEGAN, TODAY)
    assert known.tasks == {"a": None}
    assert met(known, [task("a"), task("b")], BEGAN, TODAY + DAY).tasks == {"a": None, "b": TODAY + DAY}


def test_the_owners_later_day_and_events_are_left_alone():
    known = Known(TODAY, {"a": BEGAN, "leaver": TODAY})
    chosen, event = counted([task("a", since=TODAY), task("leaver", every="event")], known)
    assert (chosen.since, event.since) == (TODAY, None)


def test_a_wrong_clock_pushes_no_task_into_the_future():
    wrong = met(met(None, [task("a")], BEGAN, BEGAN), [task("a"), task("b")], BEGAN, date(2099, 1, 1))
    right = met(wrong, [task("a"), task("b")], BEGAN, TODAY)
    assert right.tasks == {"a": None, "b": TODAY}


@given(st.dates(), st.dictionaries(st.text(), st.none() | st.dates()))
def test_what_is_kept_is_read_back(day: date, tasks: dict[str, date | None]):
    assert known_of(text_of(Known(day, tasks))) == Known(day, tasks)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "{}", '{"day": "x", "tasks": {}}', '{"day": "2027-01-01", "tasks": []}', "1"]
)
def test_what_makes_no_sense_is_as_if_nothing_was_kept(text: str):
    assert known_of(text) is None
