"""What the styles of a Word file say about the room of text: sizes of letters, spacing, indents, margins of cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from desktop.core.word_package import W

_POINT = 20
_END = "</w:numbering>"
_INSTANCE = re.compile(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"/>')
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look, as far as it takes room."""

    points: float = 10.0
    bold: bool = False

    def changed(self, properties: Element | None) -> "Look":
        """The same with what the properties of a run or a style say."""
        if properties is None:
            return self
        size, bold = properties.find(f"{W}sz"), properties.find(f"{W}b")
        return Look(
            self.points if size is None else int(size.get(f"{W}val", "20")) / 2,
            self.bold if bold is None else bold.get(f"{W}val", "1") not in _OFF,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands. Measures in twentieths of a point."""

    look: Look = Look()
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    """How much the first line is shorter; longer where it is less than nothing."""
    rules: float = 0
    """Room of the lines above and below."""
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False

    def line_height(self, letters: float, size: float = 1) -> float:
        """The height of a line whose letters need so many points, made larger or smaller by a factor."""
        needed = letters * _POINT * size
        if self.rule == "exact":
            return self.line
        return max(self.line, needed) if self.rule == "atLeast" else needed * self.line / 240

    def changed(self, properties: Element | None) -> "Shape":
        """The same with what the properties of a paragraph or a style say."""
        if properties is None:
            return self
        given: dict[str, int | float | str | bool] = {}
        for element in properties:
            match element.tag.removeprefix(W):
                case "spacing":
                    given |= _spacing(element)
                case "ind":
                    given |= _indents(element)
                case "pBdr":
                    given["rules"] = sum(map(_rule, element))
                case "keepNext" | "keepLines" | "pageBreakBefore" as name:
                    given[_SWITCHES[name]] = element.get(f"{W}val", "1") not in _OFF
                case _:
                    pass
        return replace(self, **given)  # pyright: ignore[reportArgumentType] - each name has its own type


_SWITCHES = {"keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "new_page"}


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of the cells of a table."""

    top: int = 0
    left: int = 108
    bottom: int = 0
    right: int = 108

    def changed(self, given: Element | None) -> "Margins":
        """The same with what a style or a cell says."""
        if given is None:
            return self
        return replace(self, **{side.tag.removeprefix(W): int(side.get(f"{W}w", "0")) for side in given})


class _Sheet:
    """The styles part of a document. Many documents share one."""

    def __init__(self, part: str) -> None:
        root = ElementTree.fromstring(part)
        self.usual = Look().changed(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self.styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        self.shapes: dict[tuple[object, ...], Shape] = {}
        """By style, indents of the list, and own properties: the same few combinations come again and again."""
        self._of_styles: dict[str, tuple[Shape, str]] = {}

    def of_style(self, name: str) -> tuple[Shape, str]:
        """How paragraphs of a style stand, and the list they are in."""
        if name not in self._of_styles:
            shape, listed = Shape(self.usual), ""
            for style in self.chain(name):
                properties = style.find(f"{W}pPr")
                listed = ("" if properties is None else _list_of(properties)) or listed
                shape = replace(shape.changed(properties), look=shape.look.changed(style.find(f"{W}rPr")))
            self._of_styles[name] = shape, listed
        return self._of_styles[name]

    def chain(self, name: str) -> Iterator[Element]:
        """A style and those it rests on, the deepest first."""
        chain: list[Element] = []
        while (style := self.styles.get(name)) is not None and style not in chain:
            chain.append(style)
            based = style.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        return reversed(chain)


class TextStyles:
    """The styles and lists of a document, of its styles part and its numbering part."""

    def __init__(self, styles: str, numbering: str) -> None:
        self._sheet = _sheet(styles)
        lists = numbering.partition("<w:num ")[0]
        levels = _levels(lists)
        self._lists = {number: levels[counted] for number, counted in _INSTANCE.findall(numbering)}
        """Indents of the first level by list instance."""

    def shape(self, paragraph: Element) -> Shape:
        """How a paragraph stands, with its style, its list and its own properties."""
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        name = "Normal" if style is None else style.get(f"{W}val", "")
        shape, listed = self._sheet.of_style(name)
        if properties is None:
            return shape
        indents = self._lists.get(_list_of(properties) or listed, {})
        key = (
            name,
            tuple(indents.items()),
            *((element.tag, *element.attrib.items()) for element in properties),
        )
        if key not in self._sheet.shapes:
            self._sheet.shapes[key] = replace(shape, **indents).changed(properties)
        return self._sheet.shapes[key]

    def cell_margins(self, table: Element) -> Margins:
        """The margins in the cells of a table."""
        style = table.find(f"{W}tblPr/{W}tblStyle")
        margins = Margins()
        for each in self._sheet.chain("" if style is None else style.get(f"{W}val", "")):
            margins = margins.changed(each.find(f"{W}tblPr/{W}tblCellMar"))
        return margins


@lru_cache(maxsize=16)
def _levels(lists: str) -> dict[str, dict[str, int]]:
    """The indents of the first level of each list."""
    root = ElementTree.fromstring(lists if lists.rstrip().endswith(_END) else lists + _END)
    found: dict[str, dict[str, int]] = {}
    for each in root:
        level = each.find(f"{W}lvl/{W}pPr/{W}ind")
        found[each.get(f"{W}abstractNumId", "")] = {} if level is None else _indents(level) | {"first": 0}
    return found


@lru_cache(maxsize=16)
def _sheet(part: str) -> _Sheet:
    return _Sheet(part)


def _spacing(element: Element) -> dict[str, int | str]:
    found: dict[str, int | str] = {
        name: int(value) for name in ("before", "after", "line") if (value := element.get(W + name)) is not None
    }
    return found | ({"rule": rule} if (rule := element.get(f"{W}lineRule")) else {})


def _list_of(properties: Element) -> str:
    number = properties.find(f"{W}numPr/{W}numId")
    return "" if number is None else number.get(f"{W}val", "")


def _indents(element: Element) -> dict[str, int]:
    found: dict[str, int] = {}
    for names, key in ((("left", "start"), "left"), (("right", "end"), "right")):
        for name in names:
            if (value := element.get(W + name)) is not None:
                found[key] = int(value)
    if (hanging := element.get(f"{W}hanging")) is not None:
        found["first"] = -int(hanging)
    elif (first := element.get(f"{W}firstLine")) is not None:
        found["first"] = int(first)
    return found


def _rule(line: Element) -> float:
    """The room of a line above or below a paragraph: its own, and that to the words."""
    if line.tag.removeprefix(W) not in {"top", "bottom"}:
        return 0
    return int(line.get(f"{W}sz", "0")) / 8 * _POINT + int(line.get(f"{W}space", "0")) * _POINT
