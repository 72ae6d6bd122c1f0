"""Radio buttons and tick boxes whose words wrap, so that Malay is never cut off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from desktop.ui import theme

# Qt knows one Qt class among the bases only
_Base = QAbstractButton if TYPE_CHECKING else object

_BORDER = 1.5
_MARK = 18
"""Size of circle or box beside words of normal size, in pixels."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Wrapping(_Base):
    """How both look: a row that is tinted when chosen, with an outline when it has the focus."""

    framed = False
    """Whether the row has an outline at rest too."""

    tinted = True
    """Whether the row is tinted while it is chosen."""

    padding = 7
    """Room above and below the words, in pixels."""

    corner = theme.CORNER

    quiet = False
    """Whether the words are muted until it is chosen."""

    def _prepare(self) -> None:
        self._over = False
        self._inset = theme.MEDIUM
        self._heights: dict[tuple[int, str], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of the words when they wrap at this width, in pixels."""
        key = width, self.text()
        if key not in self._heights:  # pages ask many times over while they are laid out
            self._heights[key] = max(self._words_rect(width).height(), _mark()) + 2 * self.padding
        return max(self._heights[key], theme.TARGET)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Words of another size take other room."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of words."""
        width = self._left() + self.fontMetrics().horizontalAdvance(self.text()) + theme.SMALL + theme.TINY
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow enough for any page; words wrap."""
        width = min(self.sizeHint().width(), 130)
        return QSize(width, max(max(_mark(), self.fontMetrics().height()) + 2 * self.padding, theme.TARGET))

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802
        """The whole row answers to the mouse."""
        return self.rect().contains(place)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The row is tinted below the pointer."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The tint goes with the pointer."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Row, indicator, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter)
        mark = _mark()
        self._paint_mark(painter, QRectF(self._inset - 2, (self.height() - mark) / 2, mark, mark))
        is_muted = self.quiet and self.isEnabled() and not self.isChecked()
        painter.setPen(QColor(theme.colours().muted) if is_muted else self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(QRect(self._left(), 0, self._room(self.width()), self.height()), _WRAP, self.text())

    def _paint_row(self, painter: QPainter) -> None:
        colours = theme.colours()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = None
        if self.isChecked() and self.tinted:
            fill = QColor(colours.accent_soft if self.isEnabled() else colours.raised)
        elif self._over and self.isEnabled():
            fill = QColor(colours.raised)
        line = QColor(colours.edge) if self.framed else None
        if self.framed and self.isChecked():
            line = QColor(colours.accent if self.isEnabled() else colours.edge)
        painter.setPen(QPen(line, _BORDER) if line else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, self.corner, self.corner)
        if self.hasFocus():  # inside the outline, so that it shows on a chosen row too
            inner = rect.adjusted(2, 2, -2, -2) if self.framed else rect
            painter.setPen(QPen(QColor(colours.accent_strong), theme.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, max(self.corner - 2, 2), max(self.corner - 2, 2))

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """Circle or box, and whether it is chosen."""
        raise NotImplementedError

    def _mark_colours(self) -> tuple[QColor, QColor]:
        """Of the outline, and of what is inside when it is chosen."""
        colours = theme.colours()
        if not self.isEnabled():
            return QColor(colours.line), QColor(colours.muted)
        line = QColor(colours.accent if self.isChecked() else colours.muted)
        line.setAlphaF(1.0 if self.isChecked() else 0.8)
        return line, QColor(colours.accent)

    def _left(self) -> int:
        return self._inset + _mark() + theme.SMALL

    def _room(self, width: int) -> int:
        return max(width - self._left() - theme.SMALL, 40)

    def _words_rect(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, self._room(width), 10_000), _WRAP, self.text())


def _mark() -> int:
    """Size of circle or box beside the words of the system, in pixels."""
    return theme.scaled(_MARK)


class Radio(_Wrapping, QRadioButton):
    """One of several answers. A large one stands beside others in a frame."""

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        if large:
            self.framed, self.padding, self.corner = True, theme.MEDIUM, theme.RADIUS
        self._prepare()

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        line, inside = self._mark_colours()
        painter.setPen(QPen(line, _BORDER))
        painter.setBrush(QColor(theme.colours().surface))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inside)
            rim = rect.width() * 5 / _MARK
            painter.drawEllipse(rect.adjusted(rim, rim, -rim, -rim))


class Tick(_Wrapping, QCheckBox):
    """An answer that can be chosen beside others. A compact one has no room at its left; a quiet one is muted too."""

    tinted = False

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False, quiet: bool = False) -> None:
        super().__init__(parent)
        self.quiet = quiet
        self._prepare()
        if compact or quiet:
            self._inset = theme.TINY

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        line, inside = self._mark_colours()
        painter.setPen(QPen(line, _BORDER))
        painter.setBrush(inside if self.isChecked() else QColor(theme.colours().surface))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        if self.isChecked():
            theme.icon("check", "on_accent").paint(painter, rect.adjusted(3, 3, -3, -3).toRect())


class Chip(Tick):
    """A tick in a rounded frame, for short answers beside each other."""

    framed = True
    tinted = True
    corner = theme.TARGET // 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inset = theme.SMALL + 2
