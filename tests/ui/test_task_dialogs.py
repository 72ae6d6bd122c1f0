"""What is asked about a task: skipped and why, another day, another person, a file; putting right; working days."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.core.watch.evidence import DONE, SKIPPED, WITHDRAWN
from desktop.ui.watch.tasks.calendar_dialog import CalendarDialog
from desktop.ui.watch.tasks.days_dialog import DaysDialog
from desktop.ui.watch.tasks.tick_dialog import TickDialog
from tests.ui.accessible import stumbles
from tests.ui.watch_pages import DAILY, begin, part_of, press, row_of, task_view, tick, type_key


@pytest.fixture
def begun(session):
    """The bakery, with tasks that count since two weeks ago."""
    begin(session, 14)
    return session


@pytest.fixture
def tick_dialog(begun, opened):
    """Asks what became of the daily task."""
    return opened(TickDialog(begun, begun.watch.item(DAILY), "Aminah"))


@pytest.fixture
def days_dialog(begun, opened):
    return opened(DaysDialog(begun))


def last(session):
    return session.watch.evidence.ticks(task=DAILY)[0]


def test_done_on_an_earlier_day_with_a_note(begun, tick_dialog, qtbot):
    tick_dialog.day_field.show_day(begun.today - timedelta(days=1))
    tick_dialog.who_box.setCurrentText("Somebody new")
    tick_dialog.note_field.setText("two complaints")
    press(qtbot, tick_dialog.save_button)
    kept = last(begun)
    assert (kept.outcome, kept.on, kept.by) == (DONE, date(2027, 1, 3), "Somebody new")
    assert kept.note == "two complaints"
    assert "Somebody new" in begun.watch.names


def test_a_day_to_come_cannot_be_chosen(begun, tick_dialog):
    tick_dialog.day_field.show_day(begun.today + timedelta(days=1))
    assert tick_dialog.day_field.day == begun.today


def test_skipped_needs_a_reason(begun, tick_dialog, qtbot):
    tick_dialog.outcome_choice.radios[SKIPPED].click()
    press(qtbot, tick_dialog.save_button)
    assert tick_dialog.error_label.isVisible()
    assert tick_dialog.note_field.hasFocus()
    assert not begun.watch.evidence.ticks(task=DAILY)
    tick_dialog.note_field.setText("flood")
    press(qtbot, tick_dialog.save_button)
    assert (last(begun).outcome, last(begun).note) == (SKIPPED, "flood")


def test_another_reason_leads_to_where_it_is_written(begun, tick_dialog, qtbot):
    tick_dialog.outcome_choice.radios[SKIPPED].click()
    assert tick_dialog._note_label.text() == "Another &reason"
    press(qtbot, tick_dialog.save_button)
    assert "Choose a reason" in tick_dialog.error_label.text()
    column = tick_dialog.column
    assert column.indexOf(tick_dialog.note_field) < column.indexOf(tick_dialog.day_field)
    tick_dialog.outcome_choice.reason_radios[-1].click()
    assert tick_dialog._note_label.text() == "&Reason"
    assert tick_dialog.note_field.hasFocus()
    type_key(Qt.Key.Key_Tab)
    assert tick_dialog.day_field.hasFocus()
    tick_dialog.outcome_choice.radios[DONE].click()
    assert column.indexOf(tick_dialog.note_field) > column.indexOf(tick_dialog.who_box)


def test_a_usual_reason_is_enough(begun, tick_dialog, qtbot):
    tick_dialog.outcome_choice.radios[SKIPPED].click()
    tick_dialog.outcome_choice.reason_radios[0].click()
    assert not tick_dialog.error_label.isVisible()
    press(qtbot, tick_dialog.save_button)
    assert last(begun).note == "We were closed that day"


def test_only_the_name_of_a_file_is_kept(begun, tick_dialog, qtbot, monkeypatch, tmp_path):
    chosen = str(tmp_path / "shot of the day.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (chosen, ""))
    press(qtbot, tick_dialog.file_row.choose_button)
    assert tick_dialog.file_row.name_label.text() == "shot of the day.png"
    press(qtbot, tick_dialog.save_button)
    assert last(begun).file == "shot of the day.png"


def test_a_note_is_added_to_what_was_just_ticked(begun, qtbot):
    view = task_view(qtbot, begun)
    press(qtbot, row_of(view, DAILY).tick_button)
    press(qtbot, view.done_bar.more_button)
    view.dialog.note_field.setText("all quiet")
    press(qtbot, view.dialog.save_button)
    first, second = reversed(begun.watch.evidence.ticks(task=DAILY))
    assert (second.corrects, second.note, second.missed) == (first.number, "all quiet", first.missed)
    assert [each.note for each in view.done_list.ticks] == ["all quiet"]


def test_after_a_dialog_the_focus_stays_where_the_task_was(begun, qtbot):
    view = task_view(qtbot, begun)
    ids = [row.item.task.id for row in view.rows]
    below = ids[ids.index(DAILY) + 1]
    press(qtbot, row_of(view, DAILY).more_button)
    press(qtbot, view.dialog.save_button)
    assert part_of(view, DAILY) != "overdue"
    assert row_of(view, below).tick_button.hasFocus()
    press(qtbot, view.done_bar.more_button)
    view.dialog.note_field.setText("all quiet")
    press(qtbot, view.dialog.save_button)
    assert not row_of(view, DAILY).tick_button.hasFocus(), "the next press would tick what comes next week"
    assert view.done_bar.close_button.hasFocus()


def test_an_earlier_tick_is_put_right_from_its_history(begun, qtbot):
    tick(begun, DAILY, on=begun.today - timedelta(days=1))
    view = task_view(qtbot, begun)
    row = row_of(view, DAILY)
    row.fold()
    press(qtbot, row.details.history.buttons[0])
    view.dialog.outcome_choice.radios[WITHDRAWN].click()
    press(qtbot, view.dialog.save_button)
    assert view.dialog.error_label.isVisible()
    view.dialog.note_field.setText("it was the other shop")
    press(qtbot, view.dialog.save_button)
    assert last(begun).outcome == WITHDRAWN
    history = row_of(view, DAILY).details.history
    lines = history.lines
    assert lines[0] == "Today: marked as a mistake · it was the other shop"
    assert lines[1].endswith("put right later")
    assert not history.buttons
    qtbot.waitUntil(history.isVisible)


def test_a_skipped_one_is_put_right_with_its_reason(begun, opened, qtbot):
    kept = tick(begun, DAILY, outcome=SKIPPED, note="Nothing was posted: all day")
    dialog = opened(TickDialog(begun, kept))
    assert dialog.outcome_choice.reason == "Nothing was posted"
    assert dialog.note_field.text() == "all day"
    dialog.outcome_choice.reason_radios[0].click()
    press(qtbot, dialog.save_button)
    assert last(begun).note == "We were closed that day: all day"


def test_a_usual_reason_is_known_in_either_language(begun, opened, qtbot):
    kept = tick(begun, DAILY, outcome=SKIPPED, note="Tiada hantaran: all day")
    dialog = opened(TickDialog(begun, kept))
    assert dialog.outcome_choice.reason == "Nothing was posted"
    view = task_view(qtbot, begun)
    assert any("Nothing was posted: all day" in label.text() for label in view.done_list.findChildren(QLabel))
    row_of(view, DAILY).fold()
    assert "Nothing was posted: all day" in row_of(view, DAILY).details.history.lines[0]


def test_rest_days_of_the_firm(begun, days_dialog, qtbot):
    assert [day for day, chip in days_dialog.rest_chips.items() if chip.isChecked()] == [5, 6]
    assert "Selangor" in days_dialog.state_label.text()
    days_dialog.rest_chips[0].click()
    assert begun.watch.days.rest == {0, 5, 6}
    press(qtbot, days_dialog.state_button)
    assert begun.watch.days.rest == {5, 6}
    assert begun.watch.choices.calendar.rest_days is None
    assert days_dialog.state_button.isHidden()


def test_one_working_day_stays(begun, days_dialog):
    for chip in days_dialog.rest_chips.values():
        if not chip.isChecked():
            chip.click()
    assert days_dialog.error_label.isVisible()
    assert len(begun.watch.days.rest) == 6
    assert sum(chip.isChecked() for chip in days_dialog.rest_chips.values()) == 6


def test_a_public_holiday_on_which_the_firm_works(begun, days_dialog):
    day = next(day for day in days_dialog.holidays.ticks if not begun.watch.days.works(day) and day.weekday() < 5)
    assert min(days_dialog.holidays.ticks) >= begun.today
    assert {each.year for each in days_dialog.holidays.ticks} == {2027, 2028}
    days_dialog.holidays.ticks[day].click()
    assert begun.watch.days.works(day)
    begun.undo()
    assert not begun.watch.days.works(day)
    assert days_dialog.holidays.ticks[day].isChecked()


def test_no_public_holidays_at_all(begun, days_dialog):
    days_dialog.public_tick.click()
    assert not begun.watch.choices.calendar.public_holidays
    assert not any(each.isEnabled() for each in days_dialog.holidays.ticks.values())


def test_days_off_in_a_row_are_added_and_removed(begun, days_dialog, qtbot):
    days = days_dialog.off_days
    press(qtbot, days.add_button)
    assert days.error_label.text() == "Give these days a name."
    days.name_field.setText("Family feast")
    days.first_field.show_day(date(2027, 1, 6))
    assert days.last_field.day == date(2027, 1, 6)
    days.last_field.show_day(date(2027, 1, 8))
    press(qtbot, days.add_button)
    assert [begun.watch.days.name(date(2027, 1, day)) for day in (5, 6, 7, 8, 9)] == ["", *["Family feast"] * 3, ""]
    assert len(days.remove_buttons) == 1
    press(qtbot, days.remove_buttons[0])
    assert begun.watch.choices.calendar.days_off == {}
    assert days.name_field.hasFocus()


def test_what_becomes_of_tasks_on_a_day_off(begun, days_dialog):
    days_dialog.shift_radios["before"].click()
    assert begun.watch.days.shift == "before"
    begun.undo()
    assert days_dialog.shift_radios["after"].isChecked()


def test_the_calendar_file_is_saved_and_its_place_said(begun, opened, tmp_path):
    dialog = opened(CalendarDialog(begun))
    dialog.save(tmp_path / "tasks.ics")
    assert str(tmp_path / "tasks.ics") in dialog.banner.text
    assert (tmp_path / "tasks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_calendar_file_that_cannot_be_written_is_said(begun, opened, tmp_path):
    dialog = opened(CalendarDialog(begun))
    (tmp_path / "no folder").write_text("")
    dialog.save(tmp_path / "no folder" / "tasks.ics")
    assert dialog.banner.property("banner") == "warning"


@pytest.mark.parametrize("made", [DaysDialog, CalendarDialog])
def test_dialogs_work_by_keyboard_and_have_names(begun, opened, made):
    assert stumbles(opened(made(begun))) == []


def test_the_tick_dialog_works_by_keyboard_and_has_names(tick_dialog):
    tick_dialog.outcome_choice.radios[SKIPPED].click()
    assert stumbles(tick_dialog) == []
