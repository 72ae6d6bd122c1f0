"""The checklist: what stands where, ticking with one press, taking it back, and what is said."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice
from desktop.core.watch.evidence import DONE, HAPPENED, WITHDRAWN
from desktop.store.business_file import BusinessFile
from desktop.ui.session import Session
from desktop.ui.watch.tasks import done_bar
from desktop.ui.watch.tasks.task_view import TaskView
from desktop.ui.watch.watch_page import WatchPage
from tests.ui.accessible import stumbles
from tests.ui.watch_pages import (
    DAILY,
    ON_EVENT,
    QUARTERLY,
    WEEKLY,
    begin,
    part_of,
    press,
    row_of,
    settle,
    shown,
    task_view,
    tick,
    type_key,
)


def focused():
    return QApplication.focusWidget()


def status(view, name):
    return next(section for key, section in view.sections.items() if str(key) == name)


def add_own(session, count):
    own = {f"own-{each}": OwnTask(f"own-{each}", {"en": f"Own {each}"}, Rhythm("day")) for each in range(count)}
    keep(session, replace(session.watch.choices, own=own))


def keep(session, choices):
    assert session.store(lambda now: session.file.set_watch(choices, "watch:plan", now=now))


def test_before_the_beginning_a_card_says_what_the_plan_is(session, qtbot):
    view = task_view(qtbot, session)
    assert f"{len(session.watch.plan)} tasks" in view.begin_card.plan_label.text()
    assert "minutes a week" in view.begin_card.plan_label.text()
    assert not view.rows
    assert status(view, "later").isHidden()


def test_begin_shows_the_list_with_the_focus_on_the_first_task(session, qtbot):
    view = task_view(qtbot, session)
    view.focus_first()
    assert focused() is view.begin_card.begin_button
    press(qtbot, view.begin_card.begin_button)
    assert session.watch.began == session.today
    assert view.begin_card is None
    assert focused() is view.rows[0].tick_button


def test_beginning_can_be_undone(session, qtbot):
    view = task_view(qtbot, session, 3)
    assert view.rows
    session.undo()
    assert not view.rows
    assert view.begin_card is not None


def test_beginning_on_another_day_waits_until_then(session, qtbot):
    view = task_view(qtbot, session)
    day = session.today + timedelta(days=7)
    view.begin_card.other_radio.click()
    view.begin_card.day_field.show_day(day)
    press(qtbot, view.begin_card.begin_button)
    assert session.watch.began == day
    assert "Tasks begin on 11 January 2027" in view.calm_label.text()
    assert view.calm_label.isVisible()


def test_where_answers_bring_no_tasks_the_card_leads_to_the_answer(session, qtbot):
    off = {task.id: TaskChoice(on=False) for task in session.watch.plan}
    keep(session, replace(session.watch.choices, tasks=off))
    view = task_view(qtbot, session)
    assert view.begin_card.begin_button.isHidden()
    with qtbot.waitSignal(view.question_wanted) as wanted:
        press(qtbot, view.begin_card.question_button)
    assert wanted.args == ["monitoring_stand"]


def test_what_was_not_done_is_overdue_once_with_the_count(session, qtbot):
    view = task_view(qtbot, session, 3)
    assert part_of(view, DAILY) == "overdue"
    line = row_of(view, DAILY).line_label.text()
    assert line.startswith("Since Friday")
    assert "3 missed" in line
    assert "1 minute" in line


def test_one_press_is_done_today_by_who_has_the_task(session, qtbot):
    view = task_view(qtbot, session, 3)
    assignee = session.watch.item(DAILY).task.assignee.name
    press(qtbot, row_of(view, DAILY).tick_button)
    kept = session.watch.evidence.ticks(task=DAILY)
    assert [(each.outcome, each.on, each.by, each.missed) for each in kept] == [(DONE, session.today, assignee, 3)]
    assert f"done today by {assignee}" in view.done_bar.text_label.text()
    assert "Next tomorrow." in view.done_bar.text_label.text()
    assert part_of(view, DAILY) == "this_week"
    assert [each.task for each in view.done_list.ticks] == [DAILY]
    assert view.done_list.isVisible()


def test_a_double_click_ticks_one_task_only(session, qtbot):
    view = task_view(qtbot, session, 14)
    first, second = view.rows[:2]
    press(qtbot, first.tick_button)
    qtbot.mouseDClick(second.tick_button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(second.tick_button, Qt.MouseButton.LeftButton)
    assert [each.task for each in session.watch.evidence.ticks()] == [first.item.task.id]


def test_late_completion_says_the_day_it_comes_again(session, qtbot):
    view = task_view(qtbot, session, 14)
    press(qtbot, row_of(view, WEEKLY).tick_button)
    due = session.watch.item(WEEKLY).due
    assert due > session.today
    assert f"{due.day} January" in view.done_bar.text_label.text()


def test_ticks_are_made_in_the_name_that_was_chosen_and_the_file_remembers_it(session, qtbot):
    view = task_view(qtbot, session, 0)
    box = view.me_choice.box
    name = next(person.name for person in session.answers.people.values())
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())
    press(qtbot, row_of(view, DAILY).tick_button)
    assert session.watch.evidence.ticks(task=DAILY)[0].by == name
    again = task_view(qtbot, session)
    assert again.me_choice.name == name


def test_the_focus_goes_on_to_the_next_task(session, qtbot):
    view = task_view(qtbot, session, 14)
    first, second = view.rows[:2]
    first.tick_button.setFocus()
    type_key(Qt.Key.Key_Space)
    assert focused() is second.tick_button


def test_the_tab_key_goes_through_the_rows_as_they_stand(session, qtbot):
    tick(session, DAILY)
    view = task_view(qtbot, session, 14)
    view.paper_button.setFocus()
    row = view.rows[0]
    for widget in (row.tick_button, row.more_button, row.fold_button, view.rows[1].tick_button):
        type_key(Qt.Key.Key_Tab)
        assert focused() is widget
    view.rows[-1].fold_button.setFocus()
    for widget in (status(view, "later").fold_button, status(view, "on_event").fold_button, view.done_list.buttons[0]):
        type_key(Qt.Key.Key_Tab)
        assert focused() is widget
    type_key(Qt.Key.Key_Backtab)
    assert focused() is status(view, "on_event").fold_button


def test_a_mistake_is_taken_back_by_a_further_entry(session, qtbot):
    view = task_view(qtbot, session, 3)
    press(qtbot, row_of(view, DAILY).tick_button)
    press(qtbot, view.done_bar.mistake_button)
    assert [each.outcome for each in session.watch.evidence.ticks(task=DAILY)] == [WITHDRAWN, DONE]
    assert part_of(view, DAILY) == "overdue"
    assert not view.done_list.ticks
    assert "no longer counts" in view.done_bar.text_label.text()
    assert view.done_bar.mistake_button.isHidden()
    assert focused() is row_of(view, DAILY).tick_button


def test_what_was_ticked_is_told_to_screen_readers(session, qtbot, monkeypatch):
    told = []
    ear = SimpleNamespace(updateAccessibility=lambda event: told.append(event.message()))
    monkeypatch.setattr(done_bar, "QAccessible", ear)
    view = task_view(qtbot, session, 0)
    press(qtbot, row_of(view, DAILY).tick_button)
    assert told == [view.done_bar.text_label.text()]


def test_a_row_opens_with_steps_why_and_history(session, qtbot):
    tick(session, DAILY, by="Aminah", note="all quiet")
    view = task_view(qtbot, session, 0)
    row = row_of(view, DAILY)
    row.fold_button.setFocus()
    type_key(Qt.Key.Key_Space)
    assert row.details.isVisible()
    assert row.details.steps_label.text().startswith("1. ")
    assert row.details.history.lines == ["Today: done by Aminah · all quiet"]
    qtbot.mouseClick(row.title_label, Qt.MouseButton.LeftButton)
    assert row.details.isHidden()


def test_history_follows_what_is_ticked(session, qtbot):
    view = task_view(qtbot, session, 14)
    row = row_of(view, QUARTERLY)
    row.fold()
    assert row.details.history.lines == []
    press(qtbot, row.tick_button)
    settle(qtbot, view)
    status(view, "later").fold_button.click()
    settle(qtbot, view)
    row = row_of(view, QUARTERLY)
    row.fold()
    assert len(row.details.history.lines) == 1


def test_what_is_later_is_folded_and_has_days(session, qtbot):
    view = task_view(qtbot, session, 0)
    later = status(view, "later")
    assert not later.rows
    later.fold_button.click()
    settle(qtbot, view)
    assert {row.item.task.id for row in later.shown} == {item.task.id for item in later.items}
    assert all(str(row.item.due.day) in row.line_label.text() for row in later.shown)


def test_what_happened_stands_among_what_is_due(session, qtbot):
    view = task_view(qtbot, session, 0)
    status(view, "on_event").fold_button.click()
    settle(qtbot, view)
    press(qtbot, row_of(view, ON_EVENT).happened_button)
    dialog = view.dialog
    dialog.note_field.setText("Siti begins")
    press(qtbot, dialog.save_button)
    assert session.watch.evidence.ticks(task=ON_EVENT)[0].outcome == HAPPENED
    assert part_of(view, ON_EVENT) == "today"
    press(qtbot, row_of(view, ON_EVENT).tick_button)
    assert part_of(view, ON_EVENT) == "on_event"


def test_a_new_day_words_the_rows_anew(session, qtbot, clock):
    view = task_view(qtbot, session, 0)
    assert row_of(view, DAILY).line_label.text().startswith(session.watch.item(DAILY).task.assignee.name)
    clock.now += timedelta(days=1)
    session.begin_day()
    assert row_of(view, DAILY).line_label.text().startswith("Since yesterday")
    clock.now += timedelta(days=1)
    session.begin_day()
    assert row_of(view, DAILY).line_label.text().startswith("Since Monday")


def test_nothing_due_is_said(session, qtbot):
    begin(session, 0)
    for item in session.watch.items:
        if item.due is not None and item.due <= session.today:
            tick(session, item.task.id)
    view = task_view(qtbot, session)
    assert view.calm_label.isVisible()
    assert view.calm_label.text() == "Nothing is due today."


def test_a_hidden_view_catches_up_when_it_is_shown(session, qtbot):
    view = task_view(qtbot, session, 0)
    view.hide()
    tick(session, DAILY)
    assert part_of(view, DAILY) == "today"
    view.show()
    assert part_of(view, DAILY) == "this_week"


def test_hundreds_of_tasks_show_a_part_and_more_when_asked(session, qtbot):
    add_own(session, 200)
    view = task_view(qtbot, session, 0)
    today = status(view, "today")
    assert len(today.items) > 200
    assert len(today.rows) == 30
    press(qtbot, today.more_button)
    settle(qtbot, view)
    assert len(today.rows) == 60
    assert focused() is today.shown[30].tick_button


def test_papers_are_wanted_with_their_records(session, qtbot):
    tick(session, DAILY)
    view = task_view(qtbot, session, 0)
    menu = view.paper_button
    with qtbot.waitSignal(view.export_wanted) as wanted:
        menu.wall_action.trigger()
    assert wanted.args[0].documents == ("wall-checklist",)
    menu.menu().aboutToShow.emit()
    months = menu.report_menu.actions()
    assert [action.text() for action in months] == ["January 2027"]
    with qtbot.waitSignal(view.export_wanted) as wanted:
        months[0].trigger()
    wish = wanted.args[0]
    assert wish.documents == ("evidence-report",)
    assert wish.records.month == date(2027, 1, 1)
    assert [each.task for each in wish.records.ticks] == [DAILY]


def test_a_file_to_look_at_can_be_read_and_not_ticked(session, qtbot, library, clock):
    begin(session, 3)
    tick(session, WEEKLY)
    session.close()
    with BusinessFile.open(session.file.path, now=clock(), writable=False) as file:
        view = task_view(qtbot, Session(library, file, clock))
        row = row_of(view, DAILY)
        assert not row.tick_button.isEnabled()
        view.focus_first()
        assert focused() is view.rows[0].fold_button
        row.fold()
        assert row.details.isVisible()
        assert not view.done_list.buttons
        view.close()


def test_every_word_follows_the_language(session, qtbot, marked):
    view = task_view(qtbot, session, 3)
    press(qtbot, row_of(view, DAILY).tick_button)
    marked()
    assert view.plan_button.text().startswith("«")
    assert view.done_bar.text_label.text().startswith("«")
    assert status(view, "overdue").heading_label.text().startswith("«")


@pytest.mark.parametrize("days_ago", [None, 14])
def test_it_works_by_keyboard_and_has_names(session, saved, qtbot, days_ago):
    if days_ago:
        begin(session, days_ago)
        tick(session, DAILY)
    page = shown(qtbot, WatchPage(session, saved))
    settle(qtbot, page.view)
    if days_ago:
        press(qtbot, row_of(page.view, WEEKLY).tick_button)
        page.view.rows[0].fold()
    assert stumbles(page) == []


def test_the_view_needs_little_room(session, qtbot):
    view = TaskView(session)
    qtbot.addWidget(view)
    assert view.minimumSizeHint().width() <= 600
