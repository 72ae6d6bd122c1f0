"""One page of questions: a step, or the first questions of all steps."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.core.facts import Source
from desktop.core.library import Question
from desktop.core.progress import progress
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.question_card import QuestionCard
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

FIRST = "first"
"""The page with the essential questions of every step, beside the ids of steps."""

_WIDEST = 720
"""Width of the cards where there is room, in pixels."""


_LEVELS = 5
"""Layouts inside each other, from the words of an editor to the page."""


def page_ids(session: Session) -> tuple[str, ...]:
    """The pages in order."""
    return (FIRST, *(step.id for step in session.library.steps))


def page_questions(session: Session, page_id: str) -> tuple[Question, ...]:
    """The questions of a page, asked or not."""
    if page_id == FIRST:
        return tuple(question for question in session.library.questions if question.essential)
    return session.library.questions_of(page_id)


class StepPage(Retranslated, QScrollArea):
    """Cards below each other. What appears or vanishes leaves the card in use where it is on the screen."""

    page_wanted = Signal(str)
    """Id of another page."""
    export_wanted = Signal()

    def __init__(self, session: Session, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.page_id = page_id
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(420)
        self._is_stale = False
        self._make_head()
        self.cards: dict[str, QuestionCard] = {}
        for question in page_questions(session, page_id):
            card = QuestionCard(session, question)
            card.grew.connect(self._follow_growth)
            self.cards[question.id] = card
        self._make_foot()
        self._lay_out()
        self.back_button.setVisible(bool(self._neighbour(-1)))
        self._show_asked()
        session.answers_changed.connect(self._refresh)
        self.retranslate()

    def show_question(self, question_id: str) -> None:
        """Scroll to a question and put the focus into its editor."""
        card = self.cards[question_id]
        self._settle()
        card.take_focus()
        self.verticalScrollBar().setValue(max(card.y() - theme.LARGE, 0))

    def shows(self, question_id: str) -> bool:
        """Whether a question is on this page and wholly in sight."""
        card = self.cards.get(question_id)
        return card is not None and self.viewport().rect().contains(
            QRect(card.mapTo(self.viewport(), QPoint()), card.size())
        )

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        for card in self.cards.values():
            card.flush()

    def focus_first(self) -> None:
        """Go on where the owner stopped: at the first question that is open, else at the first."""
        asked = [card for card in self.cards.values() if not card.isHidden()]
        open_ones = [card for card in asked if card.fact.source in (Source.EMPTY, Source.SUGGESTED)]
        if asked:
            first = (open_ones or asked)[0]
            first.take_focus()
            self._settle()
            self.ensureWidgetVisible(first, 0, theme.LARGE)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """The Tab key brings the whole card into sight, not only its control."""
        moved = super().focusNextPrevChild(forward)
        card = self._anchor()
        if isinstance(card, QuestionCard) and card.height() < self.viewport().height():
            self.ensureWidgetVisible(card, 0, theme.SMALL)
        return moved

    def event(self, event: QEvent) -> bool:
        """Another language makes every card higher or lower; the one in use stays where it is."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            with self.steady():  # Qt tells the cards within this call
                return super().event(event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def retranslate(self) -> None:
        """Set the words of head and foot."""
        library = self.session.library
        if self.page_id == FIRST:
            self._number_label.setText(_("The quick way"))
            self._intro_label.setText(
                _(
                    "With these answers alone your policy is complete. Everything else starts from a sensible "
                    "suggestion, which you can change at any time."
                )
            )
        else:
            step = library.step[self.page_id]
            number = _("Step {number} of {count}", number=step.number, count=len(library.steps))
            self._number_label.setText(number)
            self.title_label.setText(words(step.title))
            self._intro_label.setText(words(step.intro))
        self.back_button.setText(_("Back"))
        following = self._neighbour(1)
        self.next_button.setText(
            _("Next: {page}", page=words(library.step[following].short)) if following else _("Make Word documents")
        )
        self.done_label.setText(
            _("Your policy is complete. You can make the documents now, or go deeper step by step.")
        )
        self.export_button.setText(_("Make Word documents"))
        self.deeper_button.setText(_("Go deeper"))
        self._show_asked()
        self._show_done()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """What happens inside leaves the card in use at its place on the screen."""
        card = self._anchor()
        before = self._place_of(card)
        yield
        self._settle()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._place_of(card) - before)

    def _refresh(self, _question_id: str = "") -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        with self.steady():
            for card in self.cards.values():
                card.refresh()
            self._show_asked()
            self._show_done()

    def _show_asked(self) -> None:
        for question_id, card in self.cards.items():
            card.setVisible(self.session.facts.by_question[question_id].source is not Source.NOT_ASKED)
        if self.page_id == FIRST:
            count = sum(not card.isHidden() for card in self.cards.values())
            self.title_label.setText(_("The {count} first questions", count=count))

    def _show_done(self) -> None:
        complete = self.page_id == FIRST and progress(self.session.facts).complete
        if complete and self.done_panel.isHidden() and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.done_panel, self.done_label.text()))
        self.done_panel.setVisible(complete)

    def _follow_growth(self, part: QWidget) -> None:
        """Help or a form that opens below the edge is scrolled into sight."""
        self._settle()
        if not part.isHidden():
            self.ensureWidgetVisible(part, 0, theme.LARGE)

    def _anchor(self) -> QWidget:
        focused = QApplication.focusWidget()
        for card in self.cards.values():
            if focused is not None and card.isAncestorOf(focused):
                return card
        for card in self.cards.values():
            if not card.isHidden() and self._place_of(card) + card.height() > 0:
                return card
        return self.title_label

    def _place_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _settle(self) -> None:
        """Lay the page out now rather than with the next events, from the innermost widgets outwards."""
        for _level in range(_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _go_on(self) -> None:
        following = self._neighbour(1)
        if following:
            self.page_wanted.emit(following)
        else:
            self.export_wanted.emit()

    def _neighbour(self, distance: int) -> str:
        ids = page_ids(self.session)
        index = ids.index(self.page_id) + distance
        return ids[index] if 0 <= index < len(ids) else ""

    def _make_head(self) -> None:
        self._number_label, self.title_label, self._intro_label = QLabel(), QLabel(), QLabel()
        for label, look in ((self._number_label, "small"), (self.title_label, "title"), (self._intro_label, "muted")):
            theme.look(label, look)
            label.setWordWrap(True)

    def _make_foot(self) -> None:
        self.back_button, self.next_button = QPushButton(), QPushButton()
        self.back_button.setIcon(theme.icon("back"))
        self.back_button.clicked.connect(lambda: self.page_wanted.emit(self._neighbour(-1)))
        theme.look(self.next_button, "primary")
        self.next_button.clicked.connect(self._go_on)
        self.done_panel = QFrame()
        self.done_panel.setProperty("banner", "success")
        self.done_label = QLabel()
        self.done_label.setWordWrap(True)
        self.export_button, self.deeper_button = QPushButton(), QPushButton()
        theme.look(self.export_button, "primary")
        self.export_button.clicked.connect(self.export_wanted)
        self.deeper_button.clicked.connect(lambda: self.page_wanted.emit(self._neighbour(1)))

    def _lay_out(self) -> None:
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout()
        column.setSpacing(theme.MEDIUM)
        for label in (self._number_label, self.title_label, self._intro_label):
            column.addWidget(label)
        column.addSpacing(theme.TINY)
        for card in self.cards.values():
            column.addWidget(card)
        column.addWidget(self._done())
        column.addLayout(self._foot())
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setMaximumWidth(_WIDEST)
        outer = QHBoxLayout(body)
        outer.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.HUGE)
        outer.addWidget(holder, 1)
        self.setWidget(body)

    def _done(self) -> QFrame:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.deeper_button)
        buttons.addStretch(1)
        panel = QVBoxLayout(self.done_panel)
        panel.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        panel.addWidget(self.done_label)
        panel.addLayout(buttons)
        return self.done_panel

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        return foot
