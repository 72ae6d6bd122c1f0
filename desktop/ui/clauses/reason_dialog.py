"""Asks why a clause is put in or left out. The reason may stay empty."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_states import ClauseState, Overview
from desktop.ui.clauses.clause_words import clause_name
from desktop.ui.help.on_call import offer_help
from desktop.ui.preview.reasons import title_words
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session

_LONGEST = 300
"""Letters of a reason: one line."""


class ReasonDialog(Retranslated, QDialog):
    """Accepted with a reason or without one. Says which other clauses the decision touches."""

    def __init__(
        self, session: Session, overview: Overview, state: ClauseState, *, put_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        offer_help(self, "clauses")
        self._session, self._overview, self._state, self._put_in = session, overview, state, put_in
        self._question_label, self.beside_label, self._label = QLabel(), QLabel(), QLabel()
        self._question_label.setTextFormat(Qt.TextFormat.RichText)
        self.beside_label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._question_label, self.beside_label, self._label):
            label.setWordWrap(True)
        theme.look(self._label, "small")
        self.reason_field = QLineEdit(session.clauses.choice(state.clause.id).reason)
        self.reason_field.setMaxLength(_LONGEST)
        self._buttons = QDialogButtonBox()
        self.done_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.done_button, "primary")
        self.done_button.setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.SMALL)
        for widget in (self._question_label, self.beside_label, self._label, self.reason_field):
            column.addWidget(widget)
        column.addSpacing(theme.SMALL)
        column.addWidget(self._buttons)
        self.setMinimumWidth(460)
        self.retranslate()
        self.reason_field.setFocus()

    @property
    def reason(self) -> str:
        """What the owner wrote."""
        return self.reason_field.text().strip()

    def retranslate(self) -> None:
        """Set the words."""
        title = title_words(self._session, self._state.wording.title)
        told = _("Put in “{title}”?", title=title) if self._put_in else _("Leave out “{title}”?", title=title)
        self.setWindowTitle(_("Put in") if self._put_in else _("Leave out"))
        self._question_label.setText(f"<b>{escape(told)}</b>")
        beside = self._beside()
        self.beside_label.setText(beside)
        self.beside_label.setVisible(bool(beside))
        label_control(self._label, self.reason_field, _("Why? The reason is kept with your policy. It may stay empty."))
        self.done_button.setText(_("Put in") if self._put_in else _("Leave out"))

    def _beside(self) -> str:
        """What the decision does to other clauses."""
        overview, clause = self._overview, self._state.clause
        if not self._put_in:
            leaning = self._names(overview.leaning_on(clause.id))
            return _("These clauses build on it: {names}.", names=leaning) if leaning else ""
        missing, against = self._names(overview.missing_for(clause)), self._names(overview.against(clause))
        parts = [
            _("It builds on clauses that are left out: {names}.", names=missing) if missing else "",
            _("It says the opposite of: {names}.", names=against) if against else "",
        ]
        return " ".join(filter(None, parts))

    def _names(self, states: tuple[ClauseState, ...]) -> str:
        return "; ".join(clause_name(self._session, state) for state in states)
