"""The end of the quick way: what was answered, and where to go from here."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.facts import Source
from desktop.core.progress import progress
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.flow import FlowLayout
from desktop.ui.picture import Picture
from desktop.ui.quick.answer_row import AnswerRow
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class SummaryView(Retranslated, QWidget):
    """A word of joy, the next steps, and each answer with the way back to its question."""

    question_wanted = Signal(str)
    export_wanted = Signal()
    deeper_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._panel = QFrame()
        self._mark = Picture(28)
        self.title_label, self.intro_label = QLabel(), QLabel()
        self.left_label, self._answers_label = QLabel(), QLabel()
        theme.look(self.title_label, "title")
        for label in (self.left_label, self._answers_label):
            theme.look(label, "heading")
        for label in (self.title_label, self.intro_label):
            label.setWordWrap(True)
        self.open_button, self.export_button = QPushButton(), QPushButton()
        self.deeper_button, self.home_button = QPushButton(), QPushButton()
        self.open_button.clicked.connect(lambda: self.question_wanted.emit(progress(session.facts).essential_open[0]))
        self.export_button.clicked.connect(self.export_wanted)
        self.deeper_button.clicked.connect(self.deeper_wanted)
        self.home_button.clicked.connect(self.home_wanted)
        self.rows: dict[str, AnswerRow] = {}
        for question in session.library.questions:
            if question.essential:
                self.rows[question.id] = row = AnswerRow(session, question, self)
                row.clicked.connect(lambda _checked=False, name=question.id: self.question_wanted.emit(name))
        self._lay_out()
        self.refresh()

    @property
    def is_complete(self) -> bool:
        """Whether every essential question is answered."""
        return progress(self.session.facts).complete

    def refresh(self) -> None:
        """Show the answers as they are now."""
        for row in self.rows.values():
            row.refresh()
        self._order_rows()
        complete = self.is_complete
        theme.set_property(self._panel, "banner", "success" if complete else "info")
        self._mark.show_icon(*(("success", "success") if complete else ("info", "accent")))
        self.open_button.setVisible(not complete and not self.session.read_only)
        theme.set_property(self.export_button, "look", "primary" if complete else "")
        theme.look(self.open_button, "primary")
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on what to do next."""
        (self.open_button if self.open_button.isVisibleTo(self) else self.export_button).setFocus()

    def announce(self) -> None:
        """Tell screen readers how it stands."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.title_label, self.title_label.text()))

    def retranslate(self) -> None:
        """Set the words."""
        still_open = len(progress(self.session.facts).essential_open)
        if not still_open and self.session.is_sample:
            self.title_label.setText(_("This sample is complete"))
            self.intro_label.setText(
                _("You can make its Word documents now, to see what you get. Nothing here becomes your own policy.")
            )
        elif not still_open:
            self.title_label.setText(_("Your policy is complete"))
            self.intro_label.setText(
                _(
                    "You can make the Word documents now. To fit the policy to your business more closely, go deeper "
                    "step by step; everything else starts from a sensible suggestion."
                )
            )
        else:
            one = still_open == 1
            self.title_label.setText(
                _("One question is still open") if one else _("{count} questions are still open", count=still_open)
            )
            self.intro_label.setText(
                _(
                    "You can make the Word documents all the same; where an answer is missing, the policy then has a "
                    "gap."
                )
                if self._has_gaps()
                else _("You can make the Word documents all the same; the policy then starts from suggestions there.")
            )
        self.open_button.setText(_("Go on answering"))
        self.export_button.setText(_("Make Word documents"))
        self.deeper_button.setText(_("Go deeper"))
        self.home_button.setText(_("Go to Home"))
        self.left_label.setText(_("Still open"))
        self._answers_label.setText(_("Your answers"))

    def _has_gaps(self) -> bool:
        """Whether a question is open for which nothing is suggested."""
        facts = self.session.facts.by_question
        return any(facts[name].source is Source.EMPTY for name in progress(self.session.facts).essential_open)

    def _order_rows(self) -> None:
        """What is still open comes before the answers."""
        left = progress(self.session.facts).essential_open
        answered = [name for name in self.rows if name not in left]
        order = (self.left_label, *map(self.rows.__getitem__, left), self._answers_label)
        for place, widget in enumerate((*order, *map(self.rows.__getitem__, answered))):
            if self._list.indexOf(widget) != place:
                self._list.insertWidget(place, widget)
        self.left_label.setVisible(bool(left))
        self._answers_label.setVisible(any(not self.rows[name].isHidden() for name in answered))
        for before, after in pairwise(self.rows[name] for name in (*left, *answered)):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.MEDIUM)
        head.addWidget(self._mark)
        head.addWidget(self.title_label, 1)
        buttons = FlowLayout(between=theme.SMALL)
        buttons.add(self.open_button, self.export_button, self.deeper_button, self.home_button)
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        panel.setSpacing(theme.MEDIUM)
        panel.addLayout(head)
        panel.addWidget(self.intro_label)
        panel.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._panel)
        column.addSpacing(theme.SMALL)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SMALL)
        column.addLayout(self._list)
