"""The response chart as strips: on paper in one piece, on telephones with a strip a question."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.core.document import Arrow, Drawing
from desktop.render.chart_style import Palette, palette_of
from desktop.ui.chart_painter import paint_chart
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import MM, Strip


def write_chart(place: Place, drawing: Drawing, room: float) -> list[Strip]:
    """A chart no wider than the place. On paper it is no higher than there is room."""
    palette = palette_of(place.style.colours)
    above = place.style.mm(3)
    if place.style.on_telephone:
        scale = place.width / drawing.width
        strips = [_strip(part, palette, scale, 0.0) for part in _parts(drawing)]
        return [replace(strips[0], above=above), *strips[1:]]
    scale = min(place.width / drawing.width, (room - above) / drawing.height, MM)
    return [_strip(drawing, palette, scale, above, (place.width - drawing.width * scale) / 2)]


def _strip(drawing: Drawing, palette: Palette, scale: float, above: float, left: float = 0.0) -> Strip:
    high = drawing.height * scale

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.translate(x + left, y)
        # an arrow that goes past the edge goes on in the next part
        painter.setClipRect(QRectF(-MM, 0, drawing.width * scale + 2 * MM, high))
        paint_chart(painter, drawing, palette, scale)
        painter.restore()

    return Strip(high, paint, above)


def _parts(drawing: Drawing) -> Iterator[Drawing]:
    """The chart cut above every question."""
    shapes = sorted(drawing.shapes, key=lambda shape: shape.top)
    cuts = [
        (above.top + above.height + below.top) / 2
        for above, below in pairwise(shapes)
        if below.kind == "question" and above.top + above.height <= below.top
    ]
    for top, bottom in pairwise((0.0, *cuts, drawing.height)):
        yield replace(
            drawing,
            height=bottom - top,
            shapes=tuple(replace(shape, top=shape.top - top) for shape in drawing.shapes if top <= shape.top < bottom),
            arrows=tuple(
                _shifted(arrow, top)
                for arrow in drawing.arrows
                if arrow.points[0][1] < bottom and arrow.points[-1][1] > top
            ),
        )


def _shifted(arrow: Arrow, up: float) -> Arrow:
    """An arrow so much higher. Its word stands beside its start only."""
    points = tuple((x, y - up) for x, y in arrow.points)
    return Arrow(points, arrow.label if points[0][1] >= 0 else "")
