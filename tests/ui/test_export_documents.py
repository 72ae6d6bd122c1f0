"""Which documents are made, in which folders, and what is noted about it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.core import forms
from desktop.core.assemble import DRAFT
from desktop.core.fingerprint import fingerprint
from desktop.core.forms import applying
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.documents.made_copies import MadeCopies
from tests.ui.exporting import TITLES, choose, made, make


@pytest.fixture
def dialog(export_dialog):
    return export_dialog


def test_policy_and_privacy_notice_are_made_unless_the_owner_says_otherwise(session, qtbot):
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.documents.chosen == ("policy", "privacy-notice")
    dialog.documents.choose("lawyer-pack")
    make(dialog, qtbot)
    # it has no side-by-side form, so each language is a file of its own
    assert sorted(path.name.partition(" - ")[0] for path in dialog.folder.iterdir()) == [
        "Pack for the lawyer",
        "Pakej untuk peguam",
    ]
    again = ExportDialog(session)
    qtbot.addWidget(again)
    assert again.documents.chosen == ("lawyer-pack",)


def test_a_document_made_for_once_is_not_the_usual_one(session, qtbot):
    dialog = ExportDialog(session, ExportWish(("lawyer-pack",), for_once=True))
    qtbot.addWidget(dialog)
    assert dialog.documents.chosen == ("lawyer-pack",)
    make(dialog, qtbot)
    again = ExportDialog(session)
    qtbot.addWidget(again)
    assert again.documents.chosen == ("policy", "privacy-notice")


def test_what_a_page_wishes_is_set_and_can_be_changed(session, qtbot):
    dialog = ExportDialog(session, ExportWish(("quiz", "quiz-key"), ("en",)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.documents.summary_label.text() == "Quiz, Key to the quiz"
    assert [form for form, box in dialog.form_boxes.items() if box.isChecked()] == ["en"]
    assert not dialog.documents.list.isVisible()
    qtbot.mouseClick(dialog.documents.change_button, Qt.MouseButton.LeftButton)
    assert dialog.documents.list.hasFocus()
    qtbot.keyClick(dialog.documents.list, Qt.Key.Key_Space)
    assert dialog.documents.chosen == ("policy", "quiz", "quiz-key")
    assert dialog.documents.summary_label.text().startswith("Social media policy, Quiz")
    assert len(dialog.planned.text.splitlines()) == 3


def test_many_documents_are_named_in_a_line(session, qtbot):
    everything = tuple(kind.id for kind in applying(session.settled))
    dialog = ExportDialog(session, ExportWish(everything))
    qtbot.addWidget(dialog)
    assert dialog.documents.chosen == everything
    assert dialog.documents.summary_label.text().endswith(f"and {len(everything) - 4} more")
    files, why = dialog.planned.text.splitlines()
    assert files == f"{len(everything) + 1} files"
    assert why == "Not made side by side, so each language is a file of its own: Pack for the lawyer"


def test_only_documents_that_apply_are_offered(session, qtbot):
    session.answer("has_company_accounts", False)
    dialog = ExportDialog(session, ExportWish(("house-rules", "policy")))
    qtbot.addWidget(dialog)
    assert dialog.documents.chosen == ("policy",)


def test_all_go_into_a_folder_for_each_language(session, qtbot, opener):
    documents = ("policy", "privacy-notice", "quiz", "lawyer-pack")
    dialog = ExportDialog(session, ExportWish(documents, ("ms", "en", "both"), folders_by_language=True))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.planned.text.splitlines()[:3] == [
        "Bahasa Melayu: 3 files",
        "English: 3 files",
        "Both languages: 3 files",
    ]
    make(dialog, qtbot)
    files = sorted(f"{path.parent.name}/{path.name.partition(' (')[0].partition(' - ')[0]}" for path in made(dialog))
    assert files == [
        "Bahasa Melayu/Dasar media sosial",
        "Bahasa Melayu/Kuiz",
        "Bahasa Melayu/Pakej untuk peguam",
        "Both languages/Dasar media sosial",
        "Both languages/Kuiz",
        "Both languages/Notis privasi",
        "English/Pack for the lawyer",
        "English/Quiz",
        "English/Social media policy",
    ]
    assert len(dialog.results.open_buttons) == 3
    for button in (*dialog.results.open_buttons, dialog.results.folder_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [path.name for path in opener.opened] == ["Bahasa Melayu", "English", "Both languages", "Word documents"]


def test_a_document_of_another_form_goes_where_that_was_asked_for(session, qtbot):
    dialog = ExportDialog(session, ExportWish(("policy", "privacy-notice"), ("ms",)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.folders_by_language.setChecked(True)
    assert dialog.planned.text.splitlines()[1].startswith("Bahasa Melayu / Notis privasi")
    make(dialog, qtbot)
    assert {path.parent.name for path in made(dialog)} == {"Bahasa Melayu"}
    assert [dialog.folder / file for file in dialog._files()] == sorted(made(dialog))


def test_folders_of_languages_are_remembered_so_that_one_document_takes_the_place_of_its_older_copy(session, qtbot):
    for documents in (("policy", "quiz"), ("quiz",)):
        dialog = ExportDialog(session, ExportWish(documents, ("en",)))
        qtbot.addWidget(dialog)
        dialog.show()
        if len(documents) > 1:
            dialog.folders_by_language.setChecked(True)
        assert dialog.folders_by_language.isVisible()
        make(dialog, qtbot)
    assert len(made(dialog)) == 2
    assert {path.parent.name for path in made(dialog)} == {"English"}


def test_one_form_needs_no_folders_of_languages(session, qtbot):
    dialog = ExportDialog(session, ExportWish(("policy", "quiz"), ("both",), folders_by_language=True))
    qtbot.addWidget(dialog)
    assert not dialog.folders_by_language.isChecked()


def test_a_paper_made_into_one_folder_before_keeps_its_place(session, qtbot):
    dialog = ExportDialog(session, ExportWish(("policy",), ("ms",)))
    qtbot.addWidget(dialog)
    make(dialog, qtbot)
    (first,) = made(dialog)
    dialog = ExportDialog(session, ExportWish(("policy", "quiz"), ("ms", "en"), folders_by_language=True))
    qtbot.addWidget(dialog)
    assert not dialog.folders_by_language.isChecked()
    make(dialog, qtbot)
    assert {path.parent for path in made(dialog)} == {first.parent}


def test_folders_of_languages_are_no_matter_for_one_document(dialog):
    assert not dialog.folders_by_language.isVisible()
    dialog.documents.choose("policy", "quiz")
    assert dialog.folders_by_language.isVisible()


def test_what_was_made_is_noted_in_the_file(dialog, session, qtbot, library, clock):
    choose(dialog, "ms", "en")
    make(dialog, qtbot)
    copies = session.copies.of("policy")
    assert set(copies) == {"ms", "en"}
    for form, copy in copies.items():
        assert copy.made_on == clock().date()
        assert Path(copy.path) == dialog.folder / TITLES[form]
        made_now = forms.make(session.library, session.answers, form, DRAFT, "policy", session.today)
        assert copy.fingerprint == fingerprint(made_now, session.answers.look)
    path = session.file.path
    session.close()
    with BusinessFile.open(path, now=clock()) as file:
        assert MadeCopies(file, lambda: clock().date()).of("policy") == copies


def test_without_a_document_there_is_nothing_to_make(dialog):
    dialog.documents.choose()
    assert not dialog.make_button.isEnabled()
    assert "choose at least one document" in dialog.planned.text


def test_the_privacy_notice_is_in_both_languages_whatever_is_ticked(dialog):
    dialog.documents.choose("privacy-notice")
    for form, box in dialog.form_boxes.items():
        box.setChecked(form == "ms")
    assert dialog.planned.text.startswith("Notis privasi (Bahasa Melayu + English)")
    assert dialog.planned.text.splitlines()[-1] == "Always in both languages, in one file: Privacy notice"
