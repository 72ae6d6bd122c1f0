"""Two languages of one document laid side by side."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.core.document import Annex, Clause, Document, Entry, Section

T = TypeVar("T", Section, Clause, Annex, Entry)


class PairingError(ValueError):
    """The two sides do not have the same parts."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """The same part in two languages."""

    left: T
    right: T


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One document in two languages; renderers draw a row a clause."""

    left: Document
    right: Document

    def sections(self) -> tuple[Pair[Section], ...]:
        """The sections of both sides. Raises `PairingError`."""
        return _paired(self.left.sections, self.right.sections, lambda section: section.id)

    def annexes(self) -> tuple[Pair[Annex], ...]:
        """The annexes of both sides. Raises `PairingError`."""
        return _paired(self.left.annexes, self.right.annexes, lambda annex: annex.id)


def clause_rows(pair: Pair[Section]) -> tuple[Pair[Clause], ...]:
    """The clauses of a section, row by row. Raises `PairingError`."""
    return _paired(pair.left.clauses, pair.right.clauses, lambda clause: clause.id)


def entry_rows(pair: Pair[Annex]) -> tuple[Pair[Entry], ...]:
    """The entries of an annex, row by row. Raises `PairingError`."""
    return _paired(pair.left.entries, pair.right.entries, lambda entry: entry.id)


def _paired(left: Iterable[T], right: Iterable[T], name: Callable[[T], str]) -> tuple[Pair[T], ...]:
    lefts, rights = list(left), list(right)
    if [name(part) for part in lefts] != [name(part) for part in rights]:
        raise PairingError(", ".join(sorted({name(p) for p in lefts} ^ {name(p) for p in rights})) or "order")
    return tuple(Pair(a, b) for a, b in zip(lefts, rights, strict=True))
