"""Tinted panels, one below the other or side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter

from desktop.core.document import Box, Runs
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import (
    KEPT,
    TIED,
    Ground,
    Strip,
    below,
    filled,
    height_of,
    held,
    held_with_next,
    on_ground,
    row,
    space,
    stacked,
)
from desktop.ui.copies.words import is_blank, lines

_WHOLE = 0.45
"""Part of a page up to which a panel is held on one page."""

_BESIDE = 0.9
"""Part of a page up to which panels stand side by side."""


def write_panel(place: Place, tone: str, heading: Sequence[Strip], written: Sequence[Strip]) -> list[Strip]:
    """A panel with its heading, and what was written for the inside of it."""
    content = below(written, place.style.mm(1.2)) if heading else list(written)
    strips = on_ground(
        [*held_with_next(heading, TIED), *content],
        ground_of(place, tone),
        place.width,
        padding_of(place),
        _above(place),
    )
    return _whole(place, strips)


def heading_of(place: Place, tone: str, title: Runs) -> list[Strip]:
    """The heading of a panel, for the inside of it."""
    return [] if is_blank(title) else lines(title, place.style.letters("clause", tone, bold=True), place.width)


def write_panels(place: Place, boxes: Sequence[Box], inside: Callable[[Place, Box], list[Strip]]) -> list[Strip]:
    """Panels side by side and equally high; one below the other where there is no room for that."""
    gap = place.style.mm(4)
    narrow = place.narrower(place.width - (place.width - gap * (len(boxes) - 1)) / max(len(boxes), 1))
    beside = [_banded(narrow, box, inside) for box in boxes]
    high = max(map(height_of, beside), default=0.0)
    if place.style.on_telephone or high > place.style.room * _BESIDE:
        return [strip for box in boxes for strip in _whole(place, _banded(place, box, inside))]
    columns = [_stretched(narrow, box, strips, high) for box, strips in zip(boxes, beside, strict=True)]
    cells = [(index * (narrow.width + gap), [column]) for index, column in enumerate(columns)]
    return below(row(cells, place.style.room), _above(place))


def padding_of(place: Place) -> float:
    """Between the edge of a panel and its words."""
    return place.style.mm(4.0 if place.style.on_telephone else 3.2)


def ground_of(place: Place, tone: str) -> Ground:
    """What lies behind a panel."""
    colours = place.style.colours
    if not place.style.has_tints:
        return Ground("", colours[tone], colours["rule"])
    return Ground(colours[f"{tone}_fill"], colours[tone])


def _banded(place: Place, box: Box, inside: Callable[[Place, Box], list[Strip]]) -> list[Strip]:
    """A panel under a band with its heading."""
    padding = padding_of(place)
    band = _band(place, box)
    strips = on_ground(inside(place.inside(box.tone, padding), box), _flat(place, box.tone), place.width, padding, 0.0)
    return below([*held_with_next(band, TIED), *strips], _above(place))


def _band(place: Place, box: Box) -> list[Strip]:
    """Light letters on the colour of the panel, or dark ones above a line where ink is saved."""
    if is_blank(box.title):
        return []
    style, padding = place.style, padding_of(place)
    letters = style.letters("clause", "paper" if style.has_tints else "ink", bold=True)
    title = stacked(lines(box.title, letters, place.width - 2 * padding))
    over, thin = style.mm(1.3), style.mm(0.4)
    high = title.height + 2 * over

    def paint(painter: QPainter, x: float, y: float) -> None:
        if style.has_tints:
            filled(painter, style.colours[box.tone], x, y, place.width, high)
        else:
            filled(painter, style.colours["ink"], x, y + high - thin, place.width, thin)
        title.paint(painter, x + padding, y + over)

    return [Strip(high, paint)]


def _stretched(place: Place, box: Box, strips: Sequence[Strip], high: float) -> Strip:
    """A panel as high as the one beside it."""
    used = height_of(strips)
    (rest,) = on_ground([space(high - used)], _flat(place, box.tone), place.width, 0.0, 0.0)
    return stacked([*strips, rest]) if high > used else stacked(strips)


def _flat(place: Place, tone: str) -> Ground:
    """Without the line at the left: a band says what the panel is."""
    ground = ground_of(place, tone)
    return Ground(ground.fill, "", "")


def _whole(place: Place, strips: list[Strip]) -> list[Strip]:
    """A panel that is held on one page where it is not too high for that."""
    if place.style.on_telephone or height_of(strips) <= place.style.room * _WHOLE:
        return held(strips, KEPT)
    return strips


def _above(place: Place) -> float:
    return place.style.mm(4.0 if place.style.on_telephone else 3.0)
