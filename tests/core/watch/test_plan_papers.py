"""The plan and the register of accounts on paper: the schedule, the checklist for the wall, who can enter what."""

from dataclasses import replace

import pytest

from desktop.core.answers import Account
from desktop.core.assemble import settle
from desktop.core.document import Table, plain
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WorkCalendar
from desktop.core.watch.evidence import Records
from desktop.core.watch.plan import plan_of
from tests.core.watch.papers_read import BAKERY, FULL, LIBRARY, blocks, cells, made, table_below, text


def most_boxes(answers):
    return max(sum(run.fill == "tick" for run in cell) for cell in cells(made("wall-checklist", answers=answers)))


def test_the_register_prints_what_is_known_and_leaves_room_for_the_rest():
    first, second, *_ = BAKERY.people
    known = Account("a", "facebook", "Kedai", first, (second,), first, second, "app", "Agensi Cahaya", "since 2019")
    answers = replace(BAKERY, accounts={"a": known, "b": Account("b", "tiktok", "@kedai")})
    rows = table_below(made("account-register", records=Records(), answers=answers), "Our accounts")[1:]
    names = [BAKERY.people[each].name for each in (first, second)]
    assert rows[0] == [
        "Facebook: Kedai (since 2019)",
        names[0],
        names[1],
        "app that makes codes",
        f"e-mail: {names[0]}; phone: {names[1]}",
        "Agensi Cahaya",
        "",
    ]
    assert rows[1][1:] == ["", "", " yes  no", "", "", ""]
    review = replace(FULL.reviews[next(iter(FULL.reviews))], account="a")
    reviewed = made("account-register", records=Records(reviews={"a": review}), answers=answers)
    assert [row[6] for row in table_below(reviewed, "Our accounts")[1:3]] == ["12/1/2027", "not yet"]
    report = made("evidence-report", records=replace(FULL, reviews={"a": review}), answers=answers)
    last = table_below(report, "Who can enter our accounts: the last reviews")[-1]
    assert last == ["TikTok: @kedai", "not yet", "", ""]


def test_somebody_who_left_is_not_printed_as_an_id():
    answers = replace(BAKERY, accounts={"a": Account("a", "facebook", "Kedai", "gone", ("gone",))})
    rows = table_below(made("account-register", records=Records(), answers=answers), "Our accounts")[1:]
    assert rows[0][1:3] == ["", ""]


def test_the_wall_has_a_box_for_every_day_worked():
    daily = replace(BAKERY.answered("monitoring_often", "daily"), watch=WatchChoices())
    assert most_boxes(daily) == 7
    assert most_boxes(daily.answered("monitoring_often", "working_days")) == 5
    six_days = replace(daily, watch=WatchChoices(calendar=WorkCalendar(rest_days=frozenset({6}))))
    assert most_boxes(six_days.answered("monitoring_often", "working_days")) == 6


def test_the_plan_on_paper_is_the_owners():
    own = OwnTask("own-1", {"ms": "Semak papan tanda"}, Rhythm("month", day=9))
    choices = {each.id: TaskChoice(on=False) for each in LIBRARY.tasks}
    answers = replace(BAKERY, watch=WatchChoices(tasks=choices, own={"own-1": own}))
    for document in ("wall-checklist", "monitoring-schedule"):
        said = text(document, "ms", answers=answers)
        assert "Semak papan tanda" in said
        assert "Setiap 9 hari bulan" in said
        assert LIBRARY.tasks[0].title["ms"] not in said
    nothing = replace(BAKERY, watch=WatchChoices(tasks=choices))
    assert "No task is switched on." in text("wall-checklist", answers=nothing)


@pytest.mark.parametrize(
    ("rhythm", "words"),
    [
        (Rhythm("week", weekday=2), "Wednesday"),
        (Rhythm("quarter", day=5, month=2), "5 February, May, August and November"),
        (Rhythm("half_year", day=31, month=6), "Last day of June and December"),
        (Rhythm("quarter", day=30, month=2), "30 (or last day) of February, May, August and November"),
        (Rhythm("half_year", day=30, month=4), "30 April and October"),
        (Rhythm("month", day=31), "Last day of the month"),
        (Rhythm("month", day=30), "Day 30 (or last day) of the month"),
        (Rhythm("year", day=1, month=3), "1 March"),
    ],
)
def test_days_are_named(rhythm, words):
    own = OwnTask("own-1", {"en": "Look at the sign"}, rhythm)
    answers = replace(BAKERY, watch=WatchChoices(own={"own-1": own}))
    row = next(line for line in text("monitoring-schedule", answers=answers).splitlines() if "Look at the sign" in line)
    assert f"| {words} |" in row


def test_the_schedule_says_what_becomes_of_days_off():
    kedah = BAKERY.answered("state", "kedah")
    assert "Weekly rest: Friday and Saturday." in text("monitoring-schedule", answers=kedah)
    calendar = WorkCalendar(rest_days=frozenset(), public_holidays=False, shift="before")
    said = text("monitoring-schedule", answers=replace(BAKERY, watch=WatchChoices(calendar=calendar)))
    assert "all seven days" in said
    assert "Public holidays" not in said.split("## Rest days and public holidays")[1]
    assert "last working day before" in said


def shared(answers, count):
    """The firm with its tasks given to some of its people in turn."""
    people = list(answers.people)[:count]
    plan = plan_of(settle(LIBRARY, answers))
    tasks = {task.id: TaskChoice(who=people[index % count]) for index, task in enumerate(plan)}
    return replace(answers, watch=WatchChoices(tasks=tasks)), [answers.people[each].name for each in people]


def test_the_wall_names_one_person_above_and_several_beside_their_tasks():
    answers, (name,) = shared(BAKERY, 1)
    tables = [block for block in blocks(made("wall-checklist", answers=answers)) if isinstance(block, Table)]
    assert [[plain(cell) for cell in table.rows[0]][:2] for table in tables] == [[name, "When"], ["Done", name]]
    answers, names = shared(BAKERY, 3)
    weekly, rare = (block for block in blocks(made("wall-checklist", answers=answers)) if isinstance(block, Table))
    assert [plain(cell) for cell in weekly.rows[0]][:2] == ["What to do", "Who and when"]
    assert {plain(row[1]).split(":")[0] for row in (*weekly.rows[1:], *(row[1:] for row in rare.rows[1:]))} == set(
        names
    )
