"""How each kind of block is written."""

import re
from collections.abc import Sequence
from typing import TypeAlias, assert_never

from desktop.core.document import Block, Box, Columns, Drawing, Entry, Field, ListBlock, Paragraph, Runs, Table
from desktop.render.word import markup
from desktop.render.word.drawing import drawing
from desktop.render.word.fields import together, write_field
from desktop.render.word.lists import write_list
from desktop.render.word.panels import write_panels
from desktop.render.word.pen import Pen, is_blank
from desktop.render.word.room import length
from desktop.render.word.tables import write_table

_WORDS = (Paragraph, ListBlock)
"""Blocks that need no name for a screen reader."""

_Written: TypeAlias = Paragraph | ListBlock | Table | Box | Columns | Drawing
"""Blocks that need not know what stands around them."""

_WHOLE_LIST = 900
"""Letters that a list may have to be kept on one page, about 150 words."""

_TABLE_END, _SPACE = '<w:pStyle w:val="TableEnd"/>', re.compile(r"<w:spacing [^>]*/>")

LED_INTO = (ListBlock, Field, Table, Box, Columns, Drawing)
"""Blocks that the line before them leads into."""


def write_blocks(
    pen: Pen, blocks: Sequence[Block], *, keep_next: bool = False, tied: bool = False, leads: bool = False
) -> str:
    """Blocks one below the other.

    `keep_next` holds them on the page of what follows them, `tied` on one page; `leads` holds only their end on the
    page of what follows.
    """
    written: list[str] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        ends = leads and following is None
        stays = keep_next or (tied and following is not None) or (ends and isinstance(block, Paragraph))
        if isinstance(block, Field):
            last = not isinstance(following, Field) and not stays
            written.append(write_field((pen,), (block,), last=last, group=[together(blocks, index)]))
        else:
            written.append(_block(pen, block, following, keep_next=stays, tied=tied, leads=ends))
    return "".join(written)


def is_form(entry: Entry) -> bool:
    """Whether an entry goes on with lines to fill in, below what stands before it on the same page."""
    return not entry.heading and not entry.new_page and isinstance(next(iter(entry.blocks), None), Field)


def write_below(pen: Pen, heading: Runs, level: int, blocks: Sequence[Block]) -> str:
    """Blocks below a heading of this level, which names those of them that have no name of their own."""
    named = all(isinstance(block, _WORDS) for block in blocks)
    return write_blocks(pen if named else pen.under(heading, level), blocks)


def write_entry(pen: Pen, blocks: Sequence[Block], *, keep_next: bool = False, leads: bool = False) -> str:
    """An entry of an annex: all on one page where it fits, its first paragraph close to what it introduces.

    A law with its meaning, a line to sign with what is signed. `keep_next` and `leads` as in `write_blocks`.
    """
    tied = keep_next or not pen.place.in_table
    lead = ""
    if len(blocks) > 1 and isinstance(first := blocks[0], Paragraph):
        lead = _paragraph(pen, first.runs, pen.place.lead, keep_next=tied)
        blocks = blocks[1:]
    return lead + write_blocks(pen, blocks, keep_next=keep_next, tied=tied, leads=leads)


def table_end(*, after: int | None = None, page_break: bool = False, keep_next: bool = False) -> str:
    """The paragraph that has to follow a table where nothing else does; it takes no room but the space below it."""
    return markup.paragraph("TableEnd", "", after=after, page_break=page_break, keep_next=keep_next or None)


def ended(body: str) -> str:
    """The blocks of a body. Below the last table there is no space: on a full page it would begin another one."""
    last = body.rfind("<w:p>")
    return body[:last] + _SPACE.sub("", body[last:]) if _TABLE_END in body[last:] else body


def _block(pen: Pen, block: _Written, following: Block | None, *, keep_next: bool, tied: bool, leads: bool) -> str:
    match block:
        case Paragraph(runs):
            # a line that leads into a list stays with it; inside a table that would tie the row to the next one
            leads_in = isinstance(following, LED_INTO) and not pen.place.in_table
            return _paragraph(pen, runs, pen.place.text, keep_next=keep_next or leads_in)
        case ListBlock():
            tied = tied and length((block,)) <= _WHOLE_LIST
            return write_list(pen, block, keep_next=keep_next, tied=tied, leads=leads)
        case Table():
            written = write_table((pen,), (block,)) + _below_table(pen, following)
            return markup.held(written) if leads else written
        case Box() | Columns():
            written = write_panels(pen, (block,) if isinstance(block, Box) else block.boxes)
            return markup.held(written) if leads else written
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
