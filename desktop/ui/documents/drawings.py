"""The charts inside a document, and a chart as a picture in the colours of a design."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Drawing
from desktop.core.look import Look
from desktop.render.chart_style import palette_of
from desktop.ui.chart_painter import paint_chart
from desktop.ui.documents.designs import colours_of

_EDGE = 2
"""Room around a chart for the outer half of its borders, in pixels."""


def drawings(document: Document | SideBySide) -> tuple[Drawing, ...]:
    """The charts of a document, in order; those of the left side first."""
    sides = (document.left, document.right) if isinstance(document, SideBySide) else (document,)
    return tuple(
        block
        for side in sides
        for annex in side.annexes
        for entry in annex.entries
        for block in entry.blocks
        if isinstance(block, Drawing)
    )


def chart_image(drawing: Drawing, look: Look, width: int) -> QImage:
    """A chart on white, so many pixels wide."""
    scale = (width - 2 * _EDGE) / drawing.width
    image = QImage(width, round(drawing.height * scale) + 2 * _EDGE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(_EDGE, _EDGE)
    paint_chart(painter, drawing, palette_of(colours_of(look)), scale)
    painter.end()
    return image
