"""Making Word documents in the window."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.core import forms
from desktop.core.answers import Person
from desktop.core.assemble import DRAFT
from desktop.export import Exported
from desktop.i18n import message
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.documents.export_job import ExportJob, ExportOrder
from desktop.ui.faults import Banner
from desktop.ui.files.open_outside import open_outside
from tests.ui.exporting import TITLES, choose, finish, make


@pytest.fixture
def dialog(export_dialog):
    return export_dialog


def test_the_owners_language_and_a_folder_beside_the_file_are_proposed(dialog, session, tmp_path):
    assert [form for form, box in dialog.form_boxes.items() if box.isChecked()] == [
        forms.chosen_form(session.library, session.facts)
    ]
    assert dialog.folder == tmp_path / "Word documents"
    assert not dialog.folder.exists()


def test_every_form_is_written_under_a_name_a_person_understands(dialog, qtbot, opener):
    choose(dialog, *TITLES)
    assert dialog.planned.text.splitlines() == list(TITLES.values())
    make(dialog, qtbot)
    assert {path.name for path in dialog.folder.iterdir()} == set(TITLES.values())
    for path in dialog.folder.iterdir():
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            assert "word/document.xml" in package.namelist()
    assert dialog.banner.text == "The documents are ready."
    for button in dialog.results.open_buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.results.folder_button, Qt.MouseButton.LeftButton)
    assert [path.name for path in opener.opened] == [*TITLES.values(), "Word documents"]


def test_the_keyboard_is_enough(dialog, qtbot, opener):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    finish(dialog, qtbot)
    assert dialog.results.first_button.hasFocus()
    qtbot.keyClick(dialog.results.first_button, Qt.Key.Key_Space)
    assert [path.name for path in opener.opened] == [TITLES["both"]]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_a_language_there_is_nothing_to_make(dialog):
    choose(dialog)
    assert not dialog.make_button.isEnabled()
    assert "choose at least one" in dialog.planned.text


def test_another_choice_starts_anew(dialog, qtbot):
    make(dialog, qtbot)
    assert not dialog.results.isHidden()
    dialog.form_boxes["en"].setChecked(True)
    assert dialog.results.isHidden()
    assert dialog.banner.text == ""
    make(dialog, qtbot)
    assert len(dialog.results.open_buttons) == 2


def test_another_folder_starts_anew(dialog, qtbot, tmp_path):
    make(dialog, qtbot)
    assert not dialog.results.isHidden()
    dialog.set_folder(tmp_path / "elsewhere")
    assert dialog.results.isHidden()
    assert dialog.make_button.isDefault()


def test_the_folder_is_remembered_with_the_file(dialog, session, qtbot, tmp_path):
    dialog.set_folder(tmp_path / "Untuk pekerja")
    make(dialog, qtbot)
    again = ExportDialog(session)
    qtbot.addWidget(again)
    assert again.folder == tmp_path / "Untuk pekerja"


def test_a_folder_that_cannot_be_used_is_said_and_another_one_works(dialog, qtbot, tmp_path):
    (tmp_path / "fail").write_text("a file, not a folder")
    dialog.set_folder(tmp_path / "fail")
    make(dialog, qtbot)
    assert "Please choose another folder." in dialog.banner.text
    assert str(tmp_path / "fail") in dialog.banner.text
    assert dialog.results.isHidden()
    dialog.set_folder(tmp_path / "lain")
    assert dialog.banner.text == ""
    make(dialog, qtbot)
    assert dialog.banner.text == "The document is ready."


def test_stopping_writes_nothing_and_the_dialog_stays(dialog, qtbot):
    choose(dialog, *TITLES)
    dialog.make()
    assert dialog.stop_button.text() == "Stop"
    assert not dialog.make_button.isEnabled()
    dialog.reject()
    finish(dialog, qtbot)
    assert dialog.isVisible()
    assert dialog.stop_button.text() == "Close"
    # the last document may have been made before the wish to stop arrived
    if dialog.banner.text == "Stopped. No document was written.":
        assert not dialog.folder.exists()
    else:
        assert len(dialog.results.open_buttons) == len(TITLES)


def test_a_job_stopped_before_it_begins_makes_nothing_and_says_so_once(session, qtbot, tmp_path):
    order = ExportOrder(
        session.library, session.answers, ("policy",), ("ms", "en"), tmp_path / "new", DRAFT, session.today
    )
    job = ExportJob(order)
    said: list[str] = []
    for name in ("written", "refused", "cancelled", "broken"):
        getattr(job, name).connect(lambda *_ignored, name=name: said.append(name))
    job.cancel()
    with qtbot.waitSignal(job.finished):
        job.start()
    job.wait()
    assert said == ["cancelled"]
    assert not (tmp_path / "new").exists()


def test_answers_changed_meanwhile_go_into_the_next_documents_only(dialog, session, qtbot):
    dialog.make()
    session.answer("business_name", "Kedai Baharu")
    finish(dialog, qtbot)
    assert [path.name for path in dialog.folder.iterdir()] == [TITLES["both"]]


def test_a_document_that_is_there_already_is_named_before_it_is_replaced(dialog, qtbot):
    assert dialog.planned.text == TITLES["both"]
    make(dialog, qtbot)
    dialog.form_boxes["ms"].setChecked(True)
    assert dialog.planned.text.splitlines() == [
        TITLES["ms"],
        f"{TITLES['both']} (there already: it will be replaced)",
    ]


def test_open_questions_are_mentioned(session, qtbot):
    for question in session.library.questions:
        if question.essential:
            session.answer(question.id, None)
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.documents.choose("policy")
    dialog.show()
    first, *lines, rest, last = dialog.gaps.text.split("\n")
    assert first == f"Things that keep this policy from being ready: {session.open_count}"
    assert lines[0] == "• “What is the name of the business?” This question is not answered yet."
    assert (len(lines), rest) == (3, "• …")
    assert last.startswith("You can make the documents all the same")
    dialog.documents.choose("quiz")
    assert not dialog.gaps.isVisible(), "the points are open in the policy"
    dialog.documents.choose("policy")
    assert dialog.gaps.isVisible()
    assert dialog.planned.text == "Dasar media sosial (Bahasa Melayu + English).docx"
    make(dialog, qtbot)
    assert dialog.banner.text == "The document is ready."


def test_a_role_that_is_missing_in_one_language_is_said_as_it_is(session, qtbot):
    session.answer("document_language", "both")
    session.save_person(Person("aminah", "Puan Aminah", {"en": "Owner"}))
    session.answer("policy_owner", "aminah")
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    assert "• The role of Puan Aminah is not written in Bahasa Melayu yet." in dialog.gaps.text


def test_what_is_missing_is_shown_in_the_check_up(window, qtbot):
    window.open_sample("bakery")
    window.session.answer("business_name", None)
    window.dialogs.export()
    dialog = window.findChild(ExportDialog)
    assert dialog.gaps.action_button.text() == "Show them"
    qtbot.mouseClick(dialog.gaps.action_button, Qt.MouseButton.LeftButton)
    assert window.findChild(ExportDialog) is None or dialog.isHidden()
    assert window.work_page.step_list.page == "check-up"


def test_what_was_made_is_wholly_in_sight(session, qtbot):
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.documents.choose("policy", "quiz")
    choose(dialog, *TITLES)
    dialog.show()
    dialog.setMaximumHeight(420)
    make(dialog, qtbot)
    button, area = dialog.results.folder_button, dialog._area.viewport()
    assert area.rect().contains(button.mapTo(area, button.rect().bottomRight()))


def test_a_document_nothing_opens_says_where_it_is(dialog, qtbot):
    make(dialog, qtbot)
    path = dialog.folder / TITLES["both"]
    dialog.results.refused.emit(message("You find it here: {path}", path=str(path)))
    assert str(path) in dialog.results.note.text
    assert dialog.banner.text == "The document is ready.", "it is made all the same"
    make(dialog, qtbot)
    assert dialog.results.note.text == ""


def test_a_document_with_another_name_than_usual_says_why(dialog):
    note = message("“{name}” is open in another program.", name="Dasar.docx")
    dialog.results.show_files([Exported("policy", "ms", Path("Dasar (2).docx"), 0.1, note)], Path())
    (banner,) = (each for each in dialog.results.findChildren(Banner) if not each.isHidden())
    assert banner.text == "“Dasar.docx” is open in another program."


@pytest.mark.parametrize("original", [None, "/usr/lib/mine"])
def test_other_programs_do_not_inherit_the_libraries_of_the_frozen_one(monkeypatch, opener, tmp_path, original):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/dasarkita")
    if original is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", original)
    assert open_outside(tmp_path)
    assert opener.libraries == [original]
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/dasarkita"


def test_whatever_is_said_nothing_is_squeezed_or_off_the_screen(dialog, qtbot):
    def everything_has_its_room() -> None:
        for label in (dialog.documents.summary_label, dialog.planned.names_label):
            assert not label.isVisible() or label.height() >= label.heightForWidth(label.width())
        assert dialog.height() <= dialog.screen().availableSize().height()
        assert dialog.rect().contains(dialog.stop_button.mapTo(dialog, dialog.stop_button.rect().bottomRight()))

    dialog.gaps.say("one two three " * 60)
    dialog.retranslate()
    qtbot.waitUntil(lambda: dialog.gaps.height() > 60)
    qtbot.waitUntil(everything_has_its_room)  # the layout follows in its own time
    dialog.documents.choose(*(kind.id for kind in dialog.documents._kinds))
    dialog.documents.change_button.click()
    qtbot.waitUntil(everything_has_its_room)
    dialog.documents.choose("policy", "privacy-notice")
    make(dialog, qtbot)
    qtbot.waitUntil(everything_has_its_room)  # the layout follows in its own time


def test_the_folder_stays_the_same_when_a_colleague_switches_the_language(session, qtbot, tmp_path):
    (tmp_path / "Dokumen Word").mkdir()
    made = ExportDialog(session)
    qtbot.addWidget(made)
    assert made.folder == tmp_path / "Dokumen Word"
