"""The page of a step: its questions below each other."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.core.facts import Source
from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.flow import FlowLayout
from desktop.ui.questions.card_desk import CardDesk
from desktop.ui.questions.card_scroll import CardScroll, least_width
from desktop.ui.questions.lazy_cards import LazyCards
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.whole_pages import FIRST

_HIGH = 900
"""Height that is filled with cards before the page is shown, in pixels, where its own is not known yet."""


def page_ids(session: Session) -> tuple[str, ...]:
    """The pages of questions, in order."""
    return (FIRST, *(step.id for step in session.library.steps))


class StepPage(Retranslated, CardScroll):
    """Makes the cards around the place where the owner goes on, then the others when there is time."""

    page_wanted = Signal(str)
    """Id of another page."""
    export_wanted = Signal()
    in_policy_wanted = Signal(str)
    """Id of a question; the owner wants to see what it does in the policy."""

    def __init__(self, session: Session, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.page_id = page_id
        self.setMinimumWidth(least_width())
        self._is_stale = False
        self._questions = {question.id: question for question in session.library.questions_of(page_id)}
        self.cards = LazyCards(self._questions, self._make_card)
        """By the ids of their questions, in order."""
        self._rest = QTimer(self)
        self._rest.timeout.connect(self._make_one_more)
        self._make_head()
        self._make_foot()
        self._lay_out()
        session.answers_changed.connect(self._refresh)
        CardDesk.of(session).help_switched.connect(self._switch_help)
        self.retranslate()

    def show_question(self, question_id: str) -> None:
        """Scroll to a question and put the focus into its editor."""
        self._make_around(question_id)
        card = self.cards[question_id]
        self.settle()
        card.take_focus()
        self.scroll_to(card)

    def shows(self, question_id: str) -> bool:
        """Whether a question is on this page and wholly in sight."""
        card = self.cards.made.get(question_id)
        return card is not None and self.is_in_sight(card)

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        self.cards.flush()

    def focus_first(self) -> None:
        """Go on where the owner stopped: at the first question that is open, else at the first."""
        facts = self.session.facts.by_question
        asked = [name for name in self._questions if facts[name].source is not Source.NOT_ASKED]
        open_ones = [name for name in asked if facts[name].source in (Source.EMPTY, Source.SUGGESTED)]
        if asked:
            first = (open_ones or asked)[0]
            self._make_around(first)
            self.cards[first].take_focus()
            self.reveal(self.cards[first])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        if not self.cards.made and self._questions:
            self._make_around(next(iter(self._questions)))
        if self._is_stale:
            self._refresh()

    def retranslate(self) -> None:
        """Set the words of head and foot."""
        library = self.session.library
        step = library.step[self.page_id]
        self._number_label.setText(_("Step {number} of {count}", number=step.number, count=len(library.steps)))
        self.title_label.setText(words(step.title))
        self._intro_label.setText(words(step.intro))
        self.back_button.setText(_("Back"))
        following = self._neighbour(1)
        self.next_button.setText(
            _("Next: {page}", page=words(library.step[following].short)) if following else _("Make Word documents")
        )

    def _make_around(self, question_id: str) -> None:
        """Make the card of a question and as many beside it as fill the page; the others follow soon."""
        ids = list(self._questions)
        place = ids.index(question_id)
        room = max(self.height(), _HIGH if not self.isVisible() else 0)
        for name in (*ids[place:], *reversed(ids[:place])):
            if room < 0:
                break
            if not (card := self.cards[name]).isHidden():
                room -= card.heightForWidth(self.card_width)
        self._rest.start()

    def _make_one_more(self) -> None:
        missing = self.cards.missing()
        if not missing:
            self._rest.stop()
        elif self.isVisible():  # else the owner is elsewhere; it waits
            self.cards[missing]

    def _make_card(self, question: Question) -> QuestionCard:
        """Make a card and put it in its place among those that are there; what is in sight stays where it is."""
        card = QuestionCard(self.session, question)
        card.grew.connect(self.follow_growth)
        card.clause_wanted.connect(self.in_policy_wanted)
        ids = list(self._questions)
        place = sum(each.question.id in ids[: ids.index(question.id)] for each in self.shown_cards)
        with self.steady():
            self.shown_cards.insert(place, card)
            self.column.insertWidget(self._first_place + place, card)
            self._show_if_asked(card)  # now, for before it has its place it would be a window of its own
        return card

    def _refresh(self, question_id: str = "") -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        with self.steady():
            for card in self.shown_cards:
                card.refresh(question_id)
                self._show_if_asked(card)

    def _show_if_asked(self, card: QuestionCard) -> None:
        card.setVisible(card.fact.source is not Source.NOT_ASKED)

    def _switch_help(self, is_open: bool) -> None:
        with self.steady():
            for card in self.shown_cards:
                card.show_help(is_open=is_open)

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

    def _lay_out(self) -> None:
        for label in (self._number_label, self.title_label, self._intro_label):
            self.column.addWidget(label)
        self.column.addSpacing(theme.TINY)
        self._first_place = self.column.count()
        foot = FlowLayout(last_right=True)
        foot.add(self.back_button, self.next_button)
        self.column.addLayout(foot)
        self.column.addStretch(1)
