"""Strips on pages: nothing is cut, and what hangs together stays together where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QPainter

from desktop.ui.copies.strips import FREE, KEPT, TIED, Strip, height_of

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip, and how far down on its page it stands."""

    strip: Strip
    top: float


Page: TypeAlias = tuple[Placed, ...]


def paged(strips: Sequence[Strip], room: float) -> list[Page]:
    """The strips on pages with so much room. A strip that is higher than a page has one to itself."""
    filler = _Filler(room)
    for group in _groups(strips, KEPT):
        filler.add(group)
    return filler.pages


def balanced(strips: Sequence[Strip], room: float) -> list[Page]:
    """The same on as many pages, but all about equally full. Nothing more is torn for that."""
    pages = paged(strips, room)
    most = _torn(pages)
    low, high = height_of(strips) / len(pages) if pages else room, room
    while high - low > 1:
        middle = (low + high) / 2
        tried = paged(strips, middle)
        fits = all(bottom_of(page) <= middle for page in tried)
        if fits and len(tried) == len(pages) and _torn(tried) <= most:
            pages, high = tried, middle
        else:
            low = middle
    return pages


def bottom_of(page: Page) -> float:
    """How far down a page is filled."""
    return max((placed.top + placed.strip.height for placed in page), default=0.0)


def paint_page(painter: QPainter, page: Page, x: float, y: float) -> None:
    """Paint a page from this left and upper edge of its text."""
    for placed in page:
        placed.strip.paint(painter, x, y + placed.top)


def numbers_of(pages: Sequence[Page]) -> dict[str, int]:
    """On which page each part begins."""
    return {
        placed.strip.mark: number for number, page in enumerate(pages, start=1) for placed in page if placed.strip.mark
    }


def _torn(pages: Sequence[Page]) -> int:
    """How many pages end in the middle of what hangs together."""
    return sum(page[-1].strip.hold != FREE for page in pages if page)


def _groups(strips: Sequence[Strip], hold: int) -> Iterator[list[Strip]]:
    """The strips that hang together at least so much."""
    group: list[Strip] = []
    for strip in strips:
        if strip.new_page and group:
            yield group
            group = []
        group.append(strip)
        if strip.hold < hold:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    """Fills page after page."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._pages: list[list[Placed]] = []
        self._bottom = 0.0

    @property
    def pages(self) -> list[Page]:
        return [tuple(page) for page in self._pages]

    def add(self, group: Sequence[Strip], hold: int = KEPT) -> None:
        """Put a group below what there is, or on a page of its own, or in smaller groups."""
        if (group[0].new_page and self._bottom) or not self._pages:
            self._turn()
        if not self._fits(group):
            if hold <= TIED and not self._fits_a_page(group):
                for smaller in _groups(group, hold + 1):
                    self.add(smaller, hold + 1)
                return
            if self._bottom:
                self._turn()
        for strip in group:
            self._put(strip)

    def _fits(self, group: Sequence[Strip]) -> bool:
        above = group[0].above if self._bottom else height_of(group[0].heads)
        return self._bottom + above + height_of(group) <= self._room + _ROUNDING

    def _fits_a_page(self, group: Sequence[Strip]) -> bool:
        return height_of(group[0].heads) + height_of(group) <= self._room + _ROUNDING

    def _turn(self) -> None:
        self._pages.append([])
        self._bottom = 0.0

    def _put(self, strip: Strip) -> None:
        if not self._bottom:
            for head in strip.heads:
                self._place(head)
        self._place(strip)

    def _place(self, strip: Strip) -> None:
        top = self._bottom + (strip.above if self._bottom else 0.0)
        self._pages[-1].append(Placed(strip, top))
        self._bottom = top + strip.height
