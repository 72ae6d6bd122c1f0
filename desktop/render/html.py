"""A document as small pieces of HTML for the preview.

The preview keeps one place a piece and replaces only the pieces that changed. Each piece stands alone: a heading, a
clause, a row of two clauses, an entry of an annex.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeAlias, assert_never
from zlib import crc32

from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.document import (
    Annex,
    Block,
    Box,
    Clause,
    Columns,
    Document,
    Drawing,
    Entry,
    Field,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Section,
    Table,
)
from desktop.core.text import printable

CLAUSE_LINK = "clause:"
"""Scheme of the link on a clause's heading; the window answers it with why the clause is there."""

DRAWING = "drawing:"
"""How the address of a drawing's picture begins; whoever shows the HTML paints it. See `drawing_address`."""

_LINE = "______________________"


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands above the first section."""

    business_name: str
    title: str
    details: Table


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of a section or an annex, without what is below it."""

    id: str
    words: Runs


_Part: TypeAlias = _Title | _Heading | Clause | Entry


@dataclass(frozen=True)
class Piece:
    """A part of the preview that is replaced as a whole. Pieces that are equal look the same."""

    key: str
    """Id of the clause, section, annex or entry; "title" for the title block."""
    parts: tuple[_Part, ...]
    """One a language."""

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """HTML of each part. Worked out when it is asked for: most pieces are compared and never drawn again."""
        is_narrow = len(self.parts) > 1
        return tuple(_part(part, is_narrow=is_narrow) for part in self.parts)

    @property
    def html(self) -> str:
        """A table of one row with a cell a language, so that every piece has a place of its own."""
        width = 100 // len(self.cells)
        padding = 6 if len(self.cells) == 1 else 5  # two columns have no room to spare
        row = "".join(f'<td width="{width}%" valign="top">{cell}</td>' for cell in self.cells)
        return f'<table width="100%" cellspacing="0" cellpadding="{padding}"><tr>{row}</tr></table>'


def pieces(document: Document | SideBySide) -> tuple[Piece, ...]:
    """The pieces of a document, in order."""
    if isinstance(document, SideBySide):
        return tuple(_paired(document))
    return tuple(_single(document))


def drawing_address(drawing: Drawing) -> str:
    """The address of the picture of a drawing, one for each language: two stand side by side."""
    return f"{DRAWING}{crc32(drawing.says.encode('utf-8', 'surrogatepass')):08x}"


def clause_alone(clause: Clause) -> str:
    """HTML of one clause by itself. Its heading is no link; a clause that is not in the policy has no number."""
    number = f"{clause.number}&nbsp; " if clause.number else ""
    return f"<h3>{number}{_runs(clause.title)}</h3>{_blocks(clause.blocks)}"


def _single(document: Document) -> Iterator[Piece]:
    yield Piece("title", (_title(document),))
    for section in document.sections:
        yield Piece(section.id, (_section(section),))
        for clause in section.clauses:
            yield Piece(clause.id, (clause,))
    for annex in document.annexes:
        if annex.heading:
            yield Piece(annex.id, (_annex(annex),))
        for entry in annex.entries:
            yield Piece(entry.id, (entry,))


def _paired(document: SideBySide) -> Iterator[Piece]:
    yield Piece("title", (_title(document.left), _title(document.right)))
    for section in document.sections():
        yield Piece(section.left.id, (_section(section.left), _section(section.right)))
        for clause in clause_rows(section):
            yield Piece(clause.left.id, (clause.left, clause.right))
    for annex in document.annexes():
        if annex.left.heading:
            yield Piece(annex.left.id, (_annex(annex.left), _annex(annex.right)))
        for entry in entry_rows(annex):
            yield Piece(entry.left.id, (entry.left, entry.right))


def _title(document: Document) -> _Title:
    return _Title(document.business_name, document.title, document.details)


def _section(section: Section) -> _Heading:
    return _Heading(section.id, (Run(f"{section.number}\u00a0 "), *section.title))


def _annex(annex: Annex) -> _Heading:
    return _Heading(annex.id, annex.heading)


def _part(part: _Part, *, is_narrow: bool) -> str:
    match part:
        case _Title(name, title, details):
            told = _stacked(details) if is_narrow else _block(details)
            return f'<p class="firm">{_text(name)}</p><h1>{_text(title)}</h1>{told}'
        case _Heading(anchor, words):
            return f'<h2><a name="{anchor}"></a>{_runs(words)}</h2>'
        case Clause():
            heading = f"{part.number}&nbsp; {_runs(part.title)}"
            link = f'<a name="{part.id}" href="{CLAUSE_LINK}{part.id}">{heading}</a>'
            return f"<h3>{link}</h3>{_blocks(part.blocks)}"
        case Entry():
            heading = f'<h3><a name="{part.id}"></a>{_runs(part.heading)}</h3>' if part.heading else ""
            return heading + _blocks(part.blocks)
        case _:
            assert_never(part)


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case ListBlock():
            return _list(block)
        case Field(label, value=value):
            return f"<p>{_text(label)}: {_text(value) or _LINE}</p>"
        case Table(rows, header):
            return "<table>" + "".join(_row(row, header and not index) for index, row in enumerate(rows)) + "</table>"
        case Box(tone, title, blocks):
            heading = f"<h4>{_runs(title)}</h4>" if title else ""
            return (
                f'<table class="box" width="100%"><tr><td class="{tone}">{heading}{_blocks(blocks)}</td></tr></table>'
            )
        case Columns(boxes):  # one below the other: the preview is narrow, and telephones are too
            return _blocks(boxes)
        case Drawing(says=says):
            return f'<p><img src="{drawing_address(block)}" alt="{_text(says)}"></p>'
        case _:
            assert_never(block)


def _list(block: ListBlock) -> str:
    match block.mark:
        case "tick":
            return "".join(f'<p class="tick">☐&nbsp; {_runs(item)}</p>' for item in block.items)
        case "number":
            kind, name = "1", "ol"
        case _:
            kind, name = ("a", "ol") if block.ordered else ("disc", "ul")
    entries = "".join(f"<li>{_runs(item)}</li>" for item in block.items)
    return f'<{name} type="{kind}">{entries}</{name}>'


def _row(row: tuple[Runs, ...], is_header: bool) -> str:
    cells = [
        f'<td class="{"label" if is_header or not index else "value"}">{_runs(cell)}</td>'
        for index, cell in enumerate(row)
    ]
    return "<tr>" + "".join(cells) + "</tr>"


def _stacked(table: Table) -> str:
    """Labels with their values below, for a column too narrow to hold both beside each other."""
    rows = ((_runs(row[0]), "".join(f"<p>{_runs(cell)}</p>" for cell in row[1:])) for row in table.rows)
    return "".join(f'<p class="label">{label}</p>{values}' for label, values in rows)


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = _text(run.text)
    if run.fill:
        return words or ("☐" if run.fill == "tick" else "")
    if run.bold:
        words = f"<b>{words}</b>"
    if run.gap:
        return f'<span class="gap">{words}</span>'
    if run.term:
        return f'<span class="term">{words}</span>'
    if run.target:
        return f'<a href="#{run.target}">{words}</a>'
    return words


def _text(text: str) -> str:
    return escape(printable(text))
