"""Words in several languages."""

import re
from collections.abc import Mapping
from typing import TypeAlias

Language: TypeAlias = str
"""A language code of `resources/content/languages.toml`: "ms", "en"."""

Text: TypeAlias = Mapping[str, str]
"""One piece of prose by language code. A missing or blank side is not written yet."""


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters and broken halves of characters, which no document can hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)  # most text is, and to ask takes no time


def side(text: Text, language: Language) -> str:
    """The words of one language, or "" where that side is not written."""
    return text.get(language, "").strip()


def any_side(text: Text, language: Language) -> tuple[str, Language]:
    """The words of one language, else those of the first written one, with the language they are in."""
    if words := side(text, language):
        return words, language
    for other, words in text.items():
        if words.strip():
            return words.strip(), other
    return "", language
