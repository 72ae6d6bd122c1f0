"""A part of a document in two languages: what is read stands side by side, what is filled in stands once.

Tables have both languages stacked in each cell, panels have them in two columns, drawings have a page a language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop.core.bilingual import Pair
from desktop.core.document import (
    Block,
    Box,
    Clause,
    Columns,
    Drawing,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    plain,
)
from desktop.render.word import front, markup, panels
from desktop.render.word.blocks import is_form, table_end
from desktop.render.word.drawing import drawing
from desktop.render.word.grid import Grid, Pens, Piece, matching
from desktop.render.word.pen import BETWEEN, is_blank
from desktop.render.word.room import length
from desktop.render.word.tables import write_table

_BELOW_ROWS = 20
"""Space between two columns and what stands below them across both, beside that of the last paragraph."""

_BELOW_TABLE = 120
"""Space below a table."""

_ABOVE_PART = 140
"""Space above a part without a heading that begins with a paragraph."""

_HEADING = 13.5
"""The size of the letters of a heading, on the safe side, in points."""

_WHOLE_PART = 700
"""Letters that a part may have in one language to be kept on one page."""

_WHOLE_PANEL = 1_500
"""The same of a panel."""


def is_simple(entry: Entry) -> bool:
    """Whether an entry is words alone, with lines to fill in below them."""
    simple = (Paragraph, ListBlock, Field)
    return not entry.heading and all(
        isinstance(block, simple) and not (isinstance(block, ListBlock) and block.mark) for block in entry.blocks
    )


def has_tables(pair: Pair[Clause]) -> bool:
    """Whether a clause has tables, which are the same in both languages but for their words.

    They stand across both columns. A clause that the owner worded may differ, and stays in its columns.
    """
    sides = (pair.left.blocks, pair.right.blocks)
    if not any(isinstance(block, Table) for block in sides[0]):
        return False
    if [type(block) for block in sides[0]] != [type(block) for block in sides[1]]:
        return False
    tables = [[block for block in side if isinstance(block, Table)] for side in sides]
    shapes = [[[len(row) for row in table.rows] for table in side] for side in tables]
    return shapes[0] == shapes[1] and _counts(sides[0]) == _counts(sides[1])


def _counts(blocks: Sequence[Block]) -> list[int]:
    return [len(block.items) for block in blocks if isinstance(block, ListBlock)]


def write_heading(pens: Pens, pair: Pair[Entry], *, page_break: bool) -> str:
    """The heading of a part in both languages; links of either side lead to its own words."""
    left, right = pair.left, pair.right
    words = _unnumbered(left.heading, right.heading)
    both = BETWEEN.join(map(plain, (left.heading, words)))
    fits = pens[0].wide(both, _HEADING, bold=True) <= pens[0].place.width
    between = pens[0].words(BETWEEN) if fits else markup.line_break(pens[0].language)
    if plain(left.heading) == plain(right.heading):
        between, words = "", ()
    content = (
        pens[0].bookmarked(left.id, pens[0].title(left.heading))
        + between
        + pens[1].bookmarked(right.id, pens[1].title(words))
    )
    return front.part_heading(pens[0], content, page_break=page_break)


def write_parts(grid: Grid, pairs: Sequence[Pair[Entry]]) -> str:
    """The blocks of parts that follow each other without a heading between them, each on one page where it fits.

    Raises `PairingError`.
    """
    leads = [is_form(pair.left) for pair in pairs[1:]]
    grids = [replace(grid, leads=each) for each in (*leads, False)]
    pieces = (piece for index, pair in enumerate(pairs) for piece in _part(grids[index], pair, first=index == 0))
    return "".join(_assembled(grid, pieces))


def _part(grid: Grid, pair: Pair[Entry], *, first: bool) -> Iterator[Piece]:
    left, right = pair.left.blocks, pair.right.blocks
    matching(left, right, pair.left.id)
    grid = replace(grid, tied=max(length(left), length(right)) <= _WHOLE_PART)
    for index in range(len(left)):
        begins = replace(grid, before=_ABOVE_PART) if index == 0 and not first else grid
        yield from _pieces(begins, left, right, index)


def _assembled(grid: Grid, pieces: Iterable[Piece]) -> Iterator[str]:
    for is_row, pieces_together in groupby(pieces, key=lambda piece: piece.is_row):
        group = list(pieces_together)
        written = [piece.written for piece in group]
        if not is_row:
            yield from written
            continue
        if len(written) > 1:
            written[0] = markup.loosened(written[0])
        first = grid.pens[0]
        name = first.about or first.document.title
        header = grid.row(*grid.names, header=True)
        yield markup.table("PlainTable", grid.widths, (header, *written), name=name, header_row=True)
        yield table_end(after=_BELOW_ROWS, keep_next=group[-1].keep_next)


def _pieces(grid: Grid, left: Sequence[Block], right: Sequence[Block], index: int) -> Iterator[Piece]:
    leads = grid.leads and index == len(left) - 1
    match left[index], right[index]:
        case Table() as one, Table() as other:
            _same_cells(one, other)
            written = write_table(grid.across, (one, other)) + table_end(after=_BELOW_TABLE)
            yield _across(markup.held(written) if leads else written)
        case Box() as one, Box() as other:
            written = _panel(grid, one, other)
            yield _across(markup.held(written) if leads else written)
        case Columns() as one, Columns() as other:
            matching(one.boxes, other.boxes, "")
            for boxes in zip(one.boxes, other.boxes, strict=True):
                yield _across(_panel(grid, *boxes))
        case Drawing() as one, Drawing() as other:
            first, second = grid.across
            yield _across(drawing(first, one) + table_end(page_break=True) + drawing(second, other))
        case _:
            yield from grid.pieces(left, right, index)


def _across(written: str) -> Piece:
    return Piece(written, is_row=False)


def _panel(grid: Grid, one: Box, other: Box) -> str:
    """A panel with the languages in two columns; lines to fill in and boxes to tick go across both."""
    matching(one.blocks, other.blocks, "")
    first, second = grid.pens
    gap = 2 * panels.PADDING
    inner = Grid(
        pens=(first.inside(grid.widths[0] - gap), second.inside(grid.widths[1] - gap)),
        across=(grid.across[0].inside(sum(grid.widths) - gap), grid.across[1].inside(sum(grid.widths) - gap)),
        widths=grid.widths,
        names=grid.names,
        paints=(panels.paint(first, one.tone, rule=True), panels.paint(first, one.tone)),
        bullet=panels.SIGNS.get(one.tone, 0),
        tied=max(length(one.blocks), length(other.blocks)) <= _WHOLE_PANEL,
    )
    name = BETWEEN.join(filter(None, dict.fromkeys(plain(box.title).strip() for box in (one, other))))
    pieces = [piece for index in range(len(one.blocks)) for piece in inner.pieces(one.blocks, other.blocks, index)]
    titles, heads = grid.names, inner
    if is_blank(one.title) and is_blank(other.title):
        above = (panels.paint(first, one.tone, rule=True, above=True), panels.paint(first, one.tone, above=True))
        heads = replace(inner, paints=above)
    else:
        left, right = (
            panels.heading(pen, box.tone, pen.title(box.title))
            for pen, box in zip(inner.pens, (one, other), strict=True)
        )
        titles = left, right
    pieces.insert(0, Piece(heads.row(*titles, header=True), is_row=True))
    written: list[str] = []
    for is_row, group in groupby(pieces, key=lambda piece: piece.is_row):
        rows = [piece.written for piece in group]
        widths = grid.widths if is_row else (sum(grid.widths),)
        if not is_row:
            rows = [markup.row([markup.cell(sum(grid.widths), "".join(rows), paint=inner.paints[0])])]
        written.append(panels.panel_table(grid.across[0], widths, rows, name=name))
    return table_end().join(written) + panels.below()


def _same_cells(one: Table, other: Table) -> None:
    """Raises `PairingError` unless both tables have the same rows and cells."""
    matching(one.rows, other.rows, "")
    for left, right in zip(one.rows, other.rows, strict=True):
        matching(left, right, "")


_NUMBER = re.compile(r"\d+\. ")


def _unnumbered(left: Runs, right: Runs) -> Runs:
    """The right words of a heading without the number that the left ones begin with too."""
    if left and right and left[0].text == right[0].text and _NUMBER.fullmatch(left[0].text):
        return right[1:]
    return right
