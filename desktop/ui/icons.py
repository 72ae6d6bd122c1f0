"""Icons: one-colour drawings of `resources/icons`, drawn in the palette of the moment."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from desktop import paths

_FAINT = 0.4
"""How much of an icon is left that cannot be used."""


class Drawn(QIconEngine):
    """Draws a one-colour SVG each time it is asked, so a change of palette needs no new icon."""

    def __init__(self, name: str, colour: Callable[[], str]) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return Drawn(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRectF, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * _FAINT)
        _renderer(self._name, self._colour()).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str):  # noqa: ANN202 - QtSvg is loaded with the first icon that is seen
    from PySide6.QtSvg import QSvgRenderer

    source = (paths.icons() / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))
