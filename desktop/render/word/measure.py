"""An honest estimate of the room that the text of a Word file takes: lines, paragraphs, rows of tables, pages.

It reads what was written, so it knows every kind of block, and counts as a word processor does: words fill lines, lines
and the space around them fill pages, rows that are kept whole move to the next page. All measures are in twentieths of
a point, sizes of letters in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from desktop.core.letters import POINT, width
from desktop.core.word_package import W
from desktop.render.word.designs import Font
from desktop.render.word.text_styles import Look, TextStyles

_EMU = 635
_LARGE_SIGN = 1.4
"""The height of a line with a sign from a font of signs, such as a box to tick, against the size of its letters."""

_TWENTIETHS = 20
_BORDER = 10
"""What the rule above a row adds."""

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(slots=True)
class Piece:
    """Something that takes room on a page."""

    height: float
    line: float = 0.0
    """Height of a line, where it may go on over a page; 0 where it is kept whole."""
    keep_next: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures text in the styles of a document."""

    styles: TextStyles
    font: Font

    def pieces(self, parent: Element, room: float) -> Iterator[Piece]:
        """What stands one below the other in a body, a cell or a header."""
        for element in parent:
            match element.tag.removeprefix(W):
                case "p":
                    yield self.paragraph(element, room)
                case "tbl":
                    yield from self.table(element)
                case "sdt":
                    content = element.find(f"{W}sdtContent")
                    if content is not None:
                        yield from self.pieces(content, room)
                case _:
                    pass

    def height(self, parent: Element, room: float) -> float:
        """The room all of it takes where nothing breaks it."""
        return sum(piece.height for piece in self.pieces(parent, room))

    def paragraph(self, element: Element, room: float) -> Piece:
        """A paragraph in so much width."""
        shape = self.styles.shape(element)
        words, high = _Line(self.font, shape.look), 0.0
        for run, look in _runs(element, shape.look):
            high = max(high, words.add(run, look))
        text = room - shape.left - shape.right
        lines = words.count(text, text - shape.first)
        line = shape.line_height(self.font.line * words.tallest)
        height = shape.before + max(lines * line, high + (lines - 1) * line if high else 0) + shape.after + shape.rules
        return Piece(height, 0 if shape.keep_lines or lines < 4 else line, shape.keep_next, shape.new_page)

    def table(self, element: Element) -> Iterator[Piece]:
        """The rows of a table. What is tied to the next row by its first paragraph is tied as a whole."""
        margins = self.styles.cell_margins(element)
        for row in element.iter(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            least, whole, header = 0, False, False
            if properties is not None:
                given = properties.find(f"{W}trHeight")
                least = 0 if given is None else int(given.get(f"{W}val", "0"))
                whole = properties.find(f"{W}cantSplit") is not None
                header = properties.find(f"{W}tblHeader") is not None
            height, line, tied = float(least), 0.0, header
            for cell in row.findall(f"{W}tc"):
                own = margins.changed(cell.find(f"{W}tcPr/{W}tcMar"))
                pieces = list(self.pieces(cell, _width(cell) - own.left - own.right))
                height = max(height, sum(piece.height for piece in pieces) + own.top + own.bottom)
                line = max([line, *(piece.line for piece in pieces)])
                tied = tied or bool(pieces and pieces[0].keep_next)
            yield Piece(height + _BORDER, 0 if whole else line or 240, tied)


class _Line:
    """The words of a paragraph."""

    def __init__(self, font: Font, look: Look) -> None:
        self._font = font
        self._words: list[float] = []
        """Widths; a negative number ends a line."""
        self._space = _wide(" ", look, font)
        self._open = False
        self.tallest = look.points

    def add(self, run: Element | str, look: Look) -> float:
        """Take a run of words, or a picture; returns the height of a picture."""
        if not isinstance(run, str):
            wide, high = _size(run)
            self._words.append(wide)
            self._open = False
            return high
        if not run:
            self._words.append(-1)
            self._open = False
            return 0
        sign = not run.isascii() and any(ord(letter) > 0x2500 for letter in run)
        self.tallest = max(self.tallest, look.points * (_LARGE_SIGN / self._font.line if sign else 1))
        for index, word in enumerate(run.split(" ")):
            long = _wide(word, look, self._font)
            if index == 0 and self._open and self._words:
                self._words[-1] += long
            else:
                self._words.append(long)
            self._open = True
        return 0

    def count(self, room: float, first: float) -> int:
        """How many lines they fill."""
        lines, used, here = 1, 0.0, first
        for long in self._words:
            if long < 0:
                lines, used, here = lines + 1, 0.0, room
                continue
            ahead = used + self._space if used else 0.0
            if ahead + long <= here:
                used = ahead + long
                continue
            if used:
                lines, here = lines + 1, room
            used = long
            while used > here > 0:
                lines, used, here = lines + 1, used - here, room
        return lines


def page_count(pieces: Sequence[Piece], page: float) -> float:
    """How many pages of a height are filled; the last one counts as far as it is used."""
    full, used = 0, 0.0
    index = 0
    while index < len(pieces):
        end = index
        while pieces[end].keep_next and end + 1 < len(pieces):
            end += 1
        group = pieces[index : end + 1]
        index = end + 1
        if group[0].new_page and used:
            full, used = full + 1, 0.0
        used, turned = _placed(group, used, page)
        full += turned
    return full + used / page


def _placed(group: Sequence[Piece], used: float, page: float) -> tuple[float, int]:
    """Where the text stands after some pieces that are kept together, and how many pages were turned."""
    height, last = sum(piece.height for piece in group), group[-1]
    if used + height <= page:
        return used + height, 0
    least = height - last.height + min(3 * last.line, last.height) if last.line else height
    turned = 0
    if used and used + least > page:
        used, turned = 0.0, 1
    if used + height <= page:
        return used + height, turned
    # it goes on over the page: so much of it stands on further ones
    over = used + height - page
    return over % page, turned + 1 + int(over // page)


@lru_cache(maxsize=20_000)
def _unit(word: str) -> float:
    """The width of a word in Calibri of one point."""
    return width(word.replace("\u00a0", " "), _TWENTIETHS / POINT)


def _wide(word: str, look: Look, font: Font) -> float:
    return _unit(word) * look.points * (font.bold if look.bold else font.wide)


def _runs(parent: Element, look: Look) -> Iterator[tuple[str | Element, Look]]:
    """The words and pictures of a paragraph, in order; an empty word is the end of a line."""
    for element in parent:
        match element.tag:
            case run if run == f"{W}r":
                yield from _inside(element, look.changed(element.find(f"{W}rPr")))
            case choice if choice in (f"{W}hyperlink", f"{W}fldSimple", f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
                yield from _runs(element, look)
            case _:
                pass


def _inside(run: Element, look: Look) -> Iterator[tuple[str | Element, Look]]:
    for element in run:
        if element.tag == f"{W}t" and element.text:
            yield element.text, look
        elif element.tag == f"{W}br":
            yield "", look
        elif element.tag == _ALTERNATE:
            choice = element.find(_CHOICE)
            if choice is not None:
                yield from _inside(choice, look)
        elif element.tag == f"{W}drawing":
            for inline in element.findall(_INLINE):
                yield inline, look


def _size(inline: Element) -> tuple[float, float]:
    """Width and height of a picture."""
    extent = inline.find(_EXTENT)
    if extent is None:
        return 0.0, 0.0
    return int(extent.get("cx", "0")) / _EMU, int(extent.get("cy", "0")) / _EMU


def _width(cell: Element) -> int:
    given = cell.find(f"{W}tcPr/{W}tcW")
    return 0 if given is None else int(given.get(f"{W}w", "0"))
