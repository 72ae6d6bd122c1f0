"""What the Return key does outside dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton


def presses_button(event: QKeyEvent) -> bool:
    """Whether the key is Return on a button that has the focus, which is pressed, as in a dialog."""
    button = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not isinstance(button, QAbstractButton) or isinstance(button, QRadioButton | QCheckBox):
        return False
    button.click()
    return True
