"""A bar a month, made of parts that stand on each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.days import month_words
from desktop.ui.watch.overview.drawing import Drawing, write


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar: its words, its colour in the table of tokens, how it is filled, its numbers."""

    words: str
    colour: str
    counts: tuple[int, ...]
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    """So that parts are told from each other without colours too."""


class MonthBars(Drawing):
    """Above each bar stands its sum, or whatever `tops` says of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[date, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._tops: tuple[str, ...] = ()
        self.setMinimumHeight(theme.scaled(170))

    def show_parts(self, months: Sequence[date], parts: Sequence[Part], tops: Sequence[str] = ()) -> None:
        """Show these figures."""
        self._months, self._parts, self._tops = tuple(months), tuple(parts), tuple(tops)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme.scaled(420), theme.scaled(190))

    def draw(self, painter: QPainter) -> Iterator[tuple[QRectF, str]]:
        """Bars, months below them, and what the parts are."""
        if not self._months:
            return
        line = painter.fontMetrics().height()
        legend = self._draw_legend(painter, line)
        floor = self.height() - legend - line
        high = floor - line - theme.TINY
        most = max(1, *(sum(part.counts[index] for part in self._parts) for index in range(len(self._months))))
        step = self.width() / len(self._months)
        painter.setPen(QPen(QColor(theme.colours().line)))
        painter.drawLine(0, round(floor), self.width(), round(floor))
        for index, month in enumerate(self._months):
            bar = QRectF(index * step + step * 0.15, floor, step * 0.7, 0)
            said = [date_of(month)]
            for part in self._parts:
                tall = high * part.counts[index] / most
                bar = QRectF(bar.left(), bar.top() - tall, bar.width(), tall)
                if part.counts[index]:
                    _fill(painter, bar, part)
                said.append(f"{part.words}: {part.counts[index]}")
            total = sum(part.counts[index] for part in self._parts)
            top = self._tops[index] if self._tops else str(total or "")
            centre = Qt.AlignmentFlag.AlignHCenter
            write(painter, QRectF(index * step, bar.top() - line - 1, step, line), top, centre)
            write(painter, QRectF(index * step, floor + 1, step, line), month_words(month), centre)
            yield QRectF(index * step, 0, step, floor + line), "\n".join(said)

    def _draw_legend(self, painter: QPainter, line: int) -> float:
        """At the bottom, in as many lines as it takes; gives its height."""
        metrics, side = painter.fontMetrics(), line * 0.7
        places: list[tuple[float, int, Part]] = []
        x, row = 0.0, 0
        for part in self._parts:
            wide = side + theme.TINY + metrics.horizontalAdvance(part.words) + theme.MEDIUM
            if x and x + wide > self.width():
                x, row = 0.0, row + 1
            places.append((x, row, part))
            x += wide
        height = (row + 1) * line + theme.SMALL
        for left, number, part in places:
            top = self.height() - (row + 1 - number) * line
            _fill(painter, QRectF(left, top + (line - side) / 2, side, side), part)
            write(painter, QRectF(left + side + theme.TINY, top, self.width(), line), part.words)
        return height


def date_of(month: date) -> str:
    """A month with its year."""
    return f"{month_words(month)} {month.year}"


def _fill(painter: QPainter, room: QRectF, part: Part) -> None:
    colour = QColor(getattr(theme.colours(), part.colour))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, part.pattern))
    painter.drawRect(room)
