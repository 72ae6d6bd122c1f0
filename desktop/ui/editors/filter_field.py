"""A field that shortens a long list to what is looked for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated

MANY = 15
"""Entries beyond which a list gets such a field."""


class FilterField(Retranslated, QLineEdit):
    """Escape empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(theme.TARGET)
        self.setMaximumWidth(320)
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.retranslate()

    def finds(self, text: str) -> bool:
        """Whether an entry is among those looked for."""
        return all(part in text.casefold() for part in self.text().casefold().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape shows the whole list again; Return keeps to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setPlaceholderText(_("Find in the list…"))
        self.setAccessibleName(_("Find in the list…"))
