"""How copies look: the sizes of their letters, and the colours and letters of the owner's design."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.core.look import Look
from desktop.ui.copies.strips import MM

_ON_PAPER = {
    "text": 10.0,
    "small": 8.5,
    "firm": 11.0,
    "title": 24.0,
    "sheet_title": 18.0,
    "section": 15.0,
    "part": 12.5,
    "clause": 11.0,
}
_ON_TELEPHONES = {
    "text": 12.0,
    "small": 9.5,
    "firm": 11.0,
    "title": 19.0,
    "sheet_title": 19.0,
    "section": 15.0,
    "part": 14.0,
    "clause": 13.0,
}
"""In points; a picture for telephones is 90 mm wide, so a point is a 255th of its width."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How words are written."""

    families: tuple[str, ...]
    points: float
    colour: str
    gap: str
    """Behind what is still to be filled in."""
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What every part of a copy has to know."""

    design: str
    families: tuple[str, ...]
    colours: Mapping[str, str]
    """Of the design, as "#17596A"."""
    room: float
    """The height of a page between its margins, in units."""
    on_telephone: bool = False
    size: float = 1.0
    """How much larger or smaller than usual everything is."""

    def letters(self, name: str, colour: str = "ink", *, bold: bool = False, centred: bool = False) -> Letters:
        """The letters for a kind of words, in a colour of the design."""
        sizes = _ON_TELEPHONES if self.on_telephone else _ON_PAPER
        points = sizes[name] * self.size
        return Letters(self.families, points, self.colours[colour], self.colours["gap"], bold, centred)

    def mm(self, millimetres: float) -> float:
        """A distance in units, as large as the letters are."""
        return millimetres * MM * self.size

    def sized(self, size: float) -> "Style":
        """The same, larger or smaller."""
        return replace(self, size=size)

    @property
    def has_tints(self) -> bool:
        """Whether panels are filled; a design that saves ink frames them."""
        return self.colours["plain_fill"] != self.colours["paper"]

    @property
    def is_centred(self) -> bool:
        """Whether titles stand in the middle."""
        return self.design == "classic" and not self.on_telephone


def style_of(look: Look, room: float, *, on_telephone: bool = False) -> Style:
    """The style of copies for a look. On telephones the design without tints has those of the usual one: they cost no
    ink there, and a picture without colours says less.
    """
    # the designs live with the writer of Word files, which takes a while to load
    from desktop.render.word import designs

    design = look.design
    colours = designs.colours(design, look.colour)
    if on_telephone and colours["plain_fill"] == colours["paper"]:
        design = Look().design
        colours = designs.colours(design, look.colour)
    font = designs.design_of(design).font
    families = (font.name, font.twin, "Segoe UI", "Helvetica Neue", "Noto Sans")
    return Style(design, families, {name: f"#{colour}" for name, colour in colours.items()}, room, on_telephone)
