"""What a copy is made of: strips across its column, one below the other, that are never cut.

All measures are whole or broken units of which there are `MM` to the millimetre, whatever it is painted on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

MM = 50.0
"""Units to the millimetre: letters have whole sizes."""

FREE, KEPT, TIED = 0, 1, 2
"""How a strip hangs together with the next: not at all; on one page where it fits; always."""

Paint: TypeAlias = Callable[[QPainter, float, float], None]
"""Paints from this left and upper edge."""

_OVERLAP = 0.2 * MM
"""How far a ground reaches below its strip, so that no line of light shows between two."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of words, a row of a table, a drawing."""

    height: float
    paint: Paint
    above: float = 0.0
    """Space above it; none at the top of a page."""
    hold: int = FREE
    """How it hangs together with the next one."""
    heads: "tuple[Strip, ...]" = ()
    """What is repeated above it where it begins a page."""
    new_page: bool = False
    mark: str = ""
    """Id of the part that begins here."""
    two_columns: bool = False
    """Whether two languages stand in it side by side."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind strips, as "#17596A"; "" for nothing."""

    fill: str
    rule: str = ""
    """A thick line at the left."""
    frame: str = ""
    """A thin line around."""


def height_of(strips: Sequence[Strip]) -> float:
    """From the top of the first to the bottom of the last."""
    return sum(strip.above + strip.height for strip in strips) - (strips[0].above if strips else 0)


def space(height: float) -> Strip:
    """Nothing, so high."""
    return Strip(height, lambda _painter, _x, _y: None)


def held(strips: Iterable[Strip], hold: int) -> list[Strip]:
    """The strips hanging together at least so much; how the last one hangs together with what follows stays."""
    all_strips = list(strips)
    return [replace(strip, hold=max(strip.hold, hold)) for strip in all_strips[:-1]] + all_strips[-1:]


def held_with_next(strips: Iterable[Strip], hold: int) -> list[Strip]:
    """The strips hanging together at least so much, also with what follows."""
    return [replace(strip, hold=max(strip.hold, hold)) for strip in strips]


def paragraph_of(lines: Sequence[Strip]) -> list[Strip]:
    """Lines of which neither the first nor the last stands alone on a page."""
    if len(lines) <= 3:
        return held(lines, TIED)
    return [replace(line, hold=TIED) if index in (0, len(lines) - 2) else line for index, line in enumerate(lines)]


def below(strips: Sequence[Strip], above: float) -> list[Strip]:
    """The strips with so much space above the first."""
    return [replace(strips[0], above=above), *strips[1:]] if strips else []


def moved(strips: Iterable[Strip], right: float) -> list[Strip]:
    """The strips further to the right."""

    def move(paint: Paint) -> Paint:
        return lambda painter, x, y: paint(painter, x + right, y)

    return [replace(strip, paint=move(strip.paint)) for strip in strips]


def stacked(strips: Sequence[Strip]) -> Strip:
    """Several strips as one, without the space above the first."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        top = y - (strips[0].above if strips else 0)
        for strip in strips:
            top += strip.above
            strip.paint(painter, x, top)
            top += strip.height

    return Strip(height_of(strips), paint)


def row(cells: Sequence[tuple[float, Sequence[Strip]]], most: float) -> list[Strip]:
    """Cells beside each other, each with its left edge. A row higher than `most` comes in several pieces."""
    parts = [(left, _pieces(strips, most)) for left, strips in cells]
    rows: list[Strip] = []
    for index in range(max((len(pieces) for _left, pieces in parts), default=0)):
        beside = [(left, pieces[index]) for left, pieces in parts if index < len(pieces)]
        rows.append(_beside(beside))
    return rows


def on_ground(strips: Sequence[Strip], ground: Ground, width: float, padding: float, above: float) -> list[Strip]:
    """The strips in a panel so wide, with so much space around them, and `above` the panel."""
    made: list[Strip] = []
    for index, strip in enumerate(moved(strips, padding)):
        first, last = index == 0, index == len(strips) - 1
        over, under = padding * 0.8 if first else strip.above, padding * 0.8 if last else 0.0
        high = over + strip.height + under
        behind = _behind(ground, width, high, first=first, last=last)
        inside = _shifted(strip.paint, over)
        made.append(replace(strip, height=high, above=above if first else 0.0, paint=_both(behind, inside)))
    return made


def headed(heads: Sequence[Strip], strips: Sequence[Strip]) -> list[Strip]:
    """The strips below a head, which is repeated on every page they come to."""
    repeated = tuple(replace(head, hold=TIED) for head in heads)
    return [*repeated, *(replace(strip, heads=(*repeated, *strip.heads)) for strip in strips)]


def columns_headed(head: Strip, strips: Sequence[Strip]) -> list[Strip]:
    """The strips with a head above the first with two columns, and on every page that begins with such strips."""
    made: list[Strip] = []
    follows = False
    for strip in reversed(strips):
        follows = strip.two_columns or (follows and strip.hold == TIED)
        made.append(replace(strip, heads=(head, *strip.heads)) if follows else strip)
    made.reverse()
    first = next((index for index, strip in enumerate(made) if strip.two_columns), None)
    return made if first is None else [*strips[:first], head, *made[first:]]


def filled(painter: QPainter, colour: str, x: float, y: float, wide: float, high: float) -> None:
    """Fill a rectangle."""
    painter.fillRect(QRectF(x, y, wide, high), QColor(colour))


def _pieces(strips: Sequence[Strip], most: float) -> list[Strip]:
    pieces: list[Strip] = []
    piece: list[Strip] = []
    for strip in strips:
        if piece and height_of([*piece, strip]) > most:
            pieces.append(stacked(piece))
            piece = []
        piece.append(strip)
    return [*pieces, stacked(piece)] if piece else pieces


def _beside(cells: Sequence[tuple[float, Strip]]) -> Strip:
    def paint(painter: QPainter, x: float, y: float) -> None:
        for left, strip in cells:
            strip.paint(painter, x + left, y)

    return Strip(max(strip.height for _left, strip in cells), paint)


def _behind(ground: Ground, width: float, high: float, *, first: bool, last: bool) -> Paint:
    def paint(painter: QPainter, x: float, y: float) -> None:
        reach = high if last else high + _OVERLAP
        if ground.fill:
            filled(painter, ground.fill, x, y, width, reach)
        if ground.frame:
            thin = 0.2 * MM
            filled(painter, ground.frame, x, y, thin, reach)
            filled(painter, ground.frame, x + width - thin, y, thin, reach)
            if first:
                filled(painter, ground.frame, x, y, width, thin)
            if last:
                filled(painter, ground.frame, x, y + high - thin, width, thin)
        if ground.rule:
            filled(painter, ground.rule, x, y, 1.2 * MM, reach)

    return paint


def _shifted(paint: Paint, down: float) -> Paint:
    return lambda painter, x, y: paint(painter, x, y + down)


def _both(behind: Paint, inside: Paint) -> Paint:
    def paint(painter: QPainter, x: float, y: float) -> None:
        behind(painter, x, y)
        inside(painter, x, y)

    return paint
