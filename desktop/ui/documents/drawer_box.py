"""A heading and the cards below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.documents.card_grid import CardGrid
from desktop.ui.documents.document_card import DocumentCard
from desktop.ui.documents.drawers import drawer_words
from desktop.ui.retranslate import Retranslated

_NARROWEST = 456
"""Width of a card from which another one fits beside it, in pixels."""


class DrawerBox(Retranslated, QWidget):
    """One drawer, laid out."""

    def __init__(self, drawer_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = drawer_id
        self.heading_label = QLabel()
        self.heading_label.setWordWrap(True)
        theme.look(self.heading_label, "heading")
        self._grid = CardGrid(_NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.heading_label)
        column.addLayout(self._grid)
        self.retranslate()

    def show_cards(self, cards: list[DocumentCard]) -> None:
        """Hold these cards and no others."""
        self._grid.show_only(cards)
        for card in cards:
            if is_left_out(card):
                card.show()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading_label.setText(drawer_words(self._id))


def is_left_out(widget: QWidget) -> bool:
    """Whether it needs a call to come into sight. Others come with what holds them, which costs less."""
    holder = widget.parentWidget()
    was_hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return widget.isHidden() and (was_hidden or (holder is not None and holder.isVisible()))
