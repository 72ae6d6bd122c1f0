"""One part of the home page: a heading, what belongs to it, and at most one way on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.retranslate import Retranslated


class Panel(Retranslated, QFrame):
    """A card; `column` holds what stands below the heading. It shows nothing of the policy before `show_state`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_shown = False
        theme.look(self, "card")
        self.heading_label = plain_label("heading")
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.MEDIUM)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        self._whole.setSpacing(theme.MEDIUM)
        self._whole.addWidget(self.heading_label)
        self._whole.addLayout(self.column)

    def add_foot(self, foot: QLayout | QPushButton) -> None:
        """Put something below everything else."""
        if isinstance(foot, QPushButton):
            self._whole.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._whole.addLayout(foot)

    def show_state(self) -> None:
        """Show what is so now."""
        self.is_shown = True

    def name(self, words: str) -> None:
        """Set the heading; screen readers say it of the whole part."""
        self.heading_label.setText(words)
        self.setAccessibleName(words)


def plain_label(look: str = "") -> QLabel:
    """Words that break into lines, and are never read as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        theme.look(label, look)
    return label


def link_button(icon: str = "") -> QPushButton:
    """A way to another page."""
    button = QPushButton()
    theme.look(button, "link")
    if icon:
        button.setIcon(theme.icon(icon, "accent"))
    return button
