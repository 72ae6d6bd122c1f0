"""A clause in two languages: a row, or several where it is long, so that a page can end between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.bilingual import Pair
from desktop.core.document import Block, Clause, Paragraph
from desktop.render.word import markup
from desktop.render.word.blocks import write_below, write_blocks
from desktop.render.word.pen import Pen
from desktop.render.word.room import length

_ABOVE_CLAUSE = 40
"""Space above the heading of a clause; the rule between rows already parts it from the one before."""

_WHOLE_ROW = 1_700
"""Letters a row may have in one language, about 250 words, to be kept on one page."""

_WHOLE_CLAUSE = 500
"""Letters a clause may have in one language, about 75 words, to be one row."""

_WHOLE_SHARE = 700
"""Letters a row below its first one may have, about 100 words, to be kept on one page."""

_SHARE = 160
"""Letters that a row of a longer clause has at least."""


@dataclass(frozen=True, slots=True)
class _Share:
    """What stands in a row of a clause, in each language."""

    left: Sequence[Block]
    right: Sequence[Block]
    leads: bool = False
    """Whether it is held on the page of the next row."""

    @property
    def letters(self) -> int:
        return max(length(self.left), length(self.right))


def write_clause(pens: tuple[Pen, Pen], pair: Pair[Clause], count: int, widths: tuple[int, int]) -> str:
    """The rows of a clause, with its heading in the first; that of the right column has the count `count`."""
    shares = list(_shares(pair.left.blocks, pair.right.blocks))
    written = ""
    for index, share in enumerate(shares):
        first, last = index == 0, index == len(shares) - 1
        led = not first and shares[index - 1].leads
        sides = zip(pens, (pair.left, pair.right), (0, count), (share.left, share.right), strict=True)
        written += markup.row(
            cells(
                widths,
                # tied to what follows without need, all rows would be tied together
                *(
                    (title(pen, clause, number, keep_next=share.leads) if first else "")
                    + _below(pen, clause, blocks, keep_next=share.leads)
                    for pen, clause, number, blocks in sides
                ),
                open_above=not first,
                open_below=not last,
                close=led,
            ),
            whole=not led and share.letters <= (_WHOLE_ROW if first else _WHOLE_SHARE),
        )
    return written


def title(pen: Pen, clause: Clause, numbering: int = 0, *, keep_next: bool) -> str:
    """The heading of a clause; that of the right column has a count of its own."""
    words = pen.bookmarked(clause.id, pen.title(clause.title))
    return markup.paragraph("Heading2", words, keep_next=keep_next, numbering=numbering, before=_ABOVE_CLAUSE)


def cells(
    widths: tuple[int, int],
    left: str,
    right: str,
    *,
    open_above: bool = False,
    open_below: bool = False,
    close: bool = False,
) -> tuple[str, str]:
    """The cells of a row. It has no line above where it goes on, and none below; `close` to the row above."""
    lines = '<w:top w:val="nil"/>' * open_above + '<w:bottom w:val="nil"/>' * open_below
    paint = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    flush = [side for side, is_flush in (("top", close), ("bottom", open_below)) if is_flush]
    return (
        markup.cell(widths[0], left, flush=flush, paint=paint),
        markup.cell(widths[1], right, flush=("right", *flush), paint=paint),
    )


def fits(*sides: Sequence[Block]) -> bool:
    """Whether the longest side is short enough to stand on one page whatever is above it."""
    return max(map(length, sides)) <= _WHOLE_ROW


def _below(pen: Pen, clause: Clause, blocks: Sequence[Block], *, keep_next: bool) -> str:
    return write_blocks(pen, blocks, keep_next=True) if keep_next else write_below(pen, clause.title, 2, blocks)


def _shares(left: Sequence[Block], right: Sequence[Block]) -> Iterator[_Share]:
    """The blocks of both sides, row by row. A list stays with the words that lead into it."""
    first, *others = _parts(left, right)
    if first.letters > _WHOLE_CLAUSE and len(first.left) > 1 and isinstance(first.left[0], Paragraph):
        # the heading stays with its first words, and they with the beginning of what follows
        yield _Share(first.left[:1], first.right[:1], leads=True)
        yield _Share(first.left[1:], first.right[1:])
    else:
        yield first
    yield from others


def _parts(left: Sequence[Block], right: Sequence[Block]) -> Iterator[_Share]:
    begin, letters = 0, 0
    if len(left) == len(right) and max(length(left), length(right)) > _WHOLE_CLAUSE:
        for index in range(1, len(left)):
            letters += max(length(side[index - 1 : index]) for side in (left, right))
            rest = max(length(side[index:]) for side in (left, right))
            if min(letters, rest) >= _SHARE and isinstance(left[index], Paragraph):
                yield _Share(left[begin:index], right[begin:index])
                begin, letters = index, 0
    yield _Share(left[begin:], right[begin:])
