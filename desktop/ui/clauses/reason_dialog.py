"""Asks why a clause is put in or left out. The reason may stay empty."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated, label_control

_LONGEST = 300
"""Letters of a reason: one line."""


class ReasonDialog(Retranslated, QDialog):
    """Accepted with a reason or without one."""

    def __init__(self, title: str, *, put_in: bool, reason: str = "", beside: str = "", parent: QWidget | None = None):
        """`beside` are words about other clauses that the decision touches."""
        super().__init__(parent)
        self._title, self._put_in, self._beside = title, put_in, beside
        self._question_label, self._beside_label, self._label = QLabel(), QLabel(), QLabel()
        self._question_label.setTextFormat(Qt.TextFormat.RichText)
        self._beside_label.setText(beside)
        self._beside_label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._question_label, self._beside_label, self._label):
            label.setWordWrap(True)
        self._beside_label.setVisible(bool(beside))
        theme.look(self._label, "small")
        self.reason_field = QLineEdit(reason)
        self.reason_field.setMaxLength(_LONGEST)
        self.buttons = QDialogButtonBox()
        self.done_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.SMALL)
        for widget in (self._question_label, self._beside_label, self._label, self.reason_field):
            column.addWidget(widget)
        column.addSpacing(theme.SMALL)
        column.addWidget(self.buttons)
        self.setMinimumWidth(460)
        self.retranslate()
        self.reason_field.setFocus()

    @property
    def reason(self) -> str:
        """What the owner wrote."""
        return self.reason_field.text().strip()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Put in") if self._put_in else _("Leave out"))
        told = _("Put in “{title}”?") if self._put_in else _("Leave out “{title}”?")
        self._question_label.setText(f"<b>{escape(told.format(title=self._title))}</b>")
        note = _("It is kept with your policy, so that you and others know later. You may leave it empty.")
        label_control(self._label, self.reason_field, _("Why?") + " " + note)
        self.done_button.setText(_("Put in") if self._put_in else _("Leave out"))
