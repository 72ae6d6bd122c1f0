"""The list of steps, with how far each has come, and below it the pages about the whole policy."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.core.facts import Fact, Source
from desktop.core.progress import Progress, progress
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.whole_pages import FIRST, HOME, ICONS, LATER, WHOLE, count, counted, title

_Index = QModelIndex | QPersistentModelIndex
_BADGE = 26
"""Width of the circle before words of normal size, in pixels."""
_CHECK_AFTER = 300
"""Milliseconds of rest after which check-up, documents and tasks are counted."""
_FRACTION = Qt.ItemDataRole.UserRole
_DONE = Qt.ItemDataRole.UserRole + 1
_NUMBER = Qt.ItemDataRole.UserRole + 2
_DETAIL = Qt.ItemDataRole.UserRole + 3
_ICON = Qt.ItemDataRole.UserRole + 4
_COUNT = Qt.ItemDataRole.UserRole + 5


class _Pages(QAbstractListModel):
    """Pages with their words and progress."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.ids = (HOME, FIRST, *(step.id for step in session.library.steps), *WHOLE)
        self._states = {page: 0 if page in LATER else self._state(page) for page in self.ids}

    def refresh(self) -> None:
        """Draw the rows whose progress changed. Some wait: see `refresh_later`."""
        self._refresh(page for page in self.ids if page not in LATER)

    def refresh_later(self) -> None:
        """Count what the check-up finds, the documents that apply, and the tasks and incidents that wait."""
        self._refresh(LATER)

    def _refresh(self, pages: Iterable[str]) -> None:
        for page in pages:
            state = self._state(page)
            if state != self._states[page]:
                self._states[page] = state
                row = self.ids.index(page)
                self.dataChanged.emit(self.index(row), self.index(row))

    def rename(self) -> None:
        """Draw all rows in the language of the interface."""
        self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        page = self.ids[index.row()]
        state = self._states[page]
        if isinstance(state, int):
            return self._of_whole(page, state, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(page)
            case Qt.ItemDataRole.AccessibleTextRole:
                done = _("essential questions answered") if self._has_essential(page) and state.complete else ""
                return ", ".join(filter(None, (self._number(page), self._title(page), _detail(state), done)))
            case _ if role == _FRACTION:
                return state.answered / state.asked if state.asked else 0.0
            case _ if role == _DONE:
                return state.answered == state.asked
            case _ if role == _NUMBER:
                return self._number(page)
            case _ if role == _DETAIL:
                return _detail(state)
            case _ if role == _COUNT:
                return f"{state.answered}/{state.asked}"
            case _ if role == _ICON:
                return "next" if page == FIRST else ""
        return None

    def _of_whole(self, page: str, number: int, role: int) -> object:
        """A page about the whole policy; it has no progress."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title(page)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (title(page), counted(self._session, page, number))))
            case Qt.ItemDataRole.ToolTipRole:
                return counted(self._session, page, number)
            case _ if role == _COUNT:
                return str(number or "")
            case _ if role == _ICON:
                return ICONS[page]
        return None

    def _title(self, page: str) -> str:
        if page == FIRST:
            return _("First questions")
        return words(self._session.library.step[page].short)

    def _number(self, page: str) -> str:
        return "" if page == FIRST else str(self._session.library.step[page].number)

    def _has_essential(self, page: str) -> bool:
        return page == FIRST or any(fact.question.essential for fact in self._asked(page))

    def _state(self, page: str) -> Progress | int:
        """How far a page has come; for the clauses how many are in, for the documents how many apply."""
        return count(self._session, page) if page in (HOME, *WHOLE) else self._progress(page)

    def _progress(self, page: str) -> Progress:
        if page != FIRST:
            return progress(self._session.facts, page)
        essential = [fact for fact in self._asked() if fact.question.essential]
        still_open = progress(self._session.facts).essential_open
        return Progress(len(essential) - len(still_open), len(essential), still_open, ())

    def _asked(self, page: str = "") -> list[Fact]:
        facts = self._session.facts.by_question.values()
        return [fact for fact in facts if fact.source is not Source.NOT_ASKED and page in ("", fact.question.step)]


def _detail(state: Progress) -> str:
    return _("{answered} of {asked} answered", answered=state.answered, asked=state.asked)


class _Row(QStyledItemDelegate):
    """Number or tick in a circle, the title, and a thin line of progress."""

    is_low = False
    """Whether every page has a single line, so that all are in sight on a small screen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(160, self.height(option.font, index, is_low=self.is_low))

    def height(self, font: QFont, index: _Index, *, is_low: bool) -> int:
        """Height of a row, in pixels."""
        apart = theme.SMALL if _line(index) else 0
        if is_low:
            return max(_badge(), QFontMetrics(font).height()) + theme.TINY + apart
        if index.data(_FRACTION) is None:
            return max(_badge(), QFontMetrics(font).height()) + theme.SMALL + apart
        lines = QFontMetrics(font).height() + QFontMetrics(_small(font)).height()
        return lines + theme.MEDIUM + 3 + apart

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect).adjusted(theme.SMALL, 2, -theme.SMALL, -2)
        if line := _line(index):
            rect.adjust(0, theme.SMALL if line == "above" else 0, 0, -theme.SMALL if line == "below" else 0)
            edge = option.rect.top() + 2 if line == "above" else option.rect.bottom() - 2
            painter.setPen(QColor(colours.line))
            painter.drawLine(rect.left(), edge, rect.right(), edge)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.focus), theme.RING) if focused else Qt.PenStyle.NoPen)
        fill = QColor(colours.accent_soft) if chosen else QColor(colours.raised) if over else None
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)
        self._paint_badge(painter, rect, index, chosen=chosen)
        self._paint_words(painter, rect, option, index, chosen=chosen)
        painter.restore()

    def _paint_badge(self, painter: QPainter, rect: QRect, index: _Index, *, chosen: bool) -> None:
        colours = theme.colours()
        wide = _badge()
        badge = QRectF(rect.left() + theme.SMALL, rect.center().y() - wide / 2 + 1, wide, wide)
        done = bool(index.data(_DONE))
        painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(colours.accent if chosen else colours.line), 1.5))
        painter.setBrush(QColor(colours.accent) if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(badge)
        if done or not index.data(_NUMBER):
            name, colour = ("check", "on_accent") if done else (str(index.data(_ICON)), "accent")
            rim = wide * 6 / _BADGE
            inner = badge.adjusted(rim, rim, -rim, -rim).toRect()
            theme.icon(name, colour).paint(painter, inner)
        else:
            painter.setPen(QColor(colours.accent if chosen else colours.muted))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index.data(_NUMBER)))

    def _paint_words(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: _Index, *, chosen: bool
    ) -> None:
        colours = theme.colours()
        left = rect.left() + theme.SMALL + _badge() + theme.SMALL
        room = rect.right() - theme.SMALL - left
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if chosen or index.row() == 1 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        if self.is_low or index.data(_FRACTION) is None:
            self._paint_line(painter, QRect(left, rect.top(), room, rect.height()), index)
            return
        height = QFontMetrics(font).height()
        top = rect.top() + theme.SMALL - 2
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, height), Qt.AlignmentFlag.AlignVCenter, title)
        small = _small(option.font)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        below = QRect(left, top + height, room, QFontMetrics(small).height())
        detail = QFontMetrics(small).elidedText(str(index.data(_DETAIL)), Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, detail)
        _paint_progress(painter, QRectF(left, below.bottom() + 3, room, 3), float(index.data(_FRACTION)))

    def _paint_line(self, painter: QPainter, room: QRect, index: _Index) -> None:
        """A page in one line: title, and at the right what is counted."""
        colours = theme.colours()
        count = str(index.data(_COUNT) or "")
        small = _small(painter.font())
        small.setWeight(QFont.Weight.Normal)
        wide, apart = QFontMetrics(small).horizontalAdvance(count), theme.TINY if count else 0
        left = room.width() - wide - apart
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        if index.data(_FRACTION) is not None:
            _paint_progress(
                painter, QRectF(room.left(), room.bottom() - 2, room.width(), 3), float(index.data(_FRACTION))
            )


