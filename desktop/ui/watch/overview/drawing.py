"""What the drawings of the overview have in common: colours between two, small letters, words on a spot."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.ui import theme


class Drawing(QWidget):
    """Draws itself from figures; `spots` say what is under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: list[tuple[QRectF, str]] = []

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw everything anew: it is little."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_letters(self))
        self._spots = list(self.draw(painter))
        painter.end()

    def draw(self, painter: QPainter) -> Iterator[tuple[QRectF, str]]:
        """Draw, and say what each spot means."""
        raise NotImplementedError

    def spot_at(self, x: float, y: float) -> str:
        """What a place means; "" for nothing."""
        return next((said for spot, said in self._spots if spot.contains(x, y)), "")

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.spot_at(event.pos().x(), event.pos().y())
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def small_letters(widget: QWidget) -> QFont:
    """The letters of axes and legends."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    return font


def between(first: str, second: str, share: float) -> QColor:
    """A colour on the way from one of the palette to another."""
    one, other = QColor(first), QColor(second)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def write(painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
    """Small words in the muted colour, cut where there is no room."""
    painter.setPen(QPen(QColor(theme.colours().muted)))
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)
