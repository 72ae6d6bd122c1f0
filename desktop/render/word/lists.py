"""Lists: points, letters, numbers, boxes to tick."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.document import ListBlock, Runs
from desktop.render.word import markup
from desktop.render.word.pen import Pen, is_blank, said

BELOW = 110
"""Space below the last point of a list; the points themselves stand closer."""

_BETWEEN = 40
"""Space between boxes to tick."""

_HANGING = 340
"""How far the box to tick stands out from the words beside it."""


def write_list(pen: Pen, block: ListBlock, *, keep_next: bool = False, bullet: int = 0) -> str:
    """A list, each item a paragraph. `bullet` is the list instance of its points, if not that of the place."""
    items = [item for item in block.items if not is_blank(item)]
    if block.mark == "tick":
        return "".join(
            tick((pen,), (item,), keep_next=keep_next, after=BELOW if index == len(items) - 1 else _BETWEEN)
            for index, item in enumerate(items)
        )
    style, numbering = marked(pen, block, bullet)
    return "".join(
        markup.paragraph(
            style,
            pen.runs(item),
            numbering=numbering,
            keep_next=keep_next or None,
            after=BELOW if index == len(items) - 1 else None,
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


def tick(pens: Sequence[Pen], items: Sequence[Runs], *, keep_next: bool = False, after: int = _BETWEEN) -> str:
    """A box to tick with its words, in each language; the second one stands below the first."""
    first = pens[0]
    place = first.place
    hanging = place.indent + _HANGING
    name = " / ".join(dict.fromkeys(map(said, items)))
    box = first.room("tick", name) + markup.tab(first.language)
    others = second_lines(pens, items)
    written = markup.paragraph(
        place.text,
        box + first.runs(items[0]),
        keep_next=True if others else keep_next or None,
        after=0 if others else after,
        indent=(hanging, _HANGING),
    )
    for index, content in enumerate(others):
        last = index == len(others) - 1
        written += markup.paragraph(
            "SecondText",
            content,
            keep_next=keep_next or None,
            after=after if last else 0,
            indent=(hanging, 0),
        )
    return written


def second_lines(pens: Sequence[Pen], cells: Sequence[Runs]) -> list[str]:
    """The words of the languages after the first, without those that are the same, and what is filled in only once."""
    seen = {said(cells[0])}
    written: list[str] = []
    for pen, runs in zip(pens[1:], cells[1:], strict=True):
        words = said(runs)
        if words and words not in seen:
            seen.add(words)
            written.append(pen.runs(_printed(runs)))
    return written


def _printed(runs: Runs) -> Runs:
    """Runs without the places to fill in, and without the space after the first of them."""
    first, *others = (run for run in runs if not run.fill)
    return (replace(first, text=first.text.lstrip(" ")), *others)
