"""What a document is written on and into: the base document in a design, or on the firm's letterhead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.core.look import Look
from desktop.render.word import designs, package
from desktop.render.word.designs import Font, filled_in
from desktop.render.word.logo import Logo, logo_of
from desktop.render.word.page import Page, PageSetup, a4, page_setup

if TYPE_CHECKING:
    from desktop.render.word.letterhead import Stationery

_TEMPLATES = (package.STYLES, package.NUMBERING, package.THEME, package.FONTS)
"""The parts with names in braces."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document is written on."""

    page: Page
    setup: PageSetup
    font: Font
    colours: Mapping[str, str]
    """By name, as Word writes them: see `designs.colours`."""
    cover: bool = True
    """Whether a long document has a title page."""
    logo: Logo | None = None
    """None where there is a letterhead, which has its own."""
    letterhead: "Stationery | None" = None

    @property
    def room(self) -> int:
        """The height of a page that is left for the text, in twentieths of a point."""
        pushed = self.letterhead.pushed if self.letterhead else 0
        return self.page.text_height - pushed


def paper_of(look: Look, *, landscape: bool = False) -> Paper:
    """The paper of a look."""
    design, colours = designs.design_of(look.design), designs.colours(look.design, look.colour)
    if stationery := _stationery(look):
        page = _lying(stationery.page) if landscape else stationery.page
        setup = page_setup(page, stationery.references, first_differs="first" in stationery.places)
        return Paper(page, setup, design.font, colours, look.cover, letterhead=stationery)
    page = a4(design.page)
    if landscape:
        page = _lying(page)
    return Paper(page, page_setup(page), design.font, colours, look.cover, logo_of(look))


@lru_cache(maxsize=32)
def dressed_parts(design: str, colour: str, page: Page, size: float) -> Mapping[str, str]:
    """The parts of the base document in a design and a colour; letters larger or smaller by a factor."""
    chosen = designs.design_of(design)
    font = chosen.font
    named = {
        "font": font.name,
        "twin": font.twin,
        "family": font.family,
        "panose": font.panose,
        "points": font.points,
    }
    values = {**designs.colours(design, colour), **named, **page.values}
    parts = dict(package.base_parts())
    parts[package.STYLES] = designs.sized(designs.restyled(parts[package.STYLES], chosen.styles), size)
    return parts | {name: filled_in(parts[name], values) for name in _TEMPLATES}


def _lying(page: Page) -> Page:
    return page if page.landscape else page.turned()


def _stationery(look: Look) -> "Stationery | None":
    if look.letterhead is None:
        return None
    # it loads python-docx, which takes a while and is needed only here
    from desktop.render.word.letterhead import stationery_of

    return stationery_of(look.letterhead)
