"""How the firm's documents look: design, colour, logo, letterhead."""

from dataclasses import dataclass

from desktop.core.text import Language

DESIGNS = ("modern", "classic", "plain")
"""The designs of documents; the plain one saves ink."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is kept with the answers."""

    name: str
    """Its file name."""
    data: bytes


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
