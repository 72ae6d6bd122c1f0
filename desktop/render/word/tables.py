"""Tables of words, in one language or with two of them stacked in each cell."""

from collections.abc import Sequence

from desktop.core.document import Runs, Table, plain
from desktop.render.word import markup
from desktop.render.word.lists import second_lines
from desktop.render.word.pen import Pen, said

_LABEL_SHARE = 0.3
"""How much of a table's width a first column of labels takes."""

_LETTER = 112
"""The width of a letter in bold, on the safe side, in twentieths of a point."""

_LONGEST_WORD = 15
"""Longer words are broken if they must be, for they would take the room from all others."""

_MARGIN = 190
"""Between the words of two columns, as the style of the table has it, and a little more."""

_TO_WRITE_IN = 454
"""The least height of a row that is filled in by hand: 8 mm."""


def write_table(pens: Sequence[Pen], blocks: Sequence[Table]) -> str:
    """A table as wide as the place it stands in. A heading row is repeated on every page.

    The first language stands in each cell, the others below it where they differ; what is filled in stands once.
    All tables have the same rows and cells.
    """
    pen, block = pens[0], blocks[0]
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return ""
    widths = _widths(pen.place.width, columns, labelled=not block.header)
    if len(block.shares) == columns:
        widths = tuple(pen.place.width * share // sum(block.shares) for share in block.shares)
    heads = block.rows[0] if block.header else ()
    widths = _wide_enough(widths, [row for each in blocks for row in each.rows])
    rows = [
        _row(pens, cells, widths, heads, labelled=not block.header, header=block.header and index == 0)
        for index, cells in enumerate(zip(*(each.rows for each in blocks), strict=True))
    ]
    return markup.table(
        "RuledTable",
        widths,
        rows,
        name=pen.about or ", ".join(filter(None, map(plain, heads))) or pen.document.title,
        indent=pen.place.indent,
        header_row=block.header,
        header_column=not block.header,
    )


def _row(
    pens: Sequence[Pen],
    rows: Sequence[Sequence[Runs]],
    widths: Sequence[int],
    heads: Sequence[Runs],
    *,
    labelled: bool,
    header: bool,
) -> str:
    written: list[str] = []
    row_name = next((words for words in map(said, rows[0]) if words), "")
    for index, width in enumerate(widths):
        cells = [row[index] if index < len(row) else () for row in rows]
        style = "TableHeading" if header else "TableLabel" if labelled and index == 0 else "TableText"
        names = (plain(heads[index]) if index < len(heads) else "", row_name)
        written.append(markup.cell(width, _stacked(pens, cells, style, ": ".join(filter(None, names)))))
    by_hand = any(run.fill for cell in rows[0] for run in cell)
    return markup.row(written, header=header, height=_TO_WRITE_IN if by_hand else 0)


def _stacked(pens: Sequence[Pen], cells: Sequence[Runs], style: str, name: str) -> str:
    others = second_lines(pens, cells)
    written = markup.paragraph(style, pens[0].cell(cells[0], name), after=0 if others else None)
    return written + "".join(markup.paragraph("TableSecond", content) for content in others)


def _wide_enough(widths: Sequence[int], rows: Sequence[Sequence[Runs]]) -> tuple[int, ...]:
    """The widths, those of columns too narrow for their longest word made up by the columns with room to spare."""
    needed = [_MARGIN] * len(widths)
    for row in rows:
        for index, cell in enumerate(row):
            letters = max(map(len, plain(cell).split()), default=0)
            needed[index] = max(needed[index], min(letters, _LONGEST_WORD) * _LETTER + _MARGIN)
    spare = sum(max(width - need, 0) for width, need in zip(widths, needed, strict=True))
    missing = sum(max(need - width, 0) for width, need in zip(widths, needed, strict=True))
    if not missing or missing > spare:
        return tuple(widths)
    share = missing / spare
    return tuple(
        need if width < need else width - round((width - need) * share)
        for width, need in zip(widths, needed, strict=True)
    )


def _widths(width: int, columns: int, *, labelled: bool) -> tuple[int, ...]:
    if columns == 1:
        return (width,)
    first = int(width * _LABEL_SHARE) if labelled else width // columns
    return (first, *((width - first) // (columns - 1) for _ in range(columns - 1)))
