"""The first page of a document on its card."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui import theme

_A4 = 2**0.5
"""Height of paper to its width."""

_LINES = (0.6, 0.85, 0.8, 0.85, 0.5)
"""Lengths of the grey lines that stand for words until the page is drawn, in widths of the paper."""


class Thumbnail(QAbstractButton):
    """A sheet of paper; pressed, it wants to be read. The button beside it does the same for the keyboard."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QPixmap | None = None
        self.setFixedSize(width + 2, round(width * _A4) + 2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("beside_keyboard", True)  # for the walk of the tests
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def page(self) -> QPixmap | None:
        """What is shown; None before the first page was drawn."""
        return self._page

    def show_page(self, page: QPixmap | None) -> None:
        """Show a first page. None leaves the one that is there."""
        if page is not None and page is not self._page:
            self._page = page
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A button without words has no size of its own."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The sheet with a thin edge."""
        painter = QPainter(self)
        sheet = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        if self._page is not None:
            high = self._page.deviceIndependentSize().height() + 2
            sheet.setHeight(min(high, self.height()) - 1)
        painter.fillRect(sheet, QColor(theme.colours().paper))
        if self._page is None:
            self._paint_lines(painter, sheet)
        else:
            painter.drawPixmap(1, 1, self._page)
        painter.setPen(QPen(QColor(theme.colours().accent if self.underMouse() else theme.colours().line)))
        painter.drawRect(sheet)
        painter.end()

    def _paint_lines(self, painter: QPainter, sheet: QRectF) -> None:
        edge = sheet.width() * 0.1
        for place, length in enumerate(_LINES):
            line = QRectF(edge, edge * (1.5 + place * 1.2), (sheet.width() - 2 * edge) * length, 3)
            painter.fillRect(line, QColor(theme.LIGHT.raised))
