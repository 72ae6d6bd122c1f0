"""The firm's letterhead under our text: its headers and footers with all they need, its page and its margins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from desktop.core.letterhead import Letterhead, letterhead_of
from desktop.core.look import DESIGNS, Attached
from desktop.core.word_package import R, Relation, W
from desktop.render.word import designs, package
from desktop.render.word.letterhead_styles import LetterheadStyles
from desktop.render.word.markup import escaped
from desktop.render.word.measure import Reader, height
from desktop.render.word.page import Page
from desktop.render.word.text_styles import TextStyles
from desktop.render.word.trees import bytes_of, tree_of

_FOLDER = "word/letterhead"
_RELATION = '<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_HEADER_OR_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
_OURS = (package.HEADER, package.FOOTER, package.FIRST_FOOTER)

_NO_LISTS = f'<w:numbering xmlns:w="{W[1:-1]}"></w:numbering>'

_OUR_LINE = 300
"""The height of the line we add at the foot, in twentieths of a point."""

_FIRST_ID = 900_000
"""Pictures of the letterhead are counted from here, those of the text from 1."""

_STRIPPED = (
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "dataBinding",
    "numPr",
    "proofErr",
)
"""What points to parts of its own document that do not come along."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """A letterhead, ready to be put under any text."""

    page: Page
    parts: Mapping[str, str | bytes]
    types: Mapping[str, str]
    """The content types of the parts."""
    headers: Mapping[str, str]
    """Names of parts by where they stand: "default", "first", "even"."""
    footers: Mapping[str, str]
    counted: frozenset[str]
    """Where header or footer say "page x of y" already."""
    places: tuple[str, ...]
    """Where headers and footers stand."""
    styles: str
    theme: bytes | None
    settings: Mapping[str, str]
    """Settings of the letterhead, by the setting of ours they follow."""
    pushed: int = 0
    """How much header and footer, higher than the margins, take from the text, in twentieths of a point."""

    @property
    def references(self) -> str:
        """How the page set-up names headers and footers. There is a footer everywhere, for the number of the page."""
        return "".join(
            f'<w:{kind}Reference w:type="{place}" r:id="{_identity(kind, place)}"/>'
            for place in self.places
            for kind in ("header", "footer")
            if kind == "footer" or place in self.headers
        )

    def under(self, parts: Mapping[str, str], lines: Mapping[str, str]) -> dict[str, str | bytes]:
        """The parts of a document on this letterhead. `lines` are those at the foot of the page, by place."""
        made: dict[str, str | bytes] = {name: part for name, part in parts.items() if name not in _OURS}
        made |= self.parts
        types, relations = dict(self.types), dict[str, str]()
        for place in self.places:
            name = self.footers.get(place, f"{_FOLDER}/footer-{place}.xml")
            made[name] = _with_line(made.get(name) or package.filled(parts[package.FOOTER], ""), lines[place])
            types[name] = _HEADER_OR_FOOTER.format(kind="footer")
            relations[_identity("footer", place)] = name
            if place in self.headers:
                relations[_identity("header", place)] = self.headers[place]
        made[package.CONTENT_TYPES] = package.typed(_without_ours(parts[package.CONTENT_TYPES]), types)
        made[package.RELATIONSHIPS] = package.related(
            _without_ours(parts[package.RELATIONSHIPS]),
            "".join(
                _RELATION.format(id=identity, type=_TYPES + identity.split("-")[1], target=_from_text(name), mode="")
                for identity, name in relations.items()
            ),
        )
        made[package.STYLES] = parts[package.STYLES].replace("</w:styles>", self.styles + "</w:styles>")
        made[package.SETTINGS] = _after(parts[package.SETTINGS], self.settings)
        return made if self.theme is None else made | {package.THEME: self.theme}


@lru_cache(maxsize=2)
def stationery_of(attached: Attached) -> Stationery | None:
    """The letterhead in a file; None where the file is not one."""
    found = letterhead_of(attached)
    return None if found is None else _Graft(found).stationery()


class _Graft:
    """Takes a letterhead apart. Its parts keep what they refer to, under new names in a folder of their own."""

    def __init__(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        self._package = letterhead.package
        styles = self._package.related(self._package.main, "styles")
        self._styles = LetterheadStyles(self._package.parts[styles] if styles else None)
        self._names: dict[str, str] = {}
        self._parts: dict[str, str | bytes] = {}
        self._types: dict[str, str] = {}
        self._drawings = _FIRST_ID

    def stationery(self) -> Stationery:
        found = self._letterhead
        places = ("default", *(["first"] if found.first_differs else []), *(["even"] if found.even_differs else []))
        named = {
            kind: {
                place: self._copied(found.references[kind, place], _HEADER_OR_FOOTER.format(kind=kind))
                for place in places
                if (kind, place) in found.references
            }
            for kind in ("header", "footer")
        }
        page, styles = self._page(), self._styles.written()
        return Stationery(
            page,
            self._parts,
            self._types,
            named["header"],
            named["footer"],
            frozenset(place for place in places if self._counts(place)),
            places,
            styles,
            self._theme(),
            self._settings(),
            self._pushed(page, styles, named["header"], page.top - page.header)
            + self._pushed(page, styles, named["footer"], page.bottom - page.footer - _OUR_LINE),
        )

    def _pushed(self, page: Page, styles: str, named: Mapping[str, str], room: int) -> int:
        """How much the highest of some headers or footers is higher than the room there is in the margin."""
        known = TextStyles(f'<w:styles xmlns:w="{W[1:-1]}">{styles}</w:styles>', _NO_LISTS)
        reader = Reader(known, designs.design_of(DESIGNS[0]).font)
        parts = [reader.read(ElementTree.fromstring(self._parts[name])) for name in named.values()]
        heights = [height(part, page.text_width) for part in parts]
        return max(0, round(max(heights, default=0)) - room)

    def _page(self) -> Page:
        found = self._letterhead
        borders = "" if found.borders is None else _borders(found.borders)
        lies = found.width > found.height
        return Page(found.width, found.height, **found.margins, landscape=lies, borders=borders)

    def _copied(self, name: str, kind: str = "") -> str:
        """The new name of a part, which comes along with all it refers to.

        `kind` is its content type where it is known: some programs do not name it, or in capitals.
        """
        if name in self._names:
            return self._names[name]
        _, dot, extension = name.rpartition(".")
        new = self._names[name] = f"{_FOLDER}/part{len(self._names) + 1}{dot}{extension.lower()}"
        self._types[new] = kind or self._package.types[name]
        data = self._package.parts[name]
        self._parts[new] = self._rewritten(data) if kind else data
        if relations := "".join(map(self._relation, self._package.relations(name))):
            self._parts[f"{_FOLDER}/_rels/{new.rpartition('/')[2]}.rels"] = _RELATIONS.format(relations)
        return new

    def _relation(self, relation: Relation) -> str:
        if relation.outside:
            return _RELATION.format(
                id=escaped(relation.id),
                type=escaped(relation.type),
                target=escaped(relation.target),
                mode=' TargetMode="External"',
            )
        if relation.target not in self._package.parts:
            return ""
        target = self._copied(relation.target).rpartition("/")[2]
        return _RELATION.format(id=escaped(relation.id), type=escaped(relation.type), target=target, mode="")

    def _rewritten(self, data: bytes) -> bytes:
        """A header or footer with the renamed styles and without what would point into its old document."""
        root: Any = tree_of(data)
        for tag in _STRIPPED:
            for element in list(root.iter(W + tag)):
                element.getparent().remove(element)
        for drawing in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            self._drawings += 1
            drawing.set("id", str(self._drawings))
        if not len(root):
            root.append(root.makeelement(f"{W}p"))
        self._styles.rename_in(root)
        return bytes_of(root)

    def _counts(self, place: str) -> bool:
        """Whether the page and the number of pages stand in the header or footer of a place."""
        said: list[str] = []
        for kind in ("header", "footer"):
            if name := self._letterhead.references.get((kind, place)):
                root = self._package.xml(name)
                said += [field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple")]
                said.append("".join(code.text or "" for code in root.iter(f"{W}instrText")))
        codes = set(" ".join(said).upper().split())
        return "PAGE" in codes and bool(codes & {"NUMPAGES", "SECTIONPAGES"})

    def _theme(self) -> bytes | None:
        """The colours and fonts its styles name. One that needs pictures stays behind."""
        name = self._package.related(self._package.main, "theme")
        return None if name is None or self._package.relations(name) else self._package.parts[name]

    def _settings(self) -> dict[str, str]:
        name = self._package.related(self._package.main, "settings")
        found: dict[str, str] = {}
        if self._letterhead.even_differs:
            found["defaultTabStop"] = "<w:evenAndOddHeaders/>"
        mapping = None if name is None else self._package.xml(name).find(f"{W}clrSchemeMapping")
        if mapping is not None and self._theme() is not None:
            found["themeFontLang"] = _element(mapping)
        return found


def _identity(kind: str, place: str) -> str:
    return f"letterhead-{kind}-{place}"


def _from_text(name: str) -> str:
    """The name of a part as the text refers to it."""
    return name.removeprefix("word/")


def _without_ours(part: str) -> str:
    """A list of types or relations without our headers and footers."""
    for name in _OURS:
        part = re.sub(rf'<[^<]*"(/word/)?{re.escape(_from_text(name))}"[^<]*/>\s*', "", part)
    return part


def _with_line(footer: str | bytes, line: str) -> str:
    """A footer with our line above what is in it: as a tree, since other programs have prefixes of their own."""
    root = tree_of(footer.encode() if isinstance(footer, str) else footer)
    for place, ours in enumerate(tree_of(f'<w:ftr xmlns:w="{W[1:-1]}">{line}</w:ftr>')):
        root.insert(place, ours)
    return bytes_of(root).decode()


def _after(settings: str, added: Mapping[str, str]) -> str:
    for name, setting in added.items():
        settings = re.sub(rf"<w:{name} [^>]*/>", lambda found, new=setting: found[0] + new, settings)
    return settings


def _borders(borders: ElementTree.Element) -> str:
    """The lines around the page; those made of pictures stay behind."""
    lines = "".join(_element(line) for line in borders if f"{R}id" not in line.attrib)
    return _element(borders, lines) if lines else ""


def _element(element: ElementTree.Element, content: str = "") -> str:
    """An element as Word writes it, with the attributes of the main namespace."""
    name = element.tag.removeprefix(W)
    said = "".join(
        f' w:{key.removeprefix(W)}="{escaped(value)}"' for key, value in element.attrib.items() if key.startswith(W)
    )
    return f"<w:{name}{said}>{content}</w:{name}>"
