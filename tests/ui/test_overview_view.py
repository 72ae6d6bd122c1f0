"""The overview: drawings and tables say the same, and follow what is kept."""

from datetime import date, timedelta

import pytest

from desktop.core.watch.checklist import tick_of
from desktop.core.watch.evidence import DONE, SKIPPED, AccessReview, Entry, Incident, MonthCount, Note
from desktop.core.watch.incident_state import TITLE
from desktop.core.watch.overview import task_counts
from desktop.ui.watch.overview.overview_view import OverviewView


@pytest.fixture
def watched(session, clock):
    """Three months of use, late now and then."""
    watch = session.watch
    end = clock.now
    watch.begin((end - timedelta(days=90)).date())
    for days in range(90, 0, -4):
        clock.now = end - timedelta(days=days)
        session.begin_day()
        for item in watch.items:
            if item.status in ("overdue", "today"):
                watch.tick(item, SKIPPED if days % 3 == 0 else DONE, on=session.today, by="Aminah", note="Closed")
        watch.add_entry(Entry(session.today, "facebook" if days % 8 else "tiktok", tone="bad" if days % 8 else "good"))
    clock.now = end
    session.begin_day()
    return session


@pytest.fixture
def view(watched, qtbot):
    made = OverviewView(watched)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(card) -> list[list[str]]:
    table = card.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]


def test_the_tables_hold_what_the_evidence_holds(view, watched):
    book, today = watched.watch.evidence, watched.today
    days = book.days(today - timedelta(days=371), today)
    assert len(rows(view.heat_card)) == len(days)
    assert sum(int(row[1]) for row in rows(view.heat_card)) == sum(count.done for count in days.values()) > 0
    months = book.months((today - timedelta(days=120)).replace(day=1), today)
    still_open = sum(map(len, watched.watch.open_days.values()))
    shown = rows(view.share_card)
    assert sum(int(row[1]) for row in shown) == sum(count.on_time for count in months.values())
    assert sum(int(row[3]) for row in shown) == sum(count.missed for count in months.values()) + still_open
    assert sum(int(row[4]) for row in shown) == sum(count.skipped for count in months.values()) > 0
    assert sum(int(row[3]) for row in rows(view.tone_card)) + sum(int(row[1]) for row in rows(view.tone_card)) == 23


def test_the_figures_of_every_month_are_those_of_its_report(view, watched):
    for month, row in ((date(2026, 12, 1), -2), (date(2027, 1, 1), -1)):
        count = sum(task_counts(watched.watch.records(month)).values(), MonthCount())
        figures = (count.on_time, count.late, count.missed, count.skipped)
        assert rows(view.share_card)[row][1:] == [*map(str, figures), f"{count.percent}%"]
    assert view.tiles[1].number_label.text() == f"{count.percent}%"
    assert view.tiles[1].words_label.text() == f"on time this month: {count.on_time} of {count.due}"
    assert watched.watch.open_days


def test_what_was_done_before_tasks_count_is_in_no_figure(view, watched):
    item = next(item for item in watched.watch.items if item.due is not None)
    before = watched.watch.began - timedelta(days=1)
    shown, days = rows(view.share_card), rows(view.heat_card)
    watched.file.evidence.add_tick(tick_of(item, DONE, on=before), item.task.title, now=watched.now)
    view.show_state()
    assert rows(view.share_card) == shown
    assert rows(view.heat_card) == days


def test_an_incident_goes_by_its_newest_name(view, watched, clock):
    kept = watched.watch.add_incident(Incident("other", clock.now, "Long words of a stranger"))
    watched.watch.add_note("incident", Note(kept.number, clock.now, step=TITLE, text="Angry crowd"))
    assert "Angry crowd" in view.incident_list.words_label.text()
    assert "stranger" not in view.incident_list.words_label.text()


def test_each_drawing_gives_way_to_its_table_and_back(view, qtbot):
    for card in (view.heat_card, view.share_card, view.tone_card, view.place_card):
        assert card.drawing.isVisible() and not card.table.isVisible()
        card.table_button.click()
        assert card.table.isVisible() and not card.drawing.isVisible()
        card.table_button.click()
        assert card.drawing.isVisible() and not card.table.isVisible()


def test_the_mouse_is_told_what_a_spot_means(view):
    view.share_bars.repaint()
    said = view.share_bars.spot_at(view.share_bars.width() - 5, 60)
    assert said.startswith("Jan 2027")
    assert "On time" in said
    assert view.share_bars.spot_at(-5, -5) == ""
    view.heat_map.repaint()
    assert any("done" in said for _spot, said in view.heat_map._spots)


def test_what_waits_is_listed_and_goes_when_it_is_seen_to(view, watched, clock):
    watch = watched.watch
    before = view.tiles[3].number_label.text()
    kept = watch.add_incident(Incident("other", clock.now, "Angry crowd"))
    assert "Angry crowd" in view.incident_list.words_label.text()
    assert view.tiles[2].number_label.text() == "1"
    watch.add_note("incident", Note(kept.number, clock.now, text="over", closes=True))
    assert view.tiles[2].number_label.text() == "0"
    account = next(iter(watched.answers.accounts.values()))
    watch.add_review(AccessReview(account.id, account.handle, watched.today))
    assert int(view.tiles[3].number_label.text()) == int(before) - 1


def test_it_leads_to_where_things_are_seen_to(view, qtbot):
    for button, tab in ((view.incident_list.button, "incidents"), (view.review_list.button, "accounts")):
        with qtbot.waitSignal(view.tab_wanted) as wanted:
            button.click()
        assert wanted.args == [tab]
    with qtbot.waitSignal(view.export_wanted) as wanted:
        view.report_button.click()
    assert wanted.args[0].documents == ("evidence-report",)


def test_every_drawing_says_in_words_what_it_shows(view):
    for drawing in (view.heat_map, view.share_bars, view.tone_bars, view.place_bars):
        assert drawing.accessibleName()


def test_the_language_changes_in_place(view, marked):
    marked()
    assert view.heat_card.heading_label.text().startswith("«")
    assert view.share_card.table.horizontalHeaderItem(0).text().startswith("«")
    assert view.tiles[0].words_label.text().startswith("«")


def test_an_empty_file_is_shown_without_figures(fresh, qtbot):
    view = OverviewView(fresh)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    qtbot.waitExposed(view)
    assert view.tiles[0].number_label.text() == "0"
    assert view.tiles[1].number_label.text() == "–"
    assert "No incident" in view.incident_list.words_label.text()