def _paint_progress(painter: QPainter, line: QRectF, fraction: float) -> None:
    colours = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, width in ((colours.line, line.width()), (colours.accent, line.width() * fraction)):
        line.setWidth(width)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(line, 1.5, 1.5)


def _line(index: _Index) -> str:
    """Where a line sets a row apart from the others: "above", "below", or ""."""
    rows = index.model().rowCount()
    return {1: "below", rows - len(WHOLE): "above"}.get(index.row(), "")


def _badge() -> int:
    """Width of the circle before the words of the system, in pixels."""
    return theme.scaled(_BADGE)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


class StepList(Retranslated, QListView):
    """The first questions, the ten steps, and the pages about the whole. Arrow keys change the page."""

    page_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_list")
        self._pages = _Pages(session)
        self._pages.setParent(self)
        self.setModel(self._pages)
        self._row = _Row(self)
        self.setItemDelegate(self._row)
        self.setMouseTracking(True)
        self.setMinimumWidth(max(190, theme.scaled(170)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._choose)
        self._check_later = QTimer(self)
        self._check_later.setSingleShot(True)
        self._check_later.setInterval(_CHECK_AFTER)
        self._check_later.timeout.connect(self._pages.refresh_later)
        self._check_later.start()
        session.answers_changed.connect(lambda _question_id: self._refresh())
        session.watch.changed.connect(lambda _kind: self._check_later.start())
        self.retranslate()

    @property
    def ids(self) -> tuple[str, ...]:
        """The pages in order."""
        return self._pages.ids

    @property
    def page(self) -> str:
        """The page that is chosen."""
        return self._pages.ids[max(self.currentIndex().row(), 0)]

    def choose(self, page_id: str) -> None:
        """Choose a page."""
        self.setCurrentIndex(self._pages.index(self._pages.ids.index(page_id)))

    def title_of(self, page_id: str) -> str:
        """What a page is called."""
        return str(self._pages.index(self._pages.ids.index(page_id)).data())

    def text_of(self, page_id: str) -> str:
        """What a screen reader says about a page."""
        index = self._pages.index(self._pages.ids.index(page_id))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where the list is too low for all pages, each has a single line."""
        super().resizeEvent(event)
        rows = (self._pages.index(row) for row in range(self._pages.rowCount()))
        is_low = sum(self._row.height(self.font(), index, is_low=False) for index in rows) > self.viewport().height()
        if is_low != self._row.is_low:
            self._row.is_low = is_low
            self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Steps"))
        self._pages.rename()

    def _refresh(self) -> None:
        self._pages.refresh()
        self._check_later.start()

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(self._pages.ids[index.row()])
