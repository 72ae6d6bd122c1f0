"""Every screen as a screen reader and a keyboard see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.gallery.test_gallery import gallery
from tests.ui.accessible import stumbles


def test_nobody_stumbles_over_a_screen():
    assert gallery("--stumbles", "--languages", "en") == ""


def test_the_walk_finds_what_is_wrong(dressed, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    unnamed, unreached = QLineEdit(), QPushButton("Save")
    unreached.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (unnamed, unreached, QPushButton("&Open"), QPushButton("&Other")):
        column.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    found = "\n".join(stumbles(page))
    assert "no name: QLineEdit" in found
    assert "not reached by keyboard: QPushButton '' 'Save'" in found
    assert "Alt+o" in found
    assert "'Open'" not in found.replace("'&Open'", "")
