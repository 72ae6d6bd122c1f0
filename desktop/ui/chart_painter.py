"""Draws the response chart: in the window, on pictures for telephones, on reading copies."""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout, QTextOption

from desktop.core.chart_layout import LINE, PADDING, SIDES, label_of, note_size
from desktop.core.document import Arrow, Drawing, Run, Runs, Shape
from desktop.core.letters import POINT
from desktop.render.chart_style import ARROW, DEFAULT, FONT, BoxStyle, Palette, style_of

_FINE = 50
"""Units to the millimetre in which it is drawn: letters have whole sizes."""

_FAMILIES = (FONT, "Carlito", "Segoe UI", "Helvetica Neue", "Noto Sans")
"""The letters the boxes are measured for, their twins, and others for where neither is there."""

_SMALLER = 0.95
"""How much smaller letters are tried at a time where wider ones than measured stand in."""

_LEAST = 0.5

_HEAD = (2.4, 1.1)
"""Length of an arrow's head and half its width, in millimetres."""


def paint_chart(painter: QPainter, drawing: Drawing, palette: Palette, scale: float) -> None:
    """Draw the chart from the painter's origin, with `scale` units of the painter to the millimetre."""
    size = letter_size(drawing)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale / _FINE, scale / _FINE)
    for arrow in drawing.arrows:
        _draw_arrow(painter, arrow, palette)
        _draw_label(painter, arrow, drawing.points, size, palette)
    for shape in drawing.shapes:
        _draw_box(painter, shape, drawing.points, size, palette)
    painter.restore()


def _draw_arrow(painter: QPainter, arrow: Arrow, palette: Palette) -> None:
    painter.setPen(QPen(QBrush(QColor(palette.line)), ARROW * POINT * _FINE, c=Qt.PenCapStyle.FlatCap))
    points = [QPointF(x, y) * _FINE for x, y in arrow.points]
    along = points[-1] - points[-2]
    along /= max(abs(along.x()) + abs(along.y()), 1)  # arrows are level or upright
    length, half = _HEAD[0] * _FINE, _HEAD[1] * _FINE
    neck, across = points[-1] - along * length, QPointF(-along.y(), along.x()) * half
    painter.drawPolyline(QPolygonF([*points[:-1], neck]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.line))
    painter.drawPolygon(QPolygonF([points[-1], neck + across, neck - across]))


def _draw_label(painter: QPainter, arrow: Arrow, points: float, size: float, palette: Palette) -> None:
    if not arrow.label:
        return
    place = label_of(arrow, points)
    style = BoxStyle(palette.paper, palette.paper, 0, palette.ink, 0)
    layout = _layout((Run(arrow.label, bold=True),), note_size(points) * size, place.width * 2, style, palette)
    painter.setPen(QColor(palette.ink))
    layout.draw(painter, QPointF(place.left, place.top) * _FINE)


def _draw_box(painter: QPainter, shape: Shape, points: float, size: float, palette: Palette) -> None:
    style = style_of(shape, palette)
    painter.setPen(QPen(QBrush(QColor(style.border)), style.thick * POINT * _FINE, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(QColor(style.fill))
    box = QRectF(shape.left * _FINE, shape.top * _FINE, shape.width * _FINE, shape.height * _FINE)
    painter.drawRoundedRect(box, style.radius * _FINE, style.radius * _FINE)
    layouts = list(_layouts(shape, points * size, note_size(points) * size, style, palette))
    top = box.center().y() - sum(map(_height, layouts)) / 2
    painter.setPen(QColor(style.ink))
    for layout in layouts:
        layout.draw(painter, QPointF(box.left() + SIDES[shape.kind] * _FINE, top))
        top += _height(layout)


@lru_cache(16)
def letter_size(drawing: Drawing) -> float:
    """How much smaller than asked for letters must be so that all words stand in their boxes; 1 with Calibri."""
    size = 1.0
    while size > _LEAST and not all(_fits(shape, drawing.points, size) for shape in drawing.shapes):
        size *= _SMALLER
    return size


def _fits(shape: Shape, points: float, size: float) -> bool:
    style = style_of(shape, DEFAULT)
    layouts = _layouts(shape, points * size, note_size(points) * size, style, DEFAULT)
    return sum(map(_height, layouts)) <= (shape.height - PADDING) * _FINE


def _layouts(shape: Shape, points: float, note: float, style: BoxStyle, palette: Palette) -> Iterator[QTextLayout]:
    room = shape.width - 2 * SIDES[shape.kind]
    for runs, size in ((shape.text, points), (shape.note, note)):
        if runs:
            yield _layout(runs, size, room, style, palette)


def _layout(runs: Runs, points: float, room: float, style: BoxStyle, palette: Palette) -> QTextLayout:
    """Words in lines of this width in millimetres, at the distance from line to line they were measured for."""
    layout = QTextLayout("".join(run.text for run in runs), _font(points))
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if style.centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(runs, palette)))
    step, top = points * LINE * POINT * _FINE, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room * _FINE)
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return layout.lineCount() * layout.font().pixelSize() * LINE


def _font(points: float) -> QFont:
    font = QFont(list(_FAMILIES))
    font.setPixelSize(round(points * POINT * _FINE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("liga"), 0)  # in a PDF nobody finds "tidak" where "ti" is drawn as a single sign
    return font


def _formats(runs: Runs, palette: Palette) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for run in runs:
        styled = QTextLayout.FormatRange()
        # Qt counts in halves of characters beyond the first plane, such as emoji
        styled.start, styled.length = at, len(run.text.encode("utf-16-le")) // 2
        at += styled.length
        written = QTextCharFormat()
        if run.bold:
            written.setFontWeight(QFont.Weight.Bold)
        if run.gap:
            written.setBackground(QColor(palette.gap))
            written.setForeground(QColor(palette.gap_ink))
        styled.format = written
        yield styled
