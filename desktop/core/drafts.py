"""What a policy was written from, so that the next one takes over what an answer left as it was.

A draft taken over in part equals one written from nothing: a clause is taken over only where its wording, its number,
the answers and numbers it prints and the everyday words due in it are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeGuard

from desktop.core.library import Kind, Library
from desktop.core.template import Hole, Inline, Pointer, parse_line_loosely, parse_loosely, pieces
from desktop.core.text import Text, any_side, side

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from desktop.core.assemble import Settled
    from desktop.core.document import Clause, Document, Entry, Run
    from desktop.core.everyday import Everyday
    from desktop.core.facts import Facts
    from desktop.core.selection import Chosen
    from desktop.core.text import Language

_ROWS = (Kind.PERSON, Kind.PEOPLE, Kind.ACCOUNT, Kind.ACCOUNTS)
"""Kinds whose answers are words of the registers."""

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A clause as written, with all that its words hang on."""

    chosen: Chosen
    body: str
    """Its words before the answers go in; "" where they are not written in this language."""
    due: tuple[str, ...]
    """The stiff words that got their everyday words here."""
    asked: frozenset[str]
    """Ids of the questions whose answers it prints."""
    pointed: frozenset[str]
    """Ids of the clauses and sections whose numbers it prints."""
    terms: frozenset[str]
    """Ids of the defined terms it uses in any language."""
    clause: Clause


@dataclass(frozen=True)
class Draft:
    """A policy in one language, and what it was written from."""

    settled: Settled
    language: Language
    document: Document
    parts: Mapping[str, Part]
    """By id of the clause."""
    entries: Mapping[str, tuple[Hashable, Entry]]
    """Entries of annexes by id, each with all that its words hang on."""


@dataclass(frozen=True)
class Kept:
    """What may be taken over from an earlier draft."""

    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    entries: Mapping[str, tuple[Hashable, Entry]] = field(default_factory=dict[str, "tuple[Hashable, Entry]"])
    changed: frozenset[str] = _NONE
    """Ids of questions whose answers read differently now."""
    moved: frozenset[str] = _NONE
    """Ids of clauses and sections whose number is another now."""

    def part(self, chosen: Chosen, everyday: Everyday) -> Part | None:
        """A clause as it was written before, if it would be written the same again."""
        part = self.parts.get(chosen.clause.id)
        if part is None or part.chosen != chosen:
            return None
        if not part.asked.isdisjoint(self.changed) or not part.pointed.isdisjoint(self.moved):
            return None
        return part if everyday.is_due(part.body, part.due) else None

    def entry(self, name: str, hangs_on: Hashable, make: Callable[[], Entry]) -> tuple[Hashable, Entry]:
        """An entry of an annex, taken over where all that its words hang on is the same."""
        kept = self.entries.get(name)
        return kept if kept is not None and kept[0] == hangs_on else (hangs_on, make())


def kept_from(before: Draft | None, settled: Settled, language: Language) -> Kept:
    """What of an earlier draft may serve again; nothing where library or language differ."""
    if before is None or before.language != language or before.settled.library is not settled.library:
        return Kept()
    moved = frozenset(name for name, _ in before.settled.numbers.items() ^ settled.numbers.items())
    return Kept(before.parts, before.entries, _changed(before.settled.facts, settled.facts), moved)


def _changed(old: Facts, new: Facts) -> frozenset[str]:
    changed = {name for name, fact in new.by_question.items() if old.by_question.get(name) != fact}
    if (old.answers.people, old.answers.accounts) != (new.answers.people, new.answers.accounts):
        changed |= {name for name, fact in new.by_question.items() if fact.question.kind in _ROWS}
    return frozenset(changed)


def part_of(library: Library, language: Language, chosen: Chosen, due: tuple[str, ...], clause: Clause) -> Part:
    """A clause just written, with what its words hang on."""
    told = list(_printed(chosen.wording.title, chosen.wording.body, language))
    return Part(
        chosen,
        side(chosen.wording.body, language),
        due,
        frozenset(piece.question for piece in told if isinstance(piece, Hole)),
        frozenset(piece.target for piece in told if isinstance(piece, Pointer)),
        terms_of(library, chosen.body),
        clause,
    )


def _printed(title: Text, body: Text, language: Language) -> Iterator[Inline]:
    yield from parse_line_loosely(any_side(title, language)[0])
    yield from pieces(parse_loosely(any_side(body, language)[0]))


def terms_of(library: Library, body: Text) -> frozenset[str]:
    """Ids of the defined terms that a body marks, in any language."""
    return frozenset(
        known[form].id
        for language, known in library.term_of.items()
        for piece in pieces(parse_loosely(side(body, language)))
        if _is_term(piece) and (form := piece.text.casefold()) in known
    )


def _is_term(piece: Inline) -> TypeGuard[Run]:
    return not isinstance(piece, (Hole, Pointer)) and piece.term


def printed_questions(chosen: Chosen) -> tuple[str, ...]:
    """Ids of the questions whose answers a clause prints, in any language, in the order they come."""
    title, body = chosen.wording.title, chosen.wording.body
    sides = ((any_side(title, language)[0], any_side(body, language)[0]) for language in (*title, *body))
    return tuple(dict.fromkeys(name for side in dict.fromkeys(sides) for name in _questions_in(*side)))


@lru_cache(maxsize=4096)
def _questions_in(title: str, body: str) -> tuple[str, ...]:
    """Asked for every clause with every answer, and nearly always of the same words."""
    told = (*parse_line_loosely(title), *pieces(parse_loosely(body)))
    return tuple(piece.question for piece in told if isinstance(piece, Hole))
