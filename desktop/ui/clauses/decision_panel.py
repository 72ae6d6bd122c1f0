"""Which clause it is, whether it is in and why, and the owner's decision about that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.selection import applies, choice_of
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_states import ClauseState, Overview
from desktop.ui.clauses.clause_words import clause_name, mark_words, state_words
from desktop.ui.clauses.reason_dialog import ReasonDialog
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.content_words import words
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class DecisionPanel(Retranslated, QWidget):
    """Leave out, put in, or leave it to the answers."""

    link_followed = Signal(str)
    """The target of a link."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._overview: Overview | None = None
        self._state: ClauseState | None = None
        self.dialog: ReasonDialog | None = None
        self._step_label, self.title_label, self.marks_label = QLabel(), QLabel(), QLabel()
        for label, look in ((self._step_label, "small"), (self.title_label, "title"), (self.marks_label, "chip")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            theme.look(label, look)
        self.title_label.setWordWrap(True)
        self.title_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state_label = RichLabel()
        self.state_label.linkActivated.connect(self.link_followed)
        self.decide_button, self.back_button, self.reason_button = QPushButton(), QPushButton(), QPushButton()
        self.remove_button = QPushButton()
        self.remove_button.setIcon(theme.icon("remove"))
        for button in (self.back_button, self.reason_button):
            theme.look(button, "link")
        self.decide_button.clicked.connect(self._decide)
        self.back_button.clicked.connect(self._leave_to_answers)
        self.reason_button.clicked.connect(self._ask_again)
        self.remove_button.clicked.connect(self._remove)
        self._lay_out()

    def tell(self, overview: Overview, state: ClauseState) -> None:
        """Show what stands about a clause."""
        self._overview, self._state = overview, state
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        state = self._state
        if state is None:
            return
        step = self._session.library.step[state.clause.step]
        self._step_label.setText(_("Step {number}: {title}", number=step.number, title=words(step.short)))
        self.title_label.setText(clause_name(self._session, state))
        self.marks_label.setText(" · ".join(map(mark_words, state.marks)))
        self.state_label.tell(self._state_words(state))
        self.state_label.setAccessibleName(self.title_label.text())
        self._show_actions(state)

    def _state_words(self, state: ClauseState) -> str:
        return state_words(self._session, state)

    def _show_actions(self, state: ClauseState) -> None:
        session = self._session
        choice = choice_of(state.clause, session.facts)
        decided = choice.included is not None and not state.is_own
        self.decide_button.setVisible(not state.is_own)
        self.remove_button.setVisible(state.is_own)
        self.back_button.setVisible(decided)
        self.reason_button.setVisible(decided)
        self.decide_button.setText(_("Leave out") if state.is_in else _("Put in"))
        self.decide_button.setIcon(theme.icon("close" if state.is_in else "add"))
        self.back_button.setText(_("Back to what the answers say"))
        self.reason_button.setText(_("Change the reason…") if choice.reason else _("Give a reason…"))
        self.remove_button.setText(_("Remove this clause"))
        self.decide_button.setEnabled(not state.clause.locked and not session.read_only)
        for button in (self.back_button, self.reason_button, self.remove_button):
            button.setEnabled(not session.read_only)
        why = self._why_not(state)
        self.decide_button.setToolTip(why)
        self.decide_button.setAccessibleDescription(why)

    def _why_not(self, state: ClauseState) -> str:
        """Why nothing can be decided; "" where it can."""
        if state.clause.locked:
            return _("This clause is locked: it guards the rights of your staff.")
        return _("This policy is open only to look at.") if self._session.read_only else ""

    def _decide(self) -> None:
        state = self._state
        if state is None:
            return
        if applies(state.clause, self._session.facts) is not state.is_in:  # back where the answers had it
            self._leave_to_answers()
        else:
            self._ask(put_in=not state.is_in)

    def _ask_again(self) -> None:
        if self._state is not None:
            self._ask(put_in=self._state.is_in)

    def _ask(self, *, put_in: bool) -> None:
        if self._state is None or self._overview is None:
            return
        clause_id = self._state.clause.id
        dialog = ReasonDialog(self._session, self._overview, self._state, put_in=put_in, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._session.clauses.include(clause_id, put_in, dialog.reason))
        dialog.finished.connect(lambda _result: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def _leave_to_answers(self) -> None:
        if self._state is not None:
            self._session.clauses.include(self._state.clause.id, None)
            self.decide_button.setFocus()

    def _remove(self) -> None:
        if self._state is not None:
            self._session.clauses.remove(self._state.clause.id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._step_label)
        column.addWidget(self.title_label)
        column.addWidget(self.marks_label, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.state_label)
        actions = FlowLayout()
        actions.add(self.decide_button, self.remove_button, self.back_button, self.reason_button)
        column.addLayout(actions)
