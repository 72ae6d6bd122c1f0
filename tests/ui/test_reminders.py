"""Reminders: once a day, never in quiet hours, gone when the work is done."""

from datetime import date, timedelta

import pytest

from desktop import settings
from desktop.core.watch.evidence import DONE, Incident, Note
from desktop.ui.faults import Banner
from desktop.ui.reminders.reminders import Reminders
from tests.ui.watch_pages import DAILY, WEEKLY, tick


@pytest.fixture
def saved():
    return settings.load()


@pytest.fixture
def banner(qtbot):
    made = Banner()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reminders(session, banner, saved, clock):
    session.watch.begin(clock().date() - timedelta(days=14))
    made = Reminders(banner, banner, saved, clock, lambda: False)
    made.follow(session)
    yield made
    made.follow(None)


def tick_all(session) -> None:
    for item in session.watch.items:
        if item.status in ("overdue", "today"):
            session.watch.tick(item, DONE, on=session.today, by="Aminah")


def test_what_is_due_is_said_once_a_day(reminders, banner, clock):
    reminders.look()
    assert "verdue" in banner.text
    banner.clear()
    reminders.look()
    assert banner.text == ""
    clock.now += timedelta(days=1)
    reminders._session.begin_day()
    reminders.look()
    assert banner.text


def test_it_is_not_said_in_quiet_hours_but_when_they_end(reminders, banner, clock):
    clock.now = clock.now.replace(hour=22)
    reminders.look()
    assert banner.text == ""
    clock.now = clock.now.replace(hour=8) + timedelta(days=1)
    reminders._session.begin_day()
    reminders.look()
    assert banner.text


def test_quiet_hours_can_be_switched_off(reminders, banner, clock, saved):
    saved.quiet = False
    clock.now = clock.now.replace(hour=22)
    reminders.look()
    assert banner.text


def test_reminders_that_are_off_say_nothing(reminders, banner, saved):
    saved.reminders = False
    reminders.look()
    assert banner.text == ""


def test_before_the_owner_began_nothing_is_said(session, banner, saved, clock):
    made = Reminders(banner, banner, saved, clock, lambda: False)
    made.follow(session)
    made.look()
    assert banner.text == ""
    made.follow(None)


def test_the_reminder_goes_when_all_is_done(reminders, banner, session, qtbot):
    reminders.look()
    assert banner.text
    tick_all(session)
    qtbot.waitUntil(lambda: banner.text == "")


def test_another_message_is_not_pushed_aside(reminders, banner):
    banner.say("The disk is full.", "error")
    reminders.look()
    assert banner.text == "The disk is full."
    banner.clear()
    reminders.look()
    assert "verdue" in banner.text


def test_it_goes_with_the_first_change_where_the_tasks_are_in_sight(session, banner, saved, clock, qtbot):
    in_sight = [False]
    made = Reminders(banner, banner, saved, clock, lambda: in_sight[0])
    session.watch.begin(clock().date() - timedelta(days=14))
    made.follow(session)
    made.look()
    assert banner.text
    tick(session, DAILY)
    qtbot.waitUntil(lambda: not made._count_later.isActive())
    assert banner.text, "nobody looks at the tasks"
    in_sight[0] = True
    tick(session, WEEKLY)
    qtbot.waitUntil(lambda: banner.text == "")
    made.follow(None)


def test_what_others_say_meanwhile_stays(reminders, banner, session):
    reminders.look()
    banner.say("The disk is full.", "error")
    tick_all(session)
    assert banner.text == "The disk is full."


def test_its_button_leads_to_the_tasks(reminders, banner, qtbot):
    reminders.look()
    with qtbot.waitSignal(reminders.show_wanted):
        banner.action_button.click()
    assert banner.text == ""


def test_another_language_says_the_same(reminders, banner, marked):
    reminders.look()
    marked()
    assert banner.text.startswith("«")


def test_a_task_of_today_alone_is_not_called_overdue(session, banner, saved, clock):
    session.watch.begin(clock().date())
    made = Reminders(banner, banner, saved, clock, lambda: False)
    made.follow(session)
    made.look()
    assert banner.text.startswith("Tasks for today: ")
    assert session.watch.began == date(2027, 1, 4)
    made.follow(None)


def test_on_the_page_of_the_tasks_nothing_covers_them(session, banner, saved, clock):
    session.watch.begin(clock().date() - timedelta(days=14))
    made = Reminders(banner, banner, saved, clock, lambda: True)
    made.follow(session)
    made.look()
    assert banner.text == ""
    made.follow(None)


def test_the_hours_of_a_leak_are_spoken_of_each_day_as_long_as_they_run(session, banner, saved, clock, qtbot):
    made = Reminders(banner, banner, saved, clock, lambda: False)
    made.follow(session)
    kept = session.watch.add_incident(Incident("leak", clock.now, "List sent out", data_leak=True))
    made.look()
    assert banner.text == "The 72 hours of an open incident end: Thursday, 7 January, 12:00. List sent out"
    with qtbot.waitSignal(made.incidents_wanted):
        banner.action_button.click()
    made.look()
    assert "72 hours" not in banner.text
    clock.now += timedelta(days=1)
    session.begin_day()
    made.look()
    assert "72 hours" in banner.text
    banner.clear()
    session.watch.add_note("incident", Note(kept.number, clock.now, text="Told", closes=True))
    clock.now += timedelta(days=1)
    session.begin_day()
    made.look()
    assert "72 hours" not in banner.text
    made.follow(None)


def test_nothing_is_counted_at_every_key_that_changes_an_answer(reminders, session):
    reminders.look()
    for hours in range(5, 12):
        session.answer("reply_hours", hours)
    assert "items" not in vars(session.watch), "what is due is worked out when the owner rests"
