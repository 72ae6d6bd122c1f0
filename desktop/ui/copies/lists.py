"""Lists: points, letters, numbers, boxes to tick."""

from dataclasses import replace

from PySide6.QtGui import QPainter

from desktop.core.document import ListBlock, Run, Runs
from desktop.ui.copies import signs
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import Paint, Strip, below, moved, paragraph_of
from desktop.ui.copies.words import font, is_blank, line_height, lines

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SIGN = 0.78
"""Size of a sign, in sizes of the letters."""


def write_list(place: Place, block: ListBlock) -> list[Strip]:
    """A list, each point with its sign."""
    written: list[Strip] = []
    for index, item in enumerate(block.items):
        written += below(write_item(place, block, index, item), place.between_points)
    return below(written, place.between_paragraphs)


def write_item(place: Place, block: ListBlock, index: int, item: Runs, *, second: bool = False) -> list[Strip]:
    """One point of a list. The `second` language of a box to tick has its words only, in a quieter colour."""
    hanging = _hanging(place, block)
    letters = place.style.letters("text", "muted" if second else "ink")
    words = [] if is_blank(item) else moved(lines(item, letters, place.width - hanging), hanging)
    if second or not words:
        return paragraph_of(words)
    return paragraph_of([_signed(words[0], _sign(place, block, index)), *words[1:]])


def _hanging(place: Place, block: ListBlock) -> float:
    """How far the words stand in from the sign."""
    is_wide = block.ordered or bool(block.mark) or place.tone in ("good", "bad")
    if place.style.on_telephone:
        return place.style.mm(7.0 if is_wide else 5.0)
    return place.style.mm(6.5 if is_wide else 5.0)


def _sign(place: Place, block: ListBlock, index: int) -> Paint:
    style = place.style
    letters = style.letters("text", "accent", bold=block.mark == "number")
    if block.mark == "number" or (block.ordered and not block.mark):
        count = f"{index + 1}." if block.mark == "number" else f"({_letter(index)})"
        return lines((Run(count),), letters, style.mm(50))[0].paint
    size = font(letters).pixelSize() * _SIGN
    down = (line_height(letters) - size) / 2
    if block.mark == "tick":
        return signs.box(style.colours["muted"], size, down)
    match place.tone:
        case "good":
            return signs.tick(style.colours["good"], size, down)
        case "bad":
            return signs.cross(style.colours["bad"], size, down)
        case _:
            return signs.bullet(style.colours["accent"], size, down)


def _letter(index: int) -> str:
    more, last = divmod(index, len(_ALPHABET))
    return (_letter(more - 1) if more else "") + _ALPHABET[last]


def _signed(words: Strip, sign: Paint) -> Strip:
    def paint(painter: QPainter, x: float, y: float) -> None:
        sign(painter, x, y)
        words.paint(painter, x, y)

    return replace(words, paint=paint)
