"""Several answers to tick: chips, rows, and none of them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.library import Choice
from desktop.ui import theme
from desktop.ui.editors.choices import ChoicesEditor
from desktop.ui.editors.options import Chip
from desktop.ui.flow import FlowLayout


def test_ticks_keep_the_order_of_the_question(shown, qtbot):
    editor = shown("platforms")
    qtbot.mouseClick(editor.ticks["whatsapp"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(editor.ticks["facebook"], Qt.Key.Key_Space)
    assert editor.times[-1] == ("facebook", "whatsapp")
    qtbot.keyClick(editor.ticks["facebook"], Qt.Key.Key_Space)
    qtbot.keyClick(editor.ticks["whatsapp"], Qt.Key.Key_Space)
    assert editor.times[-1] == ()


def test_short_answers_are_chips_beside_each_other_and_long_ones_rows(shown):
    chips = shown("platforms").ticks
    assert all(isinstance(chip, Chip) for chip in chips.values())
    assert chips["facebook"].y() == chips["instagram"].y()
    rows = shown("secret_kinds").ticks
    assert not any(isinstance(tick, Chip) for tick in rows.values())
    assert len({tick.y() for tick in rows.values()}) == len(rows)


def test_a_chip_is_a_check_box_for_screen_readers(shown):
    chip = shown("platforms").ticks["facebook"]
    reader = QAccessible.queryAccessibleInterface(chip)
    assert reader.role() == QAccessible.Role.CheckBox
    assert reader.text(QAccessible.Text.Name) == "Facebook"
    chip.setChecked(True)
    assert reader.state().checked


def test_arrow_keys_lead_through_chips_and_the_tab_key_stops_once(shown, qtbot):
    editor = shown("platforms")
    ticks = [*editor.ticks.values(), editor.none_tick]
    editor.focus_target().setFocus()
    assert ticks[0].hasFocus()
    qtbot.keyClick(ticks[0], Qt.Key.Key_Right)
    assert ticks[1].hasFocus()
    qtbot.keyClick(ticks[1], Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    assert below.y() > ticks[1].y()
    qtbot.keyClick(below, Qt.Key.Key_Up)
    assert QApplication.focusWidget().y() == ticks[0].y()
    ticks[0].setFocus()
    qtbot.keyClick(ticks[0], Qt.Key.Key_Left)
    assert ticks[-1].hasFocus()
    assert [tick for tick in ticks if tick.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus] == [
        ticks[-1]
    ]
    assert not editor.times


def test_none_of_these_is_an_answer_that_can_be_taken_back(shown, qtbot):
    editor = shown("platforms")
    assert editor.value() is None
    qtbot.mouseClick(editor.none_tick, Qt.MouseButton.LeftButton)
    assert editor.times == [()]
    qtbot.mouseClick(editor.ticks["tiktok"], Qt.MouseButton.LeftButton)
    assert editor.times[-1] == ("tiktok",)
    assert not editor.none_tick.isChecked()
    qtbot.mouseClick(editor.none_tick, Qt.MouseButton.LeftButton)
    assert editor.times[-1] == ()
    assert not editor.ticks["tiktok"].isChecked()
    qtbot.mouseClick(editor.none_tick, Qt.MouseButton.LeftButton)
    assert editor.times[-1] is None


def test_a_long_list_of_ticks_can_be_looked_through(fresh, qtbot):
    question = fresh.library.question["platforms"]
    more = tuple(Choice(f"c{n}", {"ms": f"Laman {n}", "en": f"Site {n}"}) for n in range(10))
    editor = ChoicesEditor(fresh, replace(question, choices=question.choices + more))
    qtbot.addWidget(editor)
    editor.show()
    editor.set_value(("facebook",))
    qtbot.keyClicks(editor.filter_field, "SITE 3")
    assert [code for code, tick in editor.ticks.items() if tick.isVisible()] == ["c3"]
    assert editor.focus_target() is editor.ticks["c3"]
    assert editor.value() == ("facebook",)
    qtbot.keyClicks(editor.filter_field, "x")
    assert editor._nothing_label.isVisible()
    qtbot.keyClick(editor.filter_field, Qt.Key.Key_Escape)
    assert editor.ticks["facebook"].isVisible()
    assert not editor._nothing_label.isVisible()


def test_words_wider_than_the_room_break_instead_of_being_cut(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout()
    chip = Chip()
    chip.setText("a great many words that do not fit beside each other in so little room")
    flow.add(chip)
    box.setLayout(flow)
    box.resize(200, 300)
    box.show()
    assert chip.width() <= 200
    assert chip.height() == chip.heightForWidth(chip.width()) > theme.TARGET
