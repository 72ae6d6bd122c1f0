"""Fields for text that leave alone what is being typed."""

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.ui import theme

_ARROW = 16
"""Size of the arrow of a field that opens something, in pixels."""


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


def paint_arrow(field: QWidget) -> None:
    """Draw the arrow of a field that opens something, at its right."""
    place = QRect(field.width() - _ARROW - theme.SMALL, (field.height() - _ARROW) // 2, _ARROW, _ARROW)
    painter = QPainter(field)
    painter.setOpacity(1.0 if field.isEnabled() else 0.4)
    theme.icon("more", "muted").paint(painter, place)
    painter.end()


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
        words = ceil(shown * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin())
        height = words + edge + theme.SMALL  # a line that just fits brings the scroll bar, which breaks further lines
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
        self.setItemDelegate(QStyledItemDelegate(self))  # the one of combo boxes does not look at the style sheet
        self._whole = ""
        self.currentTextChanged.connect(self._tell)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The arrow as an icon, sharp and of the right colour everywhere; words too long for the box end in dots."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shortened(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        paint_arrow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has room for more or fewer words."""
        super().resizeEvent(event)
        self._tell()

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        told = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        return self.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)

    def _tell(self) -> None:
        """What is shortened is told in whole below the pointer, unless something else is."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        chosen = self.currentIndex() >= 0
        whole = self.currentText() if chosen and self._shortened(option) != self.currentText() else ""
        if self.toolTip() in ("", self._whole):
            self.setToolTip(whole)
            self._whole = whole

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()


def offer(box: CalmComboBox, entries: dict[str, str]) -> None:
    """Offer these in a list; what was chosen stays chosen if it is among them. Their whole words can be read."""
    chosen = box.currentData()
    box.clear()
    for key, told in entries.items():
        box.addItem(told, key)
        box.setItemData(box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    longest = max(box.fontMetrics().horizontalAdvance(told) for told in entries.values())
    box.view().setMinimumWidth(min(longest + theme.GIANT, 460))
