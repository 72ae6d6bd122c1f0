"""Rich text that wraps, can be copied, and whose links work by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_STYLE = (
    "<style>p {{ margin-top: 0; margin-bottom: 6px; }} "
    "ul, ol {{ margin: 0 0 6px 18px; -qt-list-indent: 0; }}{more}</style>"
)
"""Qt's own indent of lists takes a fifth of a narrow column."""


class RichLabel(QLabel):
    """Its links are told by `linkActivated`, with the whole target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setIndent(0)  # the ring of the focus is a frame, behind which words are set in
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, rich: str, style: str = "") -> None:
        """Show rich text. The focus stays where it is in it only if nothing changed."""
        told = _STYLE.format(more=style) + rich if rich else ""
        if told != self.text():
            self.setText(told)
