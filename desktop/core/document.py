"""The document tree: what every renderer draws. Frozen, language by language, numbers already worked out."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from desktop.core.text import Language


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style and one language."""

    text: str
    bold: bool = False
    term: bool = False
    """A defined term of the glossary."""
    gap: bool = False
    """A bracketed prompt: something still to be answered or written in this language."""
    language: Language = ""
    """The language of these words where it is not the document's; else ""."""
    target: str = ""
    """Id of the section, clause or annex this run points to; else ""."""
    fill: str = ""
    """A place filled in by hand or on the screen: "text", "date" or "tick"; by hand alone "signature"; else ""."""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of points. Ordered ones are lettered (a), (b), (c)."""

    items: tuple[Runs, ...]
    ordered: bool = False
    mark: str = ""
    """"number" for 1., 2., 3. and "tick" for a box to tick, in place of points or letters."""


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in by hand, with its label: "Signature"."""

    label: str
    fill: str = "text"
    """"text", "date" or "signature"."""
    value: str = ""
    """What stands there already."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. With `header`, the first row is a heading; else the first column is."""

    rows: tuple[tuple[Runs, ...], ...]
    header: bool = True
    shares: tuple[int, ...] = ()
    """How the columns share the width; equally where nothing is said."""


@dataclass(frozen=True, slots=True)
class Box:
    """A tinted panel with a heading."""

    tone: str
    """"plain", "good", "bad" or "warning"."""
    title: Runs
    blocks: "tuple[Paragraph | ListBlock | Field, ...]"


@dataclass(frozen=True, slots=True)
class Columns:
    """Panels side by side, such as dos and don'ts."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A box of a drawing. Measures in millimetres from the top left corner."""

    id: str
    kind: str
    """"start", "question", "action" or "end"."""
    tone: str
    left: float
    top: float
    width: float
    height: float
    text: Runs
    note: Runs = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from box to box through these points, with its word beside the start: "Yes"."""

    points: tuple[tuple[float, float], ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A flow chart, laid out. Measures in millimetres."""

    width: float
    height: float
    points: float
    """Size of its letters, in points."""
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]
    says: str
    """The whole chart in words, for those who cannot see it."""


Block: TypeAlias = Paragraph | ListBlock | Field | Table | Box | Columns | Drawing


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as printed, with where it came from and why it is there."""

    id: str
    number: str
    """"3.2"; in an annex "A.1"."""
    title: Runs
    blocks: tuple[Block, ...]
    because: tuple[str, ...] = ()
    """Ids of the questions whose answers brought it in or chose its wording; empty: it is in every policy."""
    laws: tuple[str, ...] = ()
    locked: bool = False
    edited: bool = False
    """Whether the owner worded it."""
    own: bool = False
    """Whether the owner wrote it."""
    added: bool = False
    """Whether the owner put it in against the answers."""


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the policy. Its number is "1" to "10"."""

    id: str
    number: str
    title: Runs
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of an annex, or one part of a handout: a defined term, a law, a paragraph of the sign-off page."""

    id: str
    blocks: tuple[Block, ...]
    heading: Runs = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, lettered "A", "B", "C"."""

    id: str
    letter: str
    heading: Runs
    """The whole heading: "Annex A: Words used in this policy"."""
    entries: tuple[Entry, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    kind: str
    """Document id: "policy"."""
    language: Language
    business_name: str
    """For the title block; a bracketed prompt where it is not answered."""
    title: str
    status: str
    """"Draft" / "Draf", or the version: "Version 1" / "Versi 1"."""
    details: Table
    """The document control table: two columns, label and value."""
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    words: dict[str, str] = field(default_factory=dict[str, str])
    """Fixed words for renderers by key of `words.toml`: contents, page_of …"""
    dated: date | None = None
    """The date for the document's properties; None where none is known."""
    pages: int = 0
    """The pages it promises not to exceed; 0: as many as it takes."""
    landscape: bool = False

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in order."""
        return tuple(clause for section in self.sections for clause in section.clauses)


def plain(runs: Runs) -> str:
    """The words of runs without their styles."""
    return "".join(run.text for run in runs)
