"""A document as a plain outline: for golden tests, and for reading in a terminal."""

from collections.abc import Iterator
from typing import assert_never

from desktop.core.document import (
    Block,
    Box,
    Columns,
    Document,
    Drawing,
    Field,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    plain,
)


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
            if entry.heading:
                yield f"## {plain(entry.heading)}"
            for block in entry.blocks:
                yield from (f"  {line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield _said(runs)
        case ListBlock():
            yield from _list(block)
        case Field(label, value=value):
            yield f"{label}: {value or '____'}"
        case Table(rows):
            for row in rows:
                yield " | ".join(_said(cell) for cell in row)
        case Box(tone, title, blocks):
            yield f"[{tone}] {plain(title)}".rstrip()
            for inner in blocks:
                yield from (f"  {line}" for line in _block(inner))
        case Columns(boxes):
            for box in boxes:
                yield from _block(box)
        case Drawing(says=says):
            yield from says.split("\n")
        case _:
            assert_never(block)


def _list(block: ListBlock) -> Iterator[str]:
    for index, item in enumerate(block.items):
        mark = f"({chr(ord('a') + index)})" if block.ordered else "-"
        mark = {"number": f"{index + 1}.", "tick": "[ ]"}.get(block.mark, mark)
        yield f"{mark} {_said(item)}"


def _said(runs: Runs) -> str:
    """Words, with a line or a box where something is filled in by hand."""
    blank = {"tick": "[ ]", "text": "____", "date": "____"}
    return "".join(run.text or blank.get(run.fill, "") for run in runs)
