"""How the boxes of the response chart look, wherever it is drawn. What colour says, shape and border say too."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.document import Shape

ROUND = {"start": 5.0, "question": 2.0, "action": 0.0, "end": 5.0}
"""Radius of a box's corners by its kind, in millimetres; never more than half its height."""

FONT = "Calibri"
"""The boxes are measured for these letters, so all designs use them here."""

THIN, HEAVY, ARROW = 1.0, 2.5, 1.25
"""Thickness of borders and arrows, in points."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart, as "#17596A"."""

    accent: str = "#17596A"
    """Borders of questions."""
    soft: str = "#E6F0F2"
    """What questions are filled with."""
    start: str = "#17596A"
    """What the first box is filled with."""
    on_start: str = "#FFFFFF"
    paper: str = "#FFFFFF"
    ink: str = "#222B33"
    line: str = "#5B6B73"
    """Arrows, and borders of what is no question."""
    danger: str = "#A3241B"
    danger_soft: str = "#FDEBE9"
    good: str = "#2C6B3C"
    good_soft: str = "#E7F4E9"
    gap: str = "#FFF1CC"
    """Behind what is still to be filled in."""
    gap_ink: str = "#222B33"


DEFAULT = Palette()


def palette_of(colours: Mapping[str, str]) -> Palette:
    """The colours of a chart from the named colours of a design of documents, as Word writes them ("17596A").

    A design without tints, which saves ink, gets no dark box at the start either.
    """
    named = {name: f"#{colour.removeprefix('#')}" for name, colour in colours.items()}
    tinted = named["tint"] != DEFAULT.paper
    return Palette(
        accent=named["accent"],
        soft=named["tint"],
        start=named["accent"] if tinted else DEFAULT.paper,
        on_start=DEFAULT.paper if tinted else named["ink"],
        ink=named["ink"],
        line=named["muted"],
        danger=named["bad"],
        danger_soft=named["bad_fill"],
        good=named["good"],
        good_soft=named["good_fill"],
        gap=named["gap"],
        gap_ink=named["ink"],
    )


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How one box is drawn."""

    fill: str
    border: str
    thick: float
    """Of its border, in points."""
    ink: str
    radius: float
    """Of its corners, in millimetres."""
    centred: bool = False


def style_of(shape: Shape, palette: Palette) -> BoxStyle:
    """How a box is drawn: questions rounded, actions square, ends round; danger with a heavy border."""
    radius = min(ROUND[shape.kind], shape.height / 2)
    if shape.kind == "start":
        return BoxStyle(palette.start, palette.accent, THIN, palette.on_start, radius, centred=True)
    match shape.tone, shape.kind:
        case "danger", _:
            return BoxStyle(palette.danger_soft, palette.danger, HEAVY, palette.ink, radius)
        case "good", _:
            fill, border = palette.good_soft, palette.good
        case _, "question":
            fill, border = palette.soft, palette.accent
        case _:
            fill, border = palette.paper, palette.line
    return BoxStyle(fill, border, THIN, palette.ink, radius)
