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
class Part:
    """A part of a document that is not the policy: a heading and a body like a clause's."""

    id: str
    title: Text
    body: Text
    document: str = ""
    when: str = ""
    laws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document the program can make."""

    id: str
    title: Text
    purpose: Text
    languages: tuple[str, ...]
    """The forms it comes in: language ids and "both"."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample business: its answers file as text, with a title."""

    id: str
    title: Text
    summary: Text
    source: str
    """The whole answers file (TOML)."""
