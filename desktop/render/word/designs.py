"""The designs of documents: their fonts, margins, named colours, and the styles in which they differ from the base."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import msgspec

from desktop import paths
from desktop.core.look import DESIGNS, WHITE, is_colour, mixed, readable

_NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Font:
    """The letters of a design."""

    name: str
    twin: str
    """A font with the same letter widths, for systems that have not the first."""
    family: str
    panose: str
    points: str
    """The font of the points of lists."""
    wide: float
    """How wide its letters run, against Calibri."""
    bold: float
    """How wide its bold letters run, against Calibri."""
    line: float
    """The height of its lines, against the size of its letters."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a design, in twentieths of a point."""

    top: int
    bottom: int
    sides: int


@dataclass(frozen=True, slots=True)
class Design:
    """A design as `resources/word/designs` describes it."""

    font: Font
    page: Margins
    colours: dict[str, str | dict[str, str | float]]
    styles: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """By style id: new properties, with their names ("paragraph", "run", "table", "cell")."""


def design_of(name: str) -> Design:
    """The design of a name; the usual one where this program has no such design."""
    return _read(name if name in DESIGNS else DESIGNS[0])


@cache
def _read(name: str) -> Design:
    return msgspec.toml.decode((paths.word_base() / "designs" / f"{name}.toml").read_bytes(), type=Design)


@cache
def colours(design: str, chosen: str = "") -> Mapping[str, str]:
    """The colours of a design by name, as Word writes them ("17596A"), with the owner's colour for the brand."""
    found = {"paper": WHITE}
    for name, made in design_of(design).colours.items():
        found[name] = chosen if name == "brand" and is_colour(chosen) else _colour(made, found)
    return MappingProxyType({name: colour.lstrip("#").upper() for name, colour in found.items()})


def _colour(made: str | Mapping[str, str | float], known: Mapping[str, str]) -> str:
    if isinstance(made, str):
        return made
    other = known[str(made["of"])]
    return readable(other, known[str(made["on"])]) if "on" in made else mixed(other, WHITE, float(made["share"]))


def filled_in(part: str, values: Mapping[str, str | int]) -> str:
    """A part with the values of the names that stand in it in braces. Raises `KeyError` for a name without one."""
    return _NAME.sub(lambda found: str(values[found[1]]), part)


_PROPERTIES = {"paragraph": "pPr", "run": "rPr", "table": "tblPr", "cell": "tcPr"}
"""How Word calls the properties of a style, in the order they stand in."""

_PROPERTY = re.compile(r"<w:(pPr|rPr|tblPr|tcPr)>(.*?)</w:\1>", re.DOTALL)


def restyled(styles: str, changes: Mapping[str, Mapping[str, str]]) -> str:
    """The styles part with the properties that a design gives. Raises `ValueError` for a style that is not there."""
    for style, properties in changes.items():
        start = styles.index(f'w:styleId="{style}"')
        end = styles.index("</w:style>", start)
        own, part, conditional = styles[start:end].partition("<w:tblStylePr")
        kept = dict(_PROPERTY.findall(own)) | {_PROPERTIES[kind]: inside for kind, inside in properties.items()}
        written = "".join(f"<w:{kind}>{kept[kind]}</w:{kind}>" for kind in _PROPERTIES.values() if kept.get(kind))
        styles = styles[:start] + _PROPERTY.sub("", own).rstrip() + written + part + conditional + styles[end:]
    return styles


_SIZE = re.compile(r'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_SPACE = re.compile(r'( w:(?:before|after)=")(\d+)(")')


_EDGES = re.compile(r'(<w:style [^>]*w:styleId="(?:Header|Footer|LetterheadLine)".*?</w:style>)', re.DOTALL)
"""The styles of what stands at the edges of a page."""


def sized(styles: str, size: float) -> str:
    """The styles part with all letters, and the space above and below paragraphs, larger or smaller by a factor.

    What stands at the edges of a page keeps its size.
    """
    parts = _EDGES.split(styles)
    parts[::2] = [spaced(_larger(_SIZE, part, size), size) for part in parts[::2]]
    return "".join(parts)


def spaced(text: str, size: float) -> str:
    """A part with the space above and below paragraphs larger or smaller by a factor."""
    return _larger(_SPACE, text, size)


def _larger(measure: re.Pattern[str], part: str, size: float) -> str:
    def larger(found: re.Match[str]) -> str:
        value = int(found[2])
        return f"{found[1]}{round(value * size) or min(1, value)}{found[3]}"

    return part if size == 1 else measure.sub(larger, part)
