"""The policy beside the questions."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.core.answers import Person
from desktop.core.assemble import settle, write
from desktop.render.html import pieces
from desktop.ui.preview.clause_list import words_of
from desktop.ui.preview.difference import compare
from tests.ui.previews import dump, fresh_dump, shown_pane


@pytest.fixture
def pane(session, qtbot):
    session.answer("detail", "full")
    return shown_pane(session, qtbot)


CHANGES = [
    ("password_keeping", "owner_only"),
    ("uses_agency", True),
    ("posture", "strict"),
    ("uses_agency", False),
    ("business_values", ({"ms": "Jujur"},)),
    ("business_values", None),
    ("taboo_topics", ()),
    ("business_name", "Kedai Lain"),
    ("detail", "full"),
    ("effective_date", None),
    ("has_company_accounts", False),
    ("detail", "short"),
    ("policy_owner", "not_sure"),
]


@pytest.mark.parametrize("form", ["ms", "en", "both"])
def test_patching_ends_where_loading_does(session, pane, qtbot, form):
    loaded = {}

    def expected():
        """What loading shows for these answers; on the way back all but the first is known."""
        answers = repr(session.answers)
        if answers not in loaded:
            loaded[answers] = fresh_dump(session, qtbot)
        return loaded[answers]

    session.show_form(form)
    for question_id, value in CHANGES:
        session.answer(question_id, value)
        assert dump(pane.paper) == expected(), question_id
        assert [piece.key for piece in pane.paper.pieces] == [piece.key for piece in pieces(session.document)]
    for _change in CHANGES:
        session.undo()
        assert dump(pane.paper) == expected()
    assert len(loaded) > len(CHANGES) - 3


def test_only_what_changed_is_touched(session, pane):
    before = pane.paper.pieces
    session.answer("use_at_work", "reasonable")
    difference = compare(before, pane.paper.pieces)
    assert 0 < difference.size <= 3
    assert pane.paper.changed_keys == set(difference.reworded)


def test_an_answer_brings_its_clause_into_sight_and_marks_it(session, pane):
    session.show_form("en")
    session.answer("refresher_months", 7)
    assert pane.paper.changed_keys
    first = next(piece.key for piece in pane.paper.pieces if piece.key in pane.paper.changed_keys)
    assert pane.paper.shows(first)
    assert pane.paper.verticalScrollBar().value() > 0


def test_nothing_moves_when_nothing_changed(session, pane):
    pane.paper.scroll_to("taboo")
    place = pane.paper.verticalScrollBar().value()
    session.save_person(Person("new", "Somebody New"))
    assert pane.paper.verticalScrollBar().value() == place > 0
    assert not pane.paper.changed_keys


def test_a_change_in_sight_moves_nothing(session, pane):
    clause = next(c for c in pane._clauses() if "use_at_work" in c.because)
    pane.paper.scroll_to(clause.id)
    place = pane.paper.verticalScrollBar().value()
    session.answer("use_at_work", "reasonable")
    assert clause.id in pane.paper.changed_keys
    assert pane.paper.verticalScrollBar().value() == place > 0


def test_numbers_alone_are_not_marked(session, pane):
    session.answer("detail", "full")
    before = {piece.key for piece in pane.paper.pieces}
    session.answer("uses_influencers", not session.facts.values["uses_influencers"])
    after = {piece.key for piece in pane.paper.pieces}
    came_or_went = before ^ after
    assert came_or_went
    assert "ground-rules.live-video" in before & after
    assert "ground-rules.live-video" not in pane.paper.changed_keys


def test_the_form_is_chosen_above_and_remembered_in_the_file(session, pane, qtbot):
    assert pane.form_box.currentData() == session.form
    pane.paper.scroll_to("taboo")
    pane.form_box.setFocus()
    pane.form_box.setCurrentIndex(pane.form_box.findData("en"))
    pane.form_box.activated.emit(pane.form_box.currentIndex())
    assert session.form == session.file.setting("form") == "en"
    assert pane.paper.pieces[0].parts[0].title == "Social media policy"
    assert pane.paper.shows("taboo")


def test_the_form_follows_the_answer_about_document_language(session, pane):
    session.answer("document_language", "ms")
    assert pane.form_box.currentData() == "ms"
    assert len(pane.paper.pieces[0].parts) == 1


def test_a_heading_tells_which_answers_brought_the_clause(session, pane, qtbot):
    session.answer("use_at_work", "breaks")
    clause = next(c for c in pane._clauses() if "use_at_work" in c.because)
    pane.paper.anchorClicked.emit(QUrl(f"clause:{clause.id}"))
    assert pane.because.isVisible()
    question = session.library.question["use_at_work"]
    said = pane.because.text_label.text()
    assert question.prompt["en"] in said.replace("&#x27;", "'")
    assert question.choice("breaks").label["en"] in said.replace("&#x27;", "'")
    with qtbot.waitSignal(pane.question_wanted) as wanted:
        pane.because.text_label.linkActivated.emit("question:use_at_work")
    assert wanted.args == ["use_at_work"]
    session.answer("use_at_work", "not_sure")
    assert "not sure about" in pane.because.text_label.text()


def test_an_explanation_goes_along_with_the_policy_and_ends_with_its_clause(session, pane):
    session.answer("detail", "full")
    in_short = {c.id for c in write(settle(session.library, session.answers.answered("detail", "short")), "en").clauses}
    stays, goes = (next(c for c in reversed(pane._clauses()) if (c.id in in_short) is kept) for kept in (True, False))
    pane.explain(stays.id)
    session.answer("detail", "short")
    now = next(c for c in pane._clauses() if c.id == stays.id)
    assert now.number != stays.number
    assert pane.because._title_label.text().startswith(f"{now.number} ")
    session.undo()
    pane.explain(goes.id)
    session.answer("detail", "short")
    assert pane.because.isHidden()
    assert pane.paper.hasFocus()
    assert not pane.paper.marks.chosen


def test_a_clause_of_every_policy_says_so(session, pane, qtbot):
    clause = next(c for c in pane._clauses() if not c.because and not c.locked)
    pane.explain(clause.id)
    assert "In every policy, unless you leave it out." in pane.because.text_label.text()
    pane.because.close_button.click()
    assert pane.because.isHidden()
    pane.explain(clause.id)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert pane.because.isHidden()
    assert pane.paper.hasFocus()


def test_return_on_a_clause_explains_it(session, pane, qtbot):
    session.show_form("en")
    clause = pane._clauses()[0]
    cursor = pane.paper.document().find(clause.title[0].text)
    pane.paper.setTextCursor(cursor)
    with qtbot.waitSignal(pane.paper.clause_chosen) as chosen:
        qtbot.keyClick(pane.paper, Qt.Key.Key_Return)
    assert chosen.args == [clause.id]


def test_a_reference_leads_to_its_clause(pane):
    pane.paper.anchorClicked.emit(QUrl("#taboo"))
    assert pane.paper.shows("taboo")


def test_the_plain_list_of_both_languages_is_in_the_language_of_the_program(session, pane):
    session.show_form("both")
    pane.list_button.click()
    i18n.use("en")
    pane.retranslate()
    assert pane.clause_list.item(0).text().endswith(words_of(session.document.right.clauses[0].blocks))
    i18n.use("ms")
    pane.retranslate()
    assert pane.clause_list.item(0).text().endswith(words_of(session.document.left.clauses[0].blocks))


def test_the_clauses_are_also_a_plain_list(session, pane, qtbot):
    pane.list_button.click()
    shown = pane.clause_list
    assert shown.isVisible()
    assert shown.count() == len(pane._clauses())
    shown.setCurrentRow(3)
    session.answer("business_name", "Kedai Lain")
    assert shown.currentRow() == 3
    assert any("Kedai Lain" in shown.item(row).text() for row in range(shown.count()))
    with qtbot.waitSignal(shown.clause_chosen):
        shown.itemActivated.emit(shown.item(3))
    assert pane.because.isVisible()
    pane.list_button.click()
    assert pane.paper.isVisible()


def test_a_hidden_preview_catches_up(session, pane):
    pane.hide()
    session.answer("business_name", "Kedai Lain")
    assert "Kedai Lain" not in pane.paper.toPlainText()
    pane.show()
    assert "Kedai Lain" in pane.paper.toPlainText()


def test_another_language_of_the_program_leaves_the_document_alone(session, pane, marked):
    pane.explain(pane._clauses()[0].id)
    pane.paper.scroll_to("taboo")
    place, before = pane.paper.verticalScrollBar().value(), dump(pane.paper)
    marked()
    assert pane.paper.verticalScrollBar().value() == place
    assert dump(pane.paper) == before
    assert pane.because.isVisible()
    assert pane.hide_button.toolTip().startswith("«")


def test_odd_names_do_no_harm(session, pane, qtbot):
    session.answer("business_name", "<b>مخبز</b> 🍞 & " + "X" * 5_000)
    assert "<b>مخبز</b> 🍞 & X" in pane.paper.toPlainText()
    assert dump(pane.paper) == fresh_dump(session, qtbot)
