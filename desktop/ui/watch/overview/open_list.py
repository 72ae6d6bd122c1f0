"""What waits: open incidents and access reviews, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui import theme
from desktop.ui.home.panel import Panel, link_button, plain_label

_MOST = 5
"""Lines that are shown; the page behind the button has them all."""


class OpenList(Panel):
    """Lines of words, and a way to where they are seen to."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_label = plain_label()
        self.button: QPushButton = link_button("next")
        self.button.clicked.connect(self.wanted)
        self.column.addWidget(self.words_label)
        self.add_foot(self.button)

    def retranslate(self) -> None:
        """Whoever owns the list sets its words."""

    def show_lines(self, lines: Sequence[str], nothing: str, more: str) -> None:
        """Show the first lines; `nothing` stands where there are none, `more` below where there are more."""
        shown = [f"•  {line}" for line in lines[:_MOST]]
        if len(lines) > _MOST:
            shown.append(more)
        self.words_label.setText("\n".join(shown) or nothing)
        theme.look(self.words_label, "clear" if lines else "muted")
