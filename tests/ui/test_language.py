"""The language changes in place: every word, and nothing else."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QScrollArea

from desktop import i18n, settings
from desktop.ui import print_words, qt_words
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.editors.registers import RegisterEditor
from desktop.ui.faults import Severity
from desktop.ui.qt_words import QT_WORDS
from desktop.ui.questions.step_page import page_ids
from desktop.ui.start.new_policy import NewPolicyDialog
from tests.ui.every_word import own_words, unmarked


def test_every_word_of_the_start_page_and_the_menus_changes(window, marked, library):
    marked()
    assert unmarked(window, own_words(library)) == []


def test_every_word_of_an_open_policy_changes(window, marked, library, qtbot):
    """Every page built, every part of every card open, and each of the states a card can be in."""
    window.open_sample("bakery")
    session, work = window.session, window.work_page
    session.answer("detail", "full")
    session.answer("posture", None)
    session.answer("state", "not_sure")
    session.answer("own_definition", {"ms": "Semua yang ditulis"})
    for page_id in page_ids(session):
        work.show_page(page_id)
        for card in work.page.cards.values():
            card.help_button.click()
            if isinstance(card.editor, RegisterEditor):
                card.editor.open_form(None)
                card.editor.form.keep()  # incomplete, which it says
    work.show_question("staff_count")
    work.page.cards["staff_count"].editor.field.setText("ramai")
    work.page.cards["staff_count"].editor.edited.emit()
    work.preview.explain("stance.purpose")
    work.preview.list_button.click()
    window.menu._offer_recent()
    marked()
    own = own_words(library, session.answers) | {"Semua yang ditulis", window.session.file.path.stem}
    own |= {str(window.session.file.path.parent)}
    assert unmarked(window, own) == []


def test_every_word_of_the_new_policy_dialog_changes(window, marked, library, clock, tmp_path):
    dialog = NewPolicyDialog(library, tmp_path, clock, window)
    dialog.show()
    dialog.name_edit.setText("Kedai")
    dialog.banner.say(i18n.message("Close"), Severity.WARNING)
    marked()
    assert unmarked(dialog, set()) == []
    assert dialog.name_edit.text() == "Kedai"


def test_every_word_of_the_export_dialog_changes(session, marked, qtbot, library):
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.make()
    qtbot.waitUntil(lambda: dialog._job is None)
    marked()
    names = {path.name for path in dialog.folder.iterdir()} | {str(path) for path in dialog.folder.iterdir()}
    assert unmarked(dialog, names | own_words(library) | {dialog.planned.text}) == []


def test_the_strip_and_the_banner_of_an_open_sample_change(window, marked):
    window.open_sample("bakery")
    window.session.answer("state", "sabah")
    marked()
    header = window.header
    assert header.sample_badge.text() == "«Sample»"
    assert "«" in header.undo_button.toolTip()
    assert window.banner.text.startswith("«")
    assert header.name_label.toolTip() == "Kedai Roti Seri Murni"
    assert unmarked(header, {"Kedai Roti Seri Murni"}) == []


def test_the_switch_keeps_focus_selection_text_and_scroll(window, marked, qapp):
    window.open_sample("bakery")
    window.work_page.show_question("business_name")
    field = window.focusWidget()
    field.setText("Kedai baharu")
    field.setSelection(2, 5)
    area = next(area for area in window.work_page.findChildren(QScrollArea) if area.isAncestorOf(field))
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    before = bar.value()
    marked()
    assert window.focusWidget() is field
    assert field.selectedText() == "dai b"
    assert field.text() == "Kedai baharu"
    assert bar.value() == pytest.approx(before, abs=bar.pageStep())


def test_the_owner_switches_with_one_press_and_the_choice_is_kept(window, qtbot, library, qapp):
    malay = window.header.language_switch.buttons["ms"]
    qtbot.mouseClick(malay, Qt.MouseButton.LeftButton)
    qapp.processEvents()
    assert i18n.current() == "ms"
    assert malay.isChecked()
    assert settings.load().language == "ms"
    assert window.locale() == QLocale("ms_MY")
    sample = library.samples[0]
    assert window.start_page.sample_cards[sample.id].words == (sample.title["ms"], sample.summary["ms"])
    window.menu._languages["en"].trigger()
    qapp.processEvents()
    assert window.start_page.sample_cards[sample.id].words[0] == sample.title["en"]


def test_qts_own_words_follow(dressed, window, marked, qtbot):
    marked()
    box = QMessageBox(window)
    standard = QMessageBox.StandardButton
    box.setStandardButtons(standard.Save | standard.Discard | standard.Cancel | standard.Yes)
    assert {button.text() for button in box.buttons()} == {"«Save»", "«Discard»", "«Cancel»", "«&Yes»"}
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    # the shortcut stands behind a tab
    words = {action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()}
    assert words == {"«&Undo»", "«&Redo»", "«Cu&t»", "«&Copy»", "«&Paste»", "«Delete»", "«Select All»"}
    menu.deleteLater()


def test_words_qt_asks_for_and_we_do_not_know_stay_as_they_are(dressed, marked):
    marked()
    assert QCoreApplication.translate("QDialog", "Something nobody lists") == "Something nobody lists"
    assert QCoreApplication.translate("QGuiApplication", "QT_LAYOUT_DIRECTION") == "QT_LAYOUT_DIRECTION"


def test_an_open_message_box_changes_with_the_language(window, marked):
    box = QMessageBox(window)
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    marked()
    close = box.button(QMessageBox.StandardButton.Close)
    assert close.text() == "«Close»"
    box.close()


def test_every_qt_word_is_marked_for_extraction_where_it_stands():
    calls = [
        node
        for module in (qt_words, print_words)
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message"
    ]
    literals = {text for call in calls if (text := ast.literal_eval(call.args[0])).isascii()}
    assert {text for text in QT_WORDS if text.isascii()} == literals


def test_the_switch_is_clicked_in_the_middle_of_a_sentence(window, qtbot):
    window.open_sample("bakery")
    window.work_page.show_question("own_definition")
    field = window.work_page.page.cards["own_definition"].editor.focus_target()
    field.selectAll()
    qtbot.keyClicks(field, "Semua yang")
    buttons = window.header.language_switch.buttons
    qtbot.mouseClick(buttons["ms"], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is field
    qtbot.keyClicks(window.focusWidget(), " ditulis")
    assert field.toPlainText() == "Semua yang ditulis"
    qtbot.mouseClick(buttons["en"], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is field


@pytest.mark.parametrize("word", ["&OK", "&Save", "&Cancel", "&Close", "Close without Saving"])
def test_buttons_are_in_malay_on_desktops_that_go_by_the_rules_of_gnome(dressed, word):
    """There Qt asks for other words for the same buttons."""
    i18n.use("ms")
    said = QCoreApplication.translate("QGnomeTheme", word)
    assert said == i18n._(word)
    assert said != word or word == "&OK"
