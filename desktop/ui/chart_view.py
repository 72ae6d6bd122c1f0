"""The response chart in the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.document import Drawing
from desktop.i18n import _
from desktop.render.chart_style import Palette
from desktop.ui import theme
from desktop.ui.chart_painter import paint_chart
from desktop.ui.retranslate import Retranslated

_LEAST_WIDTH = 320
_LARGEST = 6.0
"""Pixels to the millimetre at most: beyond that letters are larger than those around it."""


class ChartView(Retranslated, QWidget):
    """Shows a chart as wide as there is room, and says it in words to those who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another chart."""
        self._drawing = drawing
        self.setAccessibleDescription(drawing.says)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """See `Retranslated`."""
        self.setAccessibleName(_("Response chart"))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if self._drawing is None:
            return 0
        return round(self._drawing.height * self._scale(width)) + 2 * theme.SMALL

    def sizeHint(self) -> QSize:  # noqa: N802
        width = 2 * _LEAST_WIDTH
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._drawing is None:
            return
        present = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(present.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.TINY, theme.TINY)
        scale = self._scale(self.width())
        painter.translate((self.width() - self._drawing.width * scale) / 2, theme.SMALL)
        paint_chart(painter, self._drawing, chart_palette(present), scale)
        painter.end()

    def _scale(self, width: int) -> float:
        if self._drawing is None:
            return 1.0
        return min(_LARGEST, (width - 2 * theme.SMALL) / self._drawing.width)


def chart_palette(present: theme.Colours) -> Palette:
    """The colours of a chart in the window."""
    return Palette(
        accent=present.accent,
        soft=present.accent_soft,
        start=present.accent,
        on_start=present.on_accent,
        paper=present.surface,
        ink=present.text,
        line=present.muted,
        danger=present.error,
        danger_soft=present.error_soft,
        good=present.success,
        good_soft=present.success_soft,
        gap=present.warning_soft,
        gap_ink=present.text,
    )
