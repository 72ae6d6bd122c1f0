"""About the program, and the licences of what it is built on."""

from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

import desktop
from desktop.content import lgpl
from desktop.ui.help.about import AboutDialog
from desktop.ui.help.licences_dialog import LicencesDialog


@pytest.fixture
def about(dressed, qtbot):
    made = AboutDialog()
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def licences(dressed, qtbot):
    made = LicencesDialog()
    qtbot.addWidget(made)
    made.open()
    return made


def choose(dialog, name):
    dialog.list.setCurrentRow(dialog.list.targets.index(name))


def test_the_details_for_support_are_copied(about, qtbot):
    qtbot.mouseClick(about.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for expected in (desktop.__version__, f"Qt: {qVersion()}", "SQLite: 3.", "Facts about the law: September 2026"):
        assert expected in copied
    assert about.copy_button.text() == "Copied"


def test_it_says_once_that_it_is_no_legal_advice(about):
    assert about.advice_label.text() == "It gives general information and is no substitute for a lawyer's advice."


def test_the_language_changes_in_place(about, marked):
    marked()
    for words in (
        about.windowTitle(),
        about.intro_label.text(),
        about.advice_label.text(),
        about.owner_label.text(),
        about.qt_label.text(),
    ):
        assert words.startswith("«")
    assert all("«" in button.text() for button in about.findChildren(QAbstractButton))


def test_escape_closes(about, qtbot):
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_it_leads_to_the_licences(about, qtbot):
    qtbot.mouseClick(about.licences_button, Qt.MouseButton.LeftButton)
    assert about.findChild(LicencesDialog).isVisible()


def test_every_licence_can_be_read_in_full(licences):
    for row in range(licences.list.count()):
        licences.list.setCurrentRow(row)
        assert licences.text.toPlainText().endswith(licences.component.text)
        assert licences.component.name in licences.about_label.text()


def test_arrow_keys_show_the_next_licence(licences, qtbot):
    first = licences.text.toPlainText()
    qtbot.keyClick(licences.list, Qt.Key.Key_Down)
    assert licences.text.toPlainText() != first


@pytest.mark.parametrize("name", lgpl.QT)
def test_qt_is_used_as_the_lgpl_asks(licences, name):
    choose(licences, name)
    notice, _rule, licence = licences.text.toPlainText().partition("=" * 72)
    assert "You may put your own build of the same version in their place" in notice
    assert str(Path(PySide6.__file__).parent) in notice
    assert f"/{qVersion()}/" in notice
    assert licence.strip("\n") == licences.component.text.strip("\n")


def test_about_says_that_qt_is_under_the_lgpl(about):
    assert "© The Qt Company Ltd." in about.qt_label.text()
    assert "GNU Lesser General Public License" in about.qt_label.text()


def test_other_libraries_have_no_such_notice(licences):
    choose(licences, "Babel")
    assert licences.text.toPlainText() == licences.component.text


def test_the_words_around_the_licences_follow_the_language(licences, marked):
    choose(licences, "Qt")
    marked()
    assert licences.windowTitle() == "«Licences»"
    assert licences.text.toPlainText().startswith("«")
    assert licences.text.accessibleName() == "«Licence of Qt»"
