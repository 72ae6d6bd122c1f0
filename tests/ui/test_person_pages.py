"""The acknowledgement form as one page a person."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core import forms
from desktop.core.fingerprint import fingerprint
from desktop.ui.copies.person_pages_dialog import PersonPagesDialog
from desktop.ui.documents.reading_actions import Reading, reading_actions
from tests.ui.every_word import own_words, unmarked


@pytest.fixture
def dialog(session, qtbot):
    made = PersonPagesDialog(session, session.library.document("acknowledgement"), "en")
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(dialog):
    return [person.name for person in dialog.people]


def make(dialog, qtbot):
    qtbot.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
    result = dialog.result_dialog
    qtbot.waitUntil(lambda: not result.is_busy)
    return result


def words_of(path):
    """Every word of a Word file, those in its fields too."""
    return "".join(node.text or "" for node in docx.Document(str(path)).element.body.iter() if node.tag.endswith("}t"))


def test_the_people_of_the_register_are_ticked(dialog, session):
    known = [person.name for person in session.answers.people.values()]
    assert names(dialog) == known
    assert all(box.isChecked() for box in dialog.boxes)
    assert dialog.make_button.text() == f"&Make {len(known)} pages"
    assert dialog.boxes[0].hasFocus()
    dialog.boxes[0].setChecked(False)
    assert names(dialog) == known[1:]


def test_further_names_are_one_a_line_and_each_counts_once(dialog):
    for box in dialog.boxes:
        box.setChecked(False)
    assert not dialog.make_button.isEnabled()
    dialog.names_edit.setPlainText("  Siti  Aisyah \n\nTan Wei Ling\nsiti aisyah\n")
    assert [name.casefold() for name in names(dialog)] == ["siti aisyah", "tan wei ling"]
    assert dialog.make_button.isEnabled()


def test_a_table_that_was_pasted_gives_its_names(dialog):
    for box in dialog.boxes:
        box.setChecked(False)
    dialog.names_edit.setPlainText("1\tSiti Aisyah\tCashier\n2\tTan Wei Ling\tBaker")
    assert names(dialog) == ["Siti Aisyah", "Tan Wei Ling"]


def test_a_typed_name_that_is_known_comes_with_the_role(dialog, session):
    person = next(iter(session.answers.people.values()))
    for box in dialog.boxes:
        box.setChecked(False)
    dialog.names_edit.setPlainText(person.name.upper())
    assert dialog.people == (person,)


@pytest.mark.parametrize("form", ["ms", "en", "both"])
def test_the_word_file_has_a_page_for_each(dialog, qtbot, tmp_path, session, form):
    dialog.form_box.setCurrentIndex(dialog.form_box.findData(form))
    dialog.names_edit.setPlainText("Siti Aisyah binti Rahman")
    dialog.set_folder(tmp_path / "forms")
    planned = dialog.planned.text
    result = make(dialog, qtbot)
    (path,) = result.files
    assert path.parent == tmp_path / "forms"
    assert path.name == planned
    written = words_of(path)
    people = [*session.answers.people.values()]
    assert all(person.name in written for person in people)
    assert "Siti Aisyah binti Rahman" in written
    assert result.banner.text == f"The forms are ready: {len(people) + 1} pages with names."
    result.reject()
    assert not dialog.isVisible()


def test_the_blank_form_is_not_in_danger(dialog, session):
    """It has the same name, so the filled ones go into a folder of their own."""
    assert dialog.folder.name == "One page a person"
    assert dialog.folder.parent != session.file.path.parent


def test_what_goes_wrong_leaves_the_dialog_open(dialog, qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    dialog.set_folder(blocked)
    result = make(dialog, qtbot)
    assert "cannot be reached" in result.banner.text
    result.reject()
    assert dialog.isVisible()


def test_without_people_there_is_room_for_names_only(fresh, qtbot):
    made = PersonPagesDialog(fresh, fresh.library.document("acknowledgement"), "both")
    qtbot.addWidget(made)
    made.open()
    assert made.boxes == []
    assert not made.make_button.isEnabled()
    assert made.make_button.text() == "Choose at least one person"


def test_the_keyboard_is_enough(dialog, qtbot, tmp_path):
    dialog.set_folder(tmp_path / "keys")
    qtbot.keyClick(dialog.boxes[0], Qt.Key.Key_Space)
    assert not dialog.boxes[0].isChecked()
    dialog.names_edit.setFocus()
    qtbot.keyClicks(dialog.names_edit, "Siti")
    qtbot.keyClick(dialog.names_edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.form_box
    dialog.make_button.setFocus()
    qtbot.keyClick(dialog.make_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.result_dialog.is_busy)
    assert list((tmp_path / "keys").iterdir())


def test_the_form_opens_it(session, qtbot):
    kind = session.library.document("acknowledgement")
    action = reading_actions(kind)[-1]
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    action.run(Reading(session, kind, "ms", window))
    (opened,) = window.findChildren(PersonPagesDialog)
    assert opened.form == "ms"
    with qtbot.waitSignal(opened.destroyed):
        opened.reject()


def test_everything_is_in_the_language_of_the_interface(dialog, marked, session):
    marked()
    own = own_words(session.library, session.answers) | {str(dialog.folder), dialog.planned.text}
    assert not unmarked(dialog, own)
    assert Path(dialog.folder_edit.text()) == dialog.folder


def test_every_control_says_its_name(dialog):
    for control in (*dialog.boxes, dialog.names_edit, dialog.form_box, dialog.folder_edit, dialog.folder_button):
        assert control.accessibleName() or control.text()


def test_the_pages_are_a_copy_of_the_form_that_was_made(dialog, session, qtbot):
    result = make(dialog, qtbot)
    (path,) = result.files
    result.reject()
    copy = session.copies.of("acknowledgement")["en"]
    assert Path(copy.path) == path
    session.answer("business_name", "Kedai Lain")
    now = forms.make_settled(session.settled, "en", session.edition, "acknowledgement", session.today)
    assert copy.fingerprint != fingerprint(now, session.answers.look)
    session.undo()
    now = forms.make_settled(session.settled, "en", session.edition, "acknowledgement", session.today)
    assert copy.fingerprint == fingerprint(now, session.answers.look)
