"""Wording that reaches further than a rule can stand: bans without a reason, private accounts, "at all times".

A rule that is too broad protects nobody: a tribunal reads it against the firm, and staff stop reading at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.core.library import Library
from desktop.core.reference import Overbroad
from desktop.core.text import Language, Text

_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
_SENTENCES = re.compile(r"(?<=[.!?;:])\s+")


@dataclass(frozen=True, slots=True)
class Reach:
    """A phrase that reaches too far, with why."""

    phrase: str
    """The words as they stand in the text."""
    why: Text


def reaches_too_far(library: Library, words: str, language: Language, *, by_owner: bool = True) -> tuple[Reach, ...]:
    """Every phrase of a text that reaches too far, each once. Rules of thumb are for what an owner wrote."""
    if not any(map(words.casefold().__contains__, library.far_phrases[language])):
        return ()  # nearly every text of the library
    rules = [rule for rule in library.overbroad if rule.language == language and (by_owner or not rule.owner_only)]
    found: dict[str, Reach] = {}
    for paragraph in _PARAGRAPHS.split(words):
        for rule in rules:
            for reach in _in_paragraph(rule, paragraph):
                found.setdefault(reach.phrase.casefold(), reach)
    # "anything negative" says all that "negative" would say
    return tuple(
        reach
        for key, reach in found.items()
        if not any(key != other and _pattern((key,)).search(other) for other in found)
    )


def _in_paragraph(rule: Overbroad, paragraph: str) -> Iterator[Reach]:
    wanted = _pattern((rule.phrase, *rule.also))
    if not wanted.search(paragraph) or (rule.unless and _pattern(rule.unless).search(paragraph)):
        return
    for sentence in _SENTENCES.split(paragraph):
        match = wanted.search(sentence)
        if match and (not rule.beside or _pattern(rule.beside).search(sentence)):
            yield Reach(match.group(), rule.why)


@lru_cache(maxsize=1024)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)", re.IGNORECASE)
