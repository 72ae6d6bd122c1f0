"""Tables of words, in one language or with two of them below each other in each cell."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.core.document import Runs, Table, plain
from desktop.ui.copies import signs
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import KEPT, Strip, filled, headed, held, row, space
from desktop.ui.copies.style import Letters
from desktop.ui.copies.words import font, lines

_LABELS = 0.3
"""How much of the width a first column of labels takes."""

_LONGEST = 0.3
"""How much of the width a column takes at most for the sake of one long word."""

_HIGHEST = 0.5
"""Part of a page from which a row is torn rather than moved."""


def write_table(place: Place, tables: Sequence[Table]) -> list[Strip]:
    """A table as wide as the place. A heading row is repeated on every page.

    The first language stands in each cell, the others below it where they differ; what is filled in stands once.
    """
    first = tables[0]
    columns = max((len(row) for row in first.rows), default=0)
    if not columns:
        return []
    widths = _widths(place, tables, columns)
    rows = [
        _row(place, [table.rows[index] for table in tables], widths, header=first.header, index=index)
        for index in range(len(first.rows))
    ]
    if first.header:
        body = [strip for strips in rows[1:] for strip in strips]
        return headed(rows[0], _last_two(body)) if body else rows[0]
    return _last_two([strip for strips in rows for strip in strips])


def _last_two(rows: list[Strip]) -> list[Strip]:
    """The rows, the last of which does not stand alone on a page."""
    return [*rows[:-2], *held(rows[-2:], KEPT)]


def _row(
    place: Place, rows: Sequence[Sequence[Runs]], widths: Sequence[float], *, header: bool, index: int
) -> list[Strip]:
    style, padding = place.style, place.style.mm(1.5)
    is_head = header and index == 0
    cells: list[tuple[float, list[Strip]]] = []
    left = 0.0
    for column, width in enumerate(widths):
        texts = [row[column] if column < len(row) else () for row in rows]
        label = is_head or (not header and column == 0)
        letters = style.letters("text" if not is_head else "small", "accent" if is_head else "ink", bold=label)
        cells.append((left + padding, _cell(place, texts, letters, width - 2 * padding)))
        left += width
    by_hand = any(run.fill for cell in rows[0] for run in cell)
    least = style.mm(8 if by_hand else 0)
    if not any(strips for _left, strips in cells):
        cells = [(0.0, [space(0.0)])]
    return [_ruled(place, strip, least, is_head=is_head) for strip in row(cells, style.room * _HIGHEST)]


def _cell(place: Place, texts: Sequence[Runs], letters: Letters, width: float) -> list[Strip]:
    """The words of a cell in each language that says something else; or a box to tick, or room."""
    if texts[0] and all(run.fill and not run.text for run in texts[0]):
        if texts[0][0].fill != "tick":
            return []
        size = place.style.mm(3.6)
        return [replace(space(size), paint=signs.box(place.style.colours["muted"], size, 0))]
    written = lines(texts[0], letters, width)
    said = {plain(texts[0])}
    for runs in texts[1:]:
        if plain(runs) not in said:
            said.add(plain(runs))
            second = replace(letters, colour=place.style.colours["muted"])
            written += lines(tuple(run for run in runs if not run.fill), second, width)
    return written


def _ruled(place: Place, strip: Strip, least: float, *, is_head: bool) -> Strip:
    style = place.style
    over = style.mm(1.1)
    high = max(strip.height + 2 * over, least)
    tint = style.colours["plain_fill"] if is_head and style.has_tints else ""
    thin = style.mm(0.35 if is_head else 0.18)
    colour = style.colours["accent" if is_head else "rule"]

    def paint(painter: QPainter, x: float, y: float) -> None:
        if tint:
            filled(painter, tint, x, y, place.width, high)
        filled(painter, colour, x, y + high - thin, place.width, thin)
        strip.paint(painter, x, y + over)

    return replace(strip, height=high, paint=paint)


def _widths(place: Place, tables: Sequence[Table], columns: int) -> list[float]:
    """Of the columns: as they share the width, and none too narrow for its longest word where others have room."""
    first = tables[0]
    if len(first.shares) == columns:
        shares = [share / sum(first.shares) for share in first.shares]
    elif first.header or columns == 1:
        shares = [1 / columns] * columns
    else:
        shares = [_LABELS, *[(1 - _LABELS) / (columns - 1)] * (columns - 1)]
    widths = [place.width * share for share in shares]
    needed = [_needed(place, tables, column) for column in range(columns)]
    missing = sum(max(need - width, 0) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needed, widths, strict=True))
    if not missing or missing > spare:
        return widths
    return [
        need if width < need else width - (width - need) * missing / spare
        for need, width in zip(needed, widths, strict=True)
    ]


def _needed(place: Place, tables: Sequence[Table], column: int) -> float:
    """The width of the longest word of a column."""
    metrics = QFontMetricsF(font(place.style.letters("text", bold=True)))
    words = {word for table in tables for row in table.rows if column < len(row) for word in plain(row[column]).split()}
    widest = max(map(metrics.horizontalAdvance, words), default=0.0)
    return min(widest, place.width * _LONGEST) + place.style.mm(3.2)
