"""A large number with what it counts below it."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.home.panel import plain_label


class NumberTile(QFrame):
    """A card of two lines. Words and number are said together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self.number_label, self.words_label = QLabel(), plain_label("muted")
        theme.look(self.number_label, "display")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.setSpacing(0)
        column.addWidget(self.number_label)
        column.addWidget(self.words_label)
        column.addStretch(1)

    def show_number(self, number: str, words: str) -> None:
        """Show a number and what it counts."""
        self.number_label.setText(number)
        self.words_label.setText(words)
        self.setAccessibleName(f"{words}: {number}")
