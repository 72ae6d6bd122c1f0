"""The page of clauses: leave out, put in, choose a wording."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from desktop import business_files
from desktop.core.library import Clause
from desktop.store.business_file import BusinessFile
from desktop.ui.clauses.clause_states import Mark
from desktop.ui.session import Session
from tests.ui.clause_pages import first, is_free, look_for, said, states


def decide(page, qtbot, reason=""):
    qtbot.mouseClick(page.details.decision.decide_button, Qt.MouseButton.LeftButton)
    dialog = page.details.decision.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.reason_field.hasFocus()
    qtbot.keyClicks(dialog.reason_field, reason)
    qtbot.keyClick(dialog.reason_field, Qt.Key.Key_Return)


def test_leaving_out_keeps_the_reason_and_can_be_taken_back(session, clause_page, qtbot):
    clause_id = first(session, lambda s: s.is_in and is_free(s))
    clause_page.show_clause(clause_id)
    decide(clause_page, qtbot, "We have no such thing")
    assert session.answers.choices[clause_id].included is False
    assert session.answers.choices[clause_id].reason == "We have no such thing"
    assert "We have no such thing" in said(clause_page)
    assert "Left out by you" in clause_page.rows.text_of(clause_id)
    assert clause_page.details.decision.decide_button.text() == "Put in"
    qtbot.mouseClick(clause_page.details.decision.back_button, Qt.MouseButton.LeftButton)
    assert session.clauses.choice(clause_id).included is None
    assert "Left out" not in clause_page.rows.text_of(clause_id)
    assert clause_page.clause_id == clause_id


def test_putting_in_and_out_again_asks_no_second_reason(session, clause_page, qtbot):
    clause_id = first(session, lambda s: s.marks == (Mark.OUT,))
    clause_page.show_clause(clause_id)
    assert "bring it in when" in said(clause_page)
    decide(clause_page, qtbot)
    assert states(session)[clause_id].marks[0] is Mark.PUT_IN
    assert "you put it in" in said(clause_page)
    assert any(clause.id == clause_id and clause.added for clause in session.document.left.clauses)
    qtbot.mouseClick(clause_page.details.decision.decide_button, Qt.MouseButton.LeftButton)
    assert clause_page.details.decision.dialog is None
    assert clause_id not in session.answers.choices


def test_a_dialog_that_is_left_decides_nothing(session, clause_page, qtbot):
    clause_id = first(session, lambda s: s.is_in and is_free(s))
    clause_page.show_clause(clause_id)
    qtbot.mouseClick(clause_page.details.decision.decide_button, Qt.MouseButton.LeftButton)
    dialog = clause_page.details.decision.dialog
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert clause_id not in session.answers.choices
    assert clause_page.details.decision.dialog is None


def test_leaving_out_says_what_builds_on_it(session, clause_page, qtbot):
    needed = first(session, lambda s: any(s.clause.id in o.clause.needs for o in states(session).values() if o.is_in))
    clause_page.show_clause(needed)
    if session.library.clause[needed].locked:
        pytest.skip("the only such clause is locked")
    qtbot.mouseClick(clause_page.details.decision.decide_button, Qt.MouseButton.LeftButton)
    assert "build on it" in clause_page.details.decision.dialog.beside_label.text()
    clause_page.details.decision.dialog.reject()


def test_locked_clauses_can_only_be_read(session, clause_page):
    clause_page.show_clause(first(session, lambda s: s.clause.locked))
    decision, wording = clause_page.details.decision, clause_page.details.wording
    assert not decision.decide_button.isEnabled()
    assert "locked" in decision.decide_button.toolTip()
    assert "guards the rights" in said(clause_page)
    assert not wording.edit_button.isEnabled()
    assert wording.note_label.isVisible()


def test_another_wording_takes_effect_at_once(session, clause_page):
    clause_id = first(session, lambda s: s.is_in and is_free(s) and {"open", "strict"} <= s.clause.variants.keys())
    clause_page.show_clause(clause_id)
    box = clause_page.details.wording.wording_box
    assert "Fits your answers: " in box.currentText()
    assert box.findText("The usual wording") < 0
    fitting = box.currentData()
    other = next(name for name in ("strict", "open") if name != fitting)
    box.setCurrentIndex(box.findData(other))
    posture = session.library.question["posture"]
    assert box.currentText() == posture.choice(other).label["en"]
    box.activated.emit(box.currentIndex())
    assert states(session)[clause_id].wording.variant == other
    assert Mark.OTHER_WORDING in states(session)[clause_id].marks
    box.setCurrentIndex(box.findData(fitting))
    box.activated.emit(box.currentIndex())
    assert session.clauses.choice(clause_id).variant == ""


def test_a_wording_for_one_answer_is_called_by_that_answer_first(session, clause_page):
    clause = next(
        clause
        for clause in session.library.clauses
        if any(variant.when == "shows_customers == 'never'" for variant in clause.variants.values())
    )
    clause_page.show_clause(clause.id)
    box = clause_page.details.wording.wording_box
    question = session.library.question["shows_customers"]
    words = f"“{question.choice('never').label['en']}” as the answer to “{question.prompt['en']}”"
    assert box.findText(words) >= 0 or box.findText(f"Fits your answers: {words}") >= 0


def test_the_owners_wording_holds_back_the_others_until_it_is_restored(session, clause_page):
    clause_id = first(session, lambda s: s.is_in and is_free(s) and s.clause.variants)
    clause_page.show_clause(clause_id)
    wording = clause_page.details.wording
    now = states(session)[clause_id].wording
    session.clauses.edit(clause_id, now.title, {**now.body, "en": "We keep it simple at {business_name}, xylophone."})
    assert not wording.wording_box.isEnabled()
    assert "Restore the original" in wording.note_label.text()
    assert "xylophone" in wording.text_label.text()
    assert wording.look_panel.isVisible()
    assert "Look at the other language" in clause_page.rows.text_of(clause_id)
    wording.looked_button.click()
    assert not wording.look_panel.isVisible()
    look_for(clause_page, "xylophone")
    assert clause_page.rows.clause_ids == (clause_id,)
    wording.restore_button.click()
    assert wording.wording_box.isEnabled()
    assert not wording.restore_button.isVisible()
    assert clause_page.rows.clause_ids == ()  # the search knows the words that stand


def test_an_own_clause_is_found_read_and_removed(session, clause_page):
    own = session.clauses.write("taboo", {"ms": "Burung kakak tua"}, {"ms": "Jangan siarkan gambar kakak tua kami."})
    look_for(clause_page, "kakak tua")
    assert clause_page.rows.clause_ids[0] == own
    clause_page.show_clause(own)
    assert "Your own" in clause_page.rows.text_of(own)
    assert not clause_page.details.decision.decide_button.isVisible()
    clause_page.details.decision.remove_button.click()
    assert own not in session.answers.own
    assert clause_page.clause_id in states(session)
    session.undo()
    clause_page.show_clause(own)
    assert clause_page.clause_id == own


def test_a_file_to_look_at_offers_nothing_to_change(session, library, clock, clause_page_of):
    path = session.file.path
    session.close()
    opened = Session(library, BusinessFile.open(path, now=clock(), writable=False), clock)
    page = clause_page_of(opened)
    page.show_clause(first(opened, lambda s: is_free(s) and s.clause.variants))
    details = page.details
    for control in (details.decision.decide_button, details.wording.edit_button, details.wording.wording_box):
        assert not control.isEnabled()
    assert not page.new_button.isEnabled()
    assert "only to look at" in details.wording.note_label.text()
    opened.close()


def test_a_new_clause_of_the_library_waits_for_the_owner(library, clock, tmp_path, clause_page_of):
    sample = next(sample for sample in library.samples if sample.id == "bakery")
    file = business_files.open_sample(sample, tmp_path, library, clock())
    Session(library, file, clock)  # the file agrees to what there is
    new = Clause("taboo.parrots", "taboo", {"ms": "Kakak tua", "en": "Parrots"}, {"ms": "w", "en": "w"},
                 {"ms": "Biarkan.", "en": "Leave them."}, detail="short")  # fmt: skip
    session = Session(replace(library, clauses=(*library.clauses, new)), file, clock)
    page = clause_page_of(session)
    assert "one changed clause" in page.banner.text
    page.show_clause(new.id)
    assert "New in the library" in said(page)
    session.clauses.agree(session.clauses.updates[0])
    assert page.banner.text == ""
    assert states(session)[new.id].is_in
    session.close()
