"""An icon inside a page."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import theme


class Picture(QWidget):
    """Draws an icon; sharp on every screen and right in every palette, as it is drawn when it is seen.

    Its size is in pixels, beside words of normal size; it grows with them.
    """

    def __init__(self, size: int, name: str = "", colour: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._icon = theme.icon(name, colour) if name else None
        self._fit()

    def show_icon(self, name: str, colour: str = "text") -> None:
        """Draw another icon."""
        self._icon = theme.icon(name, colour)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep up with the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw."""
        if self._icon is not None:
            painter = QPainter(self)
            self._icon.paint(painter, self.rect())
            painter.end()

    def _fit(self) -> None:
        side = theme.scaled(self._size)
        self.setFixedSize(QSize(side, side))
