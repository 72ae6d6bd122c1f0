"""Steps, questions and preview together."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.facts import Source
from desktop.core.progress import progress
from desktop.settings import Settings
from desktop.ui.questions.step_page import FIRST
from desktop.ui.work_page import WorkPage


@pytest.fixture
def work_of(qtbot):
    def show(session):
        work = WorkPage(session, Settings())
        qtbot.addWidget(work)
        work.resize(1280, 680)
        work.show()
        work.activateWindow()
        qtbot.waitUntil(work.isActiveWindow)
        return work

    return show


def test_widths_of_the_owners_are_kept_while_there_is_no_preview(session, qtbot):
    saved = Settings(panes=[220, 400, 660])
    work = WorkPage(session, saved)
    qtbot.addWidget(work)
    assert work.preview.isHidden(), "it begins at home"
    work.resize(1280, 680)
    work.show()
    work.leave()
    assert saved.panes == [220, 400, 660]


def test_begins_with_the_first_questions_and_builds_no_other_page(fresh, work_of):
    work = work_of(fresh)
    assert work.page.page_id == FIRST
    assert work.pages.count() == 1


def test_arrow_keys_in_the_list_change_the_page(fresh, work_of, qtbot):
    work = work_of(fresh)
    work.step_list.setFocus()
    qtbot.keyClick(work.step_list, Qt.Key.Key_Down)
    qtbot.keyClick(work.step_list, Qt.Key.Key_Down)
    assert work.page.page_id == "definition"
    assert work.page.isVisible()
    assert work.step_list.hasFocus()
    assert work.pages.count() == 3


def test_next_goes_on_to_the_first_open_question_of_the_next_page(fresh, work_of, qtbot):
    work = work_of(fresh)
    work.page.page_wanted.emit("stance")
    assert work.page.page_id == "stance"
    assert work.page.cards["sector"].editor.focus_target().hasFocus()


def test_the_list_tells_how_far_each_step_has_come(fresh, work_of):
    work = work_of(fresh)
    assert work.step_list.text_of("stance").startswith("1, Stance, 1 of")
    assert "essential questions answered" not in work.step_list.text_of("confidentiality")
    fresh.answer("films_children", False)
    assert "1 of" in work.step_list.text_of("confidentiality")
    assert "essential questions answered" in work.step_list.text_of("confidentiality")
    fresh.undo()
    assert "essential questions answered" not in work.step_list.text_of("confidentiality")


def test_a_step_without_essential_questions_is_not_ticked_before_it_is_begun(fresh, work_of):
    work = work_of(fresh)
    assert not any(q.essential for q in fresh.library.questions_of("image"))
    assert "essential questions answered" not in work.step_list.text_of("image")


def test_an_essential_question_that_is_not_asked_counts_nowhere(fresh, work_of):
    work = work_of(fresh)
    everything = work.page.head.count_label.text()
    fresh.answer("detail", "short")  # the short policy does not name the sites
    assert "essential questions answered" not in work.step_list.text_of("definition")
    assert "2 of 12 answered" in work.step_list.text_of(FIRST)
    assert work.page.head.count_label.text() != everything
    assert "12" in work.page.head.count_label.text()


def test_a_click_on_a_clause_leads_back_to_its_question(fresh, work_of):
    fresh.answer("detail", "full")
    work = work_of(fresh)
    clause = next(c for c in work.preview._clauses() if "use_at_work" in c.because)
    work.preview.explain(clause.id)
    work.preview.because.question_wanted.emit("use_at_work")
    assert work.page.page_id == "ground-rules"
    assert work.page.cards["use_at_work"].editor.focus_target().hasFocus()


def test_the_preview_goes_along_to_the_section_of_a_step(fresh, work_of):
    work = work_of(fresh)
    assert work.preview.paper.shows("title")
    work.show_page("taboo")
    assert work.preview.paper.shows("taboo")
    assert not work.preview.paper.shows("title")


def test_a_question_on_the_page_in_sight_is_shown_there(fresh, work_of):
    work = work_of(fresh)
    work.show_question("films_children")
    assert work.page.page_id == FIRST
    assert work.page.cards["films_children"].editor.focus_target().hasFocus()


def test_the_same_question_on_two_pages_says_the_same(fresh, work_of, qtbot):
    work = work_of(fresh)
    qtbot.mouseClick(work.page.cards["sector"].editor.buttons["food"], Qt.MouseButton.LeftButton)
    work.show_page("stance")
    assert work.page.cards["sector"].editor.value() == "food"
    qtbot.mouseClick(work.page.cards["sector"].editor.buttons["retail"], Qt.MouseButton.LeftButton)
    work.show_page(FIRST)
    assert work.page.cards["sector"].editor.value() == "retail"


def test_leaving_a_page_keeps_what_was_typed(fresh, work_of, qtbot):
    work = work_of(fresh)
    field = work.page.cards["business_name"].editor.field
    work.show_question("business_name")
    qtbot.keyClicks(field, " Dua")
    work.step_list.choose("definition")
    assert fresh.answers.values["business_name"] == "Kedai Roti Seri Murni Dua"


def test_an_answer_shows_in_the_preview_at_once(fresh, work_of, qtbot):
    work = work_of(fresh)
    before = work.preview.paper.toPlainText()
    field = work.page.cards["business_name"].editor.field
    work.show_question("business_name")
    qtbot.keyClicks(field, " Dua")
    work.flush()
    assert "Kedai Roti Seri Murni Dua" in work.preview.paper.toPlainText() != before
    assert field.hasFocus()


def test_the_preview_gives_up_its_room_and_comes_back(fresh, work_of, qtbot):
    work = work_of(fresh)
    qtbot.mouseClick(work.preview.hide_button, Qt.MouseButton.LeftButton)
    assert not work.preview.isVisible()
    assert work.show_preview_button.isVisible()
    fresh.answer("business_name", "Kedai Lain")
    qtbot.mouseClick(work.show_preview_button, Qt.MouseButton.LeftButton)
    assert work.preview.isVisible()
    assert "Kedai Lain" in work.preview.paper.toPlainText()


def test_exporting_asks_for_what_was_typed_first(fresh, work_of, qtbot):
    work = work_of(fresh)
    work.show_page("training")
    with qtbot.waitSignal(work.export_requested):
        work.page.next_button.click()


def test_another_language_in_place(session, work_of, marked):
    work = work_of(session)
    work.show_question("platforms")
    focused = work.focusWidget()
    place = focused.mapTo(work, focused.rect().topLeft()).y()
    paper = work.preview.paper.toPlainText()
    marked()
    assert work.focusWidget() is focused
    assert focused.mapTo(work, focused.rect().topLeft()).y() == place
    assert work.preview.paper.toPlainText() == paper
    assert work.show_preview_button.text() == "«Show the preview»"
    assert work.step_list.accessibleName() == "«Steps»"


def test_the_first_answers_by_keyboard_alone(fresh, work_of, qtbot):
    """From an empty policy to a complete one without a mouse."""
    work = work_of(fresh)
    for _screen in range(20):
        if work.page.shows_summary:
            break
        for card in work.page.scroll.shown_cards:
            answer_by_keyboard(fresh, card, qtbot)
        qtbot.keyClick(work.page.next_button, Qt.Key.Key_Space)
    assert progress(fresh.facts).essential_open == ()
    assert work.page.summary.isVisible()
    assert "essential questions answered" in work.step_list.text_of(FIRST)


def answer_by_keyboard(session, card, qtbot):
    card.take_focus()
    target = card.editor.focus_target()
    match card.question.kind:
        case _ if card.fact.source is Source.SUGGESTED:
            return  # going on keeps it
        case "name" | "number":
            target.selectAll()
            qtbot.keyClicks(target, "7")
        case "person" | "people" if not session.answers.people:
            qtbot.keyClick(target, Qt.Key.Key_Space)
            qtbot.keyClicks(card.editor.form.name_field, "Aminah Yusof")
            qtbot.keyClick(card.editor.form.name_field, Qt.Key.Key_Return)
        case "choice" if hasattr(card.editor, "box"):
            qtbot.keyClick(target, Qt.Key.Key_Down)
        case _:
            qtbot.keyClick(target, Qt.Key.Key_Space)
