"""What is drawn on paper below the words: the sheet itself, marks beside what changed, the clause pointed at."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

from desktop.ui import theme
from desktop.ui.preview.piece_view import PieceView

_BAR = 3
"""Width of the mark beside a piece that changed, in pixels."""

_FLASH = 1800
"""How long a piece stands out that was asked for, in milliseconds."""


class Marks:
    """Knows which pieces stand out, and how."""

    def __init__(self, view: PieceView) -> None:
        self._view = view
        self.changed: Mapping[str, frozenset[int]] = {}
        """Pieces that changed, and in which columns."""
        self.chosen = ""
        """The clause that is being explained."""
        self._pointed = ""
        self.flashed = ""
        """The piece that stands out for a moment."""
        self._strength = 0.0
        self._fade = QVariantAnimation(view)
        self._fade.setStartValue(1.0)
        self._fade.setKeyValueAt(0.5, 1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FLASH)
        self._fade.valueChanged.connect(self._weaken)
        self._fade.finished.connect(self._stop)

    def show(self, changed: Mapping[str, frozenset[int]]) -> None:
        """Mark pieces as changed, and no others."""
        self.changed = changed
        self._draw()

    def clear(self) -> None:
        """Mark nothing as changed."""
        self.show({})

    def choose(self, key: str) -> None:
        """Let the clause stand out that is being explained; "" for none."""
        if key != self.chosen:
            self.chosen = key
            self._draw()

    def point_at(self, key: str) -> None:
        """Let the clause stand out that is below the mouse; "" for none."""
        if key != self._pointed:
            self._pointed = key
            self._draw()

    def flash(self, key: str) -> None:
        """Let a piece stand out for a moment."""
        self.flashed, self._strength = key, 1.0
        self._fade.stop()
        self._fade.start()
        self._draw()

    def paint_below(self, painter: QPainter) -> None:
        """Desk, sheet and marks, in the part of the document that is in sight."""
        view, light = self._view, theme.LIGHT
        painter.fillRect(view.viewport().rect(), QColor(theme.colours().desk))
        sheet = self._sheet()
        painter.fillRect(sheet, QColor(light.paper))
        painter.setPen(QColor(theme.colours().line))
        painter.drawRect(sheet)
        if len(view.pieces[0].parts if view.pieces else ()) > 1:
            painter.setPen(QColor(light.line))
            painter.drawLine(sheet.center().x(), sheet.top(), sheet.center().x(), sheet.bottom())
        scrolled = view.verticalScrollBar().value()
        first, last = view.held.between(scrolled, scrolled + view.viewport().height())
        for index in range(first, last + 1):
            key = view.held.piece(index).key
            columns = self.changed.get(key)
            strength = self._strength_of(key)
            if columns or strength:
                rect = view.held.rect(index).translated(0, -scrolled)
                if strength:
                    wide = rect.adjusted(-theme.TINY, 0, theme.TINY, 0)
                    painter.fillRect(wide, _thin(light.accent_soft, strength))
                for column in columns or ():
                    left = rect.left() - 2 * _BAR if column == 0 else sheet.center().x() - 1
                    bar = QRectF(left, rect.top() + theme.TINY, _BAR, rect.height() - theme.SMALL)
                    painter.fillRect(bar, QColor(light.accent))

    def _strength_of(self, key: str) -> float:
        """How much a piece stands out, from 0 to 1."""
        if key == self.flashed:
            return max(self._strength, 0.5 if key in (self.chosen, self._pointed) else 0.0)
        return 0.5 if key == self.chosen else 0.35 if key == self._pointed else 0.0

    def _sheet(self) -> QRectF:
        """Where the sheet lies now, in pixels of the view."""
        desk = self._view.fit.desk
        height = max(self._view.document().size().height() - 2 * theme.LARGE, 0)
        top = theme.LARGE - self._view.verticalScrollBar().value()
        return QRectF(desk, top, self._view.viewport().width() - 2 * desk, height)

    def _weaken(self, strength: float) -> None:
        if theme.motion(_FLASH):  # else it stands out until it is over
            self._strength = strength
            self._draw()

    def _stop(self) -> None:
        self.flashed, self._strength = "", 0.0
        self._draw()

    def _draw(self) -> None:
        self._view.viewport().update()


def _thin(colour: str, strength: float) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(strength)
    return thin
