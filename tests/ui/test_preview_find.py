"""Finding words in the preview."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.preview.text_search import hits
from tests.ui.previews import shown_pane


@pytest.fixture
def pane(session, qtbot):
    pane = shown_pane(session, qtbot)
    session.show_form("both")
    return pane


def told(pane):
    return pane.find_bar.count_label.text()


def tinted(pane):
    """The words that are tinted, in the order of the document."""
    return [tint.cursor.selectedText() for tint in pane.paper.extraSelections()]


def type_words(pane, words):
    pane.find()
    pane.find_bar.field.setText(words)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Gambar dan gambar", "GAMBAR", ["Gambar", "gambar"]),
        ("Café, cafe\u0301 and CAFE", "café", ["Café", "cafe\u0301", "CAFE"]),
        ("it\u2019s its it's", "it's", ["it\u2019s", "it's"]),
        ("🍞🍞 roti 🍞 roti", "roti", ["roti", "roti"]),
        ("5\u00a0hari, 5 hari", "5 hari", ["5\u00a0hari", "5 hari"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Straße", "strasse", ["Straße"]),
        ("anything", "", []),
        ("anything", "  ", []),
        ("one\u2029two", "one two", []),
    ],
)
def test_case_accents_and_quotes_do_not_count(text, words, found):
    units = text.encode("utf-16-le")
    there = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in hits(text, words)]
    assert there == found


@pytest.mark.parametrize("words", ["media sosial", "social media"])
def test_words_are_found_in_both_languages(pane, words):
    type_words(pane, words)
    shown = pane.paper.toPlainText().lower().replace("\u00a0", " ")
    assert shown.count(words) > 5
    assert told(pane).endswith(f" of {shown.count(words)}")


def test_the_first_place_is_looked_at_and_tinted(pane):
    type_words(pane, "kata laluan")
    assert told(pane).startswith("1 of ")
    assert "kata laluan" in [words.lower() for words in tinted(pane)]


def test_enter_goes_on_and_shift_enter_back(pane, qtbot):
    type_words(pane, "kata laluan")
    count = int(told(pane).split()[-1])
    assert count > 2
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
    assert told(pane) == f"2 of {count}"
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told(pane) == f"{count} of {count}"
    pane.find_bar.next_button.click()
    assert told(pane) == f"1 of {count}"
    pane.find_bar.previous_button.click()
    assert told(pane) == f"{count} of {count}"


def test_every_place_comes_into_sight(pane):
    type_words(pane, "akaun")
    finder = pane.find_bar._finder
    for index in range(len(finder.hits)):
        assert finder.current == index
        line = pane.paper.cursorRect(finder._cursor(index))
        assert 0 <= line.top() < line.bottom() <= pane.paper.viewport().height()
        assert tinted(pane)
        finder.step(forward=True)


def test_the_places_follow_the_answers(session, pane):
    session.answer("business_name", "Kedai Zamrud")
    type_words(pane, "zamrud")
    before = int(told(pane).split()[-1])
    session.show_form("ms")
    assert int(told(pane).split()[-1]) < before
    session.answer("business_name", "Kedai Nilam")
    assert told(pane) == "Not found"
    assert not tinted(pane)
    assert not pane.find_bar.next_button.isEnabled()
    session.undo()
    assert int(told(pane).split()[-1]) < before
    assert {words.lower() for words in tinted(pane)} <= {"zamrud"}


def test_the_places_follow_another_document_from_the_end_of_a_long_one(session, pane):
    session.answer("detail", "full")
    type_words(pane, "a")
    bar = pane.paper.verticalScrollBar()
    for form in ("ms", "en", "both"):
        bar.setValue(bar.maximum())
        session.show_form(form)
        assert pane.find_bar._finder.hits == hits(pane.paper.document().toRawText(), "a")
    bar.setValue(bar.maximum())
    session.answer("detail", "short")
    assert pane.find_bar._finder.hits == hits(pane.paper.document().toRawText(), "a")


def test_escape_closes_and_leaves_the_cursor_at_the_words(pane, qtbot):
    type_words(pane, "kata laluan")
    pane.find_bar.next_button.click()
    place = pane.find_bar._finder.hits[1]
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.paper.hasFocus()
    assert not tinted(pane)
    cursor = pane.paper.textCursor()
    assert cursor.position() == place[0]
    assert not cursor.hasSelection(), "no word stays dark"
    with qtbot.waitSignal(pane.paper.clause_chosen):
        qtbot.keyClick(pane.paper, Qt.Key.Key_Return)


def test_the_search_opens_with_the_words_of_before_ready_to_be_typed_over(pane, qtbot):
    type_words(pane, "akaun")
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    pane.bar.list_button.click()
    pane.bar.find_button.click()
    assert pane.views.currentWidget() is pane.paper
    assert pane.find_bar.field.hasFocus()
    assert pane.find_bar.field.selectedText() == "akaun"
    assert "of" in told(pane)
