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
from desktop.render.word.text_styles import Look, Margins, Shape, TextStyles

_EMU = 635
_LARGE_SIGN = 1.4
"""The height of a line with a sign from a font of signs, such as a box to tick, against the size of its letters."""

_TWENTIETHS = 20
_BORDER = 10
"""What the rule above a row adds."""

_LEAST_LINE = 240
"""The height of a line in a row that may be broken but has only short paragraphs."""

_P, _TABLE = f"{W}p", f"{W}tbl"
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_AROUND_RUNS = {f"{W}{tag}" for tag in ("hyperlink", "fldSimple", "sdt", "sdtContent", "ins")}
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
    repeated: float = 0.0
    """Height of the heading row that is repeated above it on a new page."""


class Text:
    """A paragraph: the widths of its words, and how it stands."""

    def __init__(self, shape: Shape, font: Font) -> None:
        self.shape = shape
        self._font = font
        self._words: list[float] = []
        """Widths; a negative number ends a line."""
        self._space = _wide(" ", shape.look, font)
        self._open = False
        self._tallest = shape.look.points
        self._picture = 0.0
        """The height of the highest picture."""

    def add(self, run: Element | str, look: Look) -> None:
        """Take a run of words, or a picture; an empty word ends the line."""
        if not isinstance(run, str):
            wide, high = _size(run)
            self._words.append(wide)
            self._picture = max(self._picture, high)
        elif not run:
            self._words.append(-1)
        else:
            sign = not run.isascii() and any(ord(letter) > 0x2500 for letter in run)
            self._tallest = max(self._tallest, look.points * (_LARGE_SIGN / self._font.line if sign else 1))
            first, *others = [_wide(word, look, self._font) for word in run.split(" ")]
            if self._open:
                self._words[-1] += first
            else:
                self._words.append(first)
            self._words += others
        self._open = isinstance(run, str) and bool(run)

    def piece(self, room: float, size: float) -> Piece:
        """The room it takes in so much width, with letters of a size against those of the styles."""
        shape = self.shape
        letters = _rounded(shape.look.points, size)
        text = (room - shape.left - shape.right) / letters
        lines = self._count(text, text - shape.first / letters)
        line = shape.line_height(self._font.line * self._tallest, letters)
        words = max(lines * line, self._picture + (lines - 1) * line if self._picture else 0)
        height = (shape.before + shape.after) * size + words + shape.rules
        return Piece(height, 0 if shape.keep_lines or lines < 4 else line, shape.keep_next, shape.new_page)

    def _count(self, room: float, first: float) -> int:
        """How many lines the words fill."""
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


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    room: int
    above: int
    """Its margins above and below, together."""
    blocks: "list[Text | Row]"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. What is tied to the next row by a first paragraph is tied as a whole."""

    cells: list[Cell]
    least: int
    whole: bool
    tied: bool
    heading: "Row | None" = None
    """The row that is repeated above it on a new page."""

    def piece(self, size: float) -> Piece:
        """The room it takes, with letters of a size against those of the styles."""
        height, line = float(self.least), 0.0
        for cell in self.cells:
            pieces = list(laid_out(cell.blocks, cell.room, size))
            height = max(height, sum([piece.height for piece in pieces]) + cell.above)
            line = max([line, *[piece.line for piece in pieces]])
        return Piece(height + _BORDER, 0 if self.whole else line or _LEAST_LINE, self.tied)


def laid_out(blocks: "Sequence[Text | Row]", room: float, size: float = 1) -> Iterator[Piece]:
    """The pieces that blocks come to in so much width."""
    repeated: dict[int, float] = {}
    for block in blocks:
        if isinstance(block, Text):
            yield block.piece(room, size)
            continue
        piece = block.piece(size)
        if block.heading is not None:
            above = id(block.heading)
            if above not in repeated:
                repeated[above] = block.heading.piece(size).height
            piece.repeated = repeated[above]
        yield piece


def height(blocks: "Sequence[Text | Row]", room: float) -> float:
    """The room of blocks where nothing breaks them."""
    return sum(piece.height for piece in laid_out(blocks, room))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what was written, in the styles of a document."""

    styles: TextStyles
    font: Font

    def read(self, parent: Element) -> "list[Text | Row]":
        """What stands one below the other in a body, a cell or a header."""
        found: list[Text | Row] = []
        for element in parent:
            match element.tag:
                case paragraph if paragraph == _P:
                    found.append(self._text(element))
                case table if table == _TABLE:
                    found += self._rows(element)
                case control if control == f"{W}sdt":
                    content = element.find(f"{W}sdtContent")
                    found += [] if content is None else self.read(content)
                case _:
                    pass
        return found

    def _text(self, element: Element) -> Text:
        text = Text(self.styles.shape(element), self.font)
        for run, look in _runs(element, text.shape.look):
            text.add(run, look)
        return text

    def _rows(self, table: Element) -> Iterator[Row]:
        margins, heading = self.styles.cell_margins(table), None
        for row in table.findall(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            given = {} if properties is None else {each.tag.removeprefix(W): each for each in properties}
            cells = [self._cell(cell, margins) for cell in row.findall(f"{W}tc")]
            firsts = [cell.blocks[0] for cell in cells if cell.blocks]
            tied = any(isinstance(first, Text) and first.shape.keep_next for first in firsts)
            least = int(given["trHeight"].get(f"{W}val", "0")) if "trHeight" in given else 0
            is_heading = "tblHeader" in given
            whole = "cantSplit" in given or all(map(_is_whole, cells))
            read = Row(cells, least, whole, tied or is_heading, None if is_heading else heading)
            heading = read if is_heading else heading
            yield read

    def _cell(self, cell: Element, usual: Margins) -> Cell:
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            return Cell(0, 0, self.read(cell))
        margins = usual.changed(properties.find(f"{W}tcMar"))
        width = properties.find(f"{W}tcW")
        room = (0 if width is None else int(width.get(f"{W}w", "0"))) - margins.left - margins.right
        return Cell(room, margins.top + margins.bottom, self.read(cell))


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
        used, turned = group[0].repeated, 1
    if used + height <= page:
        return used + height, turned
    # it goes on over the page: so much of it stands on further ones
    over, room = used + height - page, page - last.repeated
    return last.repeated + over % room, turned + 1 + int(over // room)


def _rounded(points: float, size: float) -> float:
    """The size against the given one that letters of so many points really get: Word knows half points only."""
    return round(points * 2 * size) / (points * 2)


def _is_whole(cell: Cell) -> bool:
    """Whether a cell is one paragraph that is kept on one page."""
    return all(isinstance(block, Text) and block.shape.keep_lines for block in cell.blocks) and len(cell.blocks) <= 1


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
            case around if around in _AROUND_RUNS:
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
