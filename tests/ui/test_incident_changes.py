"""An incident gets another name, kind or moment, turns out to be a leak, and ends: all by further notes."""

import pytest

from desktop.core.watch.incident_state import steps_left
from tests.ui.accessible import stumbles
from tests.ui.every_word import own_words, unmarked
from tests.ui.incident_pages import asked, clock_of, notes, rename, say, shown_view, state
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
    again = rename(view)
    again.save_button.click()
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
    dialog = asked(view)
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


def test_the_dialogs_by_keyboard_and_in_another_language(view, session, leak, marked):
    view.details.close_button.click()
    words = asked(view)
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
