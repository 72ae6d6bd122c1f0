"""A page of questions, and one question on it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.core.answers import Person
from desktop.store.business_file import BusinessFile
from desktop.ui.session import Session
from desktop.ui.step_page import FIRST, StepPage


@pytest.fixture
def page_of(fresh, qtbot):
    """A page of the policy that has a name only, in a window of its own."""

    def show(page_id, session=fresh, height=600):
        page = StepPage(session, page_id)
        qtbot.addWidget(page)
        page.resize(560, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


def place(page, card):
    return card.mapTo(page.viewport(), QPoint(0, 0)).y()


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_page_has_every_essential_question_in_order(fresh, page_of):
    page = page_of(FIRST)
    assert list(page.cards) == [question.id for question in fresh.library.questions if question.essential]


def test_a_step_has_its_own_questions_and_only_those_that_are_asked(fresh, page_of):
    fresh.answer("detail", "full")
    page = page_of("monitoring")
    assert list(page.cards) == [question.id for question in fresh.library.questions_of("monitoring")]
    assert page.cards["monitoring_often"].isVisible()
    fresh.answer("monitoring_stand", "none")
    assert not page.cards["monitoring_often"].isVisible()
    fresh.undo()
    assert page.cards["monitoring_often"].isVisible()


def test_what_appears_above_leaves_the_card_in_use_where_it_is(fresh, page_of):
    fresh.answer("detail", "full")
    page = page_of("monitoring")
    page.show_question("log_months")
    card = page.cards["log_months"]
    before = place(page, card)
    assert page.verticalScrollBar().value() > 0
    fresh.answer("monitoring_stand", "none")
    assert not page.cards["monitoring_often"].isVisible()
    assert place(page, card) == before
    fresh.answer("monitoring_stand", "public_mentions")
    assert page.cards["monitoring_often"].isVisible()
    assert place(page, card) == before
    assert card.editor.focus_target().hasFocus()


def test_a_person_is_added_without_the_page_jumping(fresh, page_of, qtbot):
    page = page_of(FIRST)
    page.show_question("policy_owner")
    card = page.cards["policy_owner"]
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + place(page, card) + card.height() - page.viewport().height())  # just in sight
    click(qtbot, card.editor.add_button)
    form = card.editor.form
    assert place(page, form) + form.height() <= page.viewport().height()
    before = place(page, card)
    qtbot.keyClicks(form.name_field, "Aminah Yusof")
    qtbot.keyClick(form.name_field, Qt.Key.Key_Return)
    assert place(page, card) == before
    assert card.editor.box.hasFocus()


def test_the_not_sure_tick_stays_in_sight(page_of, qtbot):
    page = page_of(FIRST)
    card = page.cards["posture"]
    page.show_question("posture")
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + place(page, card) + card.height() - page.viewport().height())  # just in sight
    click(qtbot, card.not_sure_tick)
    assert card.note_panel.isVisible()
    assert card.not_sure_tick.mapTo(page.viewport(), QPoint(0, 0)).y() < page.viewport().height()


def test_taking_a_suggestion_leaves_what_is_below_where_it_is(fresh, page_of, qtbot):
    page = page_of(FIRST)
    page.show_question("posture")
    page.cards["posture"].take_focus()
    before = place(page, page.cards["detail"])
    click(qtbot, page.cards["posture"].keep_button)
    assert fresh.answers.values["posture"] == "balanced"
    assert place(page, page.cards["detail"]) == before


def test_without_focus_the_card_at_the_top_stays(fresh, page_of):
    fresh.answer("detail", "full")
    page = page_of("monitoring")
    page.show_question("device_checks")
    QApplication.focusWidget().clearFocus()
    top = next(card for card in page.cards.values() if card.isVisible() and place(page, card) + card.height() > 0)
    before = place(page, top)
    fresh.answer("monitoring_stand", "none")
    assert place(page, top) == before


def test_an_answer_is_kept_at_once(fresh, page_of, qtbot, clock):
    page = page_of(FIRST)
    click(qtbot, page.cards["sector"].editor.buttons["food"])
    assert fresh.answers.values["sector"] == "food"
    other = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    assert other.answers.values["sector"] == "food"
    other.close()


def test_typing_keeps_the_cursor_where_it_is(fresh, page_of, qtbot):
    page = page_of(FIRST)
    field = page.cards["business_name"].editor.field
    field.setFocus()
    field.setCursorPosition(5)
    with qtbot.waitSignal(fresh.answers_changed):
        qtbot.keyClicks(field, " Kek")
    assert fresh.answers.values["business_name"] == "Kedai Kek Roti Seri Murni"
    assert field.cursorPosition() == 9
    assert field.hasFocus()


def test_a_change_elsewhere_does_not_touch_words_being_typed(fresh, page_of, qtbot):
    page = page_of(FIRST)
    field = page.cards["business_name"].editor.field
    page.cards["business_name"].take_focus()
    qtbot.keyClicks(field, " dan Kek")
    fresh.answer("sector", "food")
    assert field.text() == "Kedai Roti Seri Murni dan Kek"
    page.flush()
    assert fresh.answers.values["business_name"] == "Kedai Roti Seri Murni dan Kek"


def test_undo_is_shown_in_place(fresh, page_of, qtbot):
    page = page_of(FIRST)
    editor = page.cards["sector"].editor
    click(qtbot, editor.buttons["food"])
    click(qtbot, editor.buttons["retail"])
    fresh.undo()
    assert editor.value() == "food"
    fresh.undo()
    assert editor.value() is None
    fresh.redo()
    assert editor.value() == "food"


def test_a_suggestion_is_marked_can_be_kept_and_can_come_back(fresh, page_of, qtbot):
    page = page_of(FIRST)
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


def test_suggestions_follow_the_posture(fresh, page_of):
    fresh.answer("detail", "full")
    page = page_of("ground-rules")
    editor = page.cards["use_at_work"].editor
    assert editor.value() == "breaks"
    fresh.answer("posture", "open")
    assert editor.value() == "reasonable"


def test_not_sure_says_what_counts_until_then_and_can_be_taken_back(fresh, page_of, qtbot):
    page = page_of(FIRST)
    card = page.cards["sector"]
    click(qtbot, card.editor.buttons["food"])
    click(qtbot, card.not_sure_tick)
    assert fresh.answers.values["sector"] == "not_sure"
    assert card.note_panel.isVisible()
    assert "Something else" in card.note_text
    assert card.editor.value() is None
    click(qtbot, card.not_sure_tick)
    assert fresh.answers.values["sector"] == "food"
    assert card.editor.value() == "food"
    assert not card.note_panel.isVisible()


def test_answering_ends_not_sure(fresh, page_of, qtbot):
    page = page_of(FIRST)
    card = page.cards["films_children"]
    click(qtbot, card.not_sure_tick)
    click(qtbot, card.editor.no_button)
    assert fresh.answers.values["films_children"] is False
    assert not card.not_sure_tick.isChecked()


def test_every_question_can_be_not_sure(fresh, page_of, qtbot):
    fresh.answer("detail", "full")
    for page_id in (FIRST, *(step.id for step in fresh.library.steps)):
        page = page_of(page_id)
        for card in page.cards.values():
            if card.isVisible():
                card.not_sure_tick.click()
                assert card.note_text
                assert fresh.answers.values[card.question.id] == "not_sure"
                card.not_sure_tick.click()
        page.close()


def test_what_does_not_fit_is_said_below_and_not_kept(fresh, page_of, qtbot):
    page = page_of(FIRST)
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
    page = page_of(FIRST)
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
    page = page_of(FIRST)
    card = page.cards["sector"]
    assert not card.help_panel.isVisible()
    qtbot.keyClick(card.help_button, Qt.Key.Key_Space)
    assert card.help_panel.isVisible()
    page.show_question("platforms")
    before = place(page, page.cards["platforms"])
    marked()
    assert card.help_panel.isVisible()
    assert card.help_button.text() == "«Why we ask»"
    assert page.cards["platforms"].editor.focus_target().hasFocus()
    assert place(page, page.cards["platforms"]) == before
    assert page.title_label.text().startswith("«")


def test_when_the_first_questions_are_answered_the_page_says_so(session, page_of, qtbot):
    for question_id in (q.id for q in session.library.questions if q.essential):
        if question_id not in session.answers.values:
            session.answer(question_id, "not_sure")
    page = page_of(FIRST, session)
    assert page.done_panel.isVisible()
    with qtbot.waitSignal(page.export_wanted):
        click(qtbot, page.export_button)
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.deeper_button)
    assert wanted.args == ["stance"]
    session.answer("sector", None)
    assert not page.done_panel.isVisible()


def test_next_and_back_lead_through_the_pages(fresh, page_of, qtbot):
    page = page_of(FIRST)
    assert not page.back_button.isVisible()
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.next_button)
    assert wanted.args == ["stance"]
    page = page_of("training")
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.back_button)
    assert wanted.args == ["monitoring"]
    with qtbot.waitSignal(page.export_wanted):
        click(qtbot, page.next_button)


def test_a_file_to_look_at_can_be_read_but_not_changed(fresh, page_of, library, clock, qtbot):
    file = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    looked_at = Session(library, file, clock)
    page = page_of(FIRST, looked_at)
    card = page.cards["business_name"]
    assert card.editor.field.text() == "Kedai Roti Seri Murni"
    assert not card.editor.isEnabled()
    assert not card.not_sure_tick.isEnabled()
    assert card.help_button.isEnabled()
    looked_at.close()


def test_every_control_says_what_it_is_for(fresh, page_of):
    fresh.answer("detail", "full")
    fresh.save_person(Person("aminah", "Aminah"))
    for page_id in (FIRST, *(step.id for step in fresh.library.steps)):
        page = page_of(page_id)
        for card in page.cards.values():
            control = card.editor.focus_target()
            assert control.accessibleName() or control.text()
            assert card.prompt_label.buddy() is not None
            said = f"{control.accessibleName()} {control.accessibleDescription()}"
            assert card.prompt_label.text() in said, card.question.id
        page.close()


def test_no_page_is_wider_than_its_room(fresh, page_of, marked):
    fresh.answer("detail", "full")
    fresh.save_person(Person("aminah", "Aminah binti Abdul Rahman", {"en": "Assistant manager of the shop"}))
    marked()
    for page_id in (FIRST, *(step.id for step in fresh.library.steps)):
        page = page_of(page_id)
        page.resize(500, 600)
        for card in page.cards.values():
            card.help_button.click()
        assert page.widget().minimumSizeHint().width() <= page.viewport().width(), page_id
        page.close()
