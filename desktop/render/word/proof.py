"""Reads a written Word file back with python-docx, an independent reader, and says what it cannot find there."""

import io
import re
from typing import Any

import docx

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Runs, plain

_NUMBER = re.compile(r"^\d+\. ")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def unread_headings(data: bytes, document: Document | SideBySide) -> list[str]:
    """The headings of a document that the file does not show as headings, in either language."""
    sides = (document.left, document.right) if isinstance(document, SideBySide) else (document,)
    titles: list[Runs] = []
    for side in sides:
        for section in side.sections:
            titles += [section.title, *(clause.title for clause in section.clauses)]
        titles += [annex.heading for annex in side.annexes]
        titles += [entry.heading for annex in side.annexes for entry in annex.entries]
    shown = "\n".join(_headings(data))
    # a number that both languages begin with stands once
    return [title for title in map(plain, titles) if _NUMBER.sub("", title) not in shown]


def _headings(data: bytes) -> list[str]:
    """The text of every heading, those in tables too."""
    file: Any = docx.Document(io.BytesIO(data))
    names = {style.style_id for style in file.styles if "heading" in (style.name or "").lower()}
    return [
        "".join(node.text or "" for node in paragraph.iter(_W + "t"))
        for paragraph in file.element.body.iter(_W + "p")
        if _style(paragraph) in names
    ]


def _style(paragraph: Any) -> str:
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if named is None else str(named.get(f"{_W}val", ""))
