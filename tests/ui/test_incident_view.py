"""Incidents: the clock, ticks and notes that are only ever added to, the end, and the ways on."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.core.watch.incident_state import state_of, steps_left
from desktop.ui.watch.incidents.incident_dialog import IncidentDialog
from desktop.ui.watch.incidents.incident_view import IncidentView
from desktop.ui.watch.incidents.name_dialog import NameDialog
from desktop.ui.watch.incidents.words_dialog import WordsDialog
from tests.ui.accessible import stumbles
from tests.ui.every_word import own_words, unmarked
from tests.ui.logged import held, log_entry, open_incident


@pytest.fixture
def view_of(qtbot):
    def show(session):
        view = IncidentView(session)
        qtbot.addWidget(view)
        view.resize(1000, 600)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.focus_first()
        return view

    return show


@pytest.fixture
def leak(session):
    return open_incident(session, entry=log_entry(session).entry)


@pytest.fixture
def view(session, leak, view_of):
    return view_of(session)


def notes(session, incident):
    return session.watch.evidence.notes("incident", incident.number)


def state(session, incident):
    return state_of(incident, notes(session, incident))


def say(view, words):
    """Write words into the dialog that asks for them, and save."""
    dialog = next(each for each in view.window().findChildren(WordsDialog) if each.isVisible())
    dialog.text_field.setPlainText(words)
    dialog.save_button.click()
    return dialog


def rename(view):
    """The dialog for another name or kind."""
    view.details.name_button.click()
    return next(each for each in view.window().findChildren(NameDialog) if each.isVisible())


def clock_of(view):
    return view.details.clock_line.words_label.text() if view.details.clock_line.isVisible() else ""


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


def test_closing_and_opening_again(view, session, leak):
    view.details.close_button.click()
    dialog = say(view, "  ")
    assert dialog.fault_label.isVisible()
    say(view, "Everybody was told")
    assert state(session, leak).closed.text == "Everybody was told"
    assert session.watch.evidence.is_closed("incident", leak.number)
    assert clock_of(view) == "", "nothing counts once it is over"
    assert view.details.about_label.text().startswith("Closed")
    view.details.close_button.click()
    say(view, "A further customer wrote")
    assert not session.watch.evidence.is_closed("incident", leak.number)
    assert clock_of(view) == "72 hours: 42 hours left"
    assert len(notes(session, leak)) == 2


def test_a_leak_that_is_found_out_later_and_one_that_was_none(session, view_of):
    threat = open_incident(session, "Threat", "threat", hours=1)
    view = view_of(session)
    assert clock_of(view) == ""
    view.details.leak_button.click()
    say(view, "He has our customer list")
    assert clock_of(view) == "72 hours: 71 hours left"
    view.details.leak_button.click()
    say(view, "It was an old price list")
    assert clock_of(view) == ""
    assert [note.text for note in notes(session, threat)] == ["He has our customer list", "It was an old price list"]


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


def test_what_is_open_is_said_before_it_is_closed_and_kept_with_the_closing_words(view, session, leak):
    row = next(iter(view.details.steps.rows.values()))
    row.tick.click()
    count = len(view.details.steps.rows) - 1
    view.details.close_button.click()
    dialog = say(view, "Everybody was told.")
    assert f"{count} steps are not ticked. The 72 hours" in dialog.said_label.text()
    closed = state(session, leak).closed
    assert closed.text == "Everybody was told."
    assert steps_left(closed) == tuple(view.details.steps.rows)[1:]
    told = view.details.notes_label.text()
    assert "Closed. Everybody was told. Not ticked when it was closed: Stop it" in told
    view.details.close_button.click()
    say(view, "Somebody else wrote")
    assert state(session, leak).closed is None
    assert set(state(session, leak).ticked) == {row.step.id}


def test_with_nothing_open_it_is_closed_without_a_word(session, view_of):
    incident = open_incident(session, "Old kind", "gone")
    view = view_of(session)
    view.details.close_button.click()
    dialog = say(view, "It is over.")
    assert not dialog.said_label.isVisibleTo(dialog)
    assert state(session, incident).closed.text == "It is over."
    assert view.details.notes_label.text().count("Closed. It is over.") == 1


def test_another_name_is_a_further_note_and_shown_everywhere(view, session, leak):
    dialog = rename(view)
    assert dialog.title_field.text() == leak.title
    dialog.title_field.clear()
    dialog.save_button.click()
    assert dialog.fault_label.isVisible()
    dialog.title_field.setText("Leak,  shop page")
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert len(notes(session, leak)) == 1
    assert state(session, leak).title == "Leak, shop page"
    assert session.watch.evidence.incidents()[0].title == leak.title, "nothing is changed"
    assert view.details.title_label.text() == "Leak, shop page"
    assert view.list.item(0).text().startswith("Leak, shop page\n")
    assert "New name: Leak, shop page" in view.details.notes_label.text()
    asked = rename(view)
    asked.save_button.click()
    assert len(notes(session, leak)) == 1, "nothing is another now"


def test_another_kind_brings_its_steps_and_leaves_the_ticks_of_the_old_one(session, view_of, soon_tired):
    threat = open_incident(session, "Threat", "threat", hours=1)
    view = view_of(session)
    view.details.steps.rows["owner"].tick.click()
    dialog = rename(view)
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData("leak"))
    with held(session):
        dialog.save_button.click()
    assert dialog.banner.text
    dialog.save_button.click()
    assert not dialog.isVisible()
    now = state(session, threat)
    assert (now.kind, now.is_leak, now.title) == ("leak", True, "Threat")
    assert "leak:commissioner" in view.details.steps.rows
    assert "owner" not in view.details.steps.rows
    assert not view.details.steps.leak_section.isVisible(), "they are the steps of the kind itself"
    told = view.details.notes_label.text()
    assert "Another kind: Leak of personal data" in told
    assert "Done: Tell Aminah Yusof" in told
    assert "Leak of personal data" in view.details.about_label.text()
    assert "Leak of personal data" in view.list.item(0).text()
    dialog = rename(view)
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData("threat"))
    dialog.save_button.click()
    assert view.details.steps.rows["owner"].tick.isChecked()


def test_the_entry_is_settled_with_its_incident(view, session, leak):
    view.details.close_button.click()
    say(view, "Everybody was told.")
    entry = session.watch.evidence.entry(leak.entry)
    assert (entry.outcome, entry.done, entry.incident) == ("Everybody was told.", session.today, leak.number)
    view.details.close_button.click()
    say(view, "It goes on")
    view.details.close_button.click()
    dialog = say(view, "Over now")
    assert not dialog.beside_tick.isVisibleTo(dialog), "it is settled"
    assert session.watch.evidence.entry(leak.entry).outcome == "Everybody was told."


def test_the_entry_stays_open_where_that_is_wanted(view, session, leak):
    view.details.close_button.click()
    dialog = next(each for each in view.window().findChildren(WordsDialog) if each.isVisible())
    dialog.beside_tick.click()
    say(view, "Everybody was told.")
    assert session.watch.evidence.entry(leak.entry).is_open


def test_leaked_data_brings_its_steps_beside_those_of_the_kind(session, view_of):
    threat = open_incident(session, "Threat", "threat", hours=1)
    view = view_of(session)
    steps = view.details.steps
    assert not steps.leak_section.isVisible()
    own = set(steps.rows)
    view.details.leak_button.click()
    say(view, "He has our customer list")
    assert steps.leak_section.isVisible()
    assert own < set(steps.rows)
    row = steps.rows["leak:commissioner"]
    assert "within 72 hours" in row.tick.text()
    row.tick.click()
    assert "leak:commissioner" in state(session, threat).ticked
    assert "Done: A serious leak?" in view.details.notes_label.text()
    view.details.leak_button.click()
    say(view, "It was an old price list")
    assert set(steps.rows) == own | {"leak:commissioner"}, "what was done stays in sight"


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


def test_the_dialogs_by_keyboard_and_in_another_language(view, session, leak, marked):
    view.details.close_button.click()
    words = next(each for each in view.window().findChildren(WordsDialog) if each.isVisible())
    assert stumbles(words) == []
    marked()
    assert unmarked(words, own_words(session.library, session.answers) | {"2027", "Wednesday", "January"}) == []
    words.reject()
    dialog = rename(view)
    assert stumbles(dialog) == []
    assert unmarked(dialog, own_words(session.library, session.answers) | {leak.title}) == []
    dialog.reject()


def test_another_moment_moves_the_hours(view, session, leak):
    dialog = rename(view)
    assert dialog.known.moment == leak.opened
    dialog.known.time_field.setText("25:00")
    dialog.save_button.click()
    assert dialog.known.fault_label.isVisible()
    dialog.known.time_field.setText("16:00")
    dialog.save_button.click()
    assert clock_of(view) == "72 hours: 52 hours left"
    assert "72 hours: 52 hours left" in view.list.item(0).text()
    assert "Known since: Yesterday, 16:00" in view.details.about_label.text()
    assert "Known since: Yesterday, 16:00" in view.details.notes_label.text()


def test_a_note_that_is_typed_is_kept_before_the_incident_is_closed(view, session, leak):
    view.details.note_field.setPlainText("Police report 1234")
    view.details.close_button.click()
    say(view, "Over")
    assert [note.text for note in notes(session, leak)] == ["Police report 1234", "Over"]
    assert view.details.note_field.toPlainText() == ""
