"""A document as a plain outline: for golden tests, and for reading in a terminal."""

from collections.abc import Iterator
from typing import assert_never

from desktop.core.document import Block, Document, Field, ListBlock, Paragraph, Table, plain


def outline(document: Document) -> str:
    """The whole document as indented lines: numbers, titles, text."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"{document.title} | {document.business_name} | {document.status} | {document.language}"
    yield from _block(document.details)
    for section in document.sections:
        yield ""
        yield f"{section.number} {plain(section.title)}"
        for clause in section.clauses:
            yield f"  {clause.number} {plain(clause.title)} <{clause.id}>"
            for block in clause.blocks:
                yield from (f"    {line}" for line in _block(block))
    for annex in document.annexes:
        yield ""
        yield plain(annex.heading)
        for entry in annex.entries:
            for block in entry.blocks:
                yield from (f"  {line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield plain(runs)
        case ListBlock(items, ordered):
            for index, item in enumerate(items):
                mark = f"({chr(ord('a') + index)})" if ordered else "-"
                yield f"{mark} {plain(item)}"
        case Field(label):
            yield f"{label}: ____"
        case Table(rows):
            for row in rows:
                yield " | ".join(plain(cell) for cell in row)
        case _:
            assert_never(block)
