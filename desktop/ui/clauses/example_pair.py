"""What a clause means in practice: something that is fine beside something that is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.library import Example
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated


class ExamplePair(Retranslated, QWidget):
    """Told apart by words and icons, and only then by colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._example: Example | None = None
        self.fine_label, self.not_fine_label = QLabel(), QLabel()
        self._fine_head, self._not_fine_head = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(_side("success", "success", self._fine_head, self.fine_label), 1)
        row.addWidget(_side("error", "error", self._not_fine_head, self.not_fine_label), 1)

    def tell(self, example: Example) -> None:
        """Show a pair."""
        self._example = example
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._fine_head.setText(_("Fine"))
        self._not_fine_head.setText(_("Not fine"))
        if self._example is not None:
            self.fine_label.setText(words(self._example.fine))
            self.not_fine_label.setText(words(self._example.not_fine))


def _side(kind: str, colour: str, head: QLabel, label: QLabel) -> QFrame:
    frame = QFrame()
    frame.setProperty("banner", kind)
    theme.look(head, "strong")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    top = QHBoxLayout()
    top.setSpacing(theme.TINY)
    top.addWidget(Picture(16, kind, colour))
    top.addWidget(head, 1)
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
    column.setSpacing(theme.TINY)
    column.addLayout(top)
    column.addWidget(label, 1)
    return frame
