"""Tables of words, in one language or with two of them stacked in each cell."""

from collections.abc import Sequence

from desktop.core.document import Runs, Table, plain
from desktop.render.word import markup
from desktop.render.word.pen import Pen, said
from desktop.render.word.stacked import second_lines

_LABEL_SHARE = 0.3
"""How much of a table's width a first column of labels takes."""

_LONGEST_WORD = 1_680
"""Longer words are broken if they must be, for they would take the room from all others."""

_MARGIN = 190
"""Between the words of two columns, as the style of the table has it, and a little more."""

_TO_WRITE_IN = 454
"""The least height of a row that is filled in by hand: 8 mm."""

_TO_TICK_IN = 340
"""The same of a row with nothing but boxes to tick: 6 mm."""

_TO_SIGN_IN = 567
"""The same of a row that is signed: 10 mm."""


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
    alike = [row for pen, each in zip(pens, blocks, strict=True) for table in _alike(pen, each) for row in table.rows]
    widths = _wide_enough(pen, widths, alike)
    form = _is_form(block)
    rows = [
        _row(
            pens,
            cells,
            widths,
            heads,
            labelled=not block.header,
            header=block.header and index == 0,
            form=form,
            # the last row does not stand alone on a page
            keep_next=2 < index + 2 == len(block.rows),
        )
        for index, cells in enumerate(zip(*(each.rows for each in blocks), strict=True))
    ]
    if block.header and len(rows) > 2:
        rows[1] = markup.loosened(rows[1])
    return markup.table(
        "FormTable" if form else "RuledTable",
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
    form: bool,
    keep_next: bool,
) -> str:
    written: list[str] = []
    row_name = next((words for words in map(said, rows[0]) if words), "")
    for index, width in enumerate(widths):
        cells = [row[index] if index < len(row) else () for row in rows]
        style = "TableHeading" if header else "TableLabel" if labelled and index == 0 else "TableText"
        names = (plain(heads[index]) if index < len(heads) else "", row_name)
        # with lines between the columns, the outer ones still reach the edges
        outer = [side for side, place in (("left", 0), ("right", len(widths) - 1)) if form and index == place]
        content = _stacked(pens, cells, style, ": ".join(filter(None, names)), keep_next=keep_next)
        written.append(markup.cell(width, content, flush=outer))
    filled_in = {run.fill for cell in rows[0] for run in cell if run.fill}
    return markup.row(written, header=header, height=_height(filled_in))


def _height(filled_in: set[str]) -> int:
    """The least height of a row with something to fill in."""
    if "signature" in filled_in:
        return _TO_SIGN_IN
    return _TO_WRITE_IN if filled_in - {"tick"} else _TO_TICK_IN if filled_in else 0


def _is_form(block: Table) -> bool:
    """Whether there is more to fill in than boxes to tick: lines between the columns say what goes where."""
    return any(run.fill and run.fill != "tick" for row in block.rows for cell in row for run in cell)


def _stacked(pens: Sequence[Pen], cells: Sequence[Runs], style: str, name: str, *, keep_next: bool) -> str:
    others, held = second_lines(pens, cells), keep_next or None
    written = markup.paragraph(style, pens[0].cell(cells[0], name), after=0 if others else None, keep_next=held)
    return written + "".join(markup.paragraph("TableSecond", content, keep_next=held) for content in others)


def _alike(pen: Pen, block: Table) -> list[Table]:
    """The tables of the document with the same headings: their columns are as wide."""
    if not block.header:
        return [block]
    parts = (*pen.document.clauses, *(entry for annex in pen.document.annexes for entry in annex.entries))
    found = [each for part in parts for each in part.blocks if isinstance(each, Table)]
    return [block, *(each for each in found if each.header and each.rows[:1] == block.rows[:1])]


def _wide_enough(pen: Pen, widths: Sequence[int], rows: Sequence[Sequence[Runs]]) -> tuple[int, ...]:
    """The widths, those of columns too narrow for their longest word made up by the columns with room to spare."""
    needed = [_MARGIN] * len(widths)
    for row in rows:
        for index, cell in enumerate(row):
            longest = max((pen.wide(word, bold=True) for word in plain(cell).split()), default=0)
            needed[index] = max(needed[index], min(longest, _LONGEST_WORD) + _MARGIN)
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
