"""The page of watching: its tabs, what is counted on them, and what it remembers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from desktop.core.watch.evidence import Entry, Incident, Note
from desktop.ui.step_list import StepList
from desktop.ui.watch.watch_page import WatchPage
from desktop.ui.watch.watch_tabs import TABS
from desktop.ui.whole_pages import WATCH
from tests.ui.watch_pages import DAILY, QUARTERLY, begin, settle, shown, tick


@pytest.fixture
def watch_page(session, saved, qtbot):
    begin(session, 14)
    page = shown(qtbot, WatchPage(session, saved))
    settle(qtbot, page.view)
    return page


def texts(page):
    return [page.tab_row.tabText(place) for place in range(page.tab_row.count())]


def overdue(session):
    return len(session.watch.overdue)


def test_it_begins_with_tasks_and_makes_nothing_else(watch_page):
    assert list(watch_page.views) == ["tasks"]
    assert watch_page.tab_row.tab == "tasks"


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_shows_a_view_that_takes_the_focus(watch_page, tab, qtbot):
    watch_page.show_tab(tab)
    assert watch_page.tab_row.tab == tab
    assert watch_page.view.isVisible()
    assert watch_page.view.isAncestorOf(watch_page.focusWidget())
    watch_page.flush()


def test_tabs_by_arrow_keys(watch_page):
    watch_page.tab_row.setFocus()
    QTest.keyClick(watch_page.tab_row, Qt.Key.Key_Right)
    assert watch_page.tab_row.tab == "log"
    assert watch_page.tab_row.hasFocus()


def test_tabs_by_page_keys_from_anywhere(watch_page):
    watch_page.focus_first()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(watch_page.focusWidget(), Qt.Key.Key_PageDown, control)
    assert watch_page.tab_row.tab == "log"
    QTest.keyClick(watch_page.focusWidget(), Qt.Key.Key_PageUp, control)
    assert watch_page.tab_row.tab == "tasks"
    QTest.keyClick(watch_page.focusWidget(), Qt.Key.Key_PageUp, control)
    assert watch_page.tab_row.tab == "overview"


def test_what_is_overdue_is_counted_and_goes_down(session, watch_page):
    count = overdue(session)
    assert count > 1
    assert texts(watch_page)[0] == f"Tasks ({count})"
    assert watch_page.tab_row.accessibleTabName(0) == f"Tasks, {count} overdue"
    tick(session, DAILY)
    assert texts(watch_page)[0] == f"Tasks ({count - 1})"


def test_open_entries_are_counted(session, watch_page):
    assert texts(watch_page)[1] == "Log"
    session.watch.add_entry(Entry(session.today, "facebook", text="Stale bread"))
    assert texts(watch_page)[1] == "Log (1)"


def test_the_list_of_pages_tells_overdue_tasks_and_open_incidents(session, watch_page, clock, qtbot):
    steps = StepList(session)
    qtbot.addWidget(steps)
    late = overdue(session)
    qtbot.waitUntil(lambda: steps.text_of(WATCH) == f"Watch, {late} overdue")
    kept = session.watch.add_incident(Incident("other", clock.now, "Angry crowd"))
    qtbot.waitUntil(lambda: steps.text_of(WATCH) == f"Watch, {late} overdue, 1 incident open")
    index = steps.model().index(steps.ids.index(WATCH))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"{late} overdue, 1 incident open"
    session.watch.add_note("incident", Note(kept.number, clock.now, text="over", closes=True))
    qtbot.waitUntil(lambda: steps.text_of(WATCH) == f"Watch, {late} overdue")


def test_a_hidden_page_counts_when_it_is_shown(session, watch_page):
    count = overdue(session)
    watch_page.hide()
    tick(session, DAILY)
    assert texts(watch_page)[0] == f"Tasks ({count})"
    watch_page.show()
    assert texts(watch_page)[0] == f"Tasks ({count - 1})"


def test_the_tab_is_remembered_in_the_file(session, saved, watch_page, qtbot):
    watch_page.show_tab("overview")
    again = shown(qtbot, WatchPage(session, saved))
    assert again.tab_row.tab == "overview"


def test_a_tab_that_is_not_known_any_more_is_forgotten(session, saved, qtbot):
    session.file.set_setting("watch_tab", "nothing")
    assert shown(qtbot, WatchPage(session, saved)).tab_row.tab == "tasks"


def test_wishes_of_a_view_are_passed_on(watch_page, qtbot):
    with qtbot.waitSignal(watch_page.export_wanted):
        watch_page.view.paper_button.wall_action.trigger()


def test_tabs_follow_the_language_and_stay_in_reach(watch_page, marked):
    marked()
    assert texts(watch_page)[1] == "«Log»"
    assert isinstance(watch_page.tab_row, QTabBar)
    watch_page.resize(620, 500)
    watch_page.tab_row.choose("overview")
    place = watch_page.tab_row.tabRect(TABS.index("overview"))
    assert watch_page.tab_row.rect().contains(place.center())


def test_a_file_out_of_reach_leaves_the_page_as_it_was(session, watch_page):
    before = [row.text for row in watch_page.view.rows]
    session.file.close()
    session.watch.forget()
    assert [row.text for row in watch_page.view.rows] == before
    assert texts(watch_page)[0] == "Tasks"


@pytest.mark.parametrize(("task", "tab"), [(DAILY, "log"), (QUARTERLY, "accounts"), ("safety", "incidents")])
def test_a_task_leads_to_where_it_is_done(watch_page, task, tab):
    for section in watch_page.view.sections.values():
        if not section.is_open:
            section.fold_button.click()
    row = next(row for row in watch_page.view.rows if row.item.task.id == task)
    row.fold()
    row.details.place_button.click()
    assert watch_page.tab_row.tab == tab
