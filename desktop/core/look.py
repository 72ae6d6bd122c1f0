"""How the firm's documents look: design, colour, logo, letterhead."""

import re
from dataclasses import dataclass

from desktop.core.text import Language
from desktop.i18n import Message

DESIGNS = ("modern", "classic", "plain")
"""The designs of documents; the plain one saves ink."""

WHITE = "#FFFFFF"
BLACK = "#000000"

LEAST_CONTRAST = 4.5
"""The contrast that text of any size needs with what is behind it (WCAG 2.2, success criterion 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is kept with the answers."""

    name: str
    """Its file name."""
    data: bytes


class AttachedError(ValueError):
    """A file that cannot serve as logo or letterhead. `reason` says why, and what to do."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Look:
    """What the owner chose for all documents."""

    design: str = DESIGNS[0]
    colour: str = ""
    """The firm's colour as "#17596A"; "" for that of the design."""
    logo: Attached | None = None
    """A picture (PNG or JPEG)."""
    letterhead: Attached | None = None
    """A Word file (.docx) whose header, footer and margins are used."""
    cover: bool = True
    """Whether a long document opens with a title page."""
    first_language: Language = ""
    """The language in the left column side by side; "" for the usual order."""


def is_colour(text: str) -> bool:
    """Whether a text is a colour: "#17596A"."""
    return re.fullmatch("#[0-9A-Fa-f]{6}", text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21 (black and white), as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, on: str = WHITE) -> str:
    """The colour, darkened as little as is needed for text on a light ground.

    Its hue stays. A ground that is too dark for dark text gives black.
    """
    if contrast(colour, on) >= LEAST_CONTRAST:
        return colour.upper()
    darkened = (mixed(colour, BLACK, share / 100) for share in range(99, -1, -1))
    return next((dark for dark in darkened if contrast(dark, on) >= LEAST_CONTRAST), BLACK)


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid over a ground, covering this share of it: 0 is all ground, 1 all colour."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
