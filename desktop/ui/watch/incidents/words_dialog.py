"""Asks for a few words that must not be missing: how an incident ended, or why it is opened again."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.core.text import printable
from desktop.i18n import Message, _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.editors.fields import LongField
from desktop.ui.faults import Banner, Severity
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session

_WIDTH = 480


class WordsDialog(ScrolledDialog):
    """Closes when `keep` took the words; else they stay where they are."""

    def __init__(
        self,
        session: Session,
        title: Message,
        question: Message,
        keep: Callable[[str], bool],
        parent: QWidget | None,
        *,
        begin: str = "",
        said: Callable[[], str] = str,
        longest: int = 0,
    ) -> None:
        """`begin` stands in the field, `said` above the question. With `longest` letters it is one line."""
        super().__init__(_WIDTH, parent)
        self._title, self._question, self._keep = title, question, keep
        self._label, self.fault_label = QLabel(), plain_label("error")
        self._label.setWordWrap(True)
        self.fault_label.hide()
        self.said_label = plain_label()
        self._said, self._longest = said, longest
        self.text_field = LongField()
        self.text_field.setPlainText(begin)
        self.text_field.selectAll()
        self.text_field.textChanged.connect(self.fault_label.hide)
        self.banner = Banner(closable=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        session.failed.connect(self._say_not_saved)
        for widget in (self.said_label, self._label, self.text_field, self.fault_label):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.foot.addWidget(self.banner)
        self.foot.addWidget(self._buttons)
        self.retranslate()
        self.text_field.setFocus()

    def accept(self) -> None:
        """Hand the words over; where there are none, ask for them."""
        words = printable(self.text_field.toPlainText()).strip()
        if not words:
            self.fault_label.show()
            self.text_field.setFocus()
        elif self._keep(" ".join(words.split())[: self._longest] if self._longest else words):
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(str(self._title))
        self.said_label.setText(self._said())
        self.said_label.setVisible(bool(self.said_label.text()))
        label_control(self._label, self.text_field, str(self._question))
        self.fault_label.setText(_("Write it in a few words."))
        self.save_button.setText(_("&Save"))

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)
