"""The plan: tasks on and off, other days and people, tasks of the owner's own, and what it all takes."""

import pytest

from desktop.core.watch.choices import Rhythm, TaskChoice
from desktop.core.watch.plan import minutes_a_week
from desktop.ui.watch.tasks.choice_dialog import ChoiceDialog
from desktop.ui.watch.tasks.own_task_dialog import OwnTaskDialog
from desktop.ui.watch.tasks.plan_dialog import PlanDialog
from tests.ui.accessible import stumbles
from tests.ui.watch_pages import DAILY, QUARTERLY, WEEKLY, begin, press, tick


@pytest.fixture
def begun(session):
    begin(session, 14)
    return session


@pytest.fixture
def plan(begun, opened):
    return opened(PlanDialog(begun))


def task_of(session, task_id):
    return next((task for task in session.watch.whole_plan if task.id == task_id), None)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def write_own(dialog, title):
    next(iter(dialog.title_field.fields.values())).setText(title)


def test_every_task_that_fits_is_listed(begun, plan):
    assert set(plan.rows) == {task.id for task in begun.watch.whole_plan}
    assert {row.task.id for row in plan.rows.values() if row.tick.isChecked()} == {task.id for task in begun.watch.plan}


def test_what_a_small_firm_does_not_begin_with_is_said(begun, plan):
    off = next(row for row in plan.rows.values() if not row.task.is_on)
    assert off.line_label.text().startswith("Not in the plan to begin with")
    off.tick.click()
    assert task_of(begun, off.task.id).is_on
    assert not off.line_label.text().startswith("Not in the plan")


def test_the_minutes_follow_at_once_and_too_many_are_noted(begun, plan):
    minutes = minutes_a_week(begun.watch.plan, begun.watch.days)
    assert f"about {minutes} minutes a week" in plan.total_label.text()
    assert plan.note_label.isHidden()
    for row in plan.rows.values():
        if not row.task.is_on:
            row.tick.click()
    now = minutes_a_week(begun.watch.plan, begun.watch.days)
    assert now > 20
    assert f"about {now} minutes a week" in plan.total_label.text()
    assert plan.note_label.isVisible()


def test_a_larger_firm_hears_nothing_of_twenty_minutes(begun, plan):
    begun.answer("staff_count", 40)
    assert minutes_a_week(begun.watch.plan, begun.watch.days) > 20
    assert plan.note_label.isHidden()


def test_switching_off_what_a_clause_needs_names_the_clause(begun, plan, qtbot):
    row = plan.rows[DAILY]
    row.tick.click()
    assert not task_of(begun, DAILY).is_on
    assert "Your policy says that it is done: 9.1" in plan.banner.text
    press(qtbot, plan.banner.action_button)
    assert task_of(begun, DAILY).is_on
    assert row.tick.isChecked()
    assert plan.banner.text == ""


def test_a_change_can_be_undone(begun, plan):
    plan.rows[DAILY].tick.click()
    begun.undo()
    assert plan.rows[DAILY].tick.isChecked()


def test_another_day_and_person_and_back(begun, plan, qtbot):
    other = next(person.id for person in begun.answers.people.values() if person != task_of(begun, WEEKLY).assignee)
    press(qtbot, plan.rows[WEEKLY].change_button)
    dialog = plan.dialog
    assert isinstance(dialog, ChoiceDialog)
    choose(dialog.rhythm_field.weekday_box, 2)
    choose(dialog.who_box, other)
    press(qtbot, dialog.save_button)
    changed = task_of(begun, WEEKLY)
    assert (changed.rhythm, changed.assignee.id) == (Rhythm("week", 2), other)
    assert "Every week, on Wednesday" in plan.rows[WEEKLY].line_label.text()
    press(qtbot, plan.rows[WEEKLY].change_button)
    press(qtbot, plan.dialog.usual_button)
    choice = begun.watch.choices.tasks.get(WEEKLY, TaskChoice())
    assert (choice.rhythm, choice.who) == (None, "")


def test_a_quarter_asks_for_months_and_day(begun, opened, qtbot):
    dialog = opened(ChoiceDialog(begun, task_of(begun, QUARTERLY)))
    assert dialog.rhythm_field.weekday_box.isHidden()
    choose(dialog.rhythm_field.month_box, 2)
    assert dialog.rhythm_field.month_box.currentText() == "February, May, August, November"
    choose(dialog.rhythm_field.day_box, 31)
    press(qtbot, dialog.save_button)
    assert task_of(begun, QUARTERLY).rhythm == Rhythm("quarter", None, 31, 2)


