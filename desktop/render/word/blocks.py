"""How each kind of block is written."""

from collections.abc import Sequence
from typing import assert_never

from desktop.core.document import Block, Box, Columns, Drawing, Field, ListBlock, Paragraph, Runs, Table
from desktop.render.word import markup
from desktop.render.word.drawing import drawing
from desktop.render.word.fields import write_field
from desktop.render.word.lists import write_list
from desktop.render.word.panels import write_panels
from desktop.render.word.pen import Pen, is_blank
from desktop.render.word.tables import write_table

_WORDS = (Paragraph, ListBlock)
"""Blocks that need no name for a screen reader."""

_LED_INTO = (ListBlock, Field, Table, Box, Columns, Drawing)
"""Blocks that the line before them leads into."""


def write_blocks(pen: Pen, blocks: Sequence[Block], *, keep_next: bool = False) -> str:
    """Blocks one below the other. `keep_next` holds them on the page of what follows them."""
    written: list[str] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        written.append(_block(pen, block, following, keep_next=keep_next))
    return "".join(written)


def write_below(pen: Pen, heading: Runs, level: int, blocks: Sequence[Block]) -> str:
    """Blocks below a heading of this level, which names those of them that have no name of their own."""
    named = all(isinstance(block, _WORDS) for block in blocks)
    return write_blocks(pen if named else pen.under(heading, level), blocks)


def write_entry(pen: Pen, blocks: Sequence[Block], *, keep_next: bool = False) -> str:
    """An entry of an annex: all on one page where it fits, its first paragraph close to what it introduces.

    A law with its meaning, a line to sign with what is signed. `keep_next` as in `write_blocks`.
    """
    tied = keep_next or not pen.place.in_table
    lead = ""
    if len(blocks) > 1 and isinstance(first := blocks[0], Paragraph):
        lead = _paragraph(pen, first.runs, pen.place.lead, keep_next=tied)
        blocks = blocks[1:]
    return lead + write_blocks(pen, blocks[:-1], keep_next=tied) + write_blocks(pen, blocks[-1:], keep_next=keep_next)


def table_end(*, after: int | None = None, page_break: bool = False, keep_next: bool = False) -> str:
    """The paragraph that has to follow a table where nothing else does; it takes no room but the space below it."""
    return markup.paragraph("TableEnd", "", after=after, page_break=page_break, keep_next=keep_next or None)


def _block(pen: Pen, block: Block, following: Block | None, *, keep_next: bool) -> str:
    match block:
        case Paragraph(runs):
            # a line that leads into a list stays with it; inside a table that would tie the row to the next one
            leads = isinstance(following, _LED_INTO) and not pen.place.in_table
            return _paragraph(pen, runs, pen.place.text, keep_next=keep_next or leads)
        case ListBlock():
            return write_list(pen, block, keep_next=keep_next)
        case Field():
            return write_field((pen,), (block,), last=not isinstance(following, Field) and not keep_next)
        case Table():
            return write_table((pen,), (block,)) + _below_table(pen, following)
        case Box():
            return write_panels(pen, (block,))
        case Columns(boxes):
            return write_panels(pen, boxes)
        case Drawing():
            return drawing(pen, block)
        case _:
            assert_never(block)


def _below_table(pen: Pen, following: Block | None) -> str:
    if pen.place.below_table:
        return table_end(after=pen.place.below_table)
    # Word joins tables that touch, and wants a paragraph at the end of a cell
    touches = isinstance(following, Table | Box | Columns) or (pen.place.in_table and following is None)
    return table_end() if touches else ""


def _paragraph(pen: Pen, runs: Runs, style: str, *, keep_next: bool) -> str:
    if is_blank(runs):
        return ""
    return markup.paragraph(style, pen.runs(runs), keep_next=keep_next or None)
