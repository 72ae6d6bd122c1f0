"""Which tasks a firm does, by whom and how often."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers, Person
from desktop.core.assemble import settle
from desktop.core.reference import EVERY, Task
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WorkCalendar
from desktop.core.watch.plan import begins, minutes_a_week, plan_of
from desktop.core.watch.working_days import working_days
from tests.strategies import answers_to

LIBRARY = load_library()
MOST_MINUTES = 20
"""What watching may ask of a firm under ten people in a week, to begin with."""

AMINAH, BALA, CHONG = (Person(name.lower(), name) for name in ("Aminah", "Bala", "Chong"))
PEOPLE = {person.id: person for person in (AMINAH, BALA, CHONG)}


def library_task(name, every, **more):
    fields = {"who": "monitoring_person", "minutes": 5, "title": {"en": name, "ms": name}, "steps": ()} | more
    return Task(name, every, **fields)


def settled_for(values=(), library_tasks=(), **watch):
    answers = Answers({"business_name": "Kedai", **dict(values)}, people=PEOPLE, watch=WatchChoices(**watch))
    return settle(replace(LIBRARY, tasks=tuple(library_tasks)), answers)


def ids(plan):
    return [task.id for task in plan]


def only(settled, **options):
    (task,) = plan_of(settled, **options)
    return task


def test_what_the_answers_bring_is_in_the_plan_in_the_order_of_rhythms():
    tasks = [
        library_task("yearly", "year"),
        library_task("agency", "month", when="uses_agency"),
        library_task("leaver", "event"),
        library_task("look", "day"),
    ]
    assert ids(plan_of(settled_for({"staff_count": 20}, tasks))) == ["look", "yearly", "leaver"]
    assert ids(plan_of(settled_for({"staff_count": 20, "uses_agency": True}, tasks)))[1] == "agency"


def test_a_short_policy_leaves_out_no_task():
    tasks = [library_task("stock", "month", when="device_checks == 'security_only'")]
    values = {"staff_count": 20, "detail": "short", "device_checks": "security_only"}
    assert ids(plan_of(settled_for(values, tasks))) == ["stock"]


@pytest.mark.parametrize(
    ("staff", "expected"),
    [({}, ["look"]), ({"staff_count": 9}, ["look"]), ({"staff_count": 10}, ["look", "numbers"])],
)
def test_a_firm_under_ten_begins_with_the_basic_tasks(staff, expected):
    tasks = [library_task("look", "day", basic=True), library_task("numbers", "month")]
    settled = settled_for(staff, tasks)
    assert ids(plan_of(settled)) == expected
    assert [(task.id, task.is_on) for task in plan_of(settled, with_off=True)] == [
        ("look", True),
        ("numbers", len(expected) == 2),
    ]


def test_the_owner_switches_on_and_off_but_brings_in_nothing_the_answers_leave_out():
    tasks = [library_task("look", "day", basic=True), library_task("numbers", "month")]
    tasks.append(library_task("agency", "month", when="uses_agency"))
    choices = {name: TaskChoice(on=name != "look") for name in ("look", "numbers", "agency", "gone")}
    settled = settled_for({}, tasks, tasks=choices)
    assert ids(plan_of(settled)) == ["numbers"]
    assert ids(plan_of(settled, with_off=True)) == ["look", "numbers"]


def test_the_owner_s_own_tasks_stand_beside_those_of_the_library():
    title, rhythm = {"ms": "Kira kek"}, Rhythm("week", 3)
    own = OwnTask("own-1", title, rhythm, ({"ms": "Satu"},), "bala", 7, {"ms": "Buku"}, date(2027, 2, 1))
    task = only(settled_for({}, [], own={"own-1": own}))
    assert (task.is_own, task.is_on, task.title, task.rhythm, task.assignee) == (True, True, title, rhythm, BALA)
    assert (task.minutes, task.since, task.keep, task.steps) == (7, date(2027, 2, 1), {"ms": "Buku"}, ({"ms": "Satu"},))


def test_an_own_task_that_is_off_stays_among_those_that_could_be_done():
    own = OwnTask("own-1", {"ms": "Kira kek"}, Rhythm("week"), on=False)
    settled = settled_for({}, [], own={"own-1": own})
    assert plan_of(settled) == ()
    assert [task.is_on for task in plan_of(settled, with_off=True)] == [False]


def chosen(task, choice, values=()):
    return only(settled_for({"staff_count": 20, **dict(values)}, [task], tasks={task.id: choice}))


def test_the_owner_puts_a_task_on_other_days():
    task = library_task("review", "year", day=3, month=2, from_start=True)
    as_is, moved = chosen(task, TaskChoice()), chosen(task, TaskChoice(rhythm=Rhythm("month", day=15)))
    assert (as_is.rhythm, as_is.from_start) == (Rhythm("year", None, 3, 2), True)
    assert (moved.rhythm, moved.from_start) == (Rhythm("month", None, 15), False)
    assert chosen(task, TaskChoice(since=date(2027, 3, 1))).since == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("choice", "values", "expected"),
    [
        ("", {}, None),
        ("", {"policy_owner": "aminah"}, AMINAH),
        ("", {"policy_owner": "aminah", "monitoring_person": "not_sure"}, AMINAH),
        ("", {"policy_owner": "aminah", "monitoring_person": "bala"}, BALA),
        ("chong", {"policy_owner": "aminah", "monitoring_person": "bala"}, CHONG),
        ("gone", {"policy_owner": "aminah", "monitoring_person": "bala"}, BALA),
    ],
)
def test_who_does_a_task(choice, values, expected):
    values = {"monitoring_stand": "own_pages", "has_company_accounts": True, **values}
    task = chosen(library_task("look", "week"), TaskChoice(who=choice), values)
    assert task.assignee == expected


def test_of_several_people_the_first_does_it():
    asked = {"has_company_accounts": True, "policy_owner": "aminah", "posters": ("chong", "bala")}
    assert chosen(library_task("posts", "week", who="posters"), TaskChoice(), asked).assignee == CHONG


@pytest.mark.parametrize(
    ("nth", "state", "rest", "weekday"),
    [
        (0, "selangor", None, None),
        (1, "selangor", None, 1),
        (1, "kedah", None, 0),
        (4, "kedah", None, 3),
        (6, "selangor", None, 4),
        (4, "selangor", frozenset({0, 1, 2, 3, 4}), 6),
    ],
)
def test_the_working_day_of_a_week_follows_the_rest_days(nth, state, rest, weekday):
    values, look = {"staff_count": 20, "state": state}, library_task("look", "week", weekday=nth)
    assert only(settled_for(values, [look], calendar=WorkCalendar(rest_days=rest))).rhythm.weekday == weekday


def test_only_where_somebody_looks_every_day_tasks_come_on_days_off():
    asked = {"monitoring_stand": "own_pages", "has_company_accounts": True, "staff_count": 20}
    for often, expected in (("daily", True), ("working_days", False)):
        assert (
            only(settled_for({**asked, "monitoring_often": often}, [library_task("t", "day")])).on_rest_days is expected
        )


def test_a_plan_can_be_looked_at_before_it_is_chosen():
    settled = settled_for({}, [library_task("look", "week", basic=True, weekday=1)])
    tried = WatchChoices(tasks={"look": TaskChoice(on=False)}, calendar=WorkCalendar(frozenset({4, 5})))
    (off,) = plan_of(settled, with_off=True, watch=tried)
    assert (off.is_on, off.rhythm.weekday) == (False, 0)
    assert (only(settled).is_on, only(settled).rhythm.weekday) == (True, 1)


MADE, STARTS, CHOSEN = date(2027, 1, 4), date(2027, 3, 1), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("chosen_day", "starts", "made", "expected"),
    [
        (None, None, None, None),
        (None, None, MADE, MADE),
        (None, STARTS, None, STARTS),
        (None, STARTS, MADE, STARTS),
        (None, date(2020, 1, 1), MADE, MADE),
        (None, "not_sure", MADE, MADE),
        (CHOSEN, STARTS, MADE, CHOSEN),
    ],
)
def test_when_tasks_begin_to_count(chosen_day, starts, made, expected):
    values = {} if starts is None else {"effective_date": starts}
    assert begins(settled_for(values, began=chosen_day), made) == expected


def test_minutes_of_a_week_are_an_average_over_the_year():
    def minutes(*tasks, **values):
        settled = settled_for({"staff_count": 20, "monitoring_stand": "own_pages", **values}, tasks)
        return minutes_a_week(plan_of(settled), working_days(settled.all_facts, WorkCalendar(), {}))

    asked = {"has_company_accounts": True, "monitoring_often": "working_days"}
    assert minutes(library_task("t", "day", minutes=2), **asked) == 10
    assert minutes(library_task("t", "day", minutes=2), **asked | {"monitoring_often": "daily"}) == 14
    assert minutes(library_task("t", "week", minutes=7)) == 7
    assert minutes(library_task("t", "month", minutes=60)) == 14  # 13.8
    assert minutes(library_task("t", "quarter", minutes=60)) == 5  # 4.6
    assert minutes(library_task("t", "half_year", minutes=60)) == 3  # 2.3
    assert minutes(library_task("t", "year", minutes=60)) == 2  # 1.1
    assert minutes(library_task("t", "event", minutes=60)) == 0
    assert minutes(library_task("a", "week", minutes=7), library_task("b", "year", minutes=1)) == 8


def basic_minutes(answers):
    settled = settle(LIBRARY, answers)
    return minutes_a_week(plan_of(settled), working_days(settled.all_facts, answers.watch.calendar, {}))


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
def test_every_sample_under_ten_people_watches_in_twenty_minutes_a_week(sample):
    answers = sample_answers(sample, LIBRARY)
    minutes = basic_minutes(answers)
    assert minutes > 0
    if answers.values["staff_count"] < 10:
        assert minutes <= MOST_MINUTES


@settings(max_examples=40, deadline=None)
@given(answers=answers_to(LIBRARY))
def test_a_firm_under_ten_begins_with_twenty_minutes_a_week_whatever_it_answers(answers):
    staff = answers.values.get("staff_count")
    small = staff if isinstance(staff, int) and staff < 10 else 9
    assert basic_minutes(answers.answered("staff_count", small)) <= MOST_MINUTES
    assert basic_minutes(answers.answered("staff_count", None)) <= MOST_MINUTES


@settings(max_examples=40, deadline=None)
@given(answers=answers_to(LIBRARY))
def test_whatever_is_answered_each_task_is_planned_once_and_in_order(answers):
    settled = settle(LIBRARY, answers)
    plan = plan_of(settled, with_off=True)
    assert len(set(ids(plan))) == len(plan)
    assert [EVERY.index(task.rhythm.every) for task in plan] == sorted(EVERY.index(t.rhythm.every) for t in plan)
    assert plan_of(settled) == tuple(task for task in plan if task.is_on)
    assert all(task.assignee is None or task.assignee.id in answers.people for task in plan)
