"""Asks for a few words: a note on a step, why a tick was a mistake, how a run ended."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop.core.text import printable
from desktop.core.watch.secrets import looks_like_password
from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import LongField
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.session import Session
from desktop.ui.watch.accounts.account_words import REFUSED
from desktop.ui.watch.accounts.stored_dialog import StoredDialog

_WIDTH = 460


class NoteDialog(StoredDialog):
    """Accepted only with words that are no password, or without any where none are needed, and once they are kept."""

    def __init__(
        self,
        session: Session,
        title: str,
        question: Message,
        done: Message,
        keep: Callable[[str], bool],
        *,
        needed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` stores the words and says whether they are kept."""
        super().__init__(session, _WIDTH, parent)
        self._keep = keep
        self._title, self._question, self._done, self._needed = title, question, done, needed
        self._title_label, self._label, self.field = plain_label("strong"), small_label(), LongField()
        self.error_label = plain_label("error")
        self.error_label.hide()
        self.field.textChanged.connect(self.error_label.hide)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.done_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.done_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for widget in (self._title_label, self._label, self.field, self.error_label):
            self.column.addWidget(widget)
        self.foot.addWidget(self._buttons)
        self.retranslate()
        self.field.setFocus()

    @property
    def text(self) -> str:
        """What was written."""
        return printable(self.field.toPlainText()).strip()

    def accept(self) -> None:
        """Say in place what is missing, or what has no place here."""
        missing = self._needed and not self.text
        if missing or looks_like_password(self.text, is_note=True):
            self.error_label.setText(_("Write it in a few words.") if missing else str(REFUSED))
            self.error_label.show()
            self.field.setFocus()
            return
        if self._keep(self.text):
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(str(self._done).replace("&", ""))
        self._title_label.setText(self._title)
        label_control(self._label, self.field, str(self._question))
        self.done_button.setText(str(self._done))
