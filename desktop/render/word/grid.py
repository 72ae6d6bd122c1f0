"""Two languages in two columns: what is read is a row each, what is filled in stands once, across both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.bilingual import PairingError
from desktop.core.document import Block, Field, ListBlock, Paragraph, Run, Runs, plain
from desktop.render.word import markup
from desktop.render.word.blocks import LED_INTO
from desktop.render.word.fields import together, write_field
from desktop.render.word.lists import BELOW, marked
from desktop.render.word.pen import BETWEEN, Pen, is_blank
from desktop.render.word.ticks import write_ticks

Pens = tuple[Pen, Pen]

_BETWEEN_ITEMS = 40
"""Space between the points of a list that is written row by row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of two columns, or what stands across both."""

    written: str
    is_row: bool
    keep_next: bool = False
    """Whether it is held on the page of what follows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Two columns that are written in row by row."""

    pens: Pens
    """Each in its column."""
    across: Pens
    """The same pens over the whole width."""
    widths: tuple[int, int]
    names: tuple[str, str]
    """The paragraphs that name the languages."""
    paints: tuple[str, str] = ("", "")
    bullet: int = 0
    """The list instance of points, if not that of the place."""
    tied: bool = False
    """Whether all of it is held on one page."""
    leads: bool = False
    """Whether its end is held on the page of what follows."""
    before: int | None = None
    """Space above a paragraph, if not that of its style."""

    def under(self, left: Runs, right: Runs, level: int) -> "Grid":
        """The same columns below a heading of this level."""
        both = BETWEEN.join(dict.fromkeys(map(plain, (left, right))))
        one, other = (pen.under((Run(both),), level) for pen in self.pens)
        first, second = (pen.under((Run(both),), level) for pen in self.across)
        return replace(self, pens=(one, other), across=(first, second))

    def row(self, left: str, right: str, *, header: bool = False) -> str:
        """A row with this in its columns."""
        flush = () if self.paints[1] else ("right",)
        cells = (
            markup.cell(self.widths[0], left, paint=self.paints[0]),
            markup.cell(self.widths[1], right, paint=self.paints[1], flush=flush),
        )
        return markup.row(cells, header=header)

    def pieces(self, left: Sequence[Block], right: Sequence[Block], index: int) -> Iterator[Piece]:
        """What the blocks at this place in both sides are written as. Raises `PairingError` for two kinds of blocks."""
        one, other = left[index], right[index]
        last = index == len(left) - 1
        match one, other:
            case Paragraph(), Paragraph():
                if not (is_blank(one.runs) and is_blank(other.runs)):
                    keep_next = self.leads if last else self.tied or isinstance(left[index + 1], LED_INTO)
                    yield self._paragraph(one.runs, other.runs, keep_next=keep_next)
            case ListBlock(), ListBlock() if (one.mark == "tick") == (other.mark == "tick"):
                matching(one.items, other.items, "")
                yield from self._list(one, other, last=last)
            case Field(), Field():
                ends = last or not isinstance(left[index + 1], Field)
                group = together(left, index), together(right, index)
                yield Piece(write_field(self.across, (one, other), last=ends, group=group), is_row=False)
            case _:
                raise PairingError(f"{type(one).__name__}, {type(other).__name__}")

    def _paragraph(self, left: Runs, right: Runs, *, keep_next: bool) -> Piece:
        cells = (
            markup.paragraph(pen.place.text, pen.runs(runs), keep_next=keep_next or None, before=self.before)
            for pen, runs in zip(self.pens, (left, right), strict=True)
        )
        return Piece(self.row(*cells), is_row=True, keep_next=keep_next)

    def _list(self, one: ListBlock, other: ListBlock, *, last: bool) -> Iterator[Piece]:
        if one.mark == "tick":
            boxes, held = list(zip(one.items, other.items, strict=True)), self.tied and not last
            for line in write_ticks(
                self.across, boxes, held=held, tied=self.tied, leads=last and self.leads, after=BELOW
            ):
                yield Piece(line, is_row=False)
            return
        styles = [
            marked(pen, block, self.bullet, right=index > 0)
            for index, (pen, block) in enumerate(zip(self.pens, (one, other), strict=True))
        ]
        for index, items in enumerate(zip(one.items, other.items, strict=True)):
            ends = index == len(one.items) - 1
            after = BELOW if ends else _BETWEEN_ITEMS
            # the first and the last one do not stand alone on a page
            edge = not ends and index in (0, len(one.items) - 2)
            keep_next = self.leads if last and ends else self.tied or edge
            cells = (
                markup.paragraph(style, pen.runs(runs), numbering=numbering, after=after, keep_next=keep_next or None)
                for pen, (style, numbering), runs in zip(self.pens, styles, items, strict=True)
            )
            yield Piece(self.row(*cells), is_row=True, keep_next=keep_next)


def matching(left: Sequence[object], right: Sequence[object], name: str) -> None:
    """Two sides that have to be of one length. Raises `PairingError`."""
    if len(left) != len(right):
        raise PairingError(f"{name}: {len(left)}, {len(right)}".removeprefix(": "))
