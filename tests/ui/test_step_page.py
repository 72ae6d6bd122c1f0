"""A page of questions: what is on it, and what stays where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.answers import Person
from desktop.store.business_file import BusinessFile
from desktop.ui.questions.step_page import StepPage
from tests.ui.step_pages import click, place, shown_page


@pytest.fixture
def page_of(fresh, qtbot):
    """A page of the policy that has a name only, in a window of its own."""
    return lambda page_id, session=fresh, height=600: shown_page(qtbot, session, page_id, height)


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
    page = page_of("responsibility")
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


def test_taking_a_suggestion_leaves_what_is_below_where_it_is(fresh, page_of, qtbot):
    page = page_of("stance")
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
    page = page_of("stance")
    click(qtbot, page.cards["sector"].editor.buttons["food"])
    assert fresh.answers.values["sector"] == "food"
    other = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    assert other.answers.values["sector"] == "food"
    other.close()


def test_typing_keeps_the_cursor_where_it_is(fresh, page_of, qtbot):
    page = page_of("stance")
    field = page.cards["business_name"].editor.field
    field.setFocus()
    field.setCursorPosition(5)
    with qtbot.waitSignal(fresh.answers_changed):
        qtbot.keyClicks(field, " Kek")
    assert fresh.answers.values["business_name"] == "Kedai Kek Roti Seri Murni"
    assert field.cursorPosition() == 9
    assert field.hasFocus()


def test_a_change_elsewhere_does_not_touch_words_being_typed(fresh, page_of, qtbot):
    page = page_of("stance")
    field = page.cards["business_name"].editor.field
    page.cards["business_name"].take_focus()
    qtbot.keyClicks(field, " dan Kek")
    fresh.answer("sector", "food")
    assert field.text() == "Kedai Roti Seri Murni dan Kek"
    page.flush()
    assert fresh.answers.values["business_name"] == "Kedai Roti Seri Murni dan Kek"


def test_undo_is_shown_in_place(fresh, page_of, qtbot):
    page = page_of("stance")
    editor = page.cards["sector"].editor
    click(qtbot, editor.buttons["food"])
    click(qtbot, editor.buttons["retail"])
    fresh.undo()
    assert editor.value() == "food"
    fresh.undo()
    assert editor.value() is None
    fresh.redo()
    assert editor.value() == "food"


def test_next_and_back_lead_through_the_pages(fresh, page_of, qtbot):
    page = page_of("stance")
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.back_button)
    assert wanted.args == ["first"]
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.next_button)
    assert wanted.args == ["definition"]
    page = page_of("training")
    with qtbot.waitSignal(page.page_wanted) as wanted:
        click(qtbot, page.back_button)
    assert wanted.args == ["monitoring"]
    with qtbot.waitSignal(page.export_wanted):
        click(qtbot, page.next_button)


def test_no_page_is_wider_than_its_room(fresh, page_of, marked):
    fresh.answer("detail", "full")
    fresh.save_person(Person("aminah", "Aminah binti Abdul Rahman", {"en": "Assistant manager of the shop"}))
    marked()
    for page_id in [step.id for step in fresh.library.steps]:
        page = page_of(page_id)
        page.resize(500, 600)
        for card in page.cards.values():
            card.help_button.click()
        assert page.widget().minimumSizeHint().width() <= page.viewport().width(), page_id
        page.close()


def test_the_page_is_in_sight_before_all_its_cards_are_made(fresh, page_of, qtbot):
    fresh.answer("detail", "full")
    page = page_of("stance")
    page.focus_first()
    assert page.shown_cards[0].isVisible()
    made = len(page.shown_cards)
    asked = len(fresh.library.questions_of("stance"))
    assert made < asked
    qtbot.waitUntil(lambda: len(page.shown_cards) == asked)
    assert [card.question.id for card in page.shown_cards] == [q.id for q in fresh.library.questions_of("stance")]


def test_cards_that_are_made_later_do_not_push_away_the_one_in_use(fresh, qtbot):
    fresh.answer("detail", "full")
    last = fresh.library.questions_of("stance")[-2].id
    page = StepPage(fresh, "stance")
    qtbot.addWidget(page)
    page.resize(560, 400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_question(last)
    card = page.cards[last]
    before = place(page, card)
    assert len(page.shown_cards) < len(fresh.library.questions_of("stance"))
    assert len(page.cards.values()) == len(list(page.cards.values()))  # makes those above this one too
    assert len(page.shown_cards) == len(fresh.library.questions_of("stance"))
    assert place(page, card) == before
    assert card.editor.focus_target().hasFocus()


def test_the_tab_key_follows_the_page_whenever_a_card_was_made(fresh, page_of, qtbot):
    fresh.answer("detail", "full")
    page = page_of("taboo", height=300)
    ids = [question.id for question in fresh.library.questions_of("taboo")]
    page.show_question(ids[-1])
    assert len(page.cards.values()) == len(list(page.cards.values()))  # the others are made after the last
    page.cards[ids[0]].take_focus()
    met = []
    while len(met) < 200:
        card = page.card_in_use()
        if card is None:
            break
        if card.question.id not in met:
            met.append(card.question.id)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert met == [name for name in ids if page.cards[name].isVisible()]
    assert page.back_button.hasFocus()
    qtbot.keyClick(page.back_button, Qt.Key.Key_Backtab)
    assert page.cards[met[-1]].not_sure_tick.hasFocus()


def test_not_sure_promises_what_the_policy_then_does(fresh, page_of):
    page = page_of("definition")
    fresh.answer("platforms", "not_sure")
    assert "marked space" in page.cards["platforms"].note_text
    fresh.show_form("en")
    gaps = [run.text for clause in fresh.document.clauses for run in runs_of(clause) if run.gap]
    assert any("sites and apps" in gap for gap in gaps)


def runs_of(clause):
    return [run for block in clause.blocks for run in getattr(block, "runs", ())]
