"""Fields for text that leave alone what is being typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui import theme


def show_text(field: "QLineEdit | LongField", words: str) -> None:
    """Put words into a field only where they differ; the cursor stays where it was."""
    if isinstance(field, QLineEdit):
        if field.text().strip() != words.strip():
            place = field.cursorPosition()
            field.setText(words)
            field.setCursorPosition(min(place, len(words)))
    elif field.toPlainText().strip() != words.strip():
        place = field.textCursor().position()
        field.blockSignals(True)
        field.setPlainText(words)
        field.blockSignals(False)
        cursor = QTextCursor(field.document())
        cursor.setPosition(min(place, len(words)))
        field.setTextCursor(cursor)
        field.fit()


class LongField(QPlainTextEdit):
    """Several lines; grows with its words. The Tab key moves on."""

    left = Signal()
    """The focus went elsewhere."""

    FEWEST, MOST = 3, 12
    """Lines shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the words."""
        # the document of a plain text edit counts its height in lines
        lines = round(self.document().size().height())
        shown = max(self.FEWEST, min(lines, self.MOST))
        edge = self.contentsMargins().top() + self.contentsMargins().bottom()
        height = shown * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + edge + 4
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that typing is over."""
        super().focusOutEvent(event)
        self.left.emit()


class CalmComboBox(QComboBox):
    """A combo box that scrolls with the page instead of changing below the mouse wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        # as high as the line edits beside it
        self.setMinimumHeight(self.fontMetrics().height() + theme.LARGE)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()
