"""Asks for the password of a protected file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.i18n import Message, _, message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import NeedsPassword, StoreError
from desktop.ui import theme
from desktop.ui.editors.options import Tick
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.beside import beside
from desktop.ui.help.on_call import offer_help
from desktop.ui.protection.caps_lock_label import CapsLockLabel
from desktop.ui.protection.password_field import PasswordField
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog

_PATIENT = 3
"""Wrong passwords after which there is more to say."""


class PasswordPrompt(ScrolledDialog):
    """Opens the file; `file` is it once the dialog is accepted. Wrong passwords may be typed as often as one likes."""

    refused = Signal(object)
    """A `StoreError` that no password mends, such as damage. The prompt is closed then."""

    def __init__(self, path: Path, opener: Callable[[str], BusinessFile], parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(480), parent)
        offer_help(self, "password")
        self.file: BusinessFile | None = None
        self._path, self._opener = path, opener
        self._wrong = 0
        self.title_label, self.name_label, self.password_label = QLabel(), QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.password_label, "strong")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.title_label, self.name_label):
            label.setWordWrap(True)
        self.password_field = PasswordField()
        self.caps_label = CapsLockLabel(self.password_field)
        self.show_box = Tick(compact=True)
        self.show_box.toggled.connect(lambda on: self.password_field.show_letters(shown=on))
        self.banner = Banner(closable=False)
        self.password_field.textEdited.connect(lambda *_ignored: self._clear())
        for widget in (self.title_label, self.name_label):
            self.column.addWidget(widget)
        typed = QVBoxLayout()
        typed.setSpacing(theme.SMALL)
        for widget in (self.password_label, self.password_field, self.caps_label, self.show_box):
            typed.addWidget(widget)
        self.column.addLayout(typed)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.foot.addWidget(self.buttons)
        theme.look(self.open_button, "primary")
        self.open_button.setDefault(True)
        self.password_field.setFocus()
        self.retranslate()

    def accept(self) -> None:
        """Open the file; where the password does not fit, say so and leave it there to be mended."""
        if not self.password_field.text():
            self._say(message("Please type the password."))
            return
        try:
            password = self.password_field.text()
            self.file = beside(self, message("The policy is being opened…"), lambda: self._opener(password))
        except NeedsPassword as error:
            self._wrong += 1
            self._say(error.reason if self._wrong < _PATIENT else _patient(error.reason))
        except StoreError as error:
            self.reject()
            self.refused.emit(error)
        else:
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Password"))
        self.title_label.setText(_("Please type the password"))
        self.name_label.setText(_("“{name}” is protected by a password.", name=self._path.name))
        label_control(self.password_label, self.password_field, _("&Password"), self.name_label.text())
        self.show_box.setText(_("Show what I type"))
        self.open_button.setText(_("&Open"))

    def _say(self, words: Message) -> None:
        self.banner.say(words, Severity.WARNING)
        self.password_field.selectAll()
        self.fit()
        self.lead_to(self.password_field)

    def _clear(self) -> None:
        if self.banner.text:
            self.banner.clear()
            self.fit()


def _patient(reason: Message) -> Message:
    return message("{reason} Each file has a password of its own: is this perhaps that of another?", reason=reason)
