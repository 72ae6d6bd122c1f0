"""Radio buttons and tick boxes whose words wrap, so that Malay is never cut off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from desktop.ui import theme

# Qt knows one Qt class among the bases only
_Base = QAbstractButton if TYPE_CHECKING else object

_BORDER = 1.5
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Wrapping(_Base):
    """How both look: a row that is tinted when chosen, with an outline when it has the focus."""

    framed = False
    """Whether the row has an outline at rest too."""

    def _prepare(self, primitive: QStyle.PrimitiveElement) -> None:
        self._primitive = primitive
        self._over = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of the words when they wrap at this width, in pixels."""
        return max(self._words_rect(width).height(), self._mark()) + 2 * self._padding()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of words."""
        width = self._left() + self.fontMetrics().horizontalAdvance(self.text()) + theme.MEDIUM + theme.TINY
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow enough for any page; words wrap."""
        width = min(self.sizeHint().width(), 130)
        return QSize(width, max(self._mark(), self.fontMetrics().height()) + 2 * self._padding())

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
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.rect = QRect(theme.MEDIUM - 2, (self.height() - self._mark()) // 2, self._mark(), self._mark())
        self.style().drawPrimitive(self._primitive, option, painter, self)
        colour = self.palette().color(self.foregroundRole())
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(QRect(self._left(), 0, self._room(self.width()), self.height()), _WRAP, self.text())

    def _paint_row(self, painter: QPainter) -> None:
        colours = theme.colours()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = None
        if self.isChecked():
            fill = QColor(colours.accent_soft if self.isEnabled() else colours.raised)
        elif self._over and self.isEnabled():
            fill = QColor(colours.raised)
        line = QColor(colours.accent) if self.hasFocus() else QColor(colours.line) if self.framed else None
        if self.framed and self.isChecked() and self.isEnabled():
            line = QColor(colours.accent)
        painter.setPen(QPen(line, _BORDER) if line else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)

    def _mark(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)

    def _padding(self) -> int:
        return theme.SMALL if self.framed else 6

    def _left(self) -> int:
        return theme.MEDIUM + self._mark() + theme.SMALL

    def _room(self, width: int) -> int:
        return max(width - self._left() - theme.SMALL, 40)

    def _words_rect(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, self._room(width), 10_000), _WRAP, self.text())


class Radio(_Wrapping, QRadioButton):
    """One of several answers."""

    def __init__(self, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self.framed = framed
        self._prepare(QStyle.PrimitiveElement.PE_IndicatorRadioButton)


class Tick(_Wrapping, QCheckBox):
    """An answer that can be chosen beside others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepare(QStyle.PrimitiveElement.PE_IndicatorCheckBox)
