"""The parts of the home page: how far the policy has come, what comes up, and what was made."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.core.watch.evidence import DONE
from desktop.ui.days import date_words, day_words
from desktop.ui.documents.export_wish import ExportWish
from tests.ui.document_pages import click
from tests.ui.home_pages import settle, shown

BROAD = {"en": "Be polite at all times.", "ms": "Sopan sentiasa."}
MINE = {"en": "Manners", "ms": "Adab"}


def test_without_a_starting_day_the_review_date_is_asked_for_and_not_invented(session, home_page, qtbot):
    page = home_page
    assert page.task_panel.review_label.text() == "Read the whole policy again by 1 January 2028."
    session.answer("effective_date", None)
    assert page.task_panel.review_button.text() == "Give the day"
    assert not [text for text in shown(page.task_panel) if "2028" in text]


def test_each_step_says_how_far_it_is_and_leads_there(session, home_page, qtbot):
    page = home_page
    session.answer("review_months", None)
    tiles = page.progress_panel.tiles
    assert list(tiles) == ["first", *(step.id for step in session.library.steps)]
    assert shown(tiles["training"]) == ["Training", tiles["training"].accessibleDescription()]
    answered, asked = (int(word) for word in shown(tiles["training"])[1].split() if word.isdigit())
    assert asked - answered == 1
    assert tiles["training"].accessibleName() == "Step 10, Training"
    assert shown(tiles["first"])[1] == "12 of 12 answered"
    for name in ("first", "training"):
        with qtbot.waitSignal(page.page_wanted) as told:
            click(qtbot, tiles[name])
        assert told.args == [name]


def test_readiness_is_said_in_a_line(session, home_page, qtbot):
    page = home_page
    verdict = page.progress_panel.verdict_label
    assert verdict.text() == "Ready to issue."
    session.answer("has_union", "not_sure")
    assert verdict.text() == "Ready to issue. One point is worth another look."
    session.clauses.write("stance", MINE, BROAD)
    assert verdict.text() == "One point keeps this policy from being ready."
    with qtbot.waitSignal(page.page_wanted) as told:
        click(qtbot, page.progress_panel.check_button)
    assert told.args == ["check-up"]


def test_what_comes_up_is_one_row_for_each_rhythm_the_soonest_first(session, home_page, qtbot):
    page = home_page
    rows = [row.text.splitlines() for row in page.task_panel.rows if not row.isHidden()]
    assert [row[0] for row in rows][:2] == ["Today · every day", "Tomorrow · every week"]
    assert len({row[0].partition(" · ")[2] for row in rows}) == len(rows) == 4
    assert rows[0][1] == "Look over new comments, messages and reviews"
    keeper = session.answers.people[session.answers.values["monitoring_person"]]
    assert rows[0][2].startswith(f"{keeper.name}: about ")
    with qtbot.waitSignal(page.page_wanted) as told:
        click(qtbot, page.task_panel.watch_button)
    assert told.args == ["watch"]


def test_once_begun_what_is_overdue_comes_first_and_then_a_row_a_day(session, home_page, clock):
    page, watch = home_page, session.watch
    assert watch.begin(clock.now.date() - timedelta(days=10))
    rows = [row.text.splitlines() for row in page.task_panel.rows if not row.isHidden()]
    assert rows[0][0] == "Overdue"
    assert page.task_panel.watch_button.text() == "Open the checklist"
    assert [row[0] for row in rows].count("Overdue") == 1
    for item in watch.overdue:
        watch.tick(item, DONE, on=session.today)
    rows = [row.text.splitlines() for row in page.task_panel.rows if not row.isHidden()]
    assert rows
    assert "Overdue" not in [row[0] for row in rows]
    assert len({row[0] for row in rows}) == len(rows)


def test_a_firm_that_rests_on_friday_looks_on_sunday(session, home_page, clock):
    page = home_page
    session.answer("monitoring_often", "working_days")
    clock.now = clock.now.replace(day=8)  # a Friday
    session.answer("state", "kelantan")
    assert page.task_panel.rows[0].text.splitlines()[0] == "Sunday, 10 January · every day"
    session.answer("state", "selangor")
    assert page.task_panel.rows[0].text.splitlines()[0] == "Today · every day"


def test_tasks_wait_for_the_day_the_policy_applies(session, home_page):
    page = home_page
    starts = "Your policy applies from 1 March 2027. Tasks begin then."
    assert starts not in shown(page.task_panel)
    session.answer("effective_date", date(2027, 3, 1))
    assert starts in shown(page.task_panel)
    assert page.task_panel.rows[0].text.startswith("Monday, 1 March · every day")


def test_reminders_that_are_off_leave_a_line_to_the_settings(session, home_page, saved, qtbot):
    page = home_page
    assert not page.task_panel.settings_button.isVisible()
    saved.reminders = False
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))  # the settings were closed
    assert not any(row.isVisible() for row in page.task_panel.rows)
    assert "Reminders of tasks are switched off." in shown(page.task_panel)
    with qtbot.waitSignal(page.settings_wanted):
        click(qtbot, page.task_panel.settings_button)


def test_whoever_comes_back_on_another_day_sees_that_day(home_page, clock):
    page = home_page
    clock.now += timedelta(days=1)
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert page.task_panel.rows[1].text.startswith("Today · every week")


def test_a_file_that_was_made_is_opened(session, home_page, qtbot, make_copies, opener):
    page = home_page
    (made,) = make_copies(session, "policy")
    settle(qtbot, page)
    (row,) = page.made_panel.rows
    assert row.text.splitlines() == ["Social media policy", "Made on 4 January 2027, up to date"]
    assert not page.made_panel.none_label.isVisible()
    click(qtbot, row.open_buttons["en"])
    assert opener.opened == [made.path]
    with qtbot.waitSignal(page.page_wanted) as told:
        click(qtbot, page.made_panel.all_button)
    assert told.args == ["documents"]


def test_each_language_has_a_button_of_its_own(session, home_page, qtbot, make_copies, opener):
    page = home_page
    make_copies(session, "policy", form="ms")
    (english,) = make_copies(session, "policy")
    settle(qtbot, page)
    buttons = page.made_panel.rows[0].open_buttons
    assert [button.text() for button in buttons.values() if button.isVisible()] == [
        "Open: Bahasa Melayu",
        "Open: English",
    ]
    click(qtbot, buttons["en"])
    assert opener.opened == [english.path]


def test_a_file_that_is_gone_is_said_calmly_and_made_again(session, home_page_of, qtbot, make_copies):
    (made,) = make_copies(session, "policy", form="ms")
    made.path.unlink()
    page = home_page_of(session)
    (row,) = page.made_panel.rows
    qtbot.waitUntil(row.again_button.isVisible)
    assert row.gone_label.text() == "The file is not where it was put. Perhaps its drive is not connected."
    assert not row.open_buttons["ms"].isVisible()
    with qtbot.waitSignal(page.export_wanted) as told:
        click(qtbot, row.again_button)
    assert told.args == [ExportWish(("policy",), ("ms",))]


def test_one_of_two_files_that_is_gone_leaves_the_other(session, home_page_of, qtbot, make_copies):
    make_copies(session, "policy")
    (made,) = make_copies(session, "policy", form="ms")
    made.path.unlink()
    page = home_page_of(session)
    (row,) = page.made_panel.rows
    qtbot.waitUntil(row.gone_label.isVisible)
    assert row.gone_label.text() == "Not where it was put: Bahasa Melayu"
    assert row.open_buttons["en"].isVisible() and not row.again_button.isVisible()


def test_a_drive_that_is_plugged_in_again_brings_its_files_back(session, home_page_of, qtbot, make_copies):
    (made,) = make_copies(session, "policy")
    elsewhere = made.path.rename(made.path.with_suffix(".away"))
    page = home_page_of(session)
    (row,) = page.made_panel.rows
    qtbot.waitUntil(row.again_button.isVisible)
    elsewhere.rename(made.path)
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(row.open_buttons["en"].isVisible)
    assert not row.gone_label.isVisible()


def test_a_file_that_went_just_now_is_not_opened(session, home_page, qtbot, make_copies, opener):
    page = home_page
    (made,) = make_copies(session, "policy")
    settle(qtbot, page)
    made.path.unlink()
    click(qtbot, page.made_panel.rows[0].open_buttons["en"])
    assert opener.opened == []
    assert page.banner.text == f"The file is not where it was put: {made.path}"


def test_a_file_that_nothing_opens_is_named(session, home_page, qtbot, make_copies, monkeypatch):
    page = home_page
    (made,) = make_copies(session, "policy")
    settle(qtbot, page)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    click(qtbot, page.made_panel.rows[0].open_buttons["en"])
    assert str(made.path) in page.banner.text


def test_the_four_documents_made_last_are_listed_the_last_one_first(session, home_page, qtbot, make_copies, clock):
    page = home_page
    for day, document in enumerate(("dos-and-donts", "policy", "quiz", "acknowledgement", "before-you-post"), 5):
        clock.now = clock.now.replace(day=day)
        make_copies(session, document)
    settle(qtbot, page)
    rows = [row.title_label.text() for row in page.made_panel.rows]
    wanted = ("before-you-post", "acknowledgement", "quiz", "policy")
    assert rows == [session.library.document(name).title["en"] for name in wanted]


@pytest.mark.parametrize("language", ["ms", "en"])
def test_days_read_as_everywhere_else(language):
    i18n.use(language)
    days = [date(2027, month, month) for month in range(1, 13)]
    assert [date_words(day) for day in days] == [i18n.format_date(day) for day in days]
    today = date(2026, 12, 31)
    assert (
        day_words(date(2027, 1, 4), today) == {"ms": "Isnin, 4 Januari 2027", "en": "Monday, 4 January 2027"}[language]
    )
    i18n.use("en")
    assert [day_words(today + timedelta(days=number), today) for number in (0, 1)] == ["Today", "Tomorrow"]


def test_a_file_that_cannot_even_be_looked_at_is_said(home_page, tmp_path):
    home_page.made_panel.open_wanted.emit(str(tmp_path / ("x" * 300)))
    assert home_page.banner.text.startswith("The file is not where it was put")
