"""How much room blocks take, roughly: the letters that are in them."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from desktop.core.document import Block, Box, Columns, Drawing, Entry, Field, ListBlock, Paragraph, Runs, Table

_DRAWN = 4_000
"""A drawing counts as much as a page of words."""

_LINE = 60
"""A line to fill in takes as much as this many letters."""


def length(blocks: Sequence[Block]) -> int:
    """How many letters are in blocks."""
    return sum(map(_letters, blocks))


def length_of(entries: Iterable[Entry]) -> int:
    """How many letters are in entries."""
    return sum(length(entry.blocks) for entry in entries)


def _letters(block: Block) -> int:
    match block:
        case Paragraph(runs):
            return _written(runs)
        case ListBlock(items):
            return sum(map(_written, items))
        case Table(rows):
            return sum(_written(cell) for row in rows for cell in row)
        case Field(label):
            return max(len(label), _LINE)
        case Box(title=title, blocks=blocks):
            return _written(title) + length(blocks)
        case Columns(boxes):
            return length(boxes)
        case Drawing():
            return _DRAWN
        case _:
            assert_never(block)


def _written(runs: Runs) -> int:
    return sum([len(run.text) for run in runs])
