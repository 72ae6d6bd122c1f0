"""The owner's wording against the library's."""

from PySide6.QtCore import Qt

from desktop.ui.clauses.compare_dialog import CompareDialog
from desktop.ui.clauses.wording_dialog import WordingDialog
from tests.ui import small_files
from tests.ui.every_word import own_words, unmarked
from tests.ui.small_files import edit_where, plain

reopened, small = small_files.reopened, small_files.small


def test_the_comparison_marks_words_in_both_languages(reopened, opened):
    session = reopened()
    edit_where(session)
    dialog = opened(CompareDialog(session, "two.where"))
    assert [(piece.kind, piece.text) for piece in dialog.texts["ms"].pieces] == [
        ("removed", "Where "),
        ("added", "Mine "),
        ("same", "(ms)"),
        ("removed", "Di [platforms (ms)]"),
        ("added", "Milik kami"),
        ("same", "."),
    ]
    assert "line-through" in dialog.texts["en"].text()
    assert "underline" in dialog.texts["en"].text()
    assert dialog.texts["en"].accessibleDescription() == "Taken out: Where Put in: Mine … , ours"


def test_words_that_read_the_same_are_compared_as_written(reopened, opened):
    session = reopened()
    original = session.library.clause["one.first"]
    session.clauses.edit("one.first", original.title, {**original.body, "en": "Kedai answers in {hours} hours."})
    dialog = opened(CompareDialog(session, "one.first"))
    assert "{business_name}" in dialog.texts["en"].accessibleDescription()
    assert dialog.texts["ms"].accessibleDescription() == "Nothing differs."


def test_restoring_from_the_comparison_closes_it(reopened, opened):
    session = reopened()
    edit_where(session)
    dialog = opened(CompareDialog(session, "two.where"))
    dialog.restore_button.click()
    assert (session.answers.edits, dialog.isVisible()) == ({}, False)
    assert session.undo() == "clause:two.where"


def test_a_comparison_that_was_closed_does_not_follow_any_more(reopened, qtbot):
    session = reopened()
    edit_where(session)
    dialog = CompareDialog(session, "two.where")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.open()
        dialog.reject()
    assert session.clauses.restore("two.where")


def test_changing_from_the_comparison_shows_the_change(reopened, opened):
    session = reopened()
    edit_where(session)
    dialog = opened(CompareDialog(session, "two.where"))
    dialog.change_button.click()
    writing = dialog.findChild(WordingDialog)
    writing.form.columns["ms"].text_edit.replace_all("Sama sekali lain.")
    writing.save_button.click()
    assert "Sama sekali lain" in dialog.texts["ms"].accessibleDescription()


def test_the_words_of_the_comparison_change_with_the_language(reopened, opened, small, marked):
    session = reopened()
    edit_where(session)
    dialog = opened(CompareDialog(session, "two.where"))
    marked()
    found = unmarked(dialog, own_words(small, session.answers) | {"Bahasa Malaysia"})
    assert plain(found) == []
