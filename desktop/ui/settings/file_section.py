"""The part of the settings about the open policy file: its password and its copies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class FileSection(Retranslated, Section):
    """Says how the file is kept; the buttons lead on. Without an open file it says where to find them."""

    def __init__(self, session: Session | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.state_label = QLabel()
        self.state_label.setWordWrap(True)
        self.state_label.setTextFormat(Qt.TextFormat.PlainText)
        self.password_button, self.copies_button = QPushButton(), QPushButton()
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for button in (self.password_button, self.copies_button):
            button.setAutoDefault(False)
            button.setVisible(session is not None)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.state_label)
        self.column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Password and copies"))
        self.password_button.setText(_("&Password…"))
        self.copies_button.setText(_("C&opies…"))
        self.state_label.setText(self._state())
        if self._session is not None:
            self.password_button.setEnabled(not self._session.read_only)

    def _state(self) -> str:
        if self._session is None:
            return _("Password and copies belong to a policy file. Open your policy, then you find them here.")
        name = self._session.file.path.name
        if self._session.read_only:
            return _("“{name}” is open only to look at, so its password cannot be changed here.", name=name)
        if self._session.file.is_protected:
            return _("“{name}” is protected by a password.", name=name)
        return _("“{name}” has no password: whoever gets hold of the file can read it.", name=name)
