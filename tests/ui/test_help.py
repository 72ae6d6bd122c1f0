"""Help: its window, the words explained, and the pop-over."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolButton, QWidget

from desktop import i18n
from desktop.content.guide import Guide, load_guide
from desktop.ui import qt_words, theme
from desktop.ui.help.book import WORDS, Book
from desktop.ui.help.glossary_popover import GlossaryPopover, show_term, tell_linked
from desktop.ui.help.help_window import HelpWindow

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # windows that are drawn nowhere


@pytest.fixture
def main(dressed, qtbot):
    """A window that Help belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def help_window(main, qtbot):
    made = HelpWindow(main)
    made.show_topic("check-up")
    made.resize(860, 600)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def speak(dressed):
    def switch(language):
        qt_words.switch(dressed, language)
        dressed.processEvents()

    yield switch
    qt_words.switch(dressed, "en")
    dressed.processEvents()


def test_the_page_of_the_screen_in_use(help_window):
    assert help_window.shown == "check-up"
    assert help_window.page.toPlainText().startswith("The check-up\n")
    assert help_window.list.targets[help_window.list.currentRow()] == "check-up"
    assert not help_window.isModal()


def test_another_look_is_taken_over_once_the_program_wears_it(help_window, dressed, speak, qtbot):
    speak("ms")
    speak("en")
    try:
        for look, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
            theme.use(look)  # drawing anew in the middle of it ended the program
            qtbot.waitUntil(lambda colours=colours: colours.accent in help_window.page.document().defaultStyleSheet())
        assert help_window.page.toPlainText().startswith("The check-up\n")
    finally:
        theme.use("system")


def test_a_screen_without_a_page_of_its_own_opens_the_first_one(help_window):
    help_window.show_topic("nowhere")
    assert help_window.shown == load_guide().written[0].id


def test_the_list_names_every_topic(help_window):
    written = [topic.id for topic in load_guide().written]
    assert help_window.list.targets == [*written, WORDS]


def test_the_same_page_in_the_other_language(help_window, speak):
    help_window.search_field.setText("semakan")
    speak("ms")
    assert help_window.shown == "check-up"
    assert help_window.page.toPlainText().startswith("Semakan\n")
    assert help_window.list.targets[0] == "check-up#s0"


def test_the_made_up_language_reaches_every_word(help_window, marked):
    help_window.show_topic(WORDS)
    help_window.search_field.setText("zzzz")
    marked()
    assert help_window.page.toPlainText().startswith("«Words explained»\n«")
    told = {help_window.windowTitle(), help_window.nothing_label.text(), help_window.search_field.placeholderText()}
    told |= {button.accessibleName() for button in help_window.findChildren(QToolButton) if button.accessibleName()}
    assert all("«" in words for words in told), told


def test_search_leads_to_the_place_and_marks_the_words(help_window, qtbot):
    help_window.search_field.setFocus()
    qtbot.keyClicks(help_window.search_field, "lawyer pack")
    assert help_window.list.targets[0].startswith("check-up#s")
    qtbot.keyClick(help_window.search_field, Qt.Key.Key_Return)
    assert help_window.shown == "check-up"
    marked_words = {selection.cursor.selectedText().lower() for selection in help_window.page.extraSelections()}
    assert marked_words == {"lawyer", "pack"}


def test_words_of_either_language_are_found(help_window):
    help_window.search_field.setText("fitnah")
    assert help_window.list.targets[0] == "words#defamation"
    help_window.list.choose_first()
    assert help_window.shown == WORDS
    assert help_window.page.verticalScrollBar().value() > 0


def test_nothing_found_says_so(help_window):
    help_window.search_field.setText("zzzz")
    assert help_window.nothing_label.isVisible()
    assert not help_window.list.isVisible()
    help_window.search_field.clear()
    assert not help_window.nothing_label.isVisible()
    assert help_window.list.isVisible()


