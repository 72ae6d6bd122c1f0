"""Controls beside each other that move to a further line where the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from desktop.ui import theme


class FlowLayout(QLayout):
    """Left to right, then below. With `last_right` the last control stands at the right edge.

    `between` is the room between lines, in pixels.
    """

    def __init__(self, *, last_right: bool = False, between: int = theme.TINY) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._last_right = last_right
        self._between = between
        self._heights: dict[int, int] = {}
        """What was computed for a width; pages ask many times over while they are laid out."""
        self.setSpacing(theme.SMALL)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, *widgets: QWidget) -> None:
        """Add controls at the end."""
        for widget in widgets:
            self.addWidget(widget)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Add a control at the end.

        The item is made here. One that Qt makes is deleted by Qt behind Python's back; what Qt puts in its place
        later was then taken for the old one, and fell with the layout that had held it.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Qt's call to add."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of the lines at this width, in pixels."""
        if width not in self._heights:
            edge = self.contentsMargins()
            inner = QRect(0, 0, width - edge.left() - edge.right(), 0)
            self._heights[width] = self._arrange(inner, move=False) + edge.top() + edge.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it changed its size, came or went."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Move the controls to their places."""
        super().setGeometry(rect)
        self._arrange(self.contentsRect(), move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return self._with_edges(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest alone on a line."""
        sizes = [item.minimumSize() for item in self._shown()]
        wide, high = max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        return self._with_edges(QSize(wide, high))

    def _with_edges(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or used + self.spacing() + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self.spacing() + wide
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            sizes = [_size(item, rect.width()) for item in line]
            high = max(size.height() for size in sizes)
            left = rect.left()
            for item, size in zip(line, sizes, strict=True):
                if self._last_right and item is self._items[-1]:
                    left = max(left, rect.right() + 1 - size.width())
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += high + self._between
        return max(top - rect.top() - self._between, 0)


def _size(item: QLayoutItem, room: int) -> QSize:
    """What a control takes; one that is wider than the room breaks its words."""
    size = item.sizeHint()
    if size.width() <= room:
        return size
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())
