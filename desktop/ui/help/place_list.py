"""The list beside a page of Help: all topics, or the places where the words stand that were looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_TARGET = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_DETAIL_LINES = 3


class PlaceList(QListWidget):
    """A line or two for each place. Arrow keys and Return choose, and so does a click."""

    chosen = Signal(str)
    """The target of the place, as it was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_list")  # drawn like the list of steps
        self._row = _Row(self)
        self.setItemDelegate(self._row)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    @property
    def targets(self) -> list[str]:
        """The targets of all places, in order."""
        return [str(self.item(row).data(_TARGET)) for row in range(self.count())]

    def show_places(self, places: Sequence[tuple[str, str, str]], current: str = "") -> None:
        """Show places as target, title and a line about it; mark the current one."""
        self.clear()
        for target, title, detail in places:
            item = QListWidgetItem(title, self)
            item.setData(_TARGET, target)
            item.setData(_DETAIL, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, (title, detail))))
        self.mark(current)
        self.scrollToTop()

    def mark(self, current: str) -> None:
        """Mark a place as the one that is shown."""
        row = self.targets.index(current) if current in self.targets else -1
        self.setCurrentRow(row)

    def choose_first(self) -> None:
        """Choose the marked place, else the first one."""
        if self.count():
            self._choose(self.currentItem() or self.item(0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, item: QListWidgetItem) -> None:
        self.setCurrentItem(item)
        self.chosen.emit(str(item.data(_TARGET)))


class _Row(QStyledItemDelegate):
    """The title, and below it in muted letters the words around what was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        view = self.parent()
        room = (view.viewport().width() if isinstance(view, QListWidget) else 200) - 4 * theme.SMALL
        title = _height(_strong(option.font, index), str(index.data()), room)
        detail = _height(_small(option.font), str(index.data(_DETAIL) or ""), room)
        if detail:
            detail = min(detail, QFontMetrics(_small(option.font)).lineSpacing() * _DETAIL_LINES) + theme.SMALL
        return QSize(120, title + detail + 2 * theme.SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        rect = QRect(option.rect).adjusted(theme.SMALL, 1, -theme.SMALL, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.focus), theme.RING) if focused else Qt.PenStyle.NoPen)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = colours.accent_soft if chosen else colours.raised if over else ""
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)
        room = rect.adjusted(theme.SMALL, theme.SMALL - 1, -theme.SMALL, -theme.SMALL + 1)
        painter.setFont(_strong(option.font, index))
        painter.setPen(QColor(colours.text))
        used = painter.drawText(room, _WRAP, str(index.data()))
        painter.setFont(_small(option.font))
        painter.setPen(QColor(colours.muted))
        below = room.adjusted(0, used.height() + 2, 0, 0)
        below.setHeight(min(below.height(), painter.fontMetrics().lineSpacing() * _DETAIL_LINES))
        painter.setClipRect(below)  # no halves of a line that has no room
        painter.drawText(below, _WRAP, str(index.data(_DETAIL) or ""))
        painter.restore()


def _height(font: QFont, text: str, room: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, text).height() if text else 0


def _strong(font: QFont, index: _Index) -> QFont:
    """Titles stand out where something stands below them."""
    strong = QFont(font)
    if index.data(_DETAIL):
        strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
