"""Blocks of a document as strips, in one language."""

from collections.abc import Sequence
from typing import assert_never

from desktop.core.document import Block, Box, Columns, Drawing, Field, ListBlock, Paragraph, Runs, Table, plain
from desktop.ui.copies.charts import write_chart
from desktop.ui.copies.fields import write_field
from desktop.ui.copies.lists import write_list
from desktop.ui.copies.panels import heading_of, padding_of, write_panel, write_panels
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import TIED, Strip, below, height_of, held_with_next, paragraph_of
from desktop.ui.copies.tables import write_table
from desktop.ui.copies.words import lines

_INTRODUCES = (":", "：")


def write_blocks(place: Place, blocks: Sequence[Block], used: float = 0.0) -> list[Strip]:
    """Blocks one below the other; `used` is how much of the page above them is used, where that is little."""
    written: list[Strip] = []
    for index, block in enumerate(blocks):
        strips = write_block(place, block, used + height_of(written))
        written += below(strips, above_block(place, blocks, index, strips))
    return written


def above_block(place: Place, blocks: Sequence[Block], index: int, strips: Sequence[Strip]) -> float:
    """The space above a block: more below lines that are written on."""
    usual = strips[0].above if strips else 0.0
    after_form = index > 0 and isinstance(blocks[index - 1], Field) and not isinstance(blocks[index], Field)
    return max(usual, place.style.mm(6)) if after_form else usual


def write_block(place: Place, block: Block, used: float = 0.0) -> list[Strip]:
    """One block with the space above it."""
    match block:
        case Paragraph(runs):
            return below(write_paragraph(place, runs), place.between_paragraphs)
        case ListBlock():
            return write_list(place, block)
        case Field():
            return below(write_field(place, (block,)), place.style.mm(1))
        case Table():
            return below(write_table(place, (block,)), place.style.mm(2.5))
        case Box():
            inner = place.inside(block.tone, padding_of(place))
            return write_panel(place, block.tone, heading_of(inner, block.tone, block.title), _inside(inner, block))
        case Columns(boxes):
            return write_panels(place, boxes, _inside)
        case Drawing():
            return write_chart(place, block, chart_room(place, used))
        case _:
            assert_never(block)


def write_paragraph(place: Place, runs: Runs) -> list[Strip]:
    """A paragraph; one that introduces what follows stays with it."""
    written = paragraph_of(lines(runs, place.style.letters("text"), place.width))
    if plain(runs).rstrip().endswith(_INTRODUCES):
        return [*written[:-1], *held_with_next(written[-1:], TIED)]
    return written


def chart_room(place: Place, used: float) -> float:
    """The height a chart may have: what is left of the page while little of it is used, else a whole page."""
    room = place.style.room
    return room - used if used < room / 3 else room


def _inside(place: Place, box: Box) -> list[Strip]:
    return write_blocks(place, box.blocks)
