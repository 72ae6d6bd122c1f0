"""From the other pages to the clauses and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core.selection import applies
from desktop.settings import Settings
from desktop.ui.clauses.clause_page import ClausePage
from desktop.ui.clauses.clause_states import Mark
from desktop.ui.preview.because import BecausePanel
from desktop.ui.whole_pages import CHECK_UP, CLAUSES
from desktop.ui.work_page import WorkPage
from tests.ui.clause_pages import first, is_free, states


@pytest.fixture
def work(session, qtbot):
    work = WorkPage(session, Settings())
    qtbot.addWidget(work)
    work.resize(1280, 680)
    work.show()
    work.activateWindow()
    qtbot.waitUntil(work.isActiveWindow)
    return work


def test_the_preview_gives_its_room_and_comes_back(session, work):
    work.show_page("taboo")
    width = work.preview.width()
    work.step_list.choose(CLAUSES)
    assert isinstance(work.page, ClausePage)
    assert not work.preview.isVisible()
    assert not work.show_preview_button.isVisible()
    work.show_page("taboo")
    assert work.preview.isVisible()
    assert work.preview.width() == width
    work.show_preview(visible=False)
    work.step_list.choose(CLAUSES)
    work.show_page("taboo")
    assert not work.preview.isVisible()
    assert work.show_preview_button.isVisible()


def test_the_preview_leads_to_the_clause_and_the_clause_to_its_question(session, work):
    clause = next(c for c in work.preview._clauses() if "posture" in c.because)
    work.preview.explain(clause.id)
    assert f'href="clause:{clause.id}"' in work.preview.because.text_label.text()
    work.preview.because.text_label.linkActivated.emit(f"clause:{clause.id}")
    assert work.page.clause_id == clause.id
    assert work.page.rows.hasFocus()
    work.page.details.decision.state_label.linkActivated.emit("question:posture")
    assert work.page.cards["posture"].isVisible()


def test_the_preview_says_what_the_owner_did(session, work):
    added = first(session, lambda s: s.marks == (Mark.OUT,))
    session.clauses.include(added, True, "Our landlord asked for it")
    work.preview.explain(added)
    told = work.preview.because.text_label.text()
    assert "You put it in" in told
    assert "Our landlord asked for it" in told
    own = session.clauses.write("taboo", {"en": "The parrot"}, {"en": "Leave it in peace."})
    work.preview.explain(own)
    assert "You wrote this clause" in work.preview.because.text_label.text()
    edited = first(session, lambda s: s.is_in and is_free(s) and s.clause.id != added)
    now = states(session)[edited].wording
    session.clauses.edit(edited, now.title, {**now.body, "en": "Other words."})
    work.preview.explain(edited)
    assert "your own wording" in work.preview.because.text_label.text()


def test_undo_shows_the_clause_it_changed(session, work):
    clause_id = first(session, lambda s: s.is_in and is_free(s))
    session.clauses.include(clause_id, included=False)
    work.show_page("training")
    work.reveal(session.undo())
    assert work.page.shows(clause_id)
    work.reveal(session.redo())
    assert work.page.shows(clause_id)
    assert not states(session)[clause_id].is_in
    assert applies(session.library.clause[clause_id], session.facts)


def test_undo_of_a_question_leaves_the_clauses(session, work):
    session.answer("use_at_work", "reasonable")
    work.step_list.choose(CLAUSES)
    work.reveal(session.undo())
    assert "use_at_work" in work.page.cards


def test_the_list_counts_the_clauses(session, work):
    before = work.step_list.text_of(CLAUSES)
    assert before == f"Clauses, {len(session.document.left.clauses)} in the policy"
    session.clauses.write("taboo", {"en": "The parrot"}, {"en": "Leave it in peace."})
    assert work.step_list.text_of(CLAUSES) != before


def test_the_check_up_leads_to_questions_clauses_and_people(session, work):
    work.step_list.choose(CHECK_UP)
    assert work.preview.isVisible()
    check_up = work.page
    check_up.question_wanted.emit("posture")
    assert work.page.cards["posture"].isVisible()
    work.step_list.choose(CHECK_UP)
    clause_id = session.document.left.clauses[2].id
    check_up.clause_wanted.emit(clause_id)
    assert work.page.shows(clause_id)
    work.step_list.choose(CHECK_UP)
    person_id = session.facts.values["policy_owner"]
    check_up.person_wanted.emit(person_id)
    form = next(card.editor.form for card in work.page.cards.values() if getattr(card.editor, "form", None))
    assert form.isVisible()
    assert form.name_field.text() == session.answers.people[person_id].name


def test_the_menu_leads_to_the_search(window, qtbot):
    assert not window.menu.find_clause.isEnabled()
    window.open_sample("bakery")
    window.menu.find_clause.trigger()
    assert isinstance(window.work_page.page, ClausePage)
    assert window.work_page.page.filter_line.search_field.hasFocus()


def test_marks_of_html_in_a_title_are_shown_as_they_were_typed(session, qtbot, clause_page):
    clause_id = session.clauses.write("stance", {"en": "<b>Cat</b>"}, {"en": "Text"})
    session.show_form("en")
    panel = BecausePanel(session)
    qtbot.addWidget(panel)
    panel.explain(next(clause for clause in session.document.clauses if clause.id == clause_id))
    clause_page.show_clause(clause_id)
    titles = [label for part in (panel, clause_page) for label in part.findChildren(QLabel) if "<b>Cat" in label.text()]
    assert len(titles) == 2
    assert {label.textFormat() for label in titles} == {Qt.TextFormat.PlainText}
