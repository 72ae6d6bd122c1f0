"""The page of the quick way: the essential questions, one or two at a time, with a clear end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.core.facts import Source
from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.flow import FlowLayout
from desktop.ui.questions.card_desk import CardDesk
from desktop.ui.questions.card_scroll import CardScroll, least_width, left_of_cards
from desktop.ui.questions.lazy_cards import LazyCards
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.tab_order import move_focus, stops
from desktop.ui.quick.grouping import groups
from desktop.ui.quick.quick_head import QuickHead
from desktop.ui.quick.summary_view import SummaryView
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session
from desktop.ui.whole_pages import FIRST, HOME


class QuickPage(Retranslated, QWidget):
    """Shows one group of questions, or at the end the summary. The place is kept by question, not by number."""

    page_id = FIRST

    page_wanted = Signal(str)
    """Id of another page."""
    export_wanted = Signal()
    in_policy_wanted = Signal(str)
    """Id of a question; the owner wants to see what it does in the policy."""
    question_met = Signal(str)
    """Id of a question that the owner comes to for the first time; not the one where the page opens."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._questions = {question.id: question for question in session.library.questions if question.essential}
        self.cards = LazyCards(self._questions, self._make_card)
        """By the ids of their questions, in order."""
        self._at = ""
        """Id of a question of the group that is shown; "" for the summary."""
        self._is_stale = False
        self._met: set[str] = set()
        self.scroll = CardScroll(is_page=False)
        self._summary: SummaryView | None = None
        self._make_controls()
        self._lay_out()
        self.setMinimumWidth(least_width())
        session.answers_changed.connect(self._refresh)
        CardDesk.of(session).help_switched.connect(self._switch_help)
        QApplication.instance().focusChanged.connect(self._notice)
        self._show_group(self._first_open())
        self.retranslate()

    @property
    def summary(self) -> SummaryView:
        """What is shown at the end; made when it is first needed."""
        if self._summary is None:
            self._summary = summary = SummaryView(self.session)
            summary.question_wanted.connect(self.show_question)
            summary.export_wanted.connect(self.export_wanted)
            summary.deeper_wanted.connect(lambda: self.page_wanted.emit(self.session.library.steps[0].id))
            summary.home_wanted.connect(lambda: self.page_wanted.emit(HOME))
            self.scroll.column.insertWidget(0, summary)
        return self._summary

    @property
    def shows_summary(self) -> bool:
        """Whether the end is shown rather than questions."""
        return not self._at

    def focus_first(self) -> None:
        """Go on where the owner stopped: at the first open question, else at the summary."""
        self._show_group(self._first_open())
        if self.shows_summary:
            self.summary.focus_first()
        else:
            self.cards[self._at].take_focus()

    def show_question(self, question_id: str) -> None:
        """Show a question with the focus in its editor."""
        self._show_group(question_id)
        card = self.cards[question_id]
        card.take_focus()
        self.scroll.reveal(card)

    def question_in_use(self) -> str:
        """Id of the question that has the focus; "" where none has."""
        return self.scroll.question_in_use()

    def shows(self, question_id: str) -> bool:
        """Whether a question is wholly in sight."""
        card = self.cards.made.get(question_id)
        return card is not None and self.scroll.is_in_sight(card)

    def _notice(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tell of a question when it has the focus for the first time."""
        card = next((card for card in self.scroll.shown_cards if now is not None and card.isAncestorOf(now)), None)
        if card is not None and card.question.id not in self._met:
            if self._met:
                self.question_met.emit(card.question.id)
            self._met.add(card.question.id)

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        self.cards.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Head and foot stand in line with the cards."""
        self._line_up()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return goes on: to the next open question on the screen, else to the next screen; it skips nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.shows_summary:
            super().keyPressEvent(event)
        elif not presses_button(event):
            self._go_on_by_key()

    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops: the questions, then the foot, where Return and Tab both lead on first."""
        foot = () if self.shows_summary else (self.next_button, self.back_button, self.summary_button)
        return [*self.scroll.tab_stops(), *(stop for button in foot for stop in stops(button))]

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """The Tab key goes through questions and foot in order, whenever they were made, and then beyond the page."""
        moved = move_focus(self, self.tab_stops(), forward=forward) or super().focusNextPrevChild(forward)
        self.scroll.reveal_focus()
        return moved

    def retranslate(self) -> None:
        """Set the words of the foot."""
        self.back_button.setText(_("Back"))
        self.summary_button.setText(_("All answers"))
        self._name_place()

    def _make_card(self, question: Question) -> QuestionCard:
        card = QuestionCard(self.session, question)
        card.grew.connect(self.scroll.follow_growth)
        card.clause_wanted.connect(self.in_policy_wanted)
        return card

    def _asked(self) -> list[Question]:
        facts = self.session.facts.by_question
        return [each for each in self._questions.values() if facts[each.id].source is not Source.NOT_ASKED]

    def _open(self) -> list[str]:
        """The questions that are not answered."""
        facts = self.session.facts.by_question
        return [each.id for each in self._asked() if facts[each.id].source in (Source.EMPTY, Source.SUGGESTED)]

    def _first_open(self) -> str:
        """The first question that is not answered; "" where all are."""
        return next(iter(self._open()), "")

    def _groups(self) -> tuple[tuple[Question, ...], ...]:
        return groups(self._asked())

    def _place(self) -> int:
        """Number of the group that is shown; the number of groups for the summary."""
        found = self._groups()
        return next((n for n, group in enumerate(found) if self._at in [each.id for each in group]), len(found))

    def _show_group(self, question_id: str) -> None:
        """Show the group of a question; the summary for "", or where the question is not asked."""
        self._at = question_id
        shown = self._groups()[self._place()] if self._place() < len(self._groups()) else ()
        if not shown:
            self._at = ""
        self._put([self.cards[question.id] for question in shown])
        if self._summary is not None or not shown:
            self.summary.setVisible(not shown)
            if not shown:
                self.summary.refresh()
        self._name_place()

    def _put(self, cards: list[QuestionCard]) -> None:
        """Let the column hold these cards."""
        if cards != self.scroll.shown_cards:
            for card in self.scroll.shown_cards:
                if card not in cards:
                    card.hide()
                    self.scroll.column.removeWidget(card)
            self.scroll.shown_cards = cards
            for place, card in enumerate(cards):
                self.scroll.column.insertWidget(place, card)
                card.refresh()
                card.show()
            self.scroll.verticalScrollBar().setValue(0)

    def _name_place(self) -> None:
        """Say how far the owner has come, and what the button at the foot does."""
        found, place = self._groups(), self._place()
        count = sum(len(group) for group in found)
        before = sum(len(group) for group in found[:place])
        shown = len(found[place]) if place < len(found) else 0
        first = before + 1 if shown else 0
        self.head.show_place(first, before + shown, count, answered=count - len(self._open()))
        self._foot.setVisible(not self.shows_summary)
        self.back_button.setEnabled(place > 0)
        skips = self._skips()
        self.next_button.setText(_("Skip for now") if skips else _("Next") if place < len(found) - 1 else _("Finish"))
        theme.set_property(self.next_button, "look", "" if skips else "primary")
        self.next_button.setMinimumWidth(0)
        self.next_button.setMinimumWidth(max(theme.scaled(120), self.next_button.sizeHint().width()))

    def _skips(self) -> bool:
        """Whether going on leaves a question of this screen open."""
        shown = self.scroll.shown_cards
        return not self.session.read_only and any(card.fact.source is Source.EMPTY for card in shown)

    def _go_on(self) -> None:
        """Keep what is typed and what is suggested, and go on; stay where something could not be kept."""
        for card in self.scroll.shown_cards:
            card.flush()
            kept = card.editor.finish() and not card.has_error
            if kept and card.fact.source is Source.SUGGESTED and not self.session.read_only:
                kept = card.use_suggestion()
            if not kept:
                card.take_focus()
                return
        self._move(1)

    def _go_on_by_key(self) -> None:
        self.flush()
        shown = self.scroll.shown_cards
        current = self.scroll.card_in_use()
        if current is not None and current.has_error:
            current.take_focus()
            return
        place = shown.index(current) if current in shown else -1
        following = next((card for card in shown[place + 1 :] if card.is_open), None)
        still_empty = next((card for card in shown if card.fact.source is Source.EMPTY), None)
        target = following or still_empty
        if target is None or self.session.read_only:
            self._go_on()
        else:
            target.take_focus()
            self.scroll.reveal(target)

    def _move(self, distance: int) -> None:
        self.flush()
        place = self._place() + distance
        found = self._groups()
        self._show_group(found[place][0].id if 0 <= place < len(found) else "")
        if self.shows_summary:
            self.summary.focus_first()
            self.summary.announce()
        else:
            self.cards[self._at].take_focus()
            self.head.announce()

    def _show_summary(self) -> None:
        self._move(len(self._groups()) - self._place())

    def _refresh(self, question_id: str = "") -> None:
        """Show what an answer changed; questions come and go, and the group in sight with them."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        with self.scroll.steady():
            for card in self.cards.made.values():
                card.refresh(question_id)
            self._show_group(self._at if self._is_asked(self._at) else self._first_open())

    def _is_asked(self, question_id: str) -> bool:
        """Whether a question is asked now; the summary always has its place."""
        return not question_id or self.session.facts.by_question[question_id].source is not Source.NOT_ASKED

    def _line_up(self) -> None:
        bar = self.scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        side = left_of_cards(self, beside)
        right = side + beside
        self.head.column.setContentsMargins(side, theme.LARGE, right, 0)
        self._foot_row.setContentsMargins(side, theme.SMALL, right, theme.MEDIUM)

    def _switch_help(self, is_open: bool) -> None:
        with self.scroll.steady():
            for card in self.cards.made.values():
                card.show_help(is_open=is_open)

    def _make_controls(self) -> None:
        self.head = QuickHead()
        self.back_button, self.summary_button, self.next_button = QPushButton(), QPushButton(), QPushButton()
        self.back_button.setIcon(theme.icon("back"))
        theme.look(self.summary_button, "quiet")
        self.back_button.clicked.connect(lambda: self._move(-1))
        self.summary_button.clicked.connect(self._show_summary)
        self.next_button.clicked.connect(self._go_on)
        self.scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._line_up())

    def _lay_out(self) -> None:
        self._foot = QWidget()
        self._foot_row = foot = FlowLayout(last_right=True)
        foot.add(self.back_button, self.summary_button, self.next_button)
        self._foot.setLayout(foot)
        self.scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.scroll, 1)
        column.addWidget(self._foot)
