"""A whole document as strips, in one language or with two side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QPainter

from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.document import Document, Entry, Run, Runs
from desktop.core.library import Library
from desktop.core.look import Look
from desktop.ui.copies.blocks import write_blocks
from desktop.ui.copies.paired import columns_of, side_by_side, write_pairs
from desktop.ui.copies.place import BETWEEN, Place
from desktop.ui.copies.strips import (
    KEPT,
    TIED,
    Strip,
    below,
    columns_headed,
    filled,
    height_of,
    held,
    held_with_next,
    stacked,
)
from desktop.ui.copies.style import Style
from desktop.ui.copies.titles import contents, title_block
from desktop.ui.copies.words import is_blank, lines

_WHOLE, _WHOLE_ON_TELEPHONES = 0.28, 0.75
"""Part of a page up to which a clause or a part is held on one page."""

_LONG = 30
"""Headings from which a document has a title page."""

_NUMBER = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class Story:
    """All strips of a document, and the page each part begins on, once it is known."""

    strips: list[Strip]
    found: dict[str, int] = field(default_factory=dict[str, int])


def story_of(document: Document | SideBySide, library: Library, look: Look, style: Style, width: float) -> Story:
    """The strips of a document, so wide. Raises `PairingError` where two sides differ."""
    place = Place(style, width, sides_of(document))
    story = Story(title_block(place, look))
    listed = contents(place, story.found)
    story.strips.extend(listed)
    used = height_of(story.strips)
    if isinstance(document, SideBySide):
        parts = _paired(place, document, library, used)
    else:
        parts = parts_of(place, document, used)
    first = place.documents[0]
    headings = len(first.sections) + len(first.clauses) + len(first.annexes)
    if look.cover and headings >= _LONG and parts:  # the title has the first page to itself
        parts[0] = replace(parts[0], new_page=True)
    story.strips.extend(parts)
    return story


def sides_of(document: Document | SideBySide) -> tuple[Document, ...]:
    """The document, or both sides of it."""
    return (document.left, document.right) if isinstance(document, SideBySide) else (document,)


def parts_of(place: Place, document: Document, used: float) -> list[Strip]:
    """The sections and annexes of a document in one language, below what takes so much of the first page."""
    written: list[Strip] = []
    for section in document.sections:
        written += _heading(place, section.id, "section", (Run(f"{section.number}   "), *section.title))
        for clause in section.clauses:
            title = _heading(place, clause.id, "clause", (Run(f"{clause.number}   "), *clause.title))
            written += _part(place, title, write_blocks(place, clause.blocks))
    for annex in document.annexes:
        written += _annex(place, annex.id, (annex.heading,), annex.new_page)
        for entry in annex.entries:
            heading = _heading(place, entry.id, "part", entry.heading)
            blocks = write_blocks(place, entry.blocks, used if not written else place.style.room)
            written += _turned(_part(place, heading, blocks), entry)
    return written


def _paired(place: Place, document: SideBySide, library: Library, used: float) -> list[Strip]:
    column, second = columns_of(place)
    names = [library.language[side.language].name for side in (document.left, document.right)]
    head = _names(place, column, second, names)
    written: list[Strip] = []
    for section in document.sections():
        titles = [(Run(f"{each.number}   "), *each.title) for each in (section.left, section.right)]
        written += _heading(place, section.left.id, "section", _joined(titles[0], section.right.title))
        rows: list[Strip] = []
        for clause in clause_rows(section):
            sides = [
                _heading(column, each.id, "clause", (Run(f"{each.number}   "), *each.title))
                for each in (clause.left, clause.right)
            ]
            title = _marked(side_by_side(place, *sides), clause.left.id)
            rows += _part(
                place, below(title, sides[0][0].above), write_pairs(place, clause.left.blocks, clause.right.blocks)
            )
        written += columns_headed(head, rows)
    for annex in document.annexes():
        written += _annex(place, annex.left.id, (annex.left.heading, annex.right.heading), annex.left.new_page)
        rows = []
        for entry in entry_rows(annex):
            left, right = entry.left, entry.right
            heading = _heading(place, left.id, "part", _joined(left.heading, right.heading))
            is_first = not written and not rows
            blocks = write_pairs(place, left.blocks, right.blocks, used + head.height if is_first else place.style.room)
            rows += _turned(_part(place, heading, blocks), left)
        written += columns_headed(head, rows)
    return written


def _annex(place: Place, name: str, headings: Sequence[Runs], new_page: bool) -> list[Strip]:
    if is_blank(headings[0]):
        return []
    written = _heading(place, name, "section", _joined(*headings) if len(headings) > 1 else headings[0])
    return [replace(written[0], new_page=new_page), *written[1:]]


def _heading(place: Place, name: str, size: str, title: Runs) -> list[Strip]:
    """A heading, which stays with what follows."""
    if is_blank(title):
        return []
    style = place.style
    letters = style.letters(size, "ink" if size == "clause" else "accent", bold=True)
    above = {"section": 8.0, "part": 5.5, "clause": 4.5}[size]
    written = below(lines(title, letters, place.width), style.mm(above))
    return held_with_next(_marked(written, name), TIED)


def _marked(strips: list[Strip], name: str) -> list[Strip]:
    return [replace(strips[0], mark=name), *strips[1:]] if strips else strips


def _part(place: Place, heading: list[Strip], blocks: list[Strip]) -> list[Strip]:
    """A heading and what stands below it, on one page where it is short."""
    heading = held_with_next(heading, TIED)
    if heading and blocks:
        blocks = below(blocks, min(blocks[0].above, place.style.mm(1.2)))
    whole = [*heading, *blocks]
    most = _WHOLE_ON_TELEPHONES if place.style.on_telephone else _WHOLE
    return held(whole, KEPT) if height_of(whole) <= place.style.room * most else whole


def _turned(strips: list[Strip], entry: Entry) -> list[Strip]:
    return [replace(strips[0], new_page=True), *strips[1:]] if entry.new_page and strips else strips


def _joined(left: Runs, right: Runs) -> Runs:
    """The same heading in two languages; once where both say the same."""
    if left == right or is_blank(right):
        return left
    if left and left[0] == right[0] and _NUMBER.fullmatch(left[0].text):  # the number stands there already
        right = right[1:]
    return (*left, Run(BETWEEN), *right)


def _names(place: Place, column: Place, second: float, names: Sequence[str]) -> Strip:
    """The head of the two columns: the names of the languages, on every page."""
    style = place.style
    letters = style.letters("small", "muted", bold=True)
    words = [stacked(lines((Run(name),), letters, column.width)) for name in names]
    high, thin = words[0].height + style.mm(1.6), style.mm(0.2)

    def paint(painter: QPainter, x: float, y: float) -> None:
        for strip, left in zip(words, (0.0, second), strict=True):
            strip.paint(painter, x + left, y)
        filled(painter, style.colours["rule"], x, y + high - thin, place.width, thin)

    return Strip(high, paint, above=style.mm(3), hold=TIED)
