"""Tinted panels: one alone with a rule at its left, or several side by side, each headed by a band.

A panel is a table: its headings are the heading row, which is repeated where the panel goes on over a page. What a
colour says, the heading and the signs before the points say too.
"""

from collections.abc import Sequence

from desktop.core.document import Box, Field, ListBlock, Paragraph, plain
from desktop.render.word import markup
from desktop.render.word.fields import together, write_field
from desktop.render.word.lists import write_list
from desktop.render.word.pen import Pen, is_blank
from desktop.render.word.room import length

PADDING = 170
"""Between the edge of a panel and its words, as the style of the table has it."""

SIGNS = {"good": 5, "bad": 6}
"""List instance of the points in a panel, by tone: a tick, a cross. Others have the points of the place."""

_BELOW = 100
"""Space below a panel."""

_ABOVE = 80
"""Space above the words of a panel where no heading stands over them."""

_WHOLE = 2_600
"""Letters that panels may have, counted as if all were as long as the longest, to be kept on one page."""

_RULE = 36
"""The rule of a panel, in eighths of a point."""

_HALF_RULE = _RULE * 20 // 8 // 2

_THIN = 6
"""A thin line, in eighths of a point."""

_GAP = 72
"""The gap between two panels, in eighths of a point."""

_HALF_GAP = _GAP * 20 // 8 // 2
"""What the gap takes from the panels at either side of it, in twentieths of a point."""


def write_panels(pen: Pen, boxes: Sequence[Box]) -> str:
    """A panel, or several side by side, equally wide and high."""
    if not boxes:
        return ""
    # half of the rule at the left stands outside
    width = pen.place.width // len(boxes) if len(boxes) > 1 else pen.place.width - _HALF_RULE
    inner = pen.inside(width - 2 * PADDING - (_HALF_GAP if len(boxes) > 1 else 0))
    rows: list[str] = []
    if not all(is_blank(box.title) for box in boxes):
        titles = [
            heading(inner, box.tone, inner.title(box.title), band=len(boxes) > 1 and not _is_pale(pen, box.tone))
            for box in boxes
        ]
        painted = [_paint(pen, boxes, index, heading=True) for index in range(len(boxes))]
        rows.append(_row(width, titles, painted, header=True))
    painted = [_paint(pen, boxes, index, first=not rows) for index in range(len(boxes))]
    contents = [_contents(inner.under(box.title, pen.level), box) for box in boxes]
    whole = max(length(box.blocks) for box in boxes) * len(boxes) <= _WHOLE
    rows.append(_row(width, contents, painted, whole=whole))
    name = " / ".join(filter(None, (plain(box.title).strip() for box in boxes)))
    return panel_table(pen, [width] * len(boxes), rows, name=name) + below()


def heading(pen: Pen, tone: str, content: str, *, band: bool = False) -> str:
    """The heading of a panel: a heading of the document, one level below the one above it.

    In a `band` it stands in light letters on the colour of the panel.
    """
    style = "BandHeading" if band else "BoxHeading" + ("" if tone == "plain" else tone.capitalize())
    return markup.paragraph(style, content, level=pen.level)


def panel_table(pen: Pen, widths: Sequence[int], rows: Sequence[str], *, name: str) -> str:
    """The rows of a panel as a table; without a heading it is called after what it stands below."""
    said = name or pen.about or pen.document.title
    return markup.table("PanelTable", widths, rows, name=said, indent=pen.place.indent, header_row=True)


def below() -> str:
    """The paragraph that follows a panel; it is no more than the space below it."""
    return markup.paragraph("TableEnd", "", after=_BELOW)


def paint(pen: Pen, tone: str, *, rule: bool = False, above: bool = False) -> str:
    """The colours of a panel's cell, with a `rule` at its left, and space `above` the words in it."""
    thick = _THIN * 2 if _is_pale(pen, tone) else _RULE
    drawn = f"<w:tcBorders>{_line('left', thick, pen.colours[tone])}</w:tcBorders>" if rule else ""
    margin = f'<w:tcMar><w:top w:w="{_ABOVE}" w:type="dxa"/></w:tcMar>' if above else ""
    return drawn + _ground(pen.colours[f"{tone}_fill"]) + margin


def _paint(pen: Pen, boxes: Sequence[Box], index: int, *, heading: bool = False, first: bool = False) -> str:
    """A panel alone has a rule at its left. Each of several has a band with its heading, and a gap beside it.

    In a design without grounds there is a line below the heading, and one between the panels.
    """
    tone = boxes[index].tone
    if len(boxes) == 1:
        return paint(pen, tone, rule=True, above=first)
    pale = _is_pale(pen, tone)
    beside = (_THIN, pen.colours["rule"]) if pale else (_GAP, pen.colours["paper"])
    lines: dict[str, str] = {}
    if index > 0:
        lines["left"] = _line("left", *beside)
    if heading and pale:
        lines["bottom"] = _line("bottom", _THIN, pen.colours[tone])
    if index < len(boxes) - 1:
        lines["right"] = _line("right", *beside)
    borders = "".join(lines.values())
    ground = _ground(pen.colours[tone if heading and not pale else f"{tone}_fill"])
    top = "" if heading else f'<w:top w:w="{_ABOVE}" w:type="dxa"/>'
    margins = top + "".join(
        f'<w:{side} w:w="{PADDING + _HALF_GAP}" w:type="dxa"/>' for side in ("left", "right") if side in lines
    )
    return f"<w:tcBorders>{borders}</w:tcBorders>{ground}" + (f"<w:tcMar>{margins}</w:tcMar>" if margins else "")


def _is_pale(pen: Pen, tone: str) -> bool:
    """Whether a panel has no ground but the paper: such a design saves ink."""
    return pen.colours[f"{tone}_fill"] == pen.colours["paper"]


def _line(side: str, thick: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{thick}" w:space="0" w:color="{colour}"/>'


def _ground(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _row(
    width: int, contents: Sequence[str], painted: Sequence[str], *, header: bool = False, whole: bool = True
) -> str:
    cells = [markup.cell(width, content, paint=colours) for content, colours in zip(contents, painted, strict=True)]
    return markup.row(cells, header=header, whole=whole)


def _contents(pen: Pen, box: Box) -> str:
    written: list[str] = []
    for index, block in enumerate(box.blocks):
        match block:
            case Paragraph(runs):
                if not is_blank(runs):
                    written.append(markup.paragraph(pen.place.text, pen.runs(runs)))
            case ListBlock():
                written.append(write_list(pen, block, bullet=SIGNS.get(box.tone, 0)))
            case Field():
                last = not isinstance(following(box.blocks, index), Field)
                written.append(write_field((pen,), (block,), last=last, group=[together(box.blocks, index)]))
    return "".join(written) or markup.paragraph(pen.place.text, "")


def following(blocks: Sequence[Paragraph | ListBlock | Field], index: int) -> Paragraph | ListBlock | Field | None:
    """The block after this one."""
    return blocks[index + 1] if index + 1 < len(blocks) else None
