"""A document as small pieces of HTML for the preview.

The preview keeps one place a piece and replaces only the pieces that changed. Each piece stands alone: a heading, a
clause, a row of two clauses, an entry of an annex.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import assert_never

from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.document import (
    Annex,
    Block,
    Clause,
    Document,
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the preview that is replaced as a whole."""

    key: str
    """Id of the clause, section, annex or entry; "title" for the title block."""
    html: str


def pieces(document: Document | SideBySide) -> tuple[Piece, ...]:
    """The pieces of a document, in order."""
    if isinstance(document, SideBySide):
        return tuple(_paired(document))
    return tuple(_single(document))


def _single(document: Document) -> Iterator[Piece]:
    yield Piece("title", _title(document))
    for section in document.sections:
        yield Piece(section.id, _section(section))
        for clause in section.clauses:
            yield Piece(clause.id, _clause(clause))
    for annex in document.annexes:
        yield Piece(annex.id, _annex(annex))
        for entry in annex.entries:
            yield Piece(entry.id, _blocks(entry.blocks))


def _paired(document: SideBySide) -> Iterator[Piece]:
    yield Piece("title", _row(_title(document.left), _title(document.right)))
    for section in document.sections():
        yield Piece(section.left.id, _row(_section(section.left), _section(section.right)))
        for clause in clause_rows(section):
            yield Piece(clause.left.id, _row(_clause(clause.left), _clause(clause.right)))
    for annex in document.annexes():
        yield Piece(annex.left.id, _row(_annex(annex.left), _annex(annex.right)))
        for entry in entry_rows(annex):
            yield Piece(entry.left.id, _row(_entry(entry.left), _entry(entry.right)))


def _row(left: str, right: str) -> str:
    cell = '<td width="50%" valign="top">'
    return f'<table width="100%" cellspacing="0" cellpadding="6"><tr>{cell}{left}</td>{cell}{right}</td></tr></table>'


def _title(document: Document) -> str:
    rows = f'<p class="status">{_text(document.status)}</p>'
    return f'<p class="firm">{_text(document.business_name)}</p><h1>{_text(document.title)}</h1>{rows}'


def _section(section: Section) -> str:
    return f'<h2><a name="{section.id}"></a>{section.number}&nbsp; {_runs(section.title)}</h2>'


def _annex(annex: Annex) -> str:
    return f'<h2><a name="{annex.id}"></a>{_runs(annex.heading)}</h2>'


def _clause(clause: Clause) -> str:
    heading = f"{clause.number}&nbsp; {_runs(clause.title)}"
    link = f'<a name="{clause.id}" href="{CLAUSE_LINK}{clause.id}">{heading}</a>'
    return f"<h3>{link}</h3>{_blocks(clause.blocks)}"


def _entry(entry: Entry) -> str:
    return _blocks(entry.blocks)


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case ListBlock(items, ordered):
            tag = 'ol type="a"' if ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{_runs(item)}</li>" for item in items) + f"</{tag[:2]}>"
        case Field(label):
            return f"<p>{_text(label)}: ______________________</p>"
        case Table(rows):
            return "<table>" + "".join(_cells(row) for row in rows) + "</table>"
        case _:
            assert_never(block)


def _cells(row: tuple[Runs, ...]) -> str:
    return "<tr>" + "".join(f"<td>{_runs(cell)}</td>" for cell in row) + "</tr>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = _text(run.text)
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
