"""An icon inside a page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import theme


class Picture(QWidget):
    """Draws an icon at one size; sharp on every screen and right in every palette, as it is drawn when it is seen."""

    def __init__(self, size: int, name: str = "", colour: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(size, size))
        self._icon = theme.icon(name, colour) if name else None

    def show_icon(self, name: str, colour: str = "text") -> None:
        """Draw another icon."""
        self._icon = theme.icon(name, colour)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw."""
        if self._icon is not None:
            painter = QPainter(self)
            self._icon.paint(painter, self.rect())
            painter.end()
