"""The list of entries: rows are drawn and not built, so that twenty thousand are as quick as ten."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_model import DETAILS, ENTRY, EntryModel, Index, LogWish
from desktop.ui.watch.log.entry_words import TONE_ICONS, state_words, tone_words

_MARK = 13
"""Side of the icon of a tone, in pixels."""


class _Drawn(QStyledItemDelegate):
    """What was written; below it day, place and writer; below those tone and state, each with its word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        rect = QRect(option.rect).adjusted(theme.SMALL, 1, -theme.SMALL, -1)
        room = rect.adjusted(theme.SMALL, theme.TINY + 2, -theme.SMALL, 0)
        font, small = QFont(option.font), _small(option.font)
        font.setWeight(QFont.Weight.DemiBold if entry.is_open else QFont.Weight.Normal)
        line = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
        _write(painter, font, colours.text, line, str(index.data()))
        line = QRect(room.left(), line.bottom() + 2, room.width(), QFontMetrics(small).height())
        _write(painter, small, colours.muted, line, str(index.data(DETAILS)))
        line = line.translated(0, line.height() + 1)
        self._paint_marks(painter, small, line, entry)
        painter.restore()

    def _paint_marks(self, painter: QPainter, font: QFont, line: QRect, entry: Entry) -> None:
        colours = theme.colours()
        icon, colour = TONE_ICONS.get(entry.tone, ("minus", "muted"))
        place = QRect(line.left(), line.top() + (line.height() - _MARK) // 2, _MARK, _MARK)
        for name, tint, told in (
            (icon, colour, tone_words(entry.tone)),
            ("dots", "accent", state_words(entry)) if entry.is_open else ("check", "muted", state_words(entry)),
        ):
            theme.icon(name, tint).paint(painter, place)
            left = place.right() + theme.TINY
            room = QRect(left, line.top(), line.right() - left, line.height())
            wide = _write(painter, font, getattr(colours, tint), room, told)
            place.moveLeft(left + wide + theme.MEDIUM)


class EntryRows(Retranslated, QTableView):
    """Arrow keys change the entry that is read. A table of one column: a list view asks for every row at once."""

    entry_chosen = Signal(int)
    """Its id; 0 where none is left."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EntryModel(session)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self._drawn = _Drawn(self)
        self.setItemDelegate(self._drawn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._is_filling = False
        self.selectionModel().currentChanged.connect(self._choose)
        self._fit()
        self.retranslate()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self.rows.rowCount()

    def show_wish(self, wish: LogWish, chosen: int) -> None:
        """Show what is looked for, with an entry marked: the one given if it is near, else the first."""
        scrolled = self.verticalScrollBar().value()
        self._is_filling = True
        self.rows.show_wish(wish)
        place = self.rows.place(chosen)
        self.setCurrentIndex(self.rows.index(0 if place is None else place) if self.count else QModelIndex())
        self._is_filling = False
        if place is None:
            self.scrollToTop()
        else:
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        self.entry_chosen.emit(self.chosen)

    @property
    def chosen(self) -> int:
        """Id of the entry that is marked; 0 for none."""
        entry = self.rows.entry(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return entry.entry if entry else 0

    def mark(self, entry_id: int) -> None:
        """Mark an entry that is near, without saying so."""
        place = self.rows.place(entry_id)
        self._is_filling = True
        self.setCurrentIndex(QModelIndex() if place is None else self.rows.index(place))
        self._is_filling = False
        if place is not None:
            self.scrollTo(self.currentIndex())

    def text_of(self, row: int) -> str:
        """What a screen reader says about a row."""
        return str(self.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Rows are as high as their words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Home and End lead to the first and the last entry, as in a list."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        if event.key() in ends and self.count:
            self.setCurrentIndex(self.rows.index(ends[event.key()]))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:  # noqa: N802
        """There is a field to find words; going through all rows would read the whole log."""

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Entries of the log, the newest first"))
        self.rows.rename()

    def _fit(self) -> None:
        lines = QFontMetrics(self.font()).height() + 2 * QFontMetrics(_small(self.font())).height()
        height = lines + 2 * theme.SMALL + theme.TINY
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._is_filling:
            self.entry_chosen.emit(self.chosen)


def _write(painter: QPainter, font: QFont, colour: str, room: QRect, told: str) -> int:
    """Write as much as there is room for. Returns how wide the words are, in pixels."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(told, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
