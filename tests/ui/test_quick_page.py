"""The quick way: essential questions, one or two at a time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.core.answers import Person
from desktop.store.business_file import BusinessFile
from desktop.ui.questions.card_desk import CardDesk
from desktop.ui.questions.tab_order import stops
from desktop.ui.session import Session
from tests.ui.quick_pages import essential, in_sight, press, shown_page


@pytest.fixture
def page_of(qtbot):
    """The page for a session, in a window of its own."""
    return lambda session, **size: shown_page(qtbot, session, **size)


@pytest.fixture
def page(fresh, page_of):
    return page_of(fresh)


def test_it_begins_at_the_first_open_question_and_says_how_far_it_is(page):
    assert in_sight(page) == ["business_name", "sector"]
    assert page.cards["sector"].editor.focus_target().hasFocus()
    assert page.head.count_label.text() == "Questions 1–2 of 13"
    assert (page.head.progress_bar.value(), page.head.progress_bar.maximum()) == (1, 13)
    assert not page.back_button.isEnabled()


def test_it_holds_every_essential_question_in_order(fresh, page):
    assert list(page.cards) == essential(fresh)


def test_next_and_back_lead_through_all_of_it(fresh, page, qtbot):
    seen = [in_sight(page)]
    while not page.shows_summary:
        press(qtbot, page.next_button)
        seen.append(in_sight(page))
    assert [name for group in seen for name in group] == essential(fresh)
    assert page.summary.isVisible()
    assert page.summary.open_button.hasFocus()
    page.show_question("document_language")
    assert page.head.count_label.text() == "Question 13 of 13"
    assert page.next_button.text() == "Finish"
    press(qtbot, page.back_button)
    assert in_sight(page) == ["spokesperson"]


def test_the_button_says_when_going_on_leaves_something_open(fresh, page, qtbot):
    assert page.next_button.text() == "Skip for now"
    press(qtbot, page.cards["sector"].editor.buttons["food"])
    assert page.next_button.text() == "Next"
    fresh.undo()
    assert page.next_button.text() == "Skip for now"


def test_going_on_keeps_a_suggestion_as_the_answer(fresh, page, qtbot):
    page.show_question("posture")
    assert page.next_button.text() == "Next"
    press(qtbot, page.cards["detail"].editor.buttons["short"])
    press(qtbot, page.next_button)
    assert fresh.answers.values["posture"] == "balanced"
    assert fresh.answers.values["detail"] == "short"
    assert in_sight(page) == ["monitoring_stand"]
    fresh.undo()
    assert "posture" not in fresh.answers.values


def test_return_goes_to_the_next_open_question_and_then_on_but_skips_nothing(fresh, page, qtbot):
    page.show_question("state")
    state, staff = page.cards["state"], page.cards["staff_count"]
    fresh.answer("state", "perak")
    qtbot.keyClick(state.editor.box, Qt.Key.Key_Return)
    assert staff.editor.field.hasFocus()
    qtbot.keyClick(staff.editor.field, Qt.Key.Key_Return)
    assert staff.editor.field.hasFocus()  # nothing is filled in
    qtbot.keyClicks(staff.editor.field, "6")
    qtbot.keyClick(staff.editor.field, Qt.Key.Key_Return)
    assert fresh.answers.values["staff_count"] == 6
    assert in_sight(page) == ["posture", "detail"]
    radio = page.cards["posture"].editor.focus_target()
    assert radio.hasFocus()
    qtbot.keyClick(radio, Qt.Key.Key_Return)
    qtbot.keyClick(page.cards["detail"].editor.focus_target(), Qt.Key.Key_Return)
    assert in_sight(page) == ["monitoring_stand"]


def test_what_does_not_fit_stays_in_sight(fresh, page, qtbot):
    page.show_question("staff_count")
    field = page.cards["staff_count"].editor.field
    field.setFocus()
    qtbot.keyClicks(field, "900")
    press(qtbot, page.next_button)
    assert page.cards["staff_count"].error_label.isVisible()
    assert field.hasFocus()
    assert in_sight(page) == ["state", "staff_count"]


def test_a_person_half_added_is_not_lost_by_going_on(fresh, page, qtbot):
    page.show_question("policy_owner")
    editor = page.cards["policy_owner"].editor
    press(qtbot, editor.add_button)
    qtbot.keyClicks(editor.form.name_field, "Aminah")
    press(qtbot, page.next_button)
    assert fresh.answers.values["policy_owner"] == "aminah"
    assert in_sight(page) == ["spokesperson"]


def test_a_question_that_vanishes_takes_nothing_with_it(fresh, page_of, library, clock, tmp_path):
    asked = tuple(
        replace(question, when="sector == 'food'") if question.id == "state" else question
        for question in library.questions
    )
    changed = replace(library, questions=asked)
    file = BusinessFile.create(tmp_path / "other.dasar", content_version=changed.version, now=clock())
    session = Session(changed, file, clock)
    page = page_of(session)
    session.answer("business_name", "Kedai")
    session.answer("sector", "food")
    page.show_question("state")
    assert page.head.count_label.text() == "Questions 3–4 of 13"
    session.answer("sector", "retail")
    assert in_sight(page)[0] == "staff_count"
    assert "state" not in in_sight(page)
    assert page.head.count_label.text() == "Questions 3–4 of 12"
    session.undo()
    assert page.head.count_label.text() == "Questions 3–4 of 13"
    assert in_sight(page) == ["state", "staff_count"]
    session.close()


def test_the_window_can_ask_whether_a_question_is_in_sight(fresh, page_of):
    page = page_of(fresh, height=800)
    assert page.shows("sector")
    assert not page.shows("state")
    page.show_question("state")
    assert page.shows("state")
    assert not page.shows("sector")


def test_undo_of_an_answer_on_another_screen_leaves_this_one(fresh, page, qtbot):
    press(qtbot, page.cards["sector"].editor.buttons["food"])
    press(qtbot, page.next_button)
    fresh.undo()
    assert in_sight(page) == ["state", "staff_count"]
    page.focus_first()
    assert in_sight(page) == ["business_name", "sector"]


def test_a_file_to_look_at_is_leafed_through_and_left_as_it_is(fresh, page_of, library, clock, qtbot):
    file = BusinessFile.open(fresh.file.path, now=clock(), writable=False)
    looked_at = Session(library, file, clock)
    page = page_of(looked_at)
    while not page.shows_summary:
        assert page.next_button.text() in ("Next", "Finish")
        qtbot.keyClick(page.next_button if len(in_sight(page)) == 1 else page, Qt.Key.Key_Return)
    assert not page.summary.open_button.isVisible()
    assert looked_at.answers.values == {"business_name": "Kedai Roti Seri Murni"}
    looked_at.close()


def test_a_hidden_page_catches_up(fresh, page):
    page.hide()
    fresh.answer("business_name", "Kedai Lain")
    page.show()
    assert page.cards["business_name"].editor.field.text() == "Kedai Lain"


def test_a_question_leads_to_its_clause_in_the_policy(fresh, page, qtbot):
    card = page.cards["sector"]
    assert CardDesk.of(fresh).is_in_policy("sector")
    assert card.clause_button.isVisible()
    with qtbot.waitSignal(page.in_policy_wanted) as wanted:
        press(qtbot, card.clause_button)
    assert wanted.args == ["sector"]
    assert CardDesk.of(fresh).is_in_policy("policy_owner")  # its name is printed
    assert not CardDesk.of(fresh).is_in_policy("platforms")
    assert page.cards["platforms"].clause_button.isHidden()


def test_help_that_is_kept_open_is_open_everywhere_and_next_time(fresh, page, page_of, qtbot):
    card = page.cards["sector"]
    press(qtbot, card.help_button)
    assert not page.cards["business_name"].is_help_open
    qtbot.keyClick(card.help_panel.keep_tick, Qt.Key.Key_Space)
    assert all(each.is_help_open for each in page.cards.values())
    again = page_of(fresh)
    assert again.cards["sector"].help_panel.isVisible()
    assert fresh.file.setting("help_open") == "yes"
    again.cards["sector"].help_panel.keep_tick.setFocus()
    qtbot.keyClick(again.cards["sector"].help_panel.keep_tick, Qt.Key.Key_Space)
    assert again.cards["sector"].is_help_open  # the keyboard is in it
    assert not page.cards["sector"].is_help_open
    assert not fresh.file.undo_label  # it is no change of the policy


def test_the_tab_key_goes_through_the_questions_and_then_on(fresh, page, qtbot):
    page.show_question("staff_count")
    stops = []
    page.cards["state"].editor.box.setFocus()
    while not stops or stops[-1] is not page.next_button:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 20
    staff = page.cards["staff_count"]
    assert stops.index(staff.editor.field) < stops.index(staff.help_button) < stops.index(staff.not_sure_tick)
    assert stops.index(page.cards["state"].not_sure_tick) < stops.index(staff.editor.field)
    qtbot.keyClick(page.next_button, Qt.Key.Key_Backtab)
    assert staff.not_sure_tick.hasFocus()


def test_return_stays_where_something_could_not_be_kept(page, qtbot):
    page.show_question("staff_count")
    field = page.cards["staff_count"].editor.field
    qtbot.keyClicks(field, "9999999")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.cards["staff_count"].has_error
    assert field.hasFocus()


def test_the_tab_key_leads_round_the_whole_window_and_comes_back_to_the_first_question(window, fresh, qtbot):
    fresh.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_file(fresh.file.path)
    page = window.work_page.page
    page.cards["business_name"].take_focus()
    stops = []
    while len(stops) < 60:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        if stops[-1] is page.cards["business_name"].editor.focus_target():
            break
    assert {window.header.home_button, window.work_page.step_list, window.work_page.preview.paper} <= set(stops)
    assert stops[-2] is window.work_page.step_list
    qtbot.keyClick(stops[-1], Qt.Key.Key_Backtab)
    assert not page.isAncestorOf(QApplication.focusWidget())
    window.header.home_button.setFocus()
    qtbot.keyClick(window.header.home_button, Qt.Key.Key_Backtab)
    assert window.work_page.preview.paper.hasFocus()


def test_every_control_has_a_name_and_a_role_and_can_be_reached(fresh, page_of):
    fresh.save_person(Person("aminah", "Aminah"))
    page = page_of(fresh)
    seen = set()
    while True:
        controls = stops(page.scroll.widget())
        assert QApplication.focusWidget() in controls
        for control in controls:
            reader = QAccessible.queryAccessibleInterface(control)
            assert reader.text(QAccessible.Text.Name), control
            assert reader.role() != QAccessible.Role.Client, control
            seen.add(type(control).__name__)
        if page.shows_summary:
            break
        page.next_button.click()
    assert {"Radio", "Chip", "Tick", "QLineEdit", "CalmComboBox", "RegisterTable", "AnswerRow"} <= seen
