"""Lists: points, letters, numbers, boxes to tick."""

from desktop.core.document import ListBlock
from desktop.render.word import markup
from desktop.render.word.pen import Pen, is_blank
from desktop.render.word.ticks import write_ticks

BELOW = 110
"""Space below the last point of a list; the points themselves stand closer."""


def write_list(
    pen: Pen, block: ListBlock, *, keep_next: bool = False, tied: bool = False, leads: bool = False, bullet: int = 0
) -> str:
    """A list, each item a paragraph.

    `tied` holds its items on one page, `keep_next` on that of what follows, `leads` only the last ones; none stands
    alone at the edge of a page. `bullet` is the list instance of its points, if not that of the place.
    """
    items = [item for item in block.items if not is_blank(item)]
    last = len(items) - 1
    if block.mark == "tick":
        boxes = [(item,) for item in items]
        return "".join(write_ticks((pen,), boxes, held=keep_next, tied=tied, leads=leads, after=BELOW))
    apart = not pen.place.in_table  # there it would tie the row to the next one
    held = [keep_next or (index < last and apart and (tied or index in (0, last - 1))) for index in range(last + 1)]
    held[-1:] = [keep_next or leads] if items else []
    style, numbering = marked(pen, block, bullet)
    return "".join(
        markup.paragraph(
            style,
            pen.runs(item),
            numbering=numbering,
            keep_next=held[index] or None,
            after=BELOW if index == last else None,
        )
        for index, item in enumerate(items)
    )


def marked(pen: Pen, block: ListBlock, bullet: int = 0, *, right: bool = False) -> tuple[str, int]:
    """The style of a list's items, and the instance that counts them.

    `right`: it is counted beside another list, row by row, as in the right column of the side-by-side form.
    """
    place = pen.place
    if block.mark == "number":
        return place.lettered, pen.numbering.counted(place.numbers, beside=right)
    if block.ordered:
        return place.lettered, pen.numbering.counted(place.letters, beside=right)
    return place.bulleted, bullet or place.bullet
