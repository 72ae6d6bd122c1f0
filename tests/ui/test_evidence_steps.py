"""Undo after a tick, and ticks of an earlier day."""

from datetime import date, timedelta

import pytest

from desktop.core.watch.evidence import DONE, Entry


@pytest.fixture
def opened(window, session, qtbot):
    """The sample in the window, with the tasks in sight."""
    path = session.file.path
    session.close()
    window.open_file(path)
    window.session.watch.begin(window.session.today - timedelta(days=20))
    window.work_page.show_page("watch")
    return window


def daily(watch):
    return next(item for item in watch.items if item.task.rhythm.every == "day")


def test_undo_after_a_tick_says_that_evidence_stays_and_only_then_takes_back(opened):
    watch = opened.session.watch
    watch.tick(daily(watch), DONE, on=opened.session.today)
    opened.menu.undo.trigger()
    assert "evidence" in opened.banner.text
    assert watch.choices.began is not None
    opened.menu.undo.trigger()
    assert opened.session.answers.watch.began is None


def test_undo_goes_on_as_ever_after_a_change(opened):
    watch = opened.session.watch
    watch.tick(daily(watch), DONE, on=opened.session.today)
    opened.session.answer("reply_hours", 7)
    opened.menu.undo.trigger()
    assert "evidence" not in opened.banner.text
    assert opened.session.answers.values.get("reply_hours") != 7


def test_only_the_checklist_itself_keeps_the_reminder_away(opened):
    page = opened.work_page.page
    assert opened._shows_tasks()
    page.show_tab("log")
    assert not opened._shows_tasks()
    opened.work_page.show_page("home")
    assert not opened._shows_tasks()


def test_a_tick_of_an_earlier_day_settles_what_was_open_then_and_not_more(session):
    watch, today = session.watch, session.today
    session.answer("monitoring_often", "daily")
    watch.begin(today - timedelta(days=10))
    item = daily(watch)
    assert (item.due, item.missed) == (today - timedelta(days=10), 10)
    kept = watch.tick(item, DONE, on=today - timedelta(days=4), by="Aminah")
    assert kept.occurrence == today - timedelta(days=4)
    after = daily(watch)
    assert (after.due, after.missed) == (today - timedelta(days=3), 3)
    assert watch.earliest(after.task) == today - timedelta(days=3)


def test_a_task_cannot_have_been_done_before_it_counted(session):
    watch = session.watch
    watch.begin(date(2027, 1, 1))
    assert watch.earliest(daily(watch).task) == date(2027, 1, 1)


def test_an_entry_of_the_log_does_not_begin_the_tasks(session):
    session.watch.add_entry(Entry(session.today, "facebook", text="Good bread"))
    assert not session.watch.has_begun
    assert session.watch.overdue == ()
    session.watch.tick(daily(session.watch), DONE, on=session.today)
    assert session.watch.has_begun
