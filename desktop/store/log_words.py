"""Words of the log as its search knows them: folded as everywhere, without stems, for people search names and numbers.

FTS5 splits them at spaces alone. What it keeps are words without their places, so a search is for beginnings of words.
"""

import re
from collections.abc import Iterable, Iterator

from desktop.store.search_words import words_of

_LONGEST = 64
"""Letters of a word that count."""

_MOST_WORDS = 16
"""Words of a search that count: more is a text pasted by mistake."""

_NOTHING = '"\uffff"'
"""What is looked for where nothing was typed that could be found, such as a smiling face."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Letters of languages that write no spaces between words, Chinese first of all: each is a word."""


def indexed(texts: Iterable[str]) -> str:
    """What can be found of these texts; *e-mel* as *e-mel*, *mel* and *emel*."""
    found = (part[:_LONGEST] for text in texts for word in words_of(text) for part in _forms(word))
    return " ".join(dict.fromkeys(found))


def as_typed(typed: str) -> str:
    """A search in the words of FTS5: every word typed must be there, or one that begins with it."""
    words = list(dict.fromkeys(words_of(typed)))[:_MOST_WORDS]
    return " AND ".join(_expression(word) for word in words) or _NOTHING


def _expression(word: str) -> str:
    parts = [part for each in word.split("-") for part in _parts(each)]
    apart = " AND ".join(map(_beginning, parts))
    return f"({_beginning(word.replace('-', ''))} OR ({apart}))" if "-" in word else f"({apart})"


def _beginning(word: str) -> str:
    return f'"{word[:_LONGEST]}" *'  # of letters and digits only, so there is nothing to escape


def _forms(word: str) -> Iterator[str]:
    parts = word.split("-")
    for part in parts:
        yield from _parts(part)
    if len(parts) > 1:
        yield "".join(parts)


def _parts(word: str) -> list[str]:
    """A word, or where it is of a language without spaces, its letters."""
    if not _UNSPACED.search(word):
        return [word]
    return [*filter(None, _UNSPACED.split(word)), *_UNSPACED.findall(word)]
