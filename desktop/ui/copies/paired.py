"""Parts of a document in two languages: what is read stands side by side, what is filled in stands once."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.bilingual import PairingError
from desktop.core.document import Block, Box, Columns, Drawing, Field, ListBlock, Paragraph, Run, Runs, Table
from desktop.ui.copies.blocks import above_block, chart_room, write_block
from desktop.ui.copies.charts import write_chart
from desktop.ui.copies.fields import write_field
from desktop.ui.copies.lists import write_item
from desktop.ui.copies.panels import heading_of, padding_of, write_panel
from desktop.ui.copies.place import BETWEEN, Place
from desktop.ui.copies.strips import KEPT, Strip, below, height_of, held_with_next, row
from desktop.ui.copies.tables import write_table

Blocks = Sequence[Block]

_GUTTER = 7.0
"""Between the two columns, in millimetres."""

_HIGHEST = 0.3
"""Part of a page from which a row is torn rather than moved."""


def columns_of(place: Place) -> tuple[Place, float]:
    """One of the two columns of a place, and how far the second one stands in."""
    gutter = place.style.mm(_GUTTER)
    wide = (place.width - gutter) / 2
    return place.narrower(place.width - wide), wide + gutter


def side_by_side(place: Place, left: Sequence[Strip], right: Sequence[Strip]) -> list[Strip]:
    """What is said in both languages as a row."""
    _column, second = columns_of(place)
    rows = row(((0.0, left), (second, right)), place.style.room * _HIGHEST)
    return [replace(each, two_columns=True) for each in rows]


def write_pairs(place: Place, left: Blocks, right: Blocks, used: float = 0.0) -> list[Strip]:
    """The blocks of both sides, one row below the other. Raises `PairingError` where they are not the same kinds."""
    if len(left) != len(right):
        raise PairingError(f"{len(left)}, {len(right)}")
    written: list[Strip] = []
    for index, (one, other) in enumerate(zip(left, right, strict=True)):
        strips = _write_pair(place, one, other, used + height_of(written))
        written += below(strips, above_block(place, left, index, strips))
    return written


def _write_pair(place: Place, one: Block, other: Block, used: float) -> list[Strip]:
    match one, other:
        case Paragraph(), Paragraph():
            return below(_beside(place, one, other), place.between_paragraphs)
        case ListBlock(), ListBlock() if len(one.items) == len(other.items):
            return below(_write_items(place, one, other), place.between_paragraphs)
        case Field(), Field():
            return below(write_field(place, (one, other)), place.style.mm(1))
        case Table(), Table() if len(one.rows) == len(other.rows):
            return below(write_table(place, (one, other)), place.style.mm(2.5))
        case Box(), Box():
            return _write_panel(place, one, other)
        case Columns(boxes), Columns(others) if len(boxes) == len(others):
            return [strip for pair in zip(boxes, others, strict=True) for strip in _write_panel(place, *pair)]
        case Drawing(), Drawing():
            first = write_chart(place, one, chart_room(place, used))
            return [*first, *write_chart(place, other, place.style.room)]
        case _ if type(one) is type(other):
            return below(_beside(place, one, other), place.between_paragraphs)
        case _:
            raise PairingError(f"{type(one).__name__}, {type(other).__name__}")


def _beside(place: Place, one: Block, other: Block) -> list[Strip]:
    column, _second = columns_of(place)
    return side_by_side(place, write_block(column, one), write_block(column, other))


def _write_items(place: Place, one: ListBlock, other: ListBlock) -> list[Strip]:
    """The points of both lists. A box to tick stands once, for both languages."""
    column, _second = columns_of(place)
    written: list[Strip] = []
    for index, (left, right) in enumerate(zip(one.items, other.items, strict=True)):
        if one.mark == "tick":
            strips = _tick(place, one, index, (left, right))
        else:
            strips = side_by_side(place, write_item(column, one, index, left), write_item(column, other, index, right))
        written += below(strips, place.between_points)
    return written


def _tick(place: Place, block: ListBlock, index: int, items: tuple[Runs, Runs]) -> list[Strip]:
    """A box to tick with both languages on one line, or else the second below the first."""
    left, right = items
    if left == right:
        return write_item(place, block, index, left)
    joined = write_item(place, block, index, (*left, Run(BETWEEN), *right))
    if len(joined) == 1:
        return joined
    first = write_item(place, block, index, left)
    return [*held_with_next(first, KEPT), *write_item(place, block, index, right, second=True)]


def _write_panel(place: Place, one: Box, other: Box) -> list[Strip]:
    inner = place.inside(one.tone, padding_of(place))
    column, _second = columns_of(inner)
    titles = [heading_of(column, box.tone, box.title) for box in (one, other)]
    heading = side_by_side(inner, *titles)
    return write_panel(place, one.tone, heading, write_pairs(inner, one.blocks, other.blocks))
