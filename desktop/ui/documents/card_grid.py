"""Cards in columns: as many as have room, all of one row equally high."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from desktop.ui import theme


class CardGrid(QLayout):
    """Fills row after row from left to right."""

    def __init__(self, narrowest: int) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width. Qt asks again and again, and the words of every card would be broken into lines each time."""
        self.setSpacing(theme.MEDIUM)

    def show_only(self, widgets: list[QWidget]) -> None:
        """Hold these, in this order, and nothing else."""
        while self.takeAt(0):
            pass
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Add a card at the end. The item is made here: see `FlowLayout.addWidget`."""
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
        """Cards take the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of all rows at this width, in pixels."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something inside changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Move the cards to their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One card on each row."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Of one column. Its height follows the width."""
        return QSize(min(self._narrowest, 280), 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        gap = self.spacing()
        columns = max(1, (rect.width() + gap) // (self._narrowest + gap))
        wide = (rect.width() - gap * (columns - 1)) // columns
        top = rect.top()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            high = max(_height(item, wide) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(rect.left() + place * (wide + gap), top, wide, high))
            top += high + gap
        return max(top - gap - rect.top(), 0)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
