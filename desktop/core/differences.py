"""What differs between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"[^\S\n]*\n\s*|(?:\w+(?:[-'’.]\w+)*|[^\w\s])[^\S\n]*|\s+")
"""A line break, or a word or sign with the spaces after it."""


class Change(StrEnum):
    """What became of a piece."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with one fate."""

    text: str
    kind: Change


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, what was removed before what was added in its place.

    All but the removed pieces make up `after`, letter by letter.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)), autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(new[new_from:new_to]), Change.SAME))
            continue
        if old_to > old_from:
            pieces.append(Piece(_gap(old[:old_from], new[:new_from]) + "".join(old[old_from:old_to]), Change.REMOVED))
        if new_to > new_from:
            pieces.append(Piece("".join(new[new_from:new_to]), Change.ADDED))
    return tuple(pieces)


def _key(token: str) -> str:
    """What makes two tokens the same: spaces do not count, breaks of lines do."""
    return token.strip() or "\n" * min(token.count("\n"), 2)


def _gap(old: list[str], new: list[str]) -> str:
    """The spaces after the word before a removed piece, where they went with it."""
    return old[-1][len(old[-1].rstrip()) :] if old and new and new[-1] == new[-1].rstrip() else ""
