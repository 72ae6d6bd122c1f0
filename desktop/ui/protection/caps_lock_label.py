"""The line below a password field that says Caps Lock is on."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.protection.password_field import PasswordField
from desktop.ui.retranslate import Retranslated


class CapsLockLabel(Retranslated, QLabel):
    """Comes and goes with Caps Lock, as one of the fields notices it."""

    def __init__(self, *fields: PasswordField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "error")
        self.setWordWrap(True)
        self.hide()
        for field in fields:
            field.caps_lock_changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(_("Caps Lock is on."))

    def _follow(self, on: bool) -> None:
        self.setVisible(on)
        if on:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))
