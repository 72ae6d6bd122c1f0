"""A year of checks: a square a day, the darker the more was done."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.core.watch.evidence import DayCount
from desktop.core.watch.overview import weeks_of
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.days import date_words, month_words, weekday_words
from desktop.ui.watch.overview.drawing import Drawing, between, small_letters, write

LEVELS = (1, 2, 4, 7)
"""From how many checks on a day its square is of the next darker colour."""

_SIDE, _LARGEST = 9, 18
"""Of the smallest square and the largest, in pixels."""

_WEEKS = 53
"""A year."""


class HeatMap(Drawing):
    """Columns are weeks from Monday to Sunday. A day with something skipped has a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Mapping[date, DayCount] = {}
        self._today = date.min

    def show_days(self, days: Mapping[date, DayCount], today: date) -> None:
        """Show a year that ends today."""
        self._days, self._today = days, today
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.scaled(620), theme.scaled(160))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As high as the squares that the width has room for: nothing empty below."""
        super().resizeEvent(event)
        metrics = QFontMetrics(small_letters(self))
        weeks = min(_WEEKS, int(self._room(metrics) / (_SIDE + 2)) or 1)
        side = min(self._room(metrics) / weeks, theme.scaled(_LARGEST))
        self.setFixedHeight(ceil(7 * side + 2 * metrics.height() + theme.SMALL))

    def _room(self, metrics: QFontMetrics) -> int:
        """Width of the squares."""
        return self.width() - max(metrics.horizontalAdvance(weekday_words(day)) for day in (0, 2, 4)) - theme.SMALL

    def draw(self, painter: QPainter) -> Iterator[tuple[QRectF, str]]:
        """Months above, days of the week at the left, squares, and below what the colours mean."""
        metrics = painter.fontMetrics()
        line = metrics.height()
        room = self._room(metrics)
        left = self.width() - room
        weeks = weeks_of(self._today, min(_WEEKS, int(room / (_SIDE + 2)) or 1))
        side = min(room / len(weeks), (self.height() - 2 * line - theme.SMALL) / 7)
        square = side - 2
        for row in (0, 2, 4):
            write(painter, QRectF(0, line + row * side, left, side), weekday_words(row))
        last = -1.0
        for column, monday in enumerate(weeks):
            x = left + column * side
            if monday.day <= 7 and x > last and x + line * 2 < self.width():
                words = month_words(monday)
                write(painter, QRectF(x, 0, line * 5, line), words)
                last = x + metrics.horizontalAdvance(words) + theme.SMALL
            for row in range(7):
                day = monday + timedelta(days=row)
                if day > self._today:
                    break
                spot = QRectF(x, line + row * side, square, square)
                self._draw_day(painter, spot, self._days.get(day, DayCount()))
                yield spot, self._said(day)
        self._draw_legend(painter, QRectF(left, line + 7 * side + theme.TINY, room, line))

    def _draw_day(self, painter: QPainter, spot: QRectF, count: DayCount) -> None:
        colours = theme.colours()
        painter.setPen(QPen(QColor(colours.line), 0.6))
        painter.setBrush(_colour(count.done))
        painter.drawRoundedRect(spot, 2, 2)
        if count.skipped:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.warning if not count.done else colours.surface))
            painter.drawEllipse(spot.center(), spot.width() / 6, spot.width() / 6)

    def _draw_legend(self, painter: QPainter, room: QRectF) -> None:
        metrics = painter.fontMetrics()
        x = room.left()
        for words, done in (("0", 0), *((f"{level}+", level) for level in LEVELS)):
            side = room.height() * 0.7
            self._draw_day(painter, QRectF(x, room.center().y() - side / 2, side, side), DayCount(done))
            wide = metrics.horizontalAdvance(words) + theme.SMALL
            write(painter, QRectF(x + side + theme.TINY, room.top(), wide, room.height()), words)
            x += side + theme.TINY + wide + theme.SMALL
        write(
            painter, QRectF(x, room.top(), max(0.0, room.right() - x), room.height()), _("checks a day; a dot: skipped")
        )

    def _said(self, day: date) -> str:
        count = self._days.get(day, DayCount())
        return _(
            "{day}: done {done}, of these late {late}, skipped {skipped}",
            day=date_words(day), done=count.done, late=count.late, skipped=count.skipped,
        )  # fmt: skip


def _colour(done: int) -> QColor:
    colours = theme.colours()
    level = sum(done >= least for least in LEVELS)
    return (
        between(colours.raised, colours.accent, 0.25 + 0.75 * level / len(LEVELS)) if level else QColor(colours.raised)
    )