def test_a_person_alone_leaves_the_days_to_the_library(begun, opened, qtbot):
    dialog = opened(ChoiceDialog(begun, task_of(begun, WEEKLY)))
    choose(dialog.who_box, next(iter(begun.answers.people)))
    press(qtbot, dialog.save_button)
    assert begun.watch.choices.tasks[WEEKLY].rhythm is None


def test_a_task_of_ones_own(begun, plan, qtbot):
    press(qtbot, plan.add_button)
    dialog = plan.dialog
    press(qtbot, dialog.save_button)
    assert dialog.error_label.isVisible()
    write_own(dialog, "Water the page")
    next(iter(dialog.steps_field.fields.values())).setPlainText("Look\n\nSmile")
    choose(dialog.rhythm_field.every_box, "month")
    choose(dialog.rhythm_field.day_box, 9)
    choose(dialog.minutes_box, 10)
    press(qtbot, dialog.save_button)
    own = next(iter(begun.watch.choices.own.values()))
    assert own.id.startswith("own-")
    assert (own.title, own.rhythm, own.minutes) == ({"en": "Water the page"}, Rhythm("month", None, 9), 10)
    assert own.steps == ({"en": "Look"}, {"en": "Smile"})
    assert plan.rows[own.id].line_label.text().startswith("Added by you · Every month, on day 9")


def test_a_task_of_ones_own_is_changed_and_removed_and_its_history_stays(begun, plan, qtbot):
    press(qtbot, plan.add_button)
    write_own(plan.dialog, "Water the page")
    press(qtbot, plan.dialog.save_button)
    own = next(iter(begun.watch.choices.own))
    tick(begun, own)
    press(qtbot, plan.rows[own].change_button)
    write_own(plan.dialog, "Water all pages")
    press(qtbot, plan.dialog.save_button)
    assert begun.watch.choices.own[own].title == {"en": "Water all pages"}
    press(qtbot, plan.rows[own].change_button)
    press(qtbot, plan.dialog.remove_button)
    assert own not in plan.rows
    assert [each.task for each in begun.watch.evidence.ticks(task=own)] == [own]
    begun.undo()
    assert own in plan.rows


def test_a_task_of_ones_own_is_switched_off_and_on(begun, plan, qtbot):
    press(qtbot, plan.add_button)
    write_own(plan.dialog, "Water the page")
    press(qtbot, plan.dialog.save_button)
    row = next(row for row in plan.rows.values() if row.task.is_own)
    assert row.tick.isEnabled() and row.tick.isChecked()
    row.tick.click()
    assert begun.watch.item(row.task.id) is None
    press(qtbot, row.change_button)
    write_own(plan.dialog, "Water all pages")
    press(qtbot, plan.dialog.save_button)
    assert not row.tick.isChecked(), "what is written of it does not switch it on"
    row.tick.click()
    assert (begun.watch.item(row.task.id).missed, row.tick.isChecked()) == (0, True)


def test_steps_in_two_languages_are_laid_side_by_side(begun, opened, qtbot):
    dialog = opened(OwnTaskDialog(begun))
    write_own(dialog, "Water the page")
    dialog.steps_field.fields["en"].setPlainText("Look\nSmile")
    dialog.steps_field.fields["ms"].setPlainText("Lihat")
    press(qtbot, dialog.save_button)
    steps = next(iter(begun.watch.choices.own.values())).steps
    assert steps == ({"en": "Look", "ms": "Lihat"}, {"en": "Smile"})


def test_dialogs_work_by_keyboard_and_have_names(begun, plan, opened):
    plan.rows[DAILY].tick.click()
    assert stumbles(plan) == []
    assert stumbles(opened(OwnTaskDialog(begun))) == []
    assert stumbles(opened(ChoiceDialog(begun, task_of(begun, QUARTERLY)))) == []


def test_every_word_follows_the_language(plan, marked):
    marked()
    assert plan.add_button.text().startswith("«")
    assert plan.total_label.text().startswith("«")
    assert plan.rows[DAILY].change_button.text().startswith("«")
