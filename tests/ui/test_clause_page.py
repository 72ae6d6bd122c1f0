"""The page of clauses: browse, search, filter, read."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.reference import LawStatus
from desktop.ui.clauses.clause_model import Heading
from desktop.ui.clauses.clause_states import Mark, Show, Wish
from tests.ui.clause_pages import first, is_free, look_for, said, states
from tests.ui.every_word import own_words, unmarked


def test_every_clause_stands_below_its_step_in_and_out(session, clause_page):
    assert clause_page.rows.clause_ids == tuple(states(session))
    headings = [row for row in clause_page.rows.rows.rows if isinstance(row, Heading)]
    assert [heading.step.id for heading in headings] == [step.id for step in session.library.steps]
    assert sum(heading.count for heading in headings) == len(clause_page.rows.clause_ids)
    assert sum(heading.count_in for heading in headings) == len(session.document.left.clauses)
    chosen = session.document.left.clauses[3]
    assert clause_page.rows.text_of(chosen.id).startswith(f"{chosen.number}, ")
    assert "In the policy" in clause_page.rows.text_of(chosen.id)


def test_the_first_clause_is_read_and_arrow_keys_read_on_over_headings(clause_page, qtbot):
    ids = clause_page.rows.clause_ids
    assert clause_page.clause_id == ids[0]
    clause_page.rows.setFocus()
    for wanted in ids[1:12]:
        qtbot.keyClick(clause_page.rows, Qt.Key.Key_Down)
        assert clause_page.clause_id == wanted


def test_search_as_you_type_in_both_languages_at_once(session, clause_page, qtbot):
    field = clause_page.filter_line.search_field
    clause_page.focus_first()
    qtbot.keyClicks(field, "password")
    english = clause_page.rows.clause_ids
    assert english
    field.selectAll()
    qtbot.keyClicks(field, "kata laluan")
    assert set(english) & set(clause_page.rows.clause_ids)
    assert "found" in str(clause_page.rows.rows.index(0).data()).lower()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert clause_page.rows.hasFocus()
    assert clause_page.clause_id == clause_page.rows.clause_ids[0]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(clause_page.rows.clause_ids) == len(states(session))


def test_what_fits_best_is_at_the_top_and_the_chosen_clause_is_in_sight_again_afterwards(clause_page):
    rows, chosen = clause_page.rows, clause_page.rows.clause_ids[60]
    clause_page.show_clause(chosen)
    assert rows.verticalScrollBar().value() > 0
    look_for(clause_page, "s")
    assert rows.verticalScrollBar().maximum() > 0
    assert rows.verticalScrollBar().value() == 0
    look_for(clause_page, "")
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    assert rows.currentIndex().row() == rows.rows.place(chosen)


def test_a_search_without_a_find_says_so(clause_page):
    look_for(clause_page, "zzzzqqq")
    assert clause_page.nothing_label.isVisible()
    assert clause_page.rows.clause_ids == ()
    look_for(clause_page, "")
    assert not clause_page.nothing_label.isVisible()


@pytest.mark.parametrize("show", list(Show))
def test_filters_by_what_stands(session, clause_page, show):
    session.clauses.include(first(session, lambda s: s.is_in and is_free(s)), included=False)
    session.clauses.include(first(session, lambda s: s.marks == (Mark.OUT,)), included=True)
    look_for(clause_page, show=show)
    wish = Wish(show=show)
    expected = tuple(state.clause.id for state in states(session).values() if state.fits(wish))
    assert clause_page.rows.clause_ids == expected != ()


def test_filters_by_law_and_step(session, clause_page):
    law = next(law for law in session.library.laws if law.id == "pdpa-2010")
    look_for(clause_page, law=law.id)
    assert clause_page.rows.clause_ids
    for clause_id in clause_page.rows.clause_ids:
        assert any(ref.startswith("pdpa-2010") for ref in session.library.clause[clause_id].laws)
    everywhere = len(clause_page.rows.clause_ids)
    look_for(clause_page, law=law.id, step="confidentiality")
    assert 0 < len(clause_page.rows.clause_ids) < everywhere


def test_the_wording_is_shown_with_the_answers_in_either_language_or_both(session, clause_page):
    name = session.answers.values["business_name"]
    clause_id = first(session, lambda s: "{business_name}" in s.wording.body["en"])
    clause_page.show_clause(clause_id)
    clause = session.library.clause[clause_id]
    wording = clause_page.details.wording
    for form, titles in (("ms", ["ms"]), ("en", ["en"]), ("both", ["ms", "en"])):
        wording.language_buttons[form].click()
        text = wording.text_label.text()
        assert name in text
        assert [code for code in ("ms", "en") if f"{clause.title[code]}</h3>" in text] == titles


def test_a_clause_that_is_out_can_be_read_too(session, clause_page):
    clause_id = first(session, lambda s: not s.is_in)
    clause_page.show_clause(clause_id)
    clause_page.details.wording.language_buttons["en"].click()
    assert session.library.clause[clause_id].title["en"] in clause_page.details.wording.text_label.text()


def test_a_reason_leads_to_its_question_and_a_condition_too(session, clause_page, qtbot):
    clause_page.show_clause(first(session, lambda s: "posture" in s.because and s.marks == (Mark.IN,)))
    assert 'href="question:posture"' in said(clause_page)
    with qtbot.waitSignal(clause_page.question_wanted) as wanted:
        clause_page.details.decision.state_label.linkActivated.emit("question:posture")
    assert wanted.args == ["posture"]


def test_the_law_is_told_with_its_status_and_age(session, clause_page):
    law = next(law for law in session.library.laws if law.in_force and law.status is LawStatus.IN_FORCE)
    clause_page.show_clause(first(session, lambda s: law.id in s.laws))
    told = clause_page.details.laws_label.text()
    assert law.title["en"] in told
    assert "In force since" in told
    assert "Evidence as at September 2026" in told


def test_example_why_and_neighbours_are_told(session, clause_page, qtbot):
    clause_page.show_clause(first(session, lambda s: s.wording.example and s.clause.needs))
    clause = session.library.clause[clause_page.clause_id]
    assert clause_page.details.why_label.text() == clause.why["en"]
    assert clause_page.details.example.fine_label.text() == states(session)[clause.id].wording.example.fine["en"]
    target = clause.needs[0]
    assert f'href="clause:{target}"' in clause_page.details.neighbours_label.text()
    clause_page.details.neighbours_label.linkActivated.emit(f"clause:{target}")
    assert clause_page.clause_id == target


def test_answers_from_elsewhere_show_at_once_and_when_it_is_next_seen(session, clause_page):
    clause_id = first(session, lambda s: "uses_influencers" in s.because or "uses_influencers" in s.clause.when)
    clause_page.show_clause(clause_id)
    before = said(clause_page)
    session.answer("uses_influencers", not session.facts.values["uses_influencers"])
    assert said(clause_page) != before
    clause_page.hide()
    session.undo()
    clause_page.show()
    assert said(clause_page) == before


def test_every_word_changes_with_the_language(session, library, clause_page, marked):
    edited = first(session, lambda s: s.is_in and is_free(s) and s.clause.laws and s.clause.variants)
    left_out = first(session, lambda s: s.is_in and is_free(s) and s.clause.id != edited)
    now = states(session)[edited].wording
    session.clauses.edit(edited, now.title, {**now.body, "en": "We keep it simple."})
    session.clauses.include(left_out, False, "Not for us")
    clause_page.show_clause(left_out)
    clause_page.details.decision.reason_button.click()
    dialog = clause_page.details.decision.dialog
    marked()
    own = own_words(library, session.answers) | {state.wording.title["en"] for state in states(session).values()}
    assert unmarked(dialog, own | {"Not for us"}) == []
    dialog.reject()
    locked = first(session, lambda s: s.clause.locked)
    needing = first(session, lambda s: s.is_in and s.clause.needs)
    for clause_id in (edited, left_out, locked, needing):
        clause_page.show_clause(clause_id)
        clause_page.details.wording.text_label.tell("")  # in the language of the document
        assert unmarked(clause_page, own | {"Not for us", "September 2026"}) == []


def test_another_language_leaves_the_chosen_clause_and_the_place(session, clause_page, marked):
    clause_page.show_clause(clause_page.rows.clause_ids[30])
    clause_page.details.verticalScrollBar().setValue(120)
    listed = clause_page.rows.verticalScrollBar().value()
    marked()
    assert clause_page.clause_id == clause_page.rows.clause_ids[30]
    assert clause_page.details.verticalScrollBar().value() == 120
    assert clause_page.rows.verticalScrollBar().value() == listed
    assert clause_page.rows.currentIndex().row() == clause_page.rows.rows.place(clause_page.clause_id)
