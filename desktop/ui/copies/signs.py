"""The signs before points: drawn, because not every font has them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.copies.strips import MM, Paint

_TICK = ((0.08, 0.55), (0.38, 0.85), (0.95, 0.15))
_THICK = 0.14
"""Of the lines of a sign, in its sizes."""


def bullet(colour: str, size: float, down: float) -> Paint:
    """A point so large, so far down."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        radius = size * 0.2
        painter.drawEllipse(QPointF(x + radius * 1.5, y + down + size / 2), radius, radius)

    return paint


def tick(colour: str, size: float, down: float) -> Paint:
    """A tick."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(_pen(colour, size))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x + a * size, y + down + b * size) for a, b in _TICK]))

    return paint


def cross(colour: str, size: float, down: float) -> Paint:
    """A cross."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(_pen(colour, size))
        left, right, top, bottom = x + 0.15 * size, x + 0.85 * size, y + down + 0.15 * size, y + down + 0.85 * size
        painter.drawLine(QPointF(left, top), QPointF(right, bottom))
        painter.drawLine(QPointF(left, bottom), QPointF(right, top))

    return paint


def box(colour: str, size: float, down: float) -> Paint:
    """A box to tick."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(QColor(colour), 0.25 * MM))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x, y + down, size, size))

    return paint


def _pen(colour: str, size: float) -> QPen:
    return QPen(
        QColor(colour), _THICK * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
