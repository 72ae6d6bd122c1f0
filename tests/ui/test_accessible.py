"""Every screen as a screen reader and a keyboard see it."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from tests.gallery.screens import SCREENS
from tests.gallery.stage import Stage
from tests.ui.accessible import stumbles


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's own
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False

    def strays(self):
        """Those that turned out to be parts of something."""
        return [type(widget).__name__ for widget in self.shown if isValid(widget) and not widget.isWindow()]


@pytest.fixture
def windows(dressed):
    made = Windows()
    dressed.installEventFilter(made)
    yield made
    dressed.removeEventFilter(made)


@pytest.fixture
def stage(dressed, library, qtbot):
    made = Stage(library)
    qtbot.addWidget(made.window)
    yield made
    made.put_away()


@pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")  # windows that are drawn nowhere
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_nobody_stumbles_over_a_screen(stage, screen, windows):
    if screen.name == "menu":
        pytest.skip("an open menu is Qt's own, and takes a keyboard that the screen of the tests does not have")
    with stage.shown(screen.opens, screen.show) as widget:
        widget.activateWindow()
        found = "\n".join(stumbles(widget))
    assert found == ""
    assert windows.strays() == [], "a part is shown before it has its place: it flashes and takes the keyboard away"


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
