"""What differs between two states of a document. No Qt."""

import re
from collections.abc import Mapping
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
    reworded: Mapping[str, frozenset[int]]
    """The changed ones whose words differ, not only their numbers, in order; and in which columns, from 0."""
    first: str
    """The first piece worth a look; where pieces only went, the one now in their place."""
    is_moved: bool
    """Whether what is in both comes in another order."""

    @property
    def size(self) -> int:
        """How many places must be touched."""
        return len(self.changed) + len(self.gone)

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.is_moved)


def compare(old: tuple[Piece, ...], new: tuple[Piece, ...]) -> Difference:
    """What must be done to get from the old state to the new one."""
    before = {piece.key: piece for piece in old}
    after = {piece.key for piece in new}
    changed: dict[str, None] = {}
    reworded: dict[str, frozenset[int]] = {}
    for piece in new:
        known = before.get(piece.key)
        if known is piece or (known and (known.parts == piece.parts or known.cells == piece.cells)):
            continue
        changed[piece.key] = None
        if columns := _reworded(known, piece):
            reworded[piece.key] = columns
    gone = frozenset(before) - after
    return Difference(
        changed=frozenset(changed),
        gone=gone,
        reworded=reworded,
        first=_first(new, next(iter(reworded), ""), _after_gone(old, gone)) or next(iter(changed), ""),
        is_moved=[p.key for p in old if p.key in after] != [p.key for p in new if p.key in before],
    )


def _reworded(known: Piece | None, piece: Piece) -> frozenset[int]:
    """The columns in which a piece says something else than it did."""
    if known is None or len(known.cells) != len(piece.cells):
        return frozenset(range(len(piece.cells)))
    pairs = zip(known.cells, piece.cells, strict=True)
    return frozenset(column for column, (old, new) in enumerate(pairs) if _wording(old) != _wording(new))


def _first(new: tuple[Piece, ...], reworded: str, after_gone: str) -> str:
    """The first reworded piece; but a clause that went counts for more than what follows from it in the annexes."""
    if not reworded or not after_gone:
        return reworded or after_gone
    places = {piece.key: place for place, piece in enumerate(new)}
    is_clause = isinstance(new[places[reworded]].parts[0], Clause)
    return after_gone if places[after_gone] < places[reworded] and not is_clause else reworded


def _wording(cell: str) -> str:
    return _NUMBERS.sub("", cell)


def _after_gone(old: tuple[Piece, ...], gone: frozenset[str]) -> str:
    """The piece that took the place of the first one that went."""
    seen = False
    for piece in old:
        if seen and piece.key not in gone:
            return piece.key
        seen = seen or piece.key in gone
    return ""
