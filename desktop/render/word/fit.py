"""The size of the letters of a handout, so that it fits the pages it promises: small where its text is long.

A paper that promises to be one page is filled: its letters grow where there is room. Longer papers only shrink.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree

from desktop.core.word_package import W
from desktop.render.word.base import Paper
from desktop.render.word.designs import Font
from desktop.render.word.measure import Measure, page_count
from desktop.render.word.text_styles import TextStyles

LARGER = (1.2, 1.15, 1.1, 1.05)
SMALLER = (1.0, 0.96, 0.92, 0.88, 0.84)
"""Sizes against those of the styles; the largest that fits is used. Below the last one nobody would want to read."""

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


def fitted(
    document: str, numbering: str, styles_at: Callable[[float], str], paper: Paper, font: Font, promised: int
) -> Fit:
    """The largest size in which a document keeps its promise, else the smallest there is.

    `document` and `numbering` are parts in the size 1, `styles_at` gives the styles part in any size.
    """
    body = ElementTree.fromstring(document).find(f"{W}body")
    if body is None:
        return Fit(1, 0)
    known: dict[float, float] = {}

    def pages(size: float) -> float:
        if size not in known:
            measure = Measure(TextStyles(styles_at(size), numbering, size), font)
            pieces = list(measure.pieces(body, paper.page.text_width))
            known[size] = page_count(pieces, paper.room)
        return known[size]

    tried = sizes(promised)
    if len(tried) == len(SMALLER) and pages(tried[0]) <= promised - SPARE:  # the usual case
        return Fit(tried[0], pages(tried[0]))
    first = bisect_left(tried, True, key=lambda size: pages(size) <= promised - SPARE)
    size = tried[min(first, len(tried) - 1)]
    return Fit(size, pages(size))
