"""The list of clauses: quick with thousands of them, as rows are drawn and not built."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_model import MARKS, NOTE, ROW, ClauseModel, ClauseRow, Heading, Index
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_MARK = 13
"""Side of the icon of a mark, in pixels."""


class _Drawn(QStyledItemDelegate):
    """A heading, or number, title and marks of a clause. All rows are equally high: the list need not ask each."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        lines = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        return QSize(200, lines + 2 * theme.SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(index.data(ROW), Heading):
            self._paint_heading(painter, option, index)
        else:
            self._paint_clause(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours()
        rect = QRect(option.rect).adjusted(theme.LARGE, 0, -theme.MEDIUM, -theme.SMALL)
        small = _small(option.font)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        note = str(index.data(NOTE))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, note)
        room = rect.width() - QFontMetrics(small).horizontalAdvance(note) - theme.SMALL
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent))
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left(), rect.bottom() + 4, rect.right(), rect.bottom() + 4)

    def _paint_clause(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours()
        rect = QRect(option.rect).adjusted(theme.SMALL, 1, -theme.SMALL, -1)
        self._paint_ground(painter, option, rect)
        number = index.data(ROW).state.number
        font = QFont(option.font)
        left = rect.left() + theme.SMALL
        top = rect.top() + theme.TINY + 2
        height = QFontMetrics(font).height()
        wide = QFontMetrics(font).horizontalAdvance("10.88") + theme.TINY
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRect(left, top, wide, height), Qt.AlignmentFlag.AlignVCenter, number)
        painter.setPen(QColor(colours.text if number else colours.muted))
        room = QRect(left + wide, top, rect.right() - theme.SMALL - left - wide, height)
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_marks(painter, room, _small(font), index)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        colours = theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.focus), theme.RING) if focused else Qt.PenStyle.NoPen)
        fill = QColor(colours.accent_soft) if chosen else QColor(colours.raised) if over else None
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)

    def _paint_marks(self, painter: QPainter, room: QRect, font: QFont, index: Index) -> None:
        """Icons with words below the title, as many as there is room for; then the step of a clause that was found."""
        colours = theme.colours()
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left, top = room.left(), room.bottom() + 1
        for icon, colour, told in index.data(MARKS):
            if left + _MARK + theme.TINY >= room.right():
                return
            place = QRect(left, top + (metrics.height() - _MARK) // 2, _MARK, _MARK)
            theme.icon(icon, colour).paint(painter, place)
            left += _MARK + theme.TINY
            painter.setPen(QColor(colours.muted if colour == "success" else getattr(colours, colour)))
            left += self._write(painter, metrics, QRect(left, top, room.right() - left, metrics.height()), told)
            left += theme.MEDIUM
        if note := str(index.data(NOTE)):
            painter.setPen(QColor(colours.muted))
            self._write(painter, metrics, QRect(left, top, room.right() - left, metrics.height()), note)

    def _write(self, painter: QPainter, metrics: QFontMetrics, room: QRect, told: str) -> int:
        """Write as much as there is room for. Returns how wide the words are, in pixels."""
        shown = metrics.elidedText(told, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class ClauseRows(Retranslated, QListView):
    """Arrow keys change the clause that is read."""

    clause_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause_rows")
        self.rows = ClauseModel(session)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self._drawn = _Drawn(self)
        self.setItemDelegate(self._drawn)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._is_filling = False
        self.selectionModel().currentChanged.connect(self._choose)
        self.retranslate()

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """The clauses that are shown, in order."""
        return tuple(row.state.clause.id for row in self.rows.rows if isinstance(row, ClauseRow))

    def show_rows(self, rows: tuple[ClauseRow | Heading, ...], chosen: str) -> None:
        """Show these rows, with this clause marked if it is among them."""
        scrolled = self.verticalScrollBar().value()
        self._is_filling = True
        if self.rows.show_rows(rows):
            self._mark(chosen)
            self.verticalScrollBar().setValue(scrolled)
        self._is_filling = False

    def choose(self, clause_id: str) -> bool:
        """Mark a clause and bring it into sight, without saying so. Returns whether it is shown."""
        self._is_filling = True
        found = self._mark(clause_id)
        self._is_filling = False
        if found:
            self.scrollTo(self.currentIndex())
        return found

    def choose_first(self) -> None:
        """Choose the first clause in the list, as the owner would."""
        if ids := self.clause_ids:
            self.setCurrentIndex(self.rows.index(self.rows.place(ids[0])))

    def text_of(self, clause_id: str) -> str:
        """What a screen reader says about a clause."""
        return str(self.rows.index(self.rows.place(clause_id)).data(Qt.ItemDataRole.AccessibleTextRole))

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Clauses"))
        self.rows.rename()

    def _mark(self, clause_id: str) -> bool:
        place = self.rows.place(clause_id)
        self.setCurrentIndex(QModelIndex() if place is None else self.rows.index(place))
        return place is not None

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._is_filling and (clause_id := self.rows.clause_id(index.row())):
            self.clause_chosen.emit(clause_id)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
