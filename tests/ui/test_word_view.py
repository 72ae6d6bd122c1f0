"""Words to search for, lines to copy, tools."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.core.answers import Person
from desktop.core.watch.choices import WatchWords
from desktop.core.watch.watch_words import WordKind
from desktop.ui.watch.words.word_view import WordView
from tests.ui.accessible import stumbles


@pytest.fixture
def view(fresh, qtbot):
    fresh.save_person(Person("aminah", "Aminah Yusof"))
    fresh.answer("monitoring_stand", "public_mentions")
    made = WordView(fresh)
    qtbot.addWidget(made)
    made.resize(820, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def lines(view):
    return " ".join(view.search_panel.lines)


def test_the_name_of_the_firm_is_ready_to_be_searched(view):
    assert "seri murni" in view.groups[WordKind.FIRM].chips
    assert '"Seri Murni"' in lines(view)
    view.focus_first()
    assert view.search_panel.place_box.hasFocus()


def test_a_word_is_left_out_and_comes_back(fresh, view, qtbot):
    chip = view.groups[WordKind.FIRM].chips["seri murni"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert fresh.answers.watch.words.left_out == ("seri murni",)
    assert '"Seri Murni"' not in lines(view)
    assert not chip.isChecked()
    assert chip.hasFocus()
    fresh.undo()
    assert chip.isChecked()
    assert '"Seri Murni"' in lines(view)


def test_a_word_is_added_once(fresh, view, qtbot):
    for words in ("  Kak   Nah roti ", "kak nah roti", ""):
        view.add_field.setText(words)
        qtbot.keyClick(view.add_field, Qt.Key.Key_Return)
    assert fresh.answers.watch.words.added == ("Kak Nah roti",)
    assert '"Kak Nah roti"' in lines(view)
    assert view.add_field.text() == ""
    fresh.watch.set_words(WatchWords(added=("Kak Nah roti",), left_out=("kak nah roti",)))
    view.add_field.setText("Kak Nah roti")
    qtbot.mouseClick(view.add_button, Qt.MouseButton.LeftButton)
    assert fresh.answers.watch.words == WatchWords(added=("Kak Nah roti",))


def test_a_password_is_no_word(fresh, view, qtbot):
    view.add_field.setText("password: mentega88")
    qtbot.mouseClick(view.add_button, Qt.MouseButton.LeftButton)
    assert view.error_label.isVisible()
    assert fresh.answers.watch.words == WatchWords()
    view.add_field.setText("mentega")
    assert not view.error_label.isVisible()


def test_a_name_is_searched_for_only_once_its_owner_agreed(fresh, view):
    tick = view.person_ticks["aminah"]
    assert not tick.isChecked()
    assert "Aminah" not in lines(view)
    tick.click()
    assert fresh.answers.watch.words.people == ("aminah",)
    assert '"Aminah Yusof"' in lines(view)
    tick.click()
    assert fresh.answers.watch.words.people == ()


def test_a_line_is_copied_and_that_is_said(view, qtbot):
    qtbot.mouseClick(view.search_panel.copy_buttons[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == view.search_panel.lines[0]
    assert view.search_panel.copy_buttons[0].text() == "Copied"


def test_the_line_that_was_copied_last_is_marked(view, qtbot):
    panel = view.search_panel
    panel.place_box.setCurrentIndex(panel.place_box.findData("instagram"))
    assert len(panel.copy_buttons) > 1
    for place in (0, 1):
        panel.copy_buttons[place].click()
        assert [button.text() for button in panel.copy_buttons].index("Copied") == place
    assert [button.text() for button in panel.copy_buttons].count("Copied") == 1
    assert panel.copy_buttons[1].sizeHint().width() <= panel.copy_buttons[0].minimumWidth(), "nothing moves"


def test_another_place_has_its_own_lines(view):
    box = view.search_panel.place_box
    box.setCurrentIndex(box.findData("instagram"))
    assert view.search_panel.lines[0].startswith("#")
    view.refresh()
    assert box.currentData() == "instagram"


def test_a_firm_that_does_not_search_is_told_so_calmly(fresh, view, qtbot):
    assert view.stand_frame.isHidden()
    fresh.answer("monitoring_stand", "own_pages")
    assert view.stand_frame.isVisible()
    with qtbot.waitSignal(view.question_wanted) as told:
        qtbot.mouseClick(view.stand_button, Qt.MouseButton.LeftButton)
    assert told.args == ["monitoring_stand"]


def test_tools_are_told_with_their_month_when_they_are_opened(fresh, view, qtbot):
    assert view.tool_list.text == ""
    qtbot.mouseClick(view.tool_list.fold_button, Qt.MouseButton.LeftButton)
    assert len(fresh.library.tools) == view.tool_list.text.count("Good for:")
    assert "Google Alerts · free · as at November 2026" in view.tool_list.text


def test_every_word_follows_the_language(view, marked):
    view.tool_list.fold_button.click()
    marked()
    assert view.add_button.text().startswith("«")
    assert view.search_panel.copy_buttons[0].text() == "«Copy»"
    assert view.tool_list.text.startswith("«")
    assert view.person_ticks["aminah"].text().startswith("«")


def test_the_keyboard_reaches_everything_and_all_is_named(view):
    assert stumbles(view) == []
