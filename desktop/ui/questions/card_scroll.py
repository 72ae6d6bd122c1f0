"""A scrolling column of question cards that stays calm while they come, go and grow."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.questions.question_card import QuestionCard
from desktop.ui.questions.tab_order import move_focus, stops

_WIDEST = 720
"""Width of the cards where there is room, in pixels."""

_NARROW = 520
"""Width of a page below which its edges are narrow too, in pixels."""

_LEVELS = 5
"""Layouts inside each other, from the words of an editor to the page."""


def least_width() -> int:
    """Width of a page of cards below which words would be cut off, in pixels."""
    return max(420, theme.scaled(292))


def edge(page: QWidget) -> int:
    """Room at the left and the right of the cards, in pixels."""
    return theme.HUGE if page.width() >= _NARROW else theme.MEDIUM


def left_of_cards(page: QWidget, bar: int) -> int:
    """Where the cards of a page begin that has a scroll bar of some width, in pixels."""
    return max(edge(page), (page.width() - bar - _WIDEST) // 2)


class CardScroll(QScrollArea):
    """What appears or vanishes inside `steady` leaves the card in use where it is on the screen.

    Where it is not the whole page, the page says where the Tab key goes behind the last card.
    """

    def __init__(self, parent: QWidget | None = None, *, is_page: bool = True) -> None:
        super().__init__(parent)
        self._is_page = is_page
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shown_cards: list[QuestionCard] = []
        """The cards in the column, in order, hidden ones too."""
        body = QWidget()
        theme.look(body, "clear")
        holder = QWidget()
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.MEDIUM)
        holder.setMaximumWidth(_WIDEST)
        self.room = QHBoxLayout(body)
        self.room.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        self.room.addWidget(holder, 1)
        self.setWidget(body)

    @property
    def card_width(self) -> int:
        """Width of the cards, in pixels."""
        return min(self.viewport().width() - 2 * edge(self), _WIDEST)

    def is_in_sight(self, card: QuestionCard) -> bool:
        """Whether a card is wholly in sight."""
        return card.isVisible() and self.viewport().rect().contains(QRect(QPoint(0, self.place_of(card)), card.size()))

    def reveal(self, card: QWidget) -> None:
        """Scroll as little as brings a card, or a part of one, into sight."""
        self.settle()
        self.ensureWidgetVisible(card, 0, theme.LARGE)

    def scroll_to(self, card: QWidget) -> None:
        """Bring a card to the top."""
        self.settle()
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value() + self.place_of(card) - theme.LARGE, 0))

    def follow_growth(self, part: QWidget) -> None:
        """Help or a form that opens below the edge is scrolled into sight."""
        self.settle()
        if not part.isHidden():
            self.ensureWidgetVisible(part, 0, theme.LARGE)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """What happens inside leaves the card in use at its place on the screen."""
        if not self.isVisible():
            yield
            return
        anchor = self.card_in_use() or self._first_in_sight()
        before = self.place_of(anchor)
        yield
        self.settle()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.place_of(anchor) - before)

    def settle(self) -> None:
        """Lay the page out now rather than with the next events, from the innermost widgets outwards."""
        for _level in range(_LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def question_in_use(self) -> str:
        """Id of the question that has the focus, or had it before a dialog opened; "" where none has."""
        card = self._card_of(self.window().focusWidget())
        return card.question.id if card else ""

    def card_in_use(self) -> QuestionCard | None:
        """The card that has the focus."""
        return self._card_of(QApplication.focusWidget())

    def _card_of(self, focused: QWidget | None) -> QuestionCard | None:
        return next((card for card in self.shown_cards if focused is not None and card.isAncestorOf(focused)), None)

    def place_of(self, widget: QWidget) -> int:
        """How far a widget is below the upper edge of what is in sight, in pixels."""
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrow page has no room to give away."""
        margins = self.room.contentsMargins()
        self.room.setContentsMargins(edge(self), margins.top(), edge(self), margins.bottom())
        super().resizeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """The Tab key goes down the page, and brings the whole card into sight, not only its control."""
        moved = move_focus(self, self.tab_stops(), forward=forward, may_leave=self._is_page)
        moved = moved or super().focusNextPrevChild(forward)
        self.reveal_focus()
        return moved

    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        return stops(self.widget())

    def reveal_focus(self) -> None:
        """Bring the card that has the focus into sight, or as much as has room."""
        card = self.card_in_use()
        if card is not None and card.height() < self.viewport().height():
            self.ensureWidgetVisible(card, 0, theme.SMALL)
        elif (focused := QApplication.focusWidget()) is not None and self.widget().isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, theme.LARGE)

    def event(self, event: QEvent) -> bool:
        """Another language makes every card higher or lower; the one in use stays where it is."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            with self.steady():  # Qt tells the cards within this call
                return super().event(event)
        return super().event(event)

    def _first_in_sight(self) -> QWidget:
        shown = (card for card in self.shown_cards if not card.isHidden())
        return next((card for card in shown if self.place_of(card) + card.height() > 0), self.widget())
