"""Writing clauses: the wording in every language side by side, own clauses, and the way back to the original."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.core.answers import ClauseEdit
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import DiskFull
from desktop.ui.clauses.pick_dialog import PickDialog
from desktop.ui.clauses.wording_dialog import WordingDialog
from tests.ui import small_files
from tests.ui.every_word import own_words, unmarked
from tests.ui.small_files import FIRM, WHERE, both, edit_where, plain, read, type_at_end, words

reopened, small, write = small_files.reopened, small_files.small, small_files.write


def press(dialog, words):
    """A button of the question before unsaved words are thrown away."""
    next(button for button in dialog.question.findChildren(QPushButton) if button.text() == words).click()


def test_both_languages_beside_each_other(write):
    _session, dialog, ms, en = write("two.where")
    assert (ms.title, ms.body, en.title, en.body) == ("Where (ms)", WHERE["ms"], "Where (en)", WHERE["en"])
    assert ms.mapTo(dialog, ms.rect().topLeft()).x() < en.mapTo(dialog, en.rect().topLeft()).x()
    assert not dialog.save_button.isEnabled()
    assert ms.text_edit.hasFocus()
    assert dialog.isModal()


def test_saving_keeps_the_words_and_flags_the_other_language(write, qtbot):
    session, dialog, _ms, en = write("two.where")
    type_at_end(qtbot, en, " Nowhere else.")
    with qtbot.waitSignal(dialog.saved) as signal:
        dialog.save_button.click()
    assert signal.args == ["two.where"]
    edit = session.answers.edits["two.where"]
    assert edit == ClauseEdit(both("Where"), {**WHERE, "en": "On {platforms}. Nowhere else."}, "body", ("ms",))
    assert not dialog.isVisible()
    assert session.undo() == "clause:two.where"
    assert session.answers == FIRM


def test_a_fault_is_said_beside_the_text_and_nothing_is_lost(write, qtbot):
    session, dialog, ms, en = write("two.where")
    type_at_end(qtbot, ms, " Tanya {nobody}.")
    en.title_edit.setFocus()
    dialog.save_button.click()
    assert dialog.isVisible()
    assert ms.fault_label.text() == "Bahasa Malaysia: there is no answer called “nobody” to put in"
    assert (ms.fault_label.isVisible(), en.fault_label.isVisible()) == (True, False)
    assert ms.text_edit.hasFocus()
    assert (ms.body, session.answers) == ("Di {platforms}. Tanya {nobody}.", FIRM)
    ms.text_edit.replace_all("Di {platforms} sahaja.")
    assert not ms.fault_label.isVisible(), "what is mended is no longer said"
    dialog.save_button.click()
    assert session.answers.edits["two.where"].body["ms"] == "Di {platforms} sahaja."


def test_at_least_one_language_must_be_whole(write):
    session, dialog, ms, en = write("two.where")
    for column in (ms, en):
        column.text_edit.replace_all("")
    dialog.save_button.click()
    assert "in at least one language" in dialog.banner.text
    dialog.banner.clear()
    for column in (ms, en):
        column.title_edit.clear()
    dialog.save_button.click()
    assert "in at least one language" in dialog.banner.text
    assert session.answers == FIRM


def test_escape_asks_before_words_are_thrown_away(write, qtbot):
    session, dialog, ms, _en = write("two.where")
    type_at_end(qtbot, ms, " Ya.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    press(dialog, "Keep writing")
    assert (dialog.isVisible(), dialog.question, ms.body) == (True, None, "Di {platforms}. Ya.")
    dialog.close()
    assert dialog.isVisible()
    qtbot.keyClick(dialog.question, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Escape twice loses nothing"
    dialog.buttons.rejected.emit()
    press(dialog, "Throw away")
    assert not dialog.isVisible()
    assert session.answers == FIRM


def test_nothing_written_closes_at_once(write, qtbot):
    _session, dialog, ms, _en = write("two.where")
    type_at_end(qtbot, ms, "x")
    qtbot.keyClick(ms.text_edit, Qt.Key.Key_Backspace)
    assert not dialog.save_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_language_left_alone_is_to_be_looked_at(reopened, opened):
    session = reopened()
    session.clauses.edit("two.where", both("Where"), {**WHERE, "en": "Mine."})
    dialog = opened(WordingDialog(session, "two.where"))
    ms, en = dialog.form.columns["ms"], dialog.form.columns["en"]
    assert (ms.look_panel.isVisible(), en.look_panel.isVisible()) == (True, False)
    en.text_edit.replace_all("Mine, not saved.")
    ms.looked_button.click()
    assert session.answers.edits["two.where"].unchecked == ()
    assert not ms.look_panel.isVisible()
    assert en.body == "Mine, not saved."
    session.undo()
    assert session.answers.edits["two.where"].unchecked == ("ms",)


def test_the_original_beside_and_back(reopened, opened, qtbot):
    session = reopened()
    edit_where(session)
    dialog = opened(WordingDialog(session, "two.where"))
    ms, en = dialog.form.columns["ms"], dialog.form.columns["en"]
    dialog.form.original_button.click()
    assert dialog.form.original_button.text() == "Hide the original"
    assert ms.original_text.isVisible()
    assert [(piece.kind, piece.text) for piece in en.original_text.pieces][-3:] == [
        ("same", "On {platforms}"),
        ("added", ", ours"),
        ("same", "."),
    ]
    dialog.form.restore_button.click()
    assert (ms.title, ms.body, en.body) == ("Where (ms)", WHERE["ms"], WHERE["en"])
    assert not dialog.form.restore_button.isEnabled()
    en.text_edit.undo()
    assert en.body == "On {platforms}, ours."
    dialog.form.restore_button.click()
    dialog.save_button.click()
    assert session.answers.edits == {}
    session.undo()
    assert list(session.answers.edits) == ["two.where"]


def test_the_wording_that_was_swapped_in_is_the_original(reopened, opened):
    session = reopened()
    session.clauses.swap("two.words", "strict")
    dialog = opened(WordingDialog(session, "two.words"))
    assert dialog.form.columns["en"].body == "Short."


def test_a_new_clause_in_one_language(write, qtbot):
    session, dialog, ms, en = write(None, "two")
    assert ms.title_edit.hasFocus()
    assert not dialog.form.original_button.isVisible()
    assert not en.empty_label.isVisible()
    qtbot.keyClicks(ms.title_edit, "Kucing")
    type_at_end(qtbot, ms, "Kucing {business_name} tidak disiarkan.")
    assert en.empty_label.isVisible()
    assert "2.3" in dialog.form.paper.text_label.text()
    place = dialog.place
    assert [place.after_box.itemText(row) for row in range(place.after_box.count())] == [
        "At the end",
        "After “Words (en)”",
        "After “Where (en)”",
    ]
    place.after_box.setCurrentIndex(1)
    place.after_box.activated.emit(1)
    assert "2.2" in dialog.form.paper.text_label.text()
    en.text_edit.setFocus()
    assert "[Kucing" in dialog.form.paper.text_label.text()
    with qtbot.waitSignal(dialog.saved) as signal:
        dialog.save_button.click()
    own = session.answers.own[signal.args[0]]
    assert (own.step, own.after, own.title, own.unchecked) == ("two", "two.words", {"ms": "Kucing"}, ())
    assert "[Kucing" in read(session)[own.id]


def test_an_own_clause_is_changed_and_moved(reopened, opened):
    session = reopened()
    name = session.clauses.write("two", both("Cat"), words("Cat"), after="two.words")
    dialog = opened(WordingDialog(session, name))
    assert dialog.place.after_box.currentText() == "After “Words (en)”"
    dialog.place.step_box.setCurrentIndex(0)
    dialog.place.step_box.activated.emit(0)
    assert (dialog.place.after, dialog.save_button.isEnabled()) == ("", True)
    dialog.save_button.click()
    assert (session.answers.own[name].step, session.answers.own[name].after) == ("one", "")
    assert session.answers.own[name].title == both("Cat")


def test_an_own_clause_without_a_step_begins_in_the_first(write):
    _session, dialog, _ms, _en = write(None)
    assert dialog.place.step == "one"


@pytest.mark.parametrize(("clause_id", "reason"), [("two.where", "only to look at"), ("one.locked", "locked")])
def test_what_cannot_be_changed_can_be_read(write, reopened, clause_id, reason):
    reopened()
    _session, dialog, ms, _en = write(clause_id, writable=clause_id == "one.locked")
    assert reason in dialog.banner.text
    assert (ms.title_edit.isReadOnly(), ms.text_edit.isReadOnly()) == (True, True)
    assert not any(button.isVisible() for button in (dialog.save_button, dialog.form.answer_button))
    assert dialog.form.paper.text_label.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_what_cannot_be_stored_is_said_and_stays(write, qtbot, monkeypatch):
    session, dialog, ms, _en = write("two.where")
    type_at_end(qtbot, ms, " Ya.")

    def full(*_arguments, **_more):
        raise DiskFull(message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(BusinessFile, "edit_clause", full)
        dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.banner.text == "The disk is full."
    dialog.save_button.click()
    assert session.answers.edits["two.where"].body["ms"] == "Di {platforms}. Ya."


def test_return_presses_the_button_in_use_and_saves_from_a_title(write, qtbot):
    session, dialog, ms, _en = write("two.where")
    ms.title_edit.end(False)
    qtbot.keyClicks(ms.title_edit, "!")
    dialog.form.original_button.setFocus()
    qtbot.keyClick(dialog.form.original_button, Qt.Key.Key_Return)
    assert ms.original_text.isVisible()
    assert session.answers == FIRM
    ms.title_edit.setFocus()
    qtbot.keyClick(ms.title_edit, Qt.Key.Key_Return)
    assert session.answers.edits["two.where"].title["ms"] == "Where (ms)!"


def test_the_words_of_the_dialog_change_with_the_language(write, small, marked, qtbot):
    for clause_id in ("two.where", None):
        session, dialog, ms, _en = write(clause_id)
        type_at_end(qtbot, ms, " {nobody} x")
        dialog.accept()
        dialog.form.original_button.click()
        dialog.form.answer_button.click()
        marked()
        own = own_words(small, session.answers) | {"nobody", "Di {platforms}.", "Di", "x", "Bahasa Malaysia"}
        assert plain(unmarked(dialog, own)) == []
        assert ms.body.endswith("{nobody} x")
        dialog.findChild(PickDialog).reject()


def test_it_fits_a_small_screen(write, marked):
    _session, dialog, _ms, _en = write("two.where")
    dialog.resize(dialog.minimumSize())
    assert dialog.minimumSizeHint().width() <= 720
    assert dialog.minimumSizeHint().height() <= 520
    assert QGuiApplication.focusObject()
