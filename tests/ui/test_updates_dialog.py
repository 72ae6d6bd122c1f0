"""Changes of the library, offered one after the other."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.core.answers import ClauseChoice
from desktop.core.library import Variant
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import DiskFull
from desktop.ui.clauses.updates_dialog import UpdatesDialog
from tests.ui import small_files
from tests.ui.every_word import own_words, unmarked
from tests.ui.small_files import FIRM, both, edit_where, read, with_clause, without, words

reopened, small, updated = small_files.reopened, small_files.small, small_files.updated


@pytest.fixture
def shown(updated, dressed, qtbot):
    """The dialog over a file that agreed to another library."""

    def show(library, **more):
        session, was = updated(library, **more)
        dialog = UpdatesDialog(session)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return session, was, dialog

    return show


@pytest.fixture
def many(small):
    """Every kind of change: another wording, other cases, locked, gone, new (with `without(small, "two.full")`)."""
    library = with_clause(without(small, "two.where"), "one.first", body=words("New"))
    library = with_clause(library, "one.locked", body=words("New rights"))
    return with_clause(library, "one.strict", posture=("strict", "balanced"))


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def visible(*widgets):
    return [widget.text() for widget in widgets if widget.isVisible()]


def marked_words(texts):
    return [(piece.kind.value, piece.text) for piece in texts.pieces if piece.kind != "same"]


def test_every_change_is_listed_with_what_happened(shown, small, many):
    _session, _was, dialog = shown(many, before=without(small, "two.full"))
    assert lines(dialog) == [
        "First (en)\nOther wording",
        "Strict (en)\nUsed in other cases",
        "Rights (en)\nChanged at once: it is locked",
        "Full (en)\nNew",
        "Where (en)\nNo longer there",
    ]
    assert dialog.current.clause_id == "one.first"


def test_old_beside_new_in_both_languages(shown, small):
    new = with_clause(small, "two.where", title=both("Places"), body={"ms": "Di {platforms} sahaja.", "en": "Here."})
    _session, _was, dialog = shown(new)
    view = dialog.view
    assert marked_words(view.old_texts["ms"]) == [("removed", "Where ")]
    assert marked_words(view.new_texts["ms"]) == [("added", "Places "), ("added", "sahaja")]
    assert view.old_texts["en"].isVisible()
    assert view.new_texts["en"].isVisible()
    assert not view.own_texts["en"].isVisible()
    assert "It is in your policy." in view.notes_label.text()


def test_the_owners_own_wording_is_shown_too(shown, small):
    new = with_clause(small, "two.where", body=words("New"))
    session, was, dialog = shown(new, prepare=edit_where)
    assert dialog.view.own_texts["ms"].isVisible()
    assert "Milik kami." in dialog.view.own_texts["ms"].text()
    assert "Taking the new wording puts yours away." in dialog.view.notes_label.text()
    dialog.keep_button.click()
    assert read(session) == was


def test_the_buttons_say_what_they_do(shown, small, many):
    _session, _was, dialog = shown(many, before=without(small, "two.full"))
    found = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        found[dialog.current.clause_id] = visible(dialog.take_button, dialog.keep_button)
    assert found == {
        "one.first": ["Take the new wording", "Keep what we have"],
        "one.strict": ["Take the change", "Keep what we have"],
        "one.locked": ["Understood"],
        "two.full": ["Take it in", "Leave it out"],
        "two.where": ["Let it go", "Keep it as our own"],
    }


def test_one_decision_after_the_other(shown, small, many, qtbot):
    session, was, dialog = shown(many, before=without(small, "two.full"))
    for button in (dialog.keep_button,) * 2 + (dialog.take_button,) + (dialog.keep_button,) * 2:
        left = dialog.list.count()
        button.click()
        assert dialog.list.count() == left - 1
    assert session.clauses.updates == ()
    assert dialog.done_label.isVisible()
    assert visible(dialog.take_button, dialog.keep_button, dialog.all_button) == []
    now = read(session)
    own = next(iter(session.answers.own))
    assert (now["one.first"], now[own], "one.strict" in now) == (was["one.first"], was["two.where"], False)
    assert session.answers.choices["two.full"] == ClauseChoice(included=False)
    assert "New rights" in now["one.locked"]
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_any_of_them_can_be_decided_first(shown, small, many):
    session, _was, dialog = shown(many)
    dialog.list.setCurrentRow(2)
    dialog.take_button.click()
    assert [update.clause_id for update in session.clauses.updates] == ["one.first", "one.strict", "two.where"]
    assert dialog.current.clause_id == "two.where", "the next is shown"
    dialog.take_button.click()
    assert dialog.current.clause_id == "one.strict", "after the last the one before it"


def test_a_decision_can_be_taken_back_here(shown, small):
    session, was, dialog = shown(with_clause(small, "two.where", body=words("New")))
    assert not dialog.undo_button.isVisible()
    dialog.take_button.click()
    assert "New" in read(session)["two.where"]
    dialog.undo_button.click()
    assert (read(session), lines(dialog)) == (was, ["Where (en)\nOther wording"])
    assert not dialog.undo_button.isVisible(), "what was done before the dialog is not its business"
    assert session.file.redo_label == "update:two.where"


def test_all_at_once(shown, reopened, small, many):
    session, _was, dialog = shown(many, prepare=edit_where)
    dialog.all_button.click()
    assert (session.clauses.updates, session.answers) == ((), FIRM)
    dialog.undo_button.click()
    assert len(session.clauses.updates) == len(lines(dialog)) == 4
    dialog.all_button.click()
    assert reopened(many).clauses.updates == ()


def test_what_is_not_decided_waits(shown, reopened, many):
    _session, _was, dialog = shown(many)
    dialog.take_button.click()
    dialog.reject()
    assert len(reopened(many).clauses.updates) == 3


def test_another_wording_than_the_one_in_use(shown, small):
    new = with_clause(small, "two.words", variants={"strict": Variant(words("Terse"))})
    session, was, dialog = shown(new)
    assert "The wording you use stays as it is." in dialog.view.notes_label.text()
    assert "Terse" in dialog.view.new_texts["en"].text()
    dialog.keep_button.click()
    assert read(session) == was


def test_a_wording_that_came_and_one_that_went(shown, reopened, small):
    new = with_clause(small, "two.words", variants={"open": Variant(words("Roomy"))})
    _session, _was, dialog = shown(new)
    view = dialog.view
    assert (view.old_texts["en"].isVisible(), view.new_texts["en"].isVisible()) == (False, True)
    assert "Roomy" in view.new_texts["en"].text()


def test_a_clause_that_is_not_in_the_policy(shown, small):
    new = with_clause(without(small, "one.strict"), "one.agency", body=words("New"))
    _session, _was, dialog = shown(new, before=small)
    assert "It is not in your policy now." in dialog.view.notes_label.text()
    dialog.take_button.click()
    assert dialog.current.clause_id == "one.strict"
    assert visible(dialog.take_button, dialog.keep_button) == ["Let it go"]
    assert dialog.view.old_texts["ms"].isVisible()
    assert not dialog.view.new_texts["ms"].isVisible()


@pytest.mark.parametrize(
    ("clause_id", "told"), [("two.where", "Your answers call for it."), ("one.agency", "stand ready")]
)
def test_whether_a_new_clause_would_come_in(shown, small, clause_id, told):
    _session, _was, dialog = shown(small, before=without(small, clause_id))
    assert told in dialog.view.notes_label.text()
    assert not dialog.view.old_texts["ms"].isVisible()


def test_what_can_no_longer_be_printed(shown, small):
    new = with_clause(without(small, "two.words"), "two.where", body=words("New"))
    gone = ("platforms", "taboos")
    new = replace(new, questions=tuple(question for question in new.questions if question.id not in gone))
    session, _was, dialog = shown(new)
    assert lines(dialog) == ["Where (en)\nChanged at once", "Words (en)\nNo longer there"]
    assert "no longer there" in dialog.view.notes_label.text()
    assert visible(dialog.take_button, dialog.keep_button) == ["Understood"]
    dialog.take_button.click()
    assert "can no longer be printed as it was" in dialog.view.notes_label.text()
    dialog.keep_button.click()
    assert len(session.answers.own) == 1


def test_other_cases_are_said_in_words(shown, library, reopened, small):
    _session, _was, dialog = shown(with_clause(small, "two.where", when="gone == 'x'"))
    assert "It is used in other cases than before." in dialog.view.notes_label.text()


def test_a_file_open_to_look_at_decides_nothing(reopened, dressed, small, many, qtbot):
    reopened()
    dialog = UpdatesDialog(reopened(many, writable=False))
    qtbot.addWidget(dialog)
    dialog.open()
    assert "only to look at" in dialog.banner.text
    buttons = (dialog.take_button, dialog.keep_button, dialog.all_button)
    assert not any(button.isEnabled() for button in buttons)
    dialog.list.setCurrentRow(3)
    assert dialog.view.title_label.text() == "Where (en)"


def test_what_cannot_be_stored_is_said(shown, small, monkeypatch):
    session, _was, dialog = shown(with_clause(small, "two.where", body=words("New")))

    def full(*_arguments, **_more):
        raise DiskFull(message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(BusinessFile, "keep_clauses", full)
        dialog.take_button.click()
    assert dialog.banner.text == "The disk is full."
    assert (len(session.clauses.updates), dialog.undo_button.isVisible()) == (1, False)
    dialog.take_button.click()
    assert not dialog.banner.isVisible()
    assert session.clauses.updates == ()


def test_return_decides_only_on_a_button(shown, many, qtbot):
    session, _was, dialog = shown(many)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert (dialog.isVisible(), len(session.clauses.updates)) == (True, 4)
    dialog.take_button.setFocus()
    qtbot.keyClick(dialog.take_button, Qt.Key.Key_Return)
    assert len(session.clauses.updates) == 3
    assert dialog.take_button.hasFocus(), "on to the next with the same key"


def test_nothing_to_decide(shown, small):
    _session, _was, dialog = shown(small)
    assert dialog.done_label.isVisible()
    assert visible(dialog.take_button, dialog.undo_button) == []


def test_the_words_change_with_the_language(shown, small, many, marked):
    session, _was, dialog = shown(many, before=without(small, "two.full"), prepare=edit_where)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        marked()
        found = unmarked(dialog, own_words(small, many, session.answers) | {"Bahasa Malaysia"})
        assert [text for text in found if "<span" not in text] == []


def test_it_fits_a_small_screen(shown, many):
    _session, _was, dialog = shown(many)
    assert dialog.minimumSizeHint().width() <= 720
    assert dialog.minimumSizeHint().height() <= 520
