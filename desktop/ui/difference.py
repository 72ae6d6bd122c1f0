"""What differs between two states of a document. No Qt."""

import re
from dataclasses import dataclass

from desktop.core.document import Clause
from desktop.render.html import Piece

_NUMBERS = re.compile(r'(?<=>)\d+(?:\.\d+)?(?=&nbsp;|\u00a0)|(?<=">)[^<>]*\d[^<>]*(?=</a>)')
"""Numbers of clauses and sections, in headings and in references."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Pieces by key."""

    changed: frozenset[str]
    """New ones, and ones that look different."""
    gone: frozenset[str]
    reworded: frozenset[str]
    """The changed ones whose words differ, not only their numbers."""
    first: str
    """The first piece worth a look; where pieces only went, the one now in their place."""
    in_order: bool
    """Whether the pieces of both states come in the same order."""

    @property
    def size(self) -> int:
        """How many places must be touched."""
        return len(self.changed) + len(self.gone)

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


def compare(old: tuple[Piece, ...], new: tuple[Piece, ...]) -> Difference:
    """What must be done to get from the old state to the new one."""
    before = {piece.key: piece for piece in old}
    after = {piece.key for piece in new}
    changed: dict[str, None] = {}
    reworded: dict[str, None] = {}
    for piece in new:
        known = before.get(piece.key)
        if known is None or (known.parts != piece.parts and known.cells != piece.cells):
            changed[piece.key] = None
            if known is None or _wording(known) != _wording(piece):
                reworded[piece.key] = None
    gone = frozenset(before) - after
    return Difference(
        changed=frozenset(changed),
        gone=gone,
        reworded=frozenset(reworded),
        first=_first(new, next(iter(reworded), ""), _after_gone(old, gone)) or next(iter(changed), ""),
        in_order=[p.key for p in old if p.key in after] == [p.key for p in new if p.key in before],
    )


def _first(new: tuple[Piece, ...], reworded: str, after_gone: str) -> str:
    """The first reworded piece; but a clause that went counts for more than what follows from it in the annexes."""
    if not reworded or not after_gone:
        return reworded or after_gone
    places = {piece.key: place for place, piece in enumerate(new)}
    is_clause = isinstance(new[places[reworded]].parts[0], Clause)
    return after_gone if places[after_gone] < places[reworded] and not is_clause else reworded


def _wording(piece: Piece) -> tuple[str, ...]:
    return tuple(_NUMBERS.sub("", cell) for cell in piece.cells)


def _after_gone(old: tuple[Piece, ...], gone: frozenset[str]) -> str:
    """The piece that took the place of the first one that went."""
    seen = False
    for piece in old:
        if seen and piece.key not in gone:
            return piece.key
        seen = seen or piece.key in gone
    return ""
