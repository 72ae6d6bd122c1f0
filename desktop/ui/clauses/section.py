"""A part of what is told about a clause: a card with a heading."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui import theme


class Section(QFrame):
    """Heading and whatever is put below it. A section with nothing to say is hidden by its owner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        theme.look(self.heading, "strong")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        self.column.setSpacing(theme.SMALL)
        self.column.addWidget(self.heading)
