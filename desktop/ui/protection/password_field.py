"""A field for a password that notices Caps Lock."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_WINDOWS_KEY = 0x14


class PasswordField(QLineEdit):
    """Hides what is typed until `show_letters`."""

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps_lock = False
        self.show_letters(shown=False)

    def show_letters(self, *, shown: bool) -> None:
        """Show what is typed, or hide it. Nothing of it is learned by the keyboard of the system."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(
            hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase | self.inputMethodHints()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt does not tell of Caps Lock: what a key comes to gives it away."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps_lock:
            self._notice(caps_lock=False)
        elif letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._notice(caps_lock=letter.isupper() != shifted)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Windows tells of Caps Lock before a letter is typed."""
        super().focusInEvent(event)
        if sys.platform == "win32":
            import ctypes

            self._notice(caps_lock=bool(ctypes.windll.user32.GetKeyState(_WINDOWS_KEY) & 1))

    def _notice(self, *, caps_lock: bool) -> None:
        if caps_lock != self._caps_lock:
            self._caps_lock = caps_lock
            self.caps_lock_changed.emit(caps_lock)
