"""One editor for each kind of answer."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop import i18n
from desktop.core.answers import Account, Person
from desktop.core.library import Kind
from desktop.ui import qt_words, theme
from desktop.ui.editors.choice import ChoiceEditor, LongChoiceEditor

AMINAH = Person("aminah", "Aminah Yusof", {"ms": "Pemilik", "en": "Owner"})
RAVI = Person("ravi", "Ravi Kumar")


VALUES = [
    ("business_name", None, "Kedai Kita"),
    ("own_definition", None, {"ms": "satu\ndua", "en": "one\ntwo"}),
    ("own_definition", Kind.TEXT, {"ms": "satu"}),
    ("business_values", None, ({"ms": "Jujur", "en": "Honest"}, {"en": "Kind"})),
    ("staff_count", None, 12),
    ("effective_date", None, date(2027, 3, 9)),
    ("films_children", None, False),
    ("films_children", None, True),
    ("posture", None, "strict"),
    ("state", None, "sarawak"),
    ("platforms", None, ("facebook", "whatsapp")),
    ("policy_owner", None, "aminah"),
    ("posters", None, ("aminah", "ravi")),
    ("company_accounts", Kind.ACCOUNT, "page"),
    ("company_accounts", None, ("page",)),
]


@pytest.mark.parametrize(("question_id", "kind", "value"), VALUES)
def test_shows_a_value_and_gives_it_back_without_calling_it_an_edit(fresh, shown, question_id, kind, value):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    fresh.save_account(Account("page", "facebook", "Kedai Roti", "aminah"))
    editor = shown(question_id, kind)
    editor.set_value(value)
    assert editor.value() == value
    editor.set_value(None)
    assert editor.value() in (None, ())
    assert not editor.times
    assert not editor.is_typing


@pytest.mark.parametrize("question_id", ["business_name", "own_definition", "business_values", "staff_count"])
def test_typing_is_handed_over_after_a_pause(shown, qtbot, question_id):
    editor = shown(question_id)
    field = editor.focus_target()
    field.setFocus()
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(field, "34")
        assert editor.is_typing
        assert not editor.times
    assert len(editor.times) == 1


@pytest.mark.parametrize("question_id", ["business_name", "own_definition", "business_values", "staff_count"])
def test_leaving_the_field_hands_over_at_once(shown, qtbot, question_id):
    editor = shown(question_id)
    field = editor.focus_target()
    field.setFocus()
    qtbot.keyClicks(field, "34")
    field.clearFocus()
    assert len(editor.times) == 1
    assert not editor.is_typing
    editor.flush()
    assert len(editor.times) == 1


def test_what_is_shown_already_is_not_typed_over(shown, qtbot):
    editor = shown("business_name")
    qtbot.keyClicks(editor.field, "Kedai Kita ")
    editor.field.setCursorPosition(3)
    editor.set_value("Kedai Kita")
    assert editor.field.text() == "Kedai Kita "
    assert editor.field.cursorPosition() == 3


def test_a_click_on_the_chosen_answer_takes_it_as_ones_own(shown, qtbot):
    editor = shown("posture")
    editor.set_value("balanced")
    qtbot.mouseClick(editor.buttons["balanced"], Qt.MouseButton.LeftButton)
    assert editor.times == ["balanced"]


def test_the_tab_key_leads_to_the_chosen_answer(shown):
    editor = shown("posture")
    editor.set_value("balanced")
    stops = [code for code, button in editor.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["balanced"]
    editor.set_value(None)
    stops = [code for code, button in editor.buttons.items() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["open"]


def test_arrow_keys_move_through_choices(shown, qtbot):
    editor = shown("posture")
    editor.set_value("balanced")
    editor.focus_target().setFocus()
    qtbot.keyClick(editor.buttons["balanced"], Qt.Key.Key_Down)
    assert editor.value() == "strict"
    assert editor.times == ["strict"]


def test_a_long_list_of_choices_is_a_combo_box_and_a_short_one_is_not(shown):
    assert isinstance(shown("state"), LongChoiceEditor)
    assert isinstance(shown("sector"), ChoiceEditor)


def test_the_wheel_never_changes_an_answer(shown):
    editor = shown("state")
    editor.set_value("perak")
    wheel = QWheelEvent(
        QPointF(5, 5),
        editor.box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, wheel)
    assert editor.value() == "perak"


def test_choosing_in_the_combo_box_is_an_edit(shown, qtbot):
    editor = shown("state")
    editor.box.setFocus()
    qtbot.keyClick(editor.box, Qt.Key.Key_Down)
    assert editor.times == ["johor"]


def test_long_words_wrap_instead_of_being_cut(shown):
    button = shown("posture").buttons["balanced"]
    assert button.heightForWidth(200) > button.heightForWidth(900)


@pytest.mark.parametrize(("typed", "value"), [("12", 12), (" 1 2 ", 12), ("a few", "a few"), ("", None), ("-3", -3)])
def test_numbers_are_read_leniently_and_the_rest_is_handed_on(shown, typed, value):
    editor = shown("staff_count")
    editor.field.setText(typed)
    assert editor.value() == value


def test_arrow_keys_move_a_number_within_its_range(shown, qtbot):
    editor = shown("staff_count")
    editor.set_value(2)
    for _step in range(3):
        qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    assert editor.value() == 1
    qtbot.keyClick(editor.field, Qt.Key.Key_Up)
    editor.flush()
    assert editor.times == [2]


def test_no_date_yet_can_be_taken_back_and_given_again(shown, qtbot):
    editor = shown("effective_date")
    assert editor.none_tick.isChecked()
    qtbot.keyClick(editor.none_tick, Qt.Key.Key_Space)
    assert editor.times == [date(2027, 1, 4)]
    editor.field.setDate(editor.field.date().addDays(1))
    editor.flush()
    assert editor.times[-1] == date(2027, 1, 5)
    qtbot.keyClick(editor.none_tick, Qt.Key.Key_Space)
    assert editor.times[-1] is None
    assert not editor.field.isEnabled()


def test_the_missing_language_is_pointed_out_once_something_is_written(shown, qtbot):
    editor = shown("own_definition")
    assert editor.missing_label.isHidden()
    qtbot.keyClicks(editor.fields["ms"], "Apa-apa")
    assert "English" in editor.missing_label.text()
    qtbot.keyClicks(editor.fields["en"], "Anything")
    assert editor.missing_label.isHidden()


def test_a_long_list_finds_the_names_of_the_other_language_too(shown, qtbot):
    editor = shown("state")
    editor.box.setFocus()
    qtbot.keyClicks(editor.box, "pulau")
    assert editor.value() == "penang"
    assert editor.box.currentText() == "Penang"


def test_the_language_of_the_interface_comes_first_and_takes_the_cursor(shown, qapp):
    editor = shown("own_definition")
    for language, other in (("en", "ms"), ("ms", "en")):
        i18n.use(language)
        qt_words.announce(qapp)
        qapp.processEvents()
        editor.layout().activate()
        assert editor.focus_target() is editor.fields[language]
        assert editor.fields[language].y() < editor.fields[other].y()
    i18n.use("en")


def test_lines_in_one_language_each_miss_both(shown):
    editor = shown("watch_words")
    editor.set_value(({"ms": "rempah"}, {"en": "pepper"}))
    editor.retranslate()
    assert "Bahasa Melayu, English" in editor.missing_label.text()


def test_no_language_is_missing_that_the_document_does_not_use(fresh, shown, qtbot):
    fresh.answer("document_language", "ms")
    editor = shown("own_definition")
    qtbot.keyClicks(editor.fields["ms"], "Apa-apa")
    assert editor.missing_label.isHidden()


def test_lines_are_added_and_removed_by_keyboard(shown, qtbot):
    editor = shown("business_values")
    first = editor.lines[0].fields["ms"]
    first.setFocus()
    qtbot.keyClicks(first, "Jujur")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    second = editor.lines[1].fields["ms"]
    assert second.hasFocus()
    qtbot.keyClicks(second, "Mesra")
    editor.flush()
    assert editor.value() == ({"ms": "Jujur"}, {"ms": "Mesra"})
    second.clear()
    qtbot.keyClick(second, Qt.Key.Key_Backspace)
    assert len(editor.lines) == 1
    assert first.hasFocus()
    assert editor.value() == ({"ms": "Jujur"},)


def test_a_line_in_the_middle_is_removed_by_its_button(shown, qtbot):
    editor = shown("business_values")
    editor.set_value(({"ms": "satu"}, {"ms": "dua"}, {"ms": "tiga"}))
    qtbot.mouseClick(editor.lines[1].remove_button, Qt.MouseButton.LeftButton)
    assert editor.times == [({"ms": "satu"}, {"ms": "tiga"})]
    for _line in range(2):
        qtbot.mouseClick(editor.lines[0].remove_button, Qt.MouseButton.LeftButton)
    assert editor.times[-1] is None
    assert len(editor.lines) == 1


def test_a_new_line_comes_next_for_the_tab_key(shown, qtbot):
    editor = shown("business_values")
    editor.set_value(({"ms": "satu"}, {"ms": "dua"}))
    field = editor.lines[0].fields["ms"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    order = [line.fields["ms"] for line in editor.lines]
    assert order[1].hasFocus()
    widget = order[1]
    stops = []
    while widget is not editor.add_button:
        widget = widget.nextInFocusChain()
        if isinstance(widget, QLineEdit):
            stops.append(widget)
    assert stops == [order[1].parent().fields["en"], *order[2].parent().fields.values()]


@pytest.mark.parametrize(("question_id", "kind", "value"), VALUES)
def test_another_language_leaves_values_alone(fresh, shown, marked, question_id, kind, value):
    fresh.save_person(AMINAH)
    fresh.save_person(RAVI)
    fresh.save_account(Account("page", "facebook", "Kedai Roti", "aminah"))
    editor = shown(question_id, kind)
    editor.set_value(value)
    marked()
    assert editor.value() == value
    assert not editor.times


@pytest.mark.parametrize("question_id", ["platforms", "secret_kinds", "posture", "films_children", "effective_date"])
def test_whatever_is_pressed_is_large_enough(shown, question_id):
    editor = shown(question_id)
    for button in editor.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= theme.TARGET


def test_a_box_says_that_nothing_is_chosen_yet(shown):
    box = shown("state").box
    assert box.placeholderText() == "Choose…"
    told = box.grab().toImage()
    box.setPlaceholderText("")
    assert box.grab().toImage() != told
