"""What the content holds beside steps, questions and clauses: laws, terms, wording rules, documents, samples."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class LanguageInfo:
    """A language documents can be written in."""

    id: Language
    name: str
    word: str
    """The tag Word knows it by: "ms-MY"."""
    babel: str
    """The locale for dates and numbers: "ms_MY"."""


class LawStatus(StrEnum):
    """Whether a law is in force, as far as the evidence goes."""

    IN_FORCE = "in_force"
    PARTLY = "partly"
    PENDING = "pending"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Law:
    """A law, code or regulation a clause may rest on."""

    id: str
    title: Text
    means: Text
    status: LawStatus
    evidence: str
    """Month of the newest source seen: "2026-09"."""
    confidence: str
    sections: tuple[str, ...] = ()
    unit: str = "section"
    """What its parts are called: "section", or "article" of a constitution."""
    in_force: str = ""
    check_again: bool = False
    when: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary; with a definition it is a defined term of the policy."""

    id: str
    term: Text
    forms: dict[Language, tuple[str, ...]] = field(default_factory=dict[Language, tuple[str, ...]])
    definition: Text = field(default_factory=dict[str, str])
    everyday: Text = field(default_factory=dict[str, str])
    """The word people use where the proper one is stiff; it stands in brackets at the first use in a document."""
    also: dict[Language, tuple[str, ...]] = field(default_factory=dict[Language, tuple[str, ...]])
    """Everyday and older words by which people look for it."""


@dataclass(frozen=True, slots=True)
class Avoid:
    """A word the texts must not use."""

    language: Language
    word: str
    use: str
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overbroad:
    """Wording that reaches further than a rule can stand."""

    language: Language
    phrase: str
    why: Text
    also: tuple[str, ...] = ()
    """Other forms of the phrase."""
    beside: tuple[str, ...] = ()
    """Reaches too far only where one of these stands in the same sentence."""
    unless: tuple[str, ...] = ()
    """Does not reach too far where one of these stands in the same paragraph."""
    owner_only: bool = False
    """A rule of thumb, for what the owner writes; the library is read by people."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that do not go together."""

    id: str
    when: str
    what: Text
    why: Text
    question: str
    """Id of the question where it is mended."""
    severe: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a part: an item of a list, a row of a table, a line to fill in."""

    text: Text
    more: tuple[Text, ...] = ()
    """The further cells of a row."""
    when: str = ""
    clause: str = ""
    """Id of the clause it teaches: it stands only where the policy has that clause, and names its number."""
    fill: str = ""
    """What is written on the line of a form: "text", "date" or "signature"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that is not the policy: a heading, a body like a clause's, and points."""

    id: str
    title: Text = field(default_factory=dict[str, str])
    body: Text = field(default_factory=dict[str, str])
    document: str = ""
    when: str = ""
    laws: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    """Ids of clauses the policy must have, all of them, for the part to stand."""
    shape: str = "list"
    """How it is drawn: see `SHAPES`."""
    points: tuple[Point, ...] = ()
    at_most: int = 0
    """How many of the points that apply are printed, the first ones; 0: all."""
    heads: tuple[Text, ...] = ()
    """The headings of a table's columns."""
    shares: tuple[int, ...] = ()
    """How the columns of a table share the width."""
    columns_in: tuple[Language, ...] = ()
    """Languages of a table's columns: each point stands in all of them, a column each, in every form of the paper."""
    blank_rows: int = 0
    """Empty rows at the end of a table, to be filled in by hand."""
    made_from: str = ""
    """What its blocks are made from beside the text: see `desktop.core.sources`."""
    quotes: str = ""
    """Id of the clause whose wording is printed, as the policy has it."""
    new_page: bool = False


SHAPES = ("list", "letters", "numbers", "ticks", "do", "dont", "box", "warning", "table", "form")
"""Points as bullets, as (a) (b), as 1. 2., as boxes to tick; the panels of dos and don'ts (neighbours stand side by
side); a tinted panel, one that warns; rows of a table; lines to fill in."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document the program can make."""

    id: str
    title: Text
    purpose: Text
    languages: tuple[str, ...]
    """The forms it comes in: language ids and "both"."""
    audience: Text = field(default_factory=dict[str, str])
    """Who gets it."""
    group: str = "policy"
    """The drawer it lies in: see `GROUPS`."""
    when: str = ""
    """The answers it applies to; "" for all."""
    pages: int = 0
    """The pages it promises not to exceed in one language; 0: as many as it takes."""
    first: bool = False
    """Whether a small firm is offered it first."""
    phone: bool = False
    """Whether it is also sent to telephones, as a picture."""
    numbered: bool = False
    """Whether its parts are numbered."""
    landscape: bool = False


GROUPS = ("policy", "staff", "leaders", "public", "records")
"""The policy and what goes with it; for all staff; for those who lead and speak; for people outside; to keep."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation to talk over in a training session, with what its leader should bring out."""

    id: str
    clauses: tuple[str, ...]
    """Ids of the clauses it teaches; it stands where the policy has the first."""
    title: Text
    story: Text
    ask: Text
    """What to ask the group."""
    answer: Text
    """For the leader: what is right, and why."""
    bring_out: Text = field(default_factory=dict[str, str])
    """For the leader: a question that leads on, or the usual mistake."""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A box of the response chart."""

    id: str
    kind: str
    """"start", "question", "action" or "end"."""
    text: Text
    note: Text = field(default_factory=dict[str, str])
    """A smaller line below: examples of a question, the steps of an action."""
    tone: str = ""
    """"danger" for the safety gate, "good", or ""."""
    yes: str = ""
    no: str = ""
    next: str = ""
    """Ids of the boxes the arrows lead to."""
    when: str = ""
    instead: str = ""
    """Id of the box that takes its place where `when` does not hold."""
    done: tuple[Text, ...] = ()
    """Of an action or end: what somebody may have done here, in a few words, to be kept as evidence."""


@dataclass(frozen=True, slots=True)
class ReplyPattern:
    """Words to begin a reply with, for one outcome of the response chart."""

    id: str
    node: str
    """Id of the action box it belongs to."""
    title: Text
    body: Text
    when: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task of monitoring that comes again and again, or on an event."""

    id: str
    every: str
    """See `EVERY`."""
    title: Text
    steps: tuple[Text, ...]
    """How, in short steps."""
    who: str
    """Id of the question that names the person."""
    minutes: int
    why: Text = field(default_factory=dict[str, str])
    """What goes wrong without it."""
    when: str = ""
    basic: bool = False
    """Whether a firm of under ten people begins with it. Larger firms begin with every task that applies."""
    weekday: int = 0
    """Which working day of a week, 0 is the first."""
    day: int = 1
    """Which day of the month, 1 to 28, for a month and longer: tasks are spread so that no day has many."""
    month: int = 1
    """Which month of a quarter (1 to 3), a half-year (1 to 6) or a year (1 to 12)."""
    from_start: bool = False
    """Whether its periods count from the day the policy began to apply, not from the beginning of the calendar year."""
    keep: Text = field(default_factory=dict[str, str])
    """What to keep as evidence."""
    serves: tuple[str, ...] = ()
    """Ids of the clauses it carries out."""
    place: str = ""
    """Where in the program it is done: one of `PLACES`; "" for nowhere."""


PLACES = ("log", "incidents", "words", "accounts", "overview")
"""Tabs of the page of watching that a task may lead to."""


EVERY = ("day", "week", "month", "quarter", "half_year", "year", "event")
"""How often a task comes."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample business: its answers file as text, with a title."""

    id: str
    title: Text
    summary: Text
    source: str
    """The whole answers file (TOML)."""