def test_the_arrow_down_leads_from_the_search_to_what_was_found(help_window, qtbot):
    qtbot.keyClick(help_window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert help_window.search_field.hasFocus()
    qtbot.keyClicks(help_window.search_field, "consent")
    qtbot.keyClick(help_window.search_field, Qt.Key.Key_Down)
    assert help_window.list.hasFocus()
    assert help_window.list.currentRow() == 0


def test_back_and_forward(help_window, qtbot):
    assert not help_window.back_button.isEnabled()
    help_window.list.chosen.emit(WORDS)
    assert help_window.shown == WORDS
    qtbot.keyClick(help_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_window.shown == "check-up"
    qtbot.mouseClick(help_window.forward_button, Qt.MouseButton.LeftButton)
    assert help_window.shown == WORDS
    assert not help_window.forward_button.isEnabled()


def test_a_link_leads_to_its_page(help_window):
    help_window.page.anchorClicked.emit(QUrl(f"topic:{WORDS}"))
    assert help_window.shown == WORDS
    assert help_window.back_button.isEnabled()


def test_escape_empties_the_search_then_closes(help_window, qtbot):
    help_window.search_field.setText("consent")
    qtbot.keyClick(help_window.search_field, Qt.Key.Key_Escape)
    assert help_window.search_field.text() == ""
    qtbot.keyClick(help_window.search_field, Qt.Key.Key_Escape)
    assert not help_window.isVisible()


def test_it_remembers_nothing(help_window):
    help_window.list.chosen.emit(WORDS)
    help_window.search_field.setText("consent")
    help_window.close()
    help_window.show_topic("check-up")
    assert help_window.search_field.text() == ""
    assert not help_window.back_button.isEnabled()


def test_larger_letters_and_back(help_window, qtbot):
    before = help_window.page.document().defaultFont().pointSizeF()
    qtbot.mouseClick(help_window.larger_button, Qt.MouseButton.LeftButton)
    assert help_window.page.document().defaultFont().pointSizeF() > before
    assert help_window.page.toPlainText().startswith("The check-up\n")
    qtbot.keyClick(help_window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert help_window.page.document().defaultFont().pointSizeF() == before


@pytest.mark.parametrize("width", [440, 1])
def test_in_a_narrow_window_no_button_lies_on_the_search(help_window, qtbot, width):
    help_window.resize(width, 600)
    qtbot.waitUntil(help_window.list_button.isVisible)
    help_window.layout().activate()
    assert help_window.search_field.geometry().right() < help_window.smaller_button.geometry().left()
    assert help_window.larger_button.geometry().right() < help_window.width()


def test_in_a_narrow_window_list_and_page_take_turns(help_window, qtbot, qapp):
    assert help_window.list.isVisible()
    assert help_window.page.isVisible()
    assert not help_window.list_button.isVisible()
    help_window.resize(420, 600)
    qapp.processEvents()
    assert not help_window.list.isVisible()
    qtbot.mouseClick(help_window.list_button, Qt.MouseButton.LeftButton)
    assert help_window.list.isVisible()
    assert not help_window.page.isVisible()
    help_window.list.chosen.emit(WORDS)
    assert help_window.page.isVisible()
    assert not help_window.list.isVisible()


def test_pictures_are_never_wider_than_the_page(help_window, qapp):
    for width in (860, 420):
        help_window.resize(width, 600)
        qapp.processEvents()
        assert "<img" in help_window.page.toHtml()
        assert help_window.page.document().idealWidth() <= help_window.page.viewport().width() + 1
        assert not help_window.page.horizontalScrollBar().isVisible()


def test_every_control_has_a_name(help_window):
    controls = [*help_window.findChildren(QAbstractButton), *help_window.findChildren(QLineEdit)]
    for control in controls:
        if control.parent() is not help_window.search_field:  # the button that empties it is Qt's own
            assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control
    assert help_window.page.accessibleName() == "The check-up"
    assert help_window.list.accessibleName()


def test_a_word_is_a_link_where_a_page_uses_it_first(tmp_path, library):
    (tmp_path / "topics.toml").write_text('[[topic]]\nid = "a"\ntitle.en = "A"\n', encoding="utf-8")
    (tmp_path / "a.en.md").write_text("# Consent\n\nAsk for consent.\n\nOnly consent **consent** counts.\n", "utf-8")
    html = Book(Guide(tmp_path), library).html("a", lambda _path: 0)
    assert html.count("word:consent") == 1
    assert '<p>Ask for <a href="word:consent">consent</a>.</p>' in html


def test_the_words_explained_name_both_languages(library, speak):
    book = Book(load_guide(), library)
    assert "<b>defamation</b>" in book.html(WORDS, lambda _path: 0)
    assert "fitnah" in book.html(WORDS, lambda _path: 0)
    speak("ms")
    assert "<b>fitnah</b>" in Book(load_guide(), library).html(WORDS, lambda _path: 0)


@pytest.fixture
def button(main, qtbot):
    made = QToolButton(main)
    made.setText("?")
    made.move(20, 20)
    made.show()
    made.setFocus()
    return made


def test_the_pop_over_explains_a_word_near_its_place(button, speak):
    popover = show_term(button, "defamation")
    assert popover.isVisible()
    assert popover.term_label.text() == "defamation"
    assert "fitnah" in popover.sides_label.text()
    assert popover.means_label.text()
    assert abs(popover.y() - button.mapToGlobal(QPoint(0, button.height())).y()) < 20
    assert popover.accessibleName() == "defamation"
    assert popover.close_button.accessibleName()
    speak("ms")
    assert popover.term_label.text() == "fitnah"
    assert "defamation" in popover.sides_label.text()
    popover.close()


def test_the_pop_over_goes_with_escape(button, qtbot):
    popover = show_term(button, "consent")
    with qtbot.waitSignal(popover.destroyed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)


def test_the_pop_over_of_a_law_says_how_fresh_it_is(button):
    popover = show_term(button, "pdpa-2010")
    assert popover.more_label.text() == "As far as known in September 2026."
    popover.close()


def test_the_pop_over_stays_on_the_screen(button):
    screen = button.screen().availableGeometry()
    popover = show_term(button, "consent", screen.bottomRight())
    assert screen.contains(popover.geometry())
    popover.close()


def test_an_unknown_word_opens_nothing(button):
    assert show_term(button, "nothing") is None


def test_a_label_opens_the_pop_over_of_a_word_in_it(main, library, qtbot):
    label = QLabel(main)
    label.show()
    tell_linked(label, "Ask for consent first.", library)
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus or label.text() != "Ask for consent first."
    label.linkActivated.emit("word:consent")
    popover = label.findChild(GlossaryPopover)
    assert popover.term_label.text() == "consent"
    popover.close()
    tell_linked(label, "Nothing to explain.", library)
    assert label.text() == "Nothing to explain."
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction


def test_links_are_told_once_however_often_the_words_are_set(main, library):
    label = QLabel(main)
    for _time in range(3):
        tell_linked(label, "Ask for consent first.", library)
    label.linkActivated.emit("word:consent")
    popovers = label.findChildren(GlossaryPopover)
    assert len(popovers) == 1
    popovers[0].close()


def test_a_word_in_a_page_is_a_link_that_opens_the_pop_over(help_window):
    help_window.page.anchorClicked.emit(QUrl("word:consent"))
    popover = help_window.page.findChild(GlossaryPopover)
    assert popover.term_label.text() == "consent"
    assert help_window.shown == "check-up"
    popover.close()


def test_the_language_of_help_is_the_language_of_the_interface(main, speak):
    speak("ms")
    made = HelpWindow(main)
    made.show_topic("check-up")
    assert i18n.current() == "ms"
    assert made.page.toPlainText().startswith("Semakan\n")


def test_a_dialog_has_its_topic_too(window, qtbot):
    window.open_sample("bakery")
    window.dialogs.export()
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    (guide,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible()]
    assert guide.shown == "export"
    qtbot.keyClicks(guide.search_field, "folder")  # the dialog does not block it
    assert guide.search_field.text() == "folder"
    dialog.close()
    window.close()
    assert not guide.isVisible()
