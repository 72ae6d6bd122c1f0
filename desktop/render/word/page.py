"""The page: its size and margins, and the page set-up of each part of a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.render.word import package
from desktop.render.word.designs import Margins, filled_in

GUTTER = 340
"""Space between two columns: the right margin of a cell of the side-by-side form."""

_NARROWER = 262
"""How much narrower than half the page a column of the side-by-side form can be."""

_A4 = (11906, 16838)
_REFERENCES = re.compile(r"(?:<w:(?:header|footer)Reference [^>]*/>\s*)+")
_AFTER_BORDERS = "<w:cols "
_TITLE_PAGE = "<w:titlePg/>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int = 709
    footer: int = 624
    gutter: int = 0
    landscape: bool = False
    borders: str = ""
    """Lines around the page, as Word writes them."""

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """Between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> "Page":
        """The same paper lying on its side. The margins stay where they are: above is above."""
        return replace(self, width=self.height, height=self.width, landscape=not self.landscape)

    @property
    def values(self) -> Mapping[str, int | str]:
        """What the base document calls its measures."""
        return {
            "page_width": self.width,
            "page_height": self.height,
            "page_turned": "landscape" if self.landscape else "portrait",
            **{side: getattr(self, side) for side in ("top", "right", "bottom", "left", "header", "footer", "gutter")},
            "width": self.text_width,
            "column": (self.text_width - GUTTER) // 2 - _NARROWER,
        }


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page set-up, for each part of the document in turn."""

    title: str
    contents: str
    text: str


def a4(margins: Margins) -> Page:
    """The page of a design."""
    return Page(*_A4, top=margins.top, right=margins.sides, bottom=margins.bottom, left=margins.sides)


def page_setup(page: Page, references: str = "", *, first_differs: bool = True) -> PageSetup:
    """The page set-up of the base document on such a page. Raises `ValueError` if it has not its three parts.

    `references` name headers and footers of a letterhead in place of ours; `first_differs` says whether the first page
    has some of its own.
    """
    written = filled_in(package.base_parts()[package.DOCUMENT], page.values)
    if references:
        written = _REFERENCES.sub(references, written)
    if not first_differs:
        written = written.replace(_TITLE_PAGE, "")
    if page.borders:
        written = written.replace(_AFTER_BORDERS, page.borders + _AFTER_BORDERS)
    return PageSetup(*re.findall(r"<w:sectPr>.*?</w:sectPr>", written, re.DOTALL))
