"""A flow chart as a group of Word's own shapes: every box can be moved, coloured and written in.

Shapes stand in a group inside the line of text, which Word and LibreOffice lay out alike. Programs that know no shapes
show the chart in words. Measures of a shape are in English Metric Units, 36,000 to the millimetre.
"""

from collections.abc import Iterator
from zlib import crc32

from desktop.core.chart_layout import LINE, PADDING, SIDES, label_of, note_size
from desktop.core.document import Arrow, Drawing, Run, Runs, Shape, plain
from desktop.core.letters import POINT
from desktop.render.chart_style import ARROW, FONT, BoxStyle, Palette, palette_of, style_of
from desktop.render.word import markup
from desktop.render.word.pen import Pen

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

_NAMESPACES = f'xmlns:mc="{_MC}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:wpg="{_WPG}" xmlns:wps="{_WPS}"'

_UNIT = 36_000
_TWIPS = 20

_CORNER = 1 - 0.5**0.5
"""How much of the radius of rounded corners Word keeps free of words on each side, beside the margins of the box."""

_NAME = 60
"""Letters of the name of a shape, as the list of shapes shows it."""


_SQUARE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def drawing(pen: Pen, block: Drawing) -> str:
    """A paragraph with the chart, in the language of the pen and the colours of its design."""
    palette = palette_of(pen.colours)
    # ids have to differ from those of every other drawing in the document, in its other language too
    says = markup.escaped(block.says)
    first = 1_000 + crc32(f"{pen.language} {says}".encode()) % 0x3FFF_0000
    wide, high = _emu(block.width), _emu(block.height)
    inside = "".join(_elements(pen, block, palette, first))
    name = markup.escaped(pen.document.title[:_NAME])
    group = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{first}" name="{name}" descr="{says}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm>'
        f"</wpg:grpSpPr>{inside}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
    )
    # a chart that is a little wider than the text reaches into both margins alike
    outside = min(0, pen.place.width - _twips(block.width)) // 2
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{outside}" w:right="{outside}"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:lang w:val="{pen.language}"/></w:rPr><mc:AlternateContent {_NAMESPACES}>'
        f'<mc:Choice Requires="wpg"><w:drawing>{group}</w:drawing></mc:Choice>'
        f'<mc:Fallback><w:t xml:space="preserve">{says}</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )


def _elements(pen: Pen, block: Drawing, palette: Palette, first: int) -> Iterator[str]:
    """Arrows, then boxes in the order they are read, each after the word of the arrow that leads to it."""
    number = first
    for arrow in block.arrows:
        for index in range(1, len(arrow.points)):
            number += 1
            yield _line(number, arrow, index, palette)
    for shape in block.shapes:
        for arrow in block.arrows:
            if arrow.label and _is_at(shape, arrow.points[-1]):
                number += 1
                yield _label(pen, number, arrow, block.points, palette)
        number += 1
        yield _box(pen, number, shape, block.points, palette)


def _is_at(shape: Shape, point: tuple[float, float]) -> bool:
    """Whether a point lies on a box or its edge."""
    x, y = point
    near = 0.01
    return (
        shape.left - near <= x <= shape.left + shape.width + near
        and shape.top - near <= y <= shape.top + shape.height + near
    )


def _line(number: int, arrow: Arrow, index: int, palette: Palette) -> str:
    (x, y), (to_x, to_y) = arrow.points[index - 1], arrow.points[index]
    flip = (' flipH="1"' if to_x < x else "") + (' flipV="1"' if to_y < y else "")
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if index == len(arrow.points) - 1 else ""
    frame = _frame(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y), flip)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="→ {number}"/><wps:cNvCnPr/><wps:spPr>{frame}'
        f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_emu(ARROW * POINT)}">{_solid(palette.line)}{head}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _box(pen: Pen, number: int, shape: Shape, points: float, palette: Palette) -> str:
    style = style_of(shape, palette)
    name = markup.escaped(plain(shape.text)[:_NAME])
    written = _paragraph(pen, shape.text, points, style, palette)
    written += _paragraph(pen, shape.note, note_size(points), style, palette)
    frame = _frame(shape.left, shape.top, shape.width, shape.height)
    # Word takes the margins from the rounded corners, so that they are less here by as much
    free = style.radius * _CORNER
    side, above = _emu(max(0, SIDES[shape.kind] - free)), _emu(max(0, PADDING - free))
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{name}"/><wps:cNvSpPr/><wps:spPr>{frame}{_geometry(shape, style)}'
        f'{_solid(style.fill)}<a:ln w="{_emu(style.thick * POINT)}">{_solid(style.border)}<a:miter lim="800000"/>'
        "</a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{written}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="{side}" tIns="{above}" rIns="{side}" bIns="{above}" anchor="ctr">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def _label(pen: Pen, number: int, arrow: Arrow, points: float, palette: Palette) -> str:
    place = label_of(arrow, points)
    style = BoxStyle(palette.paper, palette.paper, 0, palette.ink, 0)
    written = _paragraph(pen, (Run(arrow.label, bold=True),), note_size(points), style, palette)
    frame = _frame(place.left, place.top, place.width, place.height)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{markup.escaped(arrow.label[:_NAME])}"/><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{frame}{_SQUARE}<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{written}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def _paragraph(pen: Pen, runs: Runs, points: float, style: BoxStyle, palette: Palette) -> str:
    """One paragraph of a box: from line to line as it was measured, whatever letters are in it."""
    if not plain(runs).strip():
        return ""
    exact = round(points * LINE * _TWIPS)
    centred = '<w:jc w:val="center"/>' if style.centred else '<w:jc w:val="left"/>'
    written = "".join(_run(pen, run, points, style, palette) for run in runs)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{exact}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{spacing}<w:ind w:left="0" w:firstLine="0"/>{centred}</w:pPr>{written}</w:p>'


def _run(pen: Pen, run: Run, points: float, style: BoxStyle, palette: Palette) -> str:
    gap = '<w:rStyle w:val="Gap"/>' if run.gap else ""
    # what is still to be filled in has a light ground of its own
    ink = palette.gap_ink if run.gap else style.ink
    bold = "<w:b/><w:bCs/>" if run.bold else ""
    size = f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    properties = f'{gap}{font}{bold}<w:color w:val="{ink.removeprefix("#")}"/>{size}'
    return markup.run(run.text, pen.tags.get(run.language, pen.language), properties)


def _geometry(shape: Shape, style: BoxStyle) -> str:
    if not style.radius:
        return _SQUARE
    share = round(100_000 * style.radius / min(shape.width, shape.height))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def _frame(left: float, top: float, wide: float, high: float, flip: str = "") -> str:
    return (
        f'<a:xfrm{flip}><a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(wide)}" cy="{_emu(high)}"/></a:xfrm>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'


def _emu(millimetres: float) -> int:
    return round(millimetres * _UNIT)


def _twips(millimetres: float) -> int:
    return round(millimetres / POINT * _TWIPS)
