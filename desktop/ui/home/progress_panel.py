"""How far the policy has come: whether it is ready, the first questions, and the ten steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.progress import progress
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.documents.card_grid import CardGrid
from desktop.ui.home.panel import Panel, link_button, plain_label
from desktop.ui.home.standing import first_progress
from desktop.ui.home.step_tile import StepTile
from desktop.ui.picture import Picture
from desktop.ui.session import Session
from desktop.ui.whole_pages import CHECK_UP, FIRST

_NARROWEST = 11
"""Width of a tile at least, in heights of a line."""


class ProgressPanel(Panel):
    """A line about the check-up and a tile for each page of questions. A press goes there."""

    page_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_checked = False
        self._picture = Picture(20)
        self.verdict_label = plain_label()
        self.check_button = link_button()
        self.check_button.clicked.connect(lambda: self.page_wanted.emit(CHECK_UP))
        self.tiles = {FIRST: StepTile()} | {step.id: StepTile(step.number) for step in session.library.steps}
        for page, tile in self.tiles.items():
            tile.clicked.connect(lambda _checked=False, page=page: self.page_wanted.emit(page))
        self._lay_out()
        self.retranslate()

    def show_state(self) -> None:
        """Show how far the answers have come."""
        super().show_state()
        session = self._session
        for page, tile in self.tiles.items():
            if page == FIRST:
                tile.show_state(_("First questions"), first_progress(session))
            else:
                tile.show_state(words(session.library.step[page].short), progress(session.facts, page))

    def show_verdict(self) -> None:
        """Say whether the policy is ready. To find out may take longer than the rest."""
        self._is_checked = True
        session = self._session
        count = session.open_count
        self._picture.show_icon("info" if count else "success", "accent" if count else "success")
        self.verdict_label.setText(_verdict(count, len(session.findings) - count))

    def retranslate(self) -> None:
        """Set the words."""
        self.name(_("How far it has come"))
        self.check_button.setText(_("To the check-up"))
        if self.is_shown:
            self.show_state()
        if self._is_checked:
            self.show_verdict()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.SMALL)
        line.addWidget(self._picture)
        line.addWidget(self.verdict_label, 1)
        line.addWidget(self.check_button)
        self.column.addLayout(line)
        grid = CardGrid(_NARROWEST * self.fontMetrics().height())
        grid.setSpacing(theme.SMALL)
        first, *steps = self.tiles.values()
        grid.show_only(steps)
        tiles = QVBoxLayout()
        tiles.setSpacing(theme.SMALL)
        tiles.addWidget(first)
        tiles.addLayout(grid)
        self.column.addLayout(tiles)


def _verdict(first: int, further: int) -> str:
    """Whether the policy is ready, in a line."""
    if first == 1:
        return _("One point keeps this policy from being ready.")
    if first:
        return _("{count} points keep this policy from being ready.", count=first)
    if further == 1:
        return _("Ready to issue. One point is worth another look.")
    if further:
        return _("Ready to issue. {count} points are worth another look.", count=further)
    return _("Ready to issue.")
