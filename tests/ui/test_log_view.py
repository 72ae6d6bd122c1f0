"""The log: what is shown of it, finding, changing, and what is done with it as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from desktop.ui.watch.incidents.incident_dialog import IncidentDialog
from desktop.ui.watch.log.entry_dialog import DONE, POST, WALK, EntryDialog
from desktop.ui.watch.log.log_view import LogView
from tests.ui.accessible import stumbles
from tests.ui.every_word import own_words, unmarked
from tests.ui.logged import DRY, SEDAP, further, log_entry, open_incident


@pytest.fixture
def view_of(qtbot):
    def show(session):
        view = LogView(session)
        qtbot.addWidget(view)
        view.resize(1000, 600)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.focus_first()
        return view

    return show


@pytest.fixture
def logged(session):
    """Three entries: the newest is unfriendly and open."""
    log_entry(session, "Kek kering", ago=40, where="google_reviews", outcome="Put right", tone="bad")
    log_entry(session, SEDAP, ago=3, tone="good", writer="customer")
    log_entry(session, DRY, ago=1, where="instagram", tone="bad", about=("product",))
    return session


@pytest.fixture
def view(logged, view_of):
    return view_of(logged)


def texts(view):
    return [view.rows.text_of(row) for row in range(view.rows.count)]


def dialog_of(view, kind):
    (dialog,) = view.window().findChildren(kind)
    return dialog


def press(box, words):
    next(button for button in box.findChildren(QPushButton) if button.text().replace("&", "") == words).click()


def box_of(view):
    """The question that is open; those that were answered are only waiting to be deleted."""
    return next(box for box in view.findChildren(QMessageBox) if box.isVisible())


def test_an_empty_log_says_what_it_is_for(session, view_of):
    view = view_of(session)
    assert view.empty_text.isVisible()
    assert view.new_button.hasFocus()
    assert not view.rows.isVisible()
    view.new_button.click()
    dialog = dialog_of(view, EntryDialog)
    dialog.post_form.text_field.setPlainText(DRY)
    dialog.save_button.click()
    assert not view.empty_text.isVisible()
    assert view.details.text_label.text() == DRY
    assert "stays open" in view.banner.text


def test_entries_newest_first_in_words(view):
    first, second, third = texts(view)
    assert first == f"{DRY}, 3 January 2027 · Instagram · Not known, Unfriendly, Not settled yet"
    assert "Friendly, Not settled yet" in second
    assert "Settled" in third
    assert view.count_label.text() == "3 entries"
    assert view.details.text_label.text() == DRY
    assert view.details.state_label.text() == "Unfriendly · Not settled yet"


def test_finding_and_narrowing(view, qtbot):
    qtbot.keyClicks(view.filter_line.find_field, "sedap")
    assert [text[: len(SEDAP)] for text in texts(view)] == [SEDAP]
    assert view.details.text_label.text() == SEDAP
    qtbot.keyClicks(view.filter_line.find_field, "zzz")
    assert view.nothing_label.isVisible()
    qtbot.keyClick(view.filter_line.find_field, Qt.Key.Key_Escape)
    assert view.rows.count == 3
    for box, code, count in (("state_box", "settled", 1), ("tone_box", "bad", 1), ("place_box", "instagram", 0)):
        chosen = getattr(view.filter_line, box)
        qtbot.waitUntil(lambda chosen=chosen, code=code: chosen.findData(code) >= 0)
        chosen.setCurrentIndex(chosen.findData(code))
        chosen.activated.emit(chosen.currentIndex())
        assert view.rows.count == count


def test_the_pane_shows_everything_and_what_was_changed(logged, view_of):
    entry = log_entry(
        logged,
        "Lihat ini",
        link="https://x.my/1",
        file="a.png",
        reply="Maaf, Mei.",
        action="Replied",
        by="Siti",
        path=(("safety", "no"), ("gone", "yes"), ("stop", "")),
        truth="mixed",
    )
    further(logged, entry, outcome="Put right")
    view = view_of(logged)
    told = view.details.facts_label.text()
    for part in ("https://x.my/1", "a.png", "Maaf, Mei.", "Replied", "Siti", "Partly true", "Put right"):
        assert part in told
    assert "Is it a matter of safety or of the law? No" in told
    assert "(a question of an earlier chart) Yes" in told
    history = view.details.history_label.text()
    assert "How it ended: – → Put right" in history
    assert "Open or settled: Not settled yet → Settled" in history
    assert not view.details.settle_button.isVisible()


def test_settling(view, logged):
    view.details.settle_button.click()
    dialog = dialog_of(view, EntryDialog)
    assert dialog.step == DONE
    dialog.done_form.outcome_box.setCurrentText("Put right")
    dialog.save_button.click()
    assert view.details.state_label.text() == "Unfriendly · Settled"
    assert logged.watch.evidence.entry_count(state="open") == 1


def test_going_on_begins_where_it_was_left(logged, view_of):
    path = (("safety", "no"), ("about", "yes"), ("fair", "yes"), ("apologise", ""))
    entry = log_entry(logged, "Lambat", path=path)
    view = view_of(logged)
    for words, step in (("Go on with it…", DONE), ("Change…", POST)):
        assert view.details.change_button.text().replace("&", "") == words
        view.details.change_button.click()
        dialog = next(each for each in view.findChildren(EntryDialog) if each.isVisible())
        assert dialog.step == step
        dialog.reject()
        further(logged, entry, outcome="Put right")
    view.show_entry(logged.watch.evidence.entries("dry")[0].entry)
    view.details.change_button.click()
    assert next(each for each in view.findChildren(EntryDialog) if each.isVisible()).step == WALK


def test_opening_an_incident_for_an_entry(view, logged, qtbot):
    view.details.incident_button.click()
    dialog = dialog_of(view, IncidentDialog)
    assert dialog.form.title_field.text() == "Threat or self-harm, Instagram", "never the words of the post"
    with qtbot.waitSignal(view.incident_wanted) as signal:
        dialog.open_button.click()
    (incident,) = logged.watch.evidence.incidents()
    entry = view.details.entry
    assert signal.args == [incident.number]
    assert (incident.entry, entry.incident) == (entry.entry, incident.number)
    with qtbot.waitSignal(view.incident_wanted) as signal:
        view.details.incident_button.click()
    assert signal.args == [incident.number]


def test_showing_an_entry_that_is_filtered_away(view, logged):
    settled = logged.watch.evidence.entries(state="settled")[0]
    view.filter_line.find_field.setText("sedap")
    view.show_entry(settled.entry)
    assert view.filter_line.find_field.text() == ""
    assert view.rows.chosen == settled.entry
    assert view.details.entry == settled


def test_saving_as_a_table(view, logged, tmp_path, monkeypatch):
    target = tmp_path / "log"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    view.csv_button.click()
    written = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert DRY in written
    assert str(tmp_path / "log.csv") in view.banner.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "gone" / "log.csv"), ""))
    view.csv_button.click()
    assert "cannot be reached" in view.banner.text


def test_clearing_asks_and_keeps_only_the_number(view, logged, clock):
    view.clear_button.click()
    assert "no settled entry is older than 24 months" in view.banner.text
    clock.now = clock.now.replace(year=2029, month=2)
    log_entry(logged, "Baharu", outcome="Put right")
    tied = log_entry(logged, "Ugutan", ago=900, outcome="Put right", done=clock.now.date().replace(year=2026, month=12))
    open_incident(logged, entry=tied.entry)
    view.clear_button.click()
    box = box_of(view)
    assert box.text().startswith("One settled entry ended before")
    assert "24 months" in box.informativeText()
    press(box, "Keep them")
    assert logged.watch.evidence.cleared() == ()
    view.clear_button.click()
    press(box_of(view), "Clear them")
    assert [cleared.count for cleared in logged.watch.evidence.cleared()] == [1]
    left = [entry.text for entry in logged.watch.evidence.entries()]
    assert "Kek kering" not in left
    assert {"Baharu", "Ugutan", SEDAP, DRY} == set(left)
    assert view.banner.text == "One old entry is cleared."


def test_a_file_that_is_only_looked_at(logged, view_of, monkeypatch):
    monkeypatch.setattr(type(logged), "read_only", True)
    view = view_of(logged)
    for button in (view.new_button, view.clear_button, view.details.change_button, view.details.settle_button):
        assert not button.isEnabled()
    assert view.csv_button.isEnabled()


def test_by_keyboard_and_screen_reader(view):
    assert stumbles(view) == []


def test_another_language_changes_every_word(view, logged, marked):
    marked()
    own = own_words(logged.library, logged.answers) | {SEDAP, DRY, "Kek kering", "January 2027", "November 2026"}
    assert unmarked(view, own) == []


def test_an_entry_far_down_is_found_and_stays_in_sight(session, view_of):
    many = 130
    for number in range(many):
        log_entry(session, f"{DRY} {number}", ago=number // 10)
    view = view_of(session)
    assert view.rows.count == many
    oldest = session.watch.evidence.entries(limit=1, skip=many - 1)[0]
    view.show_entry(oldest.entry)
    assert view.rows.chosen == oldest.entry
    assert view.rows.currentIndex().row() == many - 1
    further(session, oldest, outcome="Put right")
    assert view.rows.chosen == oldest.entry, "a change does not lead away"
    assert view.details.state_label.text().endswith("Settled")
    view.filter_line.find_field.setText("nobody 129")
    assert view.rows.count == 1
