"""The size of the letters of a handout, so that it fits the pages it promises: small where its text is long.

A paper that promises to be one page is filled: its letters grow where there is room. Longer papers only shrink.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from desktop.core.word_package import W
from desktop.render.word import package
from desktop.render.word.base import Paper
from desktop.render.word.designs import Font
from desktop.render.word.measure import Reader, laid_out, page_count
from desktop.render.word.text_styles import TextStyles

LARGER = (1.2, 1.15, 1.1, 1.05)
SMALLER = (1.0, 0.95, 0.9, 0.85)
"""Sizes against those of the styles; the largest that fits is used. Below the last one nobody would want to read.

Letters of ten points have whole and half points in all of them, which is what Word knows.
"""

SPARE = 0.02
"""How much of the last page stays free, for what the estimate does not know."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The size of the letters, and how many pages they fill: of the last one, how much."""

    size: float
    pages: float


def sizes(promised: int) -> tuple[float, ...]:
    """The sizes to try for a paper that promises so many pages."""
    return LARGER + SMALLER if promised == 1 else SMALLER


def fitted(parts: Mapping[str, str], paper: Paper, font: Font, promised: int) -> Fit:
    """The largest size in which the text of some parts keeps its promise, else the smallest there is."""
    body = ElementTree.fromstring(parts[package.DOCUMENT]).find(f"{W}body")
    if body is None:
        return Fit(1, 0)
    blocks = Reader(TextStyles(parts[package.STYLES], parts[package.NUMBERING]), font).read(body)

    @cache
    def pages(size: float) -> float:
        return page_count(list(laid_out(blocks, paper.page.text_width, size)), paper.room)

    def fits(size: float) -> bool:
        return pages(size) <= promised - SPARE

    tried = sizes(promised)
    first = 0 if fits(tried[0]) else bisect_left(tried, True, key=fits)
    size = tried[min(first, len(tried) - 1)]
    return Fit(size, pages(size))
