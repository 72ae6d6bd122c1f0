"""From which day a change of the plan counts."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.watch.checklist import Status, checklist
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices
from desktop.core.watch.effect import counted_from
from desktop.core.watch.working_days import WorkingDays
from tests.core.watch.watch_model import NAME, task

BEGAN, DONE, TODAY = date(2027, 1, 4), date(2027, 6, 1), date(2027, 6, 16)  # a Monday, a Tuesday, a Wednesday
DAYS = WorkingDays()
MONTHLY, YEARLY = task("report", "month"), task("review", "year", month=3)


def items(*plan, settled=None):
    return checklist(plan, DAYS, BEGAN, settled or {}, TODAY)


def since(choices, before, plan, today=TODAY):
    found = counted_from(choices, before, plan, BEGAN, today)
    return {name: choice.since for name, choice in {**found.tasks, **found.own}.items()}


def test_a_task_that_is_new_or_switched_on_counts_from_today():
    before = items(MONTHLY, replace(YEARLY, is_on=False), settled={"report": DONE})
    choices = WatchChoices(tasks={"review": TaskChoice(on=True)})
    assert since(choices, before, [MONTHLY, YEARLY]) == {"review": TODAY}
    (late,) = items(YEARLY)
    assert late.status is Status.OVERDUE  # what would have been asked of the owner
    (counted,) = items(replace(YEARLY, since=TODAY))
    assert counted.due == date(2028, 3, 1)


def test_a_task_the_answers_bring_counts_from_today_too():
    assert since(WatchChoices(), items(), [MONTHLY]) == {"report": TODAY}


def test_an_own_task_keeps_its_day_in_itself():
    own = OwnTask("own-1", NAME, Rhythm("week"))
    choices = WatchChoices(own={"own-1": own})
    found = counted_from(choices, items(), [task("own-1", "week", is_own=True)], BEGAN, TODAY)
    assert found == WatchChoices(own={"own-1": replace(own, since=TODAY)})


def test_on_other_days_a_task_with_nothing_open_counts_from_today():
    before = items(YEARLY, settled={"review": date(2027, 3, 1)})
    monthly = replace(YEARLY, rhythm=Rhythm("month"))
    assert since(WatchChoices(), before, [monthly]) == {"review": TODAY}


def test_what_is_open_stays_open_on_other_days():
    before = items(MONTHLY)  # open since February
    weekly = replace(MONTHLY, rhythm=Rhythm("week"))
    assert since(WatchChoices(), before, [weekly]) == {"report": date(2027, 6, 1)}
    (item,) = items(replace(weekly, since=date(2027, 6, 1)))
    assert (item.status, item.missed) == (Status.OVERDUE, 1)


@pytest.mark.parametrize("today", [BEGAN, date(2026, 12, 1)])
def test_before_anything_counts_nothing_is_written_down(today):
    assert counted_from(WatchChoices(), (), [MONTHLY], BEGAN, today) == WatchChoices()


def test_what_stays_as_it_was_is_left_alone():
    waiting, off = task("leaver", "event"), replace(YEARLY, is_on=False)
    choices = WatchChoices(tasks={"report": TaskChoice(who="ali")})
    assert counted_from(choices, items(MONTHLY), [MONTHLY, waiting, off], BEGAN, TODAY) is choices
