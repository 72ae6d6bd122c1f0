"""What stands above the first part: the firm, the title, the status, the table of details, the contents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.core.document import Document, Run, plain
from desktop.core.look import Look
from desktop.ui.copies.place import Place, both
from desktop.ui.copies.strips import MM, TIED, Strip, below, filled, held, held_with_next, row, space, stacked
from desktop.ui.copies.style import Letters
from desktop.ui.copies.tables import write_table
from desktop.ui.copies.words import lines

_LOGO = (40.0, 16.0)
"""The room of the logo, width and height in millimetres."""

_ONE_LINE = 40
"""Letters of titles in two languages that fit on one line."""

_NUMBERS = 10.0
"""Room for the number of a page in the contents, in millimetres."""


def title_block(place: Place, look: Look) -> list[Strip]:
    """Logo and firm, the title in each language, the status, and the table of details."""
    style, documents = place.style, place.documents
    first = documents[0]
    is_sheet = not first.sections
    centred = style.is_centred
    titles = [document.title for document in documents]
    if sum(map(len, titles)) <= _ONE_LINE:
        titles = [both(titles)]
    size = "sheet_title" if is_sheet else "title"
    written = _firm(place, look, centred=centred)
    written += below(_bar(place), style.mm(2))
    for title in titles:
        written += _said(place, title, style.letters(size, "accent", bold=True, centred=centred), above=1.5)
    status = both([document.status for document in documents])
    written += _said(place, status, style.letters("small", "muted", centred=centred), above=0.6)
    if first.details.rows:
        tables = write_table(place, [document.details for document in documents])
        written += held(below(tables, style.mm(4)), TIED)
    return held_with_next(written, TIED) if is_sheet else held(written, TIED)


def contents(place: Place, found: Mapping[str, int]) -> list[Strip]:
    """The sections and annexes with their pages, which are looked up in what is found when it is painted."""
    style = place.style
    if not place.documents[0].sections:
        return []
    heading = lines((Run(place.word("contents")),), style.letters("part", "accent", bold=True), place.width)
    written = below(held_with_next(heading, TIED), style.mm(8))
    for parts in zip(*map(_parts, place.documents), strict=True):
        name, number, _words = parts[0]
        words = number + both([text for _name, _number, text in parts])
        narrow = place.width - style.mm(_NUMBERS)
        line = stacked(lines((Run(words),), style.letters("text"), narrow))
        written.append(_numbered(place, replace(line, above=style.mm(1.6)), name, found))
    return held(written, TIED)


def _parts(document: Document) -> list[tuple[str, str, str]]:
    """Id, number and title of the sections and annexes."""
    sections = [(section.id, f"{section.number}   ", plain(section.title)) for section in document.sections]
    return [*sections, *((annex.id, "", plain(annex.heading)) for annex in document.annexes)]


def _numbered(place: Place, line: Strip, name: str, found: Mapping[str, int]) -> Strip:
    letters = place.style.letters("text", "muted")
    left = place.width - place.style.mm(_NUMBERS) + place.style.mm(2)

    def paint(painter: QPainter, x: float, y: float) -> None:
        line.paint(painter, x, y)
        number = lines((Run(str(found.get(name, ""))),), letters, place.width)
        if number:
            number[0].paint(painter, x + left, y + line.height - number[0].height)

    return replace(line, paint=paint)


def _firm(place: Place, look: Look, *, centred: bool) -> list[Strip]:
    """The firm's name, with its logo at the right, or above it where titles stand in the middle."""
    style = place.style
    letters = style.letters("firm", "muted", centred=centred)
    logo = _logo(place, look)
    name = place.documents[0].business_name
    if logo is None:
        return lines((Run(name),), letters, place.width)
    picture, wide = logo
    if centred:
        shifted = row([((place.width - wide) / 2, [picture])], style.room)
        return [*shifted, *below(lines((Run(name),), letters, place.width), style.mm(2))]
    words = lines((Run(name),), letters, place.width - wide - style.mm(4))
    high = max(picture.height, sum(each.height for each in words))
    lowered = stacked([space(high - sum(each.height for each in words)), *words])
    return row([(0.0, [lowered]), (place.width - wide, [picture])], style.room)


def _logo(place: Place, look: Look) -> tuple[Strip, float] | None:
    """The logo and its width."""
    image = QImage.fromData(look.logo.data) if look.logo else QImage()
    if image.isNull():
        return None
    room = [place.style.mm(each) for each in _LOGO]
    scale = min(room[0] / image.width(), room[1] / image.height())
    wide, high = image.width() * scale, image.height() * scale

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(x, y, wide, high), image)

    return Strip(high, paint), wide


def _bar(place: Place) -> list[Strip]:
    """What a design has above the title: a bar, a thin line."""
    style = place.style
    thick = {"classic": 0.35, "plain": 0.25}.get(style.design, 1.6) * MM
    colour = style.colours["rule" if style.design == "classic" else "accent"]
    return [Strip(thick, lambda painter, x, y: filled(painter, colour, x, y, place.width, thick))]


def _said(place: Place, text: str, letters: Letters, *, above: float) -> Sequence[Strip]:
    return below(lines((Run(text),), letters, place.width), place.style.mm(above))
