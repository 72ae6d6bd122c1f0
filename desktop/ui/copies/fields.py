"""Lines of a form: a label, and a line to write on."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QPainter

from desktop.core.document import Field, Run
from desktop.ui.copies.place import Place, both
from desktop.ui.copies.strips import TIED, Strip, filled, held_with_next, space, stacked
from desktop.ui.copies.words import Line, lines, set_lines

_LABELS = 0.3
"""How much of the width the labels take, so that the lines begin below each other."""

_LEAST = 30
"""Millimetres to write on beside a label; else the line stands below it."""


def write_field(place: Place, fields: Sequence[Field]) -> list[Strip]:
    """A line to fill in, with its label in one language or two."""
    style, field = place.style, fields[0]
    words = set_lines((Run(both([each.label for each in fields])),), style.letters("text"), place.width)
    if not words:
        return []
    begins = _begins(place, words)
    if place.width - begins < style.mm(_LEAST):
        return [*held_with_next([each.strip for each in words], TIED), _ruled(place, field, space(0), 0.0)]
    first = held_with_next([each.strip for each in words[:-1]], TIED)
    return [*first, _ruled(place, field, words[-1].strip, begins)]


def _begins(place: Place, words: Sequence[Line]) -> float:
    """Where the line begins beside the end of its label."""
    least = words[-1].wide + place.style.mm(2)
    return least if len(words) > 1 else max(least, place.width * _LABELS)


def _ruled(place: Place, field: Field, label: Strip, begins: float) -> Strip:
    """A line to write on, with what stands there already, and its label at the left."""
    style = place.style
    value = stacked(lines((Run(field.value),), style.letters("text"), place.width - begins))
    high = max(style.mm(12 if field.fill == "signature" else 8), value.height, label.height)

    def paint(painter: QPainter, x: float, y: float) -> None:
        thin = style.mm(0.2)
        filled(painter, style.colours["muted"], x + begins, y + high - thin, place.width - begins, thin)
        for part, left in ((label, 0.0), (value, begins)):
            part.paint(painter, x + left, y + high - part.height - style.mm(0.3))

    return replace(space(high), paint=paint)
