"""A clause as it stands on paper."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core import document
from desktop.render.html import clause_alone
from desktop.ui import theme
from desktop.ui.clauses.rich_label import RichLabel

_STYLE = """
h3 {{ font-size: medium; font-weight: 600; margin-top: 0; margin-bottom: 6px; color: {ink}; }}
p, li {{ color: {ink}; }}
a {{ color: {ink}; text-decoration: none; }}
.gap {{ background-color: {gap}; color: {gap_ink}; }}
.term {{ font-style: italic; }}
"""


class PaperCard(QFrame):
    """White in both schemes, as the preview is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause_paper")
        self.text_label = RichLabel()
        inner = QVBoxLayout(self)
        inner.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        inner.addWidget(self.text_label)
        inner.addStretch(1)

    def show_clause(self, clause: document.Clause) -> None:
        """Show a clause with the answers in it."""
        light = theme.LIGHT
        style = _STYLE.format(ink=light.ink, gap=light.warning_soft, gap_ink=light.warning)
        self.text_label.tell(clause_alone(clause), style)
