"""Asks for a few words that must not be missing: how an incident ended, or why it is opened again."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.core.text import printable
from desktop.i18n import Message, _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.editors.fields import LongField
from desktop.ui.editors.options import Tick
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
        said: Callable[[], str] = str,
        beside: Message | None = None,
    ) -> None:
        """`said` stands above the question, `beside` at a tick below it that is set."""
        super().__init__(_WIDTH, parent)
        self._title, self._question, self._keep = title, question, keep
        self._label, self.fault_label = QLabel(), plain_label("error")
        self._label.setWordWrap(True)
        self.fault_label.hide()
        self.said_label = plain_label()
        self._said, self._beside = said, beside
        self.beside_tick = Tick(compact=True)
        self.beside_tick.setChecked(beside is not None)
        self.text_field = LongField()
        self.text_field.textChanged.connect(self.fault_label.hide)
        self.banner = Banner(closable=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        session.failed.connect(self._say_not_saved)
        for widget in (self.said_label, self._label, self.text_field, self.fault_label, self.beside_tick):
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
        elif self._keep(words):
            super().accept()

    @property
    def is_beside(self) -> bool:
        """Whether what stands at the tick is wanted too."""
        return self.beside_tick.isChecked()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(str(self._title))
        self.said_label.setText(self._said())
        self.said_label.setVisible(bool(self.said_label.text()))
        self.beside_tick.setText(str(self._beside or ""))
        self.beside_tick.setVisible(self._beside is not None)
        label_control(self._label, self.text_field, str(self._question))
        self.fault_label.setText(_("Write it in a few words."))
        self.save_button.setText(_("&Save"))

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)
