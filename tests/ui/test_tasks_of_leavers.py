"""Tasks of somebody who has left: said, and not ticked in that name."""

from datetime import timedelta

from desktop.core.watch.choices import TaskChoice
from desktop.core.watch.register import run_for
from desktop.ui.watch.tasks.plan_dialog import PlanDialog
from tests.ui.watch_pages import DAILY, begin, press, row_of, task_view, tick


def leave(session, person, day):
    facts = session.settled.all_facts
    name = session.answers.people[person].name
    return session.watch.add_run(run_for(session.library, facts, "leaver", name, day, person=person, accounts=()))


def test_tasks_of_whoever_left_are_named_until_somebody_else_has_them(session, qtbot):
    begin(session, 14)
    view = task_view(qtbot, session)
    theirs = session.watch.item(DAILY).task.assignee
    assert view.me_choice.name_for(session.watch.item(DAILY).task) == theirs.name
    leave(session, theirs.id, session.today)
    assert view.left_banner.text == "", "the last day is not over"
    leave(session, theirs.id, session.today - timedelta(days=1))
    assert view.left_banner.text.startswith(f"{theirs.name} left and still has tasks: ")
    assert session.watch.title(DAILY)["en"] in view.left_banner.text
    press(qtbot, row_of(view, DAILY).tick_button)
    assert session.watch.evidence.ticks(task=DAILY)[0].by == ""
    press(qtbot, view.left_banner.action_button)
    assert isinstance(view.dialog, PlanDialog)
    other = next(person for person in session.answers.people if person != theirs.id)
    for task in session.watch.plan:
        if task.assignee == theirs:
            session.watch.choose(task.id, TaskChoice(who=other))
    assert view.left_banner.text == ""


def test_the_banner_follows_the_language(session, qtbot, marked):
    begin(session, 14)
    view = task_view(qtbot, session)
    leave(session, session.watch.item(DAILY).task.assignee.id, session.today - timedelta(days=1))
    marked()
    assert view.left_banner.text.startswith("«")
    tick(session, DAILY)
    assert view.left_banner.text.startswith("«")
