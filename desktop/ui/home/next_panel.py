"""What to do next: three cards at most, the best first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.next_steps import MOST, NextStep
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.next_card import NextCard
from desktop.ui.home.next_words import ICONS, step_words
from desktop.ui.home.panel import plain_label
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class NextPanel(Retranslated, QWidget):
    """A card stays where it is while its words change, so that the focus stays with it."""

    wanted = Signal(object)
    """A `NextStep` the owner wants to take."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: tuple[NextStep, ...] = ()
        self.is_waiting = True
        """Whether it is not known yet what there is to do; the first card keeps the room."""
        self.heading_label = plain_label("title")
        self.cards = [NextCard(is_first=not place) for place in range(MOST)]
        self._nothing_label = plain_label()
        self._nothing = QFrame()
        self._nothing.setProperty("banner", "success")
        for place, card in enumerate(self.cards):
            card.pressed.connect(lambda place=place: self.wanted.emit(self._steps[place]))
        self._lay_out()
        self.retranslate()

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """What is shown."""
        return self._steps

    @property
    def text(self) -> str:
        """The first thing in words."""
        if self.is_waiting:
            return ""
        return self.cards[0].title_label.text() if self._steps else self._nothing_label.text()

    def show_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Show these, the best first."""
        self._steps, self.is_waiting = steps, False
        focused = next((card for card in self.cards if card.button.hasFocus()), None)
        self._say()
        if focused is not None and focused.isHidden() and steps:  # the keyboard stays on the page
            self.cards[len(steps) - 1].button.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("What to do next"))
        self.heading_label.setText(_("What to do next"))
        self._say()

    def _say(self) -> None:
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(self._steps) or (self.is_waiting and not place))
            if place < len(self._steps):
                step = self._steps[place]
                card.show_words(step_words(self._session, step), ICONS[step.kind])
        self._nothing_label.setText(
            _("This policy is open only to look at. There is nothing to do here.")
            if self._session.read_only
            else _("All done for now. Nothing here waits for you.")
        )
        self._nothing.setVisible(not self._steps and not self.is_waiting)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._nothing)
        line.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        line.setSpacing(theme.MEDIUM)
        line.addWidget(Picture(20, "success", "success"))
        line.addWidget(self._nothing_label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.heading_label)
        for card in self.cards:
            column.addWidget(card)
        column.addWidget(self._nothing)
