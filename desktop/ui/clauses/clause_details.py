"""All there is to know about one clause, and to decide about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_states import Overview
from desktop.ui.clauses.clause_words import laws_words, neighbour_words
from desktop.ui.clauses.decision_panel import DecisionPanel
from desktop.ui.clauses.example_pair import ExamplePair
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.clauses.section import Section
from desktop.ui.clauses.wording_panel import WordingPanel
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import CLAUSE_LINK, QUESTION_LINK
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_WIDEST = 820
"""Width of what is told where there is room, in pixels."""


class ClauseDetails(Retranslated, QScrollArea):
    """From the decision down to the laws."""

    question_wanted = Signal(str)
    clause_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._overview: Overview | None = None
        self._clause_id = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(380)
        self.decision = DecisionPanel(session)
        self.wording = WordingPanel(session)
        self.why_label = QLabel()
        self.why_label.setWordWrap(True)
        self.why_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.example = ExamplePair()
        self.laws_label, self.neighbours_label = RichLabel(), RichLabel()
        self.why, self.practice, self.laws, self.neighbours = Section(), Section(), Section(), Section()
        for section, content in (
            (self.why, self.why_label),
            (self.practice, self.example),
            (self.laws, self.laws_label),
            (self.neighbours, self.neighbours_label),
        ):
            section.column.addWidget(content)
        for signal in (
            self.decision.link_followed,
            self.wording.link_followed,
            self.laws_label.linkActivated,
            self.neighbours_label.linkActivated,
        ):
            signal.connect(self._follow)
        self._lay_out()

    def tell(self, overview: Overview, clause_id: str) -> None:
        """Show a clause; another one from its top. Nothing is shown for an id that is not there."""
        state = overview.states.get(clause_id)
        is_other = clause_id != self._clause_id
        self._overview, self._clause_id = overview, clause_id
        self._holder.setVisible(state is not None)
        if state is None:
            return
        self.decision.tell(overview, state)
        self.wording.tell(overview, state)
        self.retranslate()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set the words of the lower sections; the upper ones see to their own."""
        state = self._overview.states.get(self._clause_id) if self._overview else None
        if state is None or self._overview is None:
            return
        why, example = words(state.clause.why), state.wording.example
        laws = laws_words(self._overview, state)
        neighbours = neighbour_words(self._session, self._overview, state.clause)
        self.why.heading.setText(_("What goes wrong without it"))
        self.why_label.setText(why)
        self.practice.heading.setText(_("In practice"))
        if example is not None:
            self.example.tell(example)
        self.laws.heading.setText(_("The law behind it"))
        self.laws_label.tell(laws)
        self.neighbours.heading.setText(_("Other clauses"))
        self.neighbours_label.tell(neighbours)
        for section, shown in (
            (self.why, bool(why)),
            (self.practice, example is not None),
            (self.laws, bool(laws)),
            (self.neighbours, bool(neighbours)),
        ):
            section.setVisible(shown)

    def _follow(self, target: str) -> None:
        if target.startswith(QUESTION_LINK):
            self.question_wanted.emit(target.removeprefix(QUESTION_LINK))
        elif target.startswith(CLAUSE_LINK):
            self.clause_wanted.emit(target.removeprefix(CLAUSE_LINK))

    def _lay_out(self) -> None:
        body = QWidget()
        theme.look(body, "clear")
        self._holder = QWidget()
        self._holder.setMaximumWidth(_WIDEST)
        self._holder.hide()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        for part in (self.decision, self.wording, self.why, self.practice, self.laws, self.neighbours):
            column.addWidget(part)
        column.addStretch(1)
        outer = QHBoxLayout(body)
        outer.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.HUGE)
        outer.addWidget(self._holder, 1)
        self.setWidget(body)
