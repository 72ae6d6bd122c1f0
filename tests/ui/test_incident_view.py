"""Incidents: the clock, ticks and notes that are only ever added to, and the ways on."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.ui.watch.incidents.incident_dialog import IncidentDialog
from tests.ui.accessible import stumbles
from tests.ui.every_word import own_words, unmarked
from tests.ui.incident_pages import clock_of, notes, say, shown_view, state
from tests.ui.logged import held, log_entry, open_incident


@pytest.fixture
def view_of(qtbot):
    return lambda session: shown_view(session, qtbot)


@pytest.fixture
def leak(session):
    return open_incident(session, entry=log_entry(session).entry)


@pytest.fixture
def view(session, leak, view_of):
    return view_of(session)


def test_no_incident_yet_and_a_first_one(session, view_of):
    view = view_of(session)
    assert view.empty_text.isVisible()
    assert view.new_button.hasFocus()
    view.new_button.click()
    (dialog,) = view.window().findChildren(IncidentDialog)
    assert dialog.form.title_field.text() == dialog.form.kind_box.currentText()
    dialog.form.title_field.clear()
    dialog.open_button.click()
    assert dialog.form.fault_label.isVisible(), "it wants a name"
    dialog.form.title_field.setText("Letter from a lawyer")
    dialog.open_button.click()
    assert view.details.title_label.text() == "Letter from a lawyer"
    assert not view.details.entry_button.isVisible()
    (incident,) = session.watch.evidence.incidents()
    assert incident.opened == session.now
    assert incident.entry == 0


def test_the_72_hours_in_words(view, clock, session):
    assert clock_of(view) == "72 hours: 42 hours left"
    assert "72 hours: 42 hours left" in view.list.item(0).text()
    clock.now += timedelta(hours=41, minutes=30)
    view.tell_time()
    assert clock_of(view) == "72 hours: less than one hour left"
    clock.now += timedelta(hours=3)
    view.tell_time()
    assert clock_of(view) == "72 hours are over since 2 hours"
    assert "since 2 hours" in view.list.item(0).text()


def test_outside_malaysia_no_hours_of_its_law_count(session, leak, view_of):
    session.answer("state", "outside_malaysia")
    assert clock_of(view_of(session)) == ""


def test_steps_are_ticked_and_taken_back_by_further_notes(view, session, leak, clock):
    view.details.who_line.box.setCurrentText("Siti")
    row = next(iter(view.details.steps.rows.values()))
    row.tick.click()
    note = state(session, leak).ticked[row.step.id]
    assert (note.by, note.on) == ("Siti", session.now)
    assert "Done: Today, 12:00, Siti" in row.done_label.text()
    row.tick.click()
    assert state(session, leak).ticked == {}
    assert not row.tick.isChecked()
    assert [each.corrects for each in notes(session, leak)] == [0, note.number]
    assert "(no longer counts)" in view.details.notes_label.text()


def test_what_is_kept_has_a_file_name(view, session, leak, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "skrin.png"), ""))
    row = next(row for row in view.details.steps.rows.values() if row.file_button.isVisible())
    row.file_button.click()
    assert state(session, leak).ticked[row.step.id].file == "skrin.png"
    assert row.tick.isChecked()
    assert "File: skrin.png" in row.done_label.text()


def test_free_notes(view, session, leak):
    assert not view.details.note_button.isEnabled()
    view.details.note_field.setPlainText("Rang the bank")
    view.details.note_button.click()
    assert [note.text for note in notes(session, leak)] == ["Rang the bank"]
    assert view.details.note_field.toPlainText() == ""
    assert "Rang the bank" in view.details.notes_label.text()


def test_typed_words_stay_with_their_incident_and_are_kept_in_the_end(view, session, leak):
    other = open_incident(session, "Threat", "threat", hours=1)
    view.details.note_field.setPlainText("Half a note")
    view.show_incident(other.number)
    assert view.details.note_field.toPlainText() == ""
    view.show_incident(leak.number)
    assert view.details.note_field.toPlainText() == "Half a note"
    view.flush()
    view.flush()
    assert [note.text for note in notes(session, leak)] == ["Half a note"]
    assert view.details.note_field.toPlainText() == ""


def test_a_file_that_refuses_loses_nothing(soon_tired, view, session, leak):
    with held(session):
        view.details.note_field.setPlainText("Rang the bank")
        view.details.note_button.click()
        row = next(iter(view.details.steps.rows.values()))
        row.tick.click()
        view.details.close_button.click()
        dialog = say(view, "All over")
    assert view.details.note_field.toPlainText() == "Rang the bank"
    assert not row.tick.isChecked()
    assert dialog.isVisible()
    assert dialog.banner.text
    assert dialog.text_field.toPlainText() == "All over"
    dialog.save_button.click()
    assert [note.text for note in notes(session, leak)] == ["Rang the bank", "All over"]


def test_open_ones_first_and_those_whose_hours_count_before_others(session, leak, view_of):
    open_incident(session, "Threat", "threat", hours=1)
    view = view_of(session)
    titles = [view.list.item(row).text().split("\n")[0] for row in range(view.list.count())]
    assert titles == ["List sent to the wrong group", "Threat"]
    view.details.close_button.click()
    say(view, "Over")
    titles = [view.list.item(row).text().split("\n")[0] for row in range(view.list.count())]
    assert titles == ["Threat", "List sent to the wrong group"]
    assert view.details.incident == leak, "the one that was read stays in sight"


def test_a_report_and_the_entry_it_began_with(view, session, leak, qtbot):
    with qtbot.waitSignal(view.export_wanted) as signal:
        view.details.report_button.click()
    (wish,) = signal.args
    assert wish.documents == ("incident-report",)
    assert wish.records.incidents[0] == leak
    with qtbot.waitSignal(view.entry_wanted) as signal:
        view.details.entry_button.click()
    assert signal.args == [leak.entry]


def test_a_kind_this_version_does_not_have_is_shown_all_the_same(session, view_of):
    open_incident(session, "Old kind", "gone")
    view = view_of(session)
    assert view.details.title_label.text() == "Old kind"
    assert "gone" in view.details.about_label.text()
    assert view.details.steps.rows == {}


def test_by_keyboard_and_screen_reader(view):
    view.details.note_field.setPlainText("x")
    assert stumbles(view) == []


def test_another_language_changes_every_word(view, session, leak, marked):
    next(iter(view.details.steps.rows.values())).tick.click()
    marked()
    people = {person.name for person in session.answers.people.values()}
    own = own_words(session.library, session.answers) | people | {leak.title, "January 2027", "Sunday"}
    found = [words for words in unmarked(view, own) if "Aminah" not in words]
    assert found == []


def test_other_answers_bring_other_steps(view, session):
    before = set(view.details.steps.rows)
    view.details.note_field.setPlainText("Half a note")
    session.answer("state", "outside_malaysia")
    assert clock_of(view) == ""
    assert "left" not in view.list.item(0).text()
    assert set(view.details.steps.rows) != before
    assert view.details.note_field.toPlainText() == "Half a note"


def test_a_tick_moves_no_row(view, qtbot):
    QApplication.processEvents()  # words find their lines
    rows = list(view.details.steps.rows.values())

    def places():
        return [row.mapTo(view, row.tick.pos()).y() for row in rows]

    before = places()
    rows[0].tick.click()
    rows[-1].tick.click()
    assert rows[0].done_label.text().startswith("Done: ")
    qtbot.waitUntil(lambda: places() == before)


def test_the_one_who_is_told_of_incidents_is_proposed_and_nobody_is_asked_about_once(session, leak, view_of):
    session.watch.be("")
    session.answer("incident_contact", next(iter(session.answers.people)))
    name = session.answers.people[next(iter(session.answers.people))].name
    view = view_of(session)
    assert view.details.who_line.name == name
    view.details.who_line.box.setCurrentText("")
    row = next(iter(view.details.steps.rows.values()))
    row.tick.click()
    assert not row.tick.isChecked()
    assert view.details.who_line.fault_label.isVisible()
    assert view.details.who_line.box.hasFocus()
    row.tick.click()
    assert row.tick.isChecked()
    assert not view.details.who_line.fault_label.isVisible()
