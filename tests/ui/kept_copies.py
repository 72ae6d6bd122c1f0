"""What the tests of settings, passwords and copies have in common."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from desktop.settings import Settings


@pytest.fixture
def saved():
    return Settings()


@pytest.fixture
def copied(session, clock):
    """The session of a file that has copies of three days, the last one of today."""
    for day in (5, 6, 7):
        clock.now = clock.now.replace(day=day)
        session.answer("staff_count", day)
    return session


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def make(dialog, qtbot):
    """Puts a copy elsewhere, and waits for what comes of it."""
    click(qtbot, dialog.make_button)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def cut_labels(*dialogs):
    """Labels that have less room than their words need."""
    return [
        label.text()
        for dialog in dialogs
        for label in dialog.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]


def press(field, text, *, shift=False):
    """A key as Qt tells of it; no text is Caps Lock itself."""
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A if text else Qt.Key.Key_CapsLock, modifiers, text)
    QApplication.sendEvent(field, event)
