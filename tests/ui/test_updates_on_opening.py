"""A file of an older library says so when it is opened, and leads to the changes."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.business_files import create_policy
from desktop.store.business_file import BusinessFile
from desktop.ui.clauses.updates_dialog import UpdatesDialog


@pytest.fixture
def older(library, tmp_path, clock):
    """A policy that agreed to the library before one wording of it changed, closed."""
    with create_policy(tmp_path, "Kedai Roti", library, clock()) as file:
        first, *rest = library.clauses
        file.begin_keeping([replace(first, body={"ms": "Dahulu.", "en": "Before."}), *rest])
        return file.path


def test_changes_of_the_library_are_offered(window, older, qtbot):
    window.open_file(older)
    assert "brings changed clauses: 1." in window.banner.text
    assert window.session.document.sections
    look = next(b for b in window.banner.findChildren(QAbstractButton) if b.text() == "Look at the changes…")
    look.click()
    (dialog,) = window.findChildren(UpdatesDialog)
    assert dialog.isVisible()
    dialog.close()


def test_the_policy_stays_as_it_was_until_it_is_decided(window, older):
    window.open_file(older)
    first = window.session.library.clauses[0]
    assert first.body["en"] == "Before."
    (update,) = window.session.clauses.updates
    window.session.clauses.agree(update)
    assert window.session.library.clauses[0].body["en"] != "Before."


def test_a_file_that_agrees_says_nothing(window, library, tmp_path, clock):
    with create_policy(tmp_path, "Kedai", library, clock()) as file:
        path = file.path
    window.open_file(path)
    assert window.banner.text == ""
    window.close_policy()
    with BusinessFile.open(path, now=clock()) as file:
        assert len(file.kept_clauses) == len(library.clauses)
    window.open_file(path)
    assert window.banner.text == ""


def test_the_page_of_clauses_says_it_alone(window, older):
    window.open_file(older)
    window.work_page.show_page("stance")
    assert window.banner.text
    window.work_page.show_page("clauses")
    assert window.banner.text == ""
