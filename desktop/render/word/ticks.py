"""Boxes to tick with their words. Short ones, such as the names of places, stand side by side."""

from collections.abc import Iterator, Sequence

from desktop.core.document import Runs
from desktop.render.word import markup
from desktop.render.word.pen import BETWEEN, Pen, said
from desktop.render.word.stacked import second_lines

BETWEEN_BOXES = 40
"""Space between boxes to tick."""

_HANGING = 340
"""How far the box to tick stands out from the words beside it."""

_GAP = 170
"""Between the words of a box and the next box beside it."""

_SHORT = 0.6
"""How much of the width words in two languages fill at most to stand on one line."""

_MOST = 3
"""Boxes that stand side by side at most."""

_FEWEST = 3
"""Boxes that are worth it."""

Box = Sequence[Runs]
"""The words of a box in each language."""


def write_ticks(
    pens: Sequence[Pen], boxes: Sequence[Box], *, held: bool, tied: bool, leads: bool = False, after: int
) -> Iterator[str]:
    """Boxes to tick, line by line.

    `tied` holds them on one page, `held` on that of what follows, `leads` only the last ones.
    """
    columns = _columns(pens[0], boxes)
    lines = list(_lines(pens[0], boxes, columns))
    last, apart = len(lines) - 1, not pens[0].place.in_table  # there it would tie the row to the next one
    for index, line in enumerate(lines):
        keep_next = held or (leads and index == last) or (index < last and apart and (tied or index in (0, last - 1)))
        below = after if index == last else BETWEEN_BOXES
        if len(line) == 1:
            yield _tick(pens, line[0], keep_next=keep_next, after=below)
        else:
            yield _beside(pens, line, columns, keep_next=keep_next, after=below)


def _columns(pen: Pen, boxes: Sequence[Box]) -> int:
    """How many boxes fit beside each other."""
    if len(boxes) < _FEWEST:
        return 1
    *others, second, _ = sorted(_room(pen, box) for box in boxes)
    # one that is longer than the others has a line of its own
    return min(max(pen.place.width // second, 1), _MOST) if others else 1


def _lines(pen: Pen, boxes: Sequence[Box], columns: int) -> Iterator[list[Box]]:
    """The boxes of each line."""
    line: list[Box] = []
    for box in boxes:
        is_long = _room(pen, box) * columns > pen.place.width
        if line and (is_long or len(line) == columns):
            yield line
            line = []
        line.append(box)
        if is_long:
            yield line
            line = []
    if line:
        yield line


def _room(pen: Pen, box: Box) -> int:
    """The room of a box and its words, beside another one."""
    return _HANGING + _wide(pen, box) + _GAP


def _wide(pen: Pen, box: Box) -> int:
    """How wide the words of a box are, in all languages. With a line to write on they fill a line."""
    if any(run.fill for runs in box for run in runs):
        return pen.place.width
    words = BETWEEN.join(dict.fromkeys(map(said, box)))
    return pen.wide(words, bold=any(run.bold for runs in box for run in runs))


def _beside(pens: Sequence[Pen], boxes: Sequence[Box], columns: int, *, keep_next: bool, after: int) -> str:
    first, place = pens[0], pens[0].place
    step = place.width // columns
    starts = [place.indent + index * step for index in range(1, columns)]
    stops = [(position, "left") for start in starts for position in (start, start + _HANGING)]
    tab = markup.tab(first.language)
    return markup.paragraph(
        place.text,
        tab.join(_box(first, box) + _on_a_line(pens, box) for box in boxes),
        keep_next=keep_next or None,
        after=after,
        indent=(place.indent + _HANGING, _HANGING),
        tabs=markup.tab_stops(*stops),
    )


def _tick(pens: Sequence[Pen], box: Box, *, keep_next: bool, after: int) -> str:
    """A box with its words in each language: on one line if they are short, else the second one below."""
    first, place = pens[0], pens[0].place
    others = second_lines(pens, box)
    if others and _wide(first, box) + _HANGING <= place.width * _SHORT:
        others, words = [], _on_a_line(pens, box)
    else:
        words = first.runs(box[0])
    hanging, held = place.indent + _HANGING, keep_next or None
    written = markup.paragraph(
        place.text,
        _box(first, box) + words,
        keep_next=True if others else held,
        after=0 if others else after,
        indent=(hanging, _HANGING),
    )
    for index, content in enumerate(others, start=1):
        below = after if index == len(others) else 0
        written += markup.paragraph("SecondText", content, keep_next=held, after=below, indent=(hanging, 0))
    return written


def _box(pen: Pen, box: Box) -> str:
    return pen.room("tick", " / ".join(dict.fromkeys(map(said, box)))) + markup.tab(pen.language)


def _on_a_line(pens: Sequence[Pen], box: Box) -> str:
    return pens[0].words(BETWEEN).join([pens[0].runs(box[0]), *second_lines(pens, box)])
