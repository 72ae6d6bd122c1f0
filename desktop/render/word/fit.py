"""The size of the letters of a handout, so that it fits the pages it promises: small where its text is long.

A paper that comes to one page fills it: its letters grow where there is room, on a poster most of all. Longer papers
shrink to keep their promise, and by a little where that saves a page that would be all but empty.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from xml.etree import ElementTree

from desktop.core.word_package import W
from desktop.render.word import package
from desktop.render.word.base import Paper
from desktop.render.word.designs import Font
from desktop.render.word.measure import Reader, laid_out, page_count
from desktop.render.word.text_styles import TextStyles

POSTER = (1.5, 1.45, 1.4, 1.35, 1.3, 1.25)
"""Sizes of what hangs on a wall, before the others."""

LARGER = (1.2, 1.15, 1.1, 1.05)
SMALLER = (0.95, 0.9, 0.85)
"""Sizes against those of the styles; the largest that fits is used. Below the last one nobody would want to read.

Letters of ten points have whole and half points in all of them, which is what Word knows.
"""

_A_LITTLE = (0.95, 0.9)
"""Sizes that are worth a page saved."""

_ALMOST_EMPTY = 0.4
"""How much of a page that is worth saving is filled."""

_SHORT = 2
"""Papers that promise more pages are not set larger, even if they come to one."""

SPARE = 0.02
"""How much of the last page stays free, for what the estimate does not know."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a paper promises."""

    pages: int = 0
    """It tries not to exceed so many pages; 0: as many as it takes."""
    languages: int = 1
    """Two side by side may need twice the pages."""
    sheets: bool = False
    """Whether it is made of single pages, each to be handed out or signed."""
    poster: bool = False
    """Whether it hangs on a wall."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The size of the letters, and how many pages they fill: of the last one, how much."""

    size: float
    pages: float


def enlarged(pages: int) -> float:
    """How large the letters of a paper that promises so many pages may get, on a poster apart."""
    return LARGER[0] if 0 < pages <= _SHORT else 1


def fitted(parts: Mapping[str, str], paper: Paper, font: Font, promise: Promise) -> Fit:
    """The size in which the text of some parts keeps its promise, else comes closest to it."""
    body = ElementTree.fromstring(parts[package.DOCUMENT]).find(f"{W}body")
    if body is None:
        return Fit(1, 0)
    blocks = Reader(TextStyles(parts[package.STYLES], parts[package.NUMBERING]), font).read(body)

    @cache
    def pages(size: float) -> float:
        return page_count(list(laid_out(blocks, paper.page.text_width, size)), paper.room)

    def largest(sizes: Sequence[float], count: int) -> float | None:
        """The largest of some sizes in which the text fills no more than so many pages."""
        if pages(sizes[0]) <= count - SPARE:
            return sizes[0]
        index = bisect_left(sizes, True, key=lambda size: pages(size) <= count - SPARE)
        return sizes[index] if index < len(sizes) else None

    size, needed = 1.0, ceil(pages(1) + SPARE)
    if promise.pages and needed > promise.pages:
        size = next(filter(None, (largest(*tried) for tried in _smaller(promise))), SMALLER[-1])
    elif needed == 1 and enlarged(promise.pages) > 1:
        size = largest((*(POSTER if promise.poster else ()), *LARGER), 1) or 1
    # the first step hardly shows; the next one only for a page that is all but empty
    steps = _A_LITTLE if pages(size) % 1 <= _ALMOST_EMPTY else _A_LITTLE[:1]
    smaller = [step for step in steps if step < size]
    if smaller and pages(size) > 1:
        size = largest(smaller, ceil(pages(size)) - 1) or size
    return Fit(size, pages(size))


def _smaller(promise: Promise) -> Iterator[tuple[Sequence[float], int]]:
    """Sizes to try for a paper that is too long, and the pages they have to keep to, the best first."""
    pages = promise.pages
    if promise.languages == 1 or promise.sheets:
        yield SMALLER, pages
    if promise.languages > 1:
        sizes = (*LARGER, 1, *_A_LITTLE) if pages == 1 else (1, *_A_LITTLE)
        yield from ((sizes, count) for count in range(pages, pages * promise.languages + 1))
        yield SMALLER, pages * promise.languages
