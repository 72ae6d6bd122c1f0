"""How each kind of block is written."""

from collections.abc import Sequence
from typing import assert_never

from desktop.core.document import Block, Field, ListBlock, Paragraph, Run, Runs, Table, plain
from desktop.render.word import markup
from desktop.render.word.pen import Pen, joined

_BELOW_LIST = 110
"""Space below the last point of a list; the points themselves stand closer."""

_BELOW_SIGNED = 560
"""Space below the last of some lines to fill in."""

_BELOW_SIGNED_ROW = 160
"""The same in a table, where a rule follows."""

_LABEL_SHARE = 0.3
"""How much of a table's width a first column of labels takes."""


def write_blocks(pen: Pen, blocks: Sequence[Block], *, keep_next: bool = False) -> str:
    """Blocks one below the other. `keep_next` holds them on the page of what follows them."""
    written: list[str] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        written.append(_block(pen, block, following, keep_next=keep_next))
    return "".join(written)


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


def sign_line(pens: Sequence[Pen], labels: Sequence[str], *, last: bool) -> str:
    """A line to fill in by hand or on the screen, with its label in each language."""
    label = joined([(pen, (Run(text),)) for pen, text in zip(pens, labels, strict=True)])
    tab = markup.tab(pens[0].language)
    place = pens[0].place
    return markup.paragraph(
        place.sign_line,
        label + tab + tab,
        keep_next=None if last or place.in_table else True,
        after=(_BELOW_SIGNED_ROW if place.in_table else _BELOW_SIGNED) if last else None,
    )


def write_table(pen: Pen, block: Table) -> str:
    """A table as wide as the place it stands in. A heading row is repeated on every page."""
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return ""
    widths = _widths(pen.place.width, columns, labelled=not block.header)
    if len(block.shares) == columns:
        widths = tuple(pen.place.width * share // sum(block.shares) for share in block.shares)
    rows = [
        _row(pen, row, widths, header=block.header and index == 0, labelled=not block.header)
        for index, row in enumerate(block.rows)
    ]
    return markup.table(
        "RuledTable",
        widths,
        rows,
        name=plain(block.rows[0][0]) if block.rows[0] else "",
        indent=pen.place.indent,
        header_row=block.header,
        header_column=not block.header,
    )


def length(blocks: Sequence[Block]) -> int:
    """How many letters are in blocks: a rough measure of the room they take."""
    return sum(map(_letters, blocks))


def _letters(block: Block) -> int:
    match block:
        case Paragraph(runs):
            return _written(runs)
        case ListBlock(items):
            return sum(map(_written, items))
        case Table(rows):
            return sum(_written(cell) for row in rows for cell in row)
        case Field(label):
            return len(label)
        case _:
            assert_never(block)


def _written(runs: Runs) -> int:
    return sum([len(run.text) for run in runs])


def _block(pen: Pen, block: Block, following: Block | None, *, keep_next: bool) -> str:
    match block:
        case Paragraph(runs):
            # a line that leads into a list stays with it; inside a table that would tie the row to the next one
            leads = isinstance(following, ListBlock | Field | Table) and not pen.place.in_table
            return _paragraph(pen, runs, pen.place.text, keep_next=keep_next or leads)
        case ListBlock(items, ordered):
            return _list(pen, items, ordered=ordered, keep_next=keep_next)
        case Field(label):
            return sign_line((pen,), (label,), last=not isinstance(following, Field) and not keep_next)
        case Table():
            # Word joins tables that touch, and wants a paragraph at the end of a cell
            needs_end = isinstance(following, Table) or (pen.place.in_table and following is None)
            end = table_end() if needs_end else ""
            return write_table(pen, block) + end
        case _:
            assert_never(block)


def table_end() -> str:
    """The paragraph that has to follow a table where nothing else does; it takes no room."""
    return markup.paragraph("TableEnd", "")


def _paragraph(pen: Pen, runs: Runs, style: str, *, keep_next: bool) -> str:
    if not plain(runs).strip():
        return ""
    return markup.paragraph(style, pen.runs(runs), keep_next=keep_next or None)


def _list(pen: Pen, items: Sequence[Runs], *, ordered: bool, keep_next: bool) -> str:
    if ordered:
        style, numbering = pen.place.lettered, pen.numbering.lettered(pen.place.letters)
    else:
        style, numbering = pen.place.bulleted, pen.place.bullet
    written = [item for item in items if plain(item).strip()]
    return "".join(
        markup.paragraph(
            style,
            pen.runs(item),
            numbering=numbering,
            keep_next=keep_next or None,
            after=_BELOW_LIST if index == len(written) - 1 else None,
        )
        for index, item in enumerate(written)
    )


def _row(pen: Pen, cells: Sequence[Runs], widths: Sequence[int], *, header: bool, labelled: bool) -> str:
    written: list[str] = []
    for index, width in enumerate(widths):
        content = pen.runs(cells[index]) if index < len(cells) else ""
        style = "TableHeading" if header else "TableLabel" if labelled and index == 0 else "TableText"
        written.append(markup.cell(width, markup.paragraph(style, content)))
    return markup.row(written, header=header)


def _widths(width: int, columns: int, *, labelled: bool) -> tuple[int, ...]:
    if columns == 1:
        return (width,)
    first = int(width * _LABEL_SHARE) if labelled else width // columns
    return (first, *((width - first) // (columns - 1) for _ in range(columns - 1)))
