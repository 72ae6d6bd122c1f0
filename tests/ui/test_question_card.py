"""One question on a page: its suggestion, its help, and what is said about the answer."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.core.answers import Person
from desktop.store.business_file import BusinessFile
from desktop.ui.help.glossary_popover import GlossaryPopover
from desktop.ui.session import Session
from tests.ui.step_pages import click, place, shown_page


@pytest.fixture
def page_of(fresh, qtbot):
    """A page of the policy that has a name only, in a window of its own."""
    return lambda page_id, session=fresh, height=600: shown_page(qtbot, session, page_id, height)


def test_the_not_sure_tick_stays_in_sight(page_of, qtbot):
    page = page_of("stance")
    card = page.cards["posture"]
    page.show_question("posture")
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + place(page, card) + card.height() - page.viewport().height())  # just in sight
    click(qtbot, card.not_sure_tick)
    assert card.note_label.isVisible()
    assert card.not_sure_tick.mapTo(page.viewport(), QPoint(0, 0)).y() < page.viewport().height()


def test_a_suggestion_is_marked_can_be_kept_and_can_come_back(fresh, page_of, qtbot):
    page = page_of("stance")
    card = page.cards["posture"]
    assert card.suggested_label.isVisible()
    assert card.editor.value() == "balanced"
    assert not card.back_button.isVisible()
    click(qtbot, card.keep_button)
    assert fresh.answers.values["posture"] == "balanced"
    assert not card.suggested_label.isVisible()
    click(qtbot, card.editor.buttons["strict"])
    assert card.back_button.isVisible()
    click(qtbot, card.back_button)
    assert "posture" not in fresh.answers.values
    assert card.suggested_label.isVisible()
    assert card.editor.value() == "balanced"


def test_what_opens_at_a_press_leaves_the_button_below_the_mouse(page_of, qtbot):
    page = page_of("stance", height=900)
    card = page.cards["sector"]
    before = [place(page, button) for button in (card.help_button, card.not_sure_tick)]
    click(qtbot, card.not_sure_tick)
    click(qtbot, card.help_button)
    page.settle()
    assert card.note_label.isVisible()
    assert card.help_panel.isVisible()
    assert [place(page, button) for button in (card.help_button, card.not_sure_tick)] == before


def test_suggestions_follow_the_posture(fresh, page_of):
    fresh.answer("detail", "full")
    page = page_of("ground-rules")
    editor = page.cards["use_at_work"].editor
    assert editor.value() == "breaks"
    fresh.answer("posture", "open")
    assert editor.value() == "reasonable"


def test_not_sure_says_what_counts_until_then_and_can_be_taken_back(fresh, page_of, qtbot):
    page = page_of("stance")
    card = page.cards["sector"]
    click(qtbot, card.editor.buttons["food"])
    click(qtbot, card.not_sure_tick)
    assert fresh.answers.values["sector"] == "not_sure"
    assert card.note_label.isVisible()
    assert "the trade of the business" in card.note_text
    assert card.editor.value() is None
    click(qtbot, card.not_sure_tick)
    assert fresh.answers.values["sector"] == "food"
    assert card.editor.value() == "food"
    assert not card.note_label.isVisible()


def test_answering_ends_not_sure(fresh, page_of, qtbot):
    page = page_of("confidentiality")
    card = page.cards["films_children"]
    click(qtbot, card.not_sure_tick)
    click(qtbot, card.editor.no_button)
    assert fresh.answers.values["films_children"] is False
    assert not card.not_sure_tick.isChecked()


def test_every_question_can_be_not_sure(fresh, page_of, qtbot):
    fresh.answer("detail", "full")
    for page_id in [step.id for step in fresh.library.steps]:
        page = page_of(page_id)
        for card in page.cards.values():
            if card.isVisible():
                card.not_sure_tick.click()
                assert card.note_text
                assert fresh.answers.values[card.question.id] == "not_sure"
                card.not_sure_tick.click()
        page.close()


def test_what_does_not_fit_is_said_below_and_not_kept(fresh, page_of, qtbot):
    page = page_of("stance")
    card = page.cards["staff_count"]
    card.editor.field.setFocus()
    card.editor.field.selectAll()
    qtbot.keyClicks(card.editor.field, "lots")
    card.flush()
    assert card.error_label.isVisible()
    assert "whole number" in card.error_label.text()
    assert card.keep_button.isHidden()  # it would keep the suggestion, not what is typed
    assert "staff_count" not in fresh.answers.values
    fresh.answer("sector", "food")
    assert card.editor.field.text() == "lots"
    card.editor.field.selectAll()
    qtbot.keyClicks(card.editor.field, "900")
    card.flush()
    assert "500" in card.error_label.text()
    card.editor.field.selectAll()
    qtbot.keyClicks(card.editor.field, "9")
    card.flush()
    assert not card.error_label.isVisible()
    assert fresh.answers.values["staff_count"] == 9


def test_what_the_file_does_not_take_stays_on_the_page(fresh, page_of, qtbot):
    page = page_of("stance")
    card = page.cards["business_name"]
    card.take_focus()
    qtbot.keyClicks(card.editor.field, " Dua")
    fresh.file.path.rename(fresh.file.path.with_name("elsewhere.dasar"))
    with qtbot.waitSignal(fresh.failed):
        card.flush()
    assert card.editor.field.text() == "Kedai Roti Seri Murni Dua"
    assert "could not be saved" in card.error_label.text()
    assert fresh.answers.values["business_name"] == "Kedai Roti Seri Murni"


def test_help_opens_and_closes_and_stays_open_in_another_language(fresh, page_of, qtbot, marked):
    page = page_of("stance")
    card = page.cards["sector"]
    assert not card.help_panel.isVisible()
    qtbot.keyClick(card.help_button, Qt.Key.Key_Space)
    assert card.help_panel.isVisible()
    page.show_question("staff_count")
    before = place(page, page.cards["staff_count"])
    marked()
    assert card.help_panel.isVisible()
    assert card.help_button.text() == "«Why we ask»"
    assert page.cards["staff_count"].editor.focus_target().hasFocus()
    assert place(page, page.cards["staff_count"]) == before
    assert page.back_button.text() == "«Back»"


def test_undo_shows_the_answer_there_was_instead_of_one_that_was_not_kept(fresh, page_of, qtbot):
    page = page_of("stance")
    card = page.cards["staff_count"]
    fresh.answer("staff_count", 12)
    fresh.answer("staff_count", 15)
    card.take_focus()
    card.editor.field.selectAll()
    qtbot.keyClicks(card.editor.field, "9999999")
    card.flush()
    assert card.has_error
    fresh.answer("state", "sabah")
    assert card.has_error
    fresh.undo()
    fresh.undo()
    assert not card.has_error
    assert card.editor.field.text() == "12"


def test_a_file_to_look_at_can_be_read_but_not_changed(fresh, page_of, library, clock, qtbot):
    file = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    looked_at = Session(library, file, clock)
    page = page_of("stance", looked_at)
    card = page.cards["business_name"]
    assert card.editor.field.text() == "Kedai Roti Seri Murni"
    assert not card.editor.isEnabled()
    assert not card.not_sure_tick.isEnabled()
    assert card.help_button.isEnabled()
    looked_at.close()


def test_every_control_says_what_it_is_for(fresh, page_of):
    fresh.answer("detail", "full")
    fresh.save_person(Person("aminah", "Aminah"))
    for page_id in [step.id for step in fresh.library.steps]:
        page = page_of(page_id)
        for card in page.cards.values():
            control = card.editor.focus_target()
            assert control.accessibleName() or control.text()
            assert card.prompt_label.buddy() is not None
            said = f"{control.accessibleName()} {control.accessibleDescription()}"
            assert card.prompt_label.text() in said, card.question.id
        page.close()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # a window that is drawn nowhere
def test_legal_words_of_the_help_are_explained(page_of):
    help_panel = page_of("training").cards["document_language"].help_panel
    assert 'href="word:privacy-notice"' in help_panel.why_label.text()
    help_panel.why_label.linkActivated.emit("word:privacy-notice")
    popover = help_panel.findChild(GlossaryPopover)
    assert popover.term_label.text() == "privacy notice"
    popover.close()


def test_help_kept_open_leaves_the_card_in_use_where_it_is(fresh, page_of, qtbot):
    page = page_of("stance")
    page.show_question("staff_count")
    card = page.cards["staff_count"]
    click(qtbot, card.help_button)
    before = place(page, card)
    card.help_panel.keep_tick.setFocus()
    qtbot.keyClick(card.help_panel.keep_tick, Qt.Key.Key_Space)
    assert page.cards["sector"].is_help_open
    assert place(page, card) == before


def test_a_question_that_shows_in_the_policy_leads_there(fresh, page_of, qtbot):
    page = page_of("stance")
    with qtbot.waitSignal(page.in_policy_wanted) as wanted:
        click(qtbot, page.cards["posture"].clause_button)
    assert wanted.args == ["posture"]
    page = page_of("definition")
    card = page.cards["platforms"]
    assert not card.clause_button.isVisible()
    fresh.answer("platforms", ("facebook",))
    assert card.clause_button.isVisible()


def test_the_line_of_the_suggestion_says_how_the_answer_stands_to_it(fresh, page_of, qtbot):
    card = page_of("stance").cards["posture"]
    line = card._suggestion
    high = line.height()
    assert card.suggested_label.isVisible()
    fresh.answer("posture", "balanced")
    assert line.same_label.isVisible()
    assert not card.suggested_label.isVisible()
    fresh.answer("posture", "open")
    assert card.back_button.isVisible()
    assert "Balanced" in card.back_button.toolTip()
    fresh.answer("posture", "not_sure")
    assert line.isVisible()
    assert line.height() == high


def test_words_begun_before_go_on_at_their_end(fresh, page_of):
    fresh.answer("own_definition", {"en": "Everything that others can see,\nand"})
    page = page_of("definition")
    page.show_question("own_definition")
    field = page.cards["own_definition"].editor.fields["en"]
    assert field.hasFocus()
    assert field.textCursor().atEnd()
