"""Words as the search knows them: folded, stemmed, and with their synonyms of the glossary.

A word is indexed in several forms at one place of the text: as it is written; for Malay also without -nya and the like;
and its stems, which carry a mark (`+kerja`, `=share`) so that a stem is never taken for a word.
"""

# pyright: reportUnknownMemberType=false

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, cast

import apsw

from desktop.core.library import Library
from desktop.core.malay_stems import stems, without_clitic
from desktop.core.text import Language, Text

Phrase: TypeAlias = tuple[str, ...]
"""Forms of words that follow one another."""

_LONGEST = 64
"""Letters of a word that count."""

_SHORTEST_BEGINNING = 3
"""Letters from which the beginning of a synonym counts: *kar* may become *karyawan*."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")
_HOLE = re.compile(r"\{[^{}]*\}|\[\[[^\[\]]*\]\]")
_DROPPED = re.compile("['`´‘’ʼ*\u00ad\u200b-\u200d\u2060\ufeff]")
"""Apostrophes, the asterisks of Markdown, and what nobody sees: *firm's* is *firms*, of which the stem is *firm*."""
_HYPHENS = re.compile("[\u2010\u2011]")
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Marks that stand apart after decomposition, those of Arabic letters included."""


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents; up to four with hyphens between them are one."""
    text = _DROPPED.sub("", text)
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", _HYPHENS.sub("-", text)))
    return _WORD.findall(text.casefold())


class Spelling:
    """The forms of words in each language. A word is worked out once."""

    def __init__(self, languages: Sequence[Language], connection: apsw.Connection) -> None:
        self.languages = languages
        self._porter = connection.fts5_tokenizer("porter", ["ascii"])
        self._indexed: dict[Language, dict[str, str]] = {}
        self._bearers: dict[str, set[str]] = {}

    def indexed(self, text: Text) -> str:
        """A text in all its languages for the index: places apart by spaces, the forms at one place by strokes.

        Places for answers and references are left out: what will stand there is not known.
        """
        places: list[str] = []
        for language, words in text.items():
            known = self._indexed.setdefault(language, {})
            for word in words_of(_HOLE.sub(" ", words)):
                if word not in known:
                    known[word] = self._places(word, language)
                places.append(known[word])
        return " ".join(places)

    def alike(self, word: str) -> Iterable[str]:
        """The forms under which a typed word is looked for, whichever language it is of.

        A stem that no other word has would only find the word once more, and what takes time in a search is to rank.
        """
        word = word[:_LONGEST]
        found = (stem for language in self.languages for stem in self._stems(word, language))
        return dict.fromkeys([word, *(stem for stem in found if not self._bearers.get(stem, set()) <= {word})])

    def plain(self, word: str, language: Language) -> str:
        """The form by which a word of the glossary is known: itself, but for plurals, -nya and the like."""
        match language:
            case "ms":
                return without_clitic(word[:_LONGEST])
            case "en":
                return self._stems(word[:_LONGEST], language)[0]
            case _:
                return word[:_LONGEST]

    def _places(self, word: str, language: Language) -> str:
        """A hyphened word takes a place for each part; the whole stands at the first: *e-mel* is found as *emel*."""
        parts = word.split("-")
        forms = [self._forms(part[:_LONGEST], language) for part in parts]
        if len(parts) > 1:
            forms[0] += self._forms("".join(parts)[:_LONGEST], language)
        return " ".join("/".join(dict.fromkeys(place)) for place in forms)

    def _forms(self, word: str, language: Language) -> list[str]:
        shorter = [without_clitic(word)] if language == "ms" else []
        marked = self._stems(word, language)
        for stem in marked:
            self._bearers.setdefault(stem, set()).add(word)
        return [word, *shorter, *marked]

    def _stems(self, word: str, language: Language) -> list[str]:
        match language:
            case "ms":
                return [f"+{stem}" for stem in stems(word)]
            case "en":
                found = self._porter(
                    word.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False, include_colocated=False
                )
                return [f"={stem}" for stem in cast(list[str], found)]
            case _:
                return []


class Synonyms:
    """Everyday, older and foreign words for what the policy calls otherwise: *polisi* for *dasar*."""

    def __init__(self, library: Library, spelling: Spelling) -> None:
        """All words of a term mean one another; a word to avoid means the one to use, and what that means."""
        self._spelling = spelling
        self._phrases: dict[Phrase, dict[Phrase, None]] = {}
        for term in library.terms:
            texts = [*term.term.items(), *term.everyday.items()]
            texts += [
                (language, word) for more in (term.forms, term.also) for language in more for word in more[language]
            ]
            group = {phrase: None for language, text in texts for phrase in self._spelled(text, language)}
            for phrase in group:
                self._phrases.setdefault(phrase, {}).update(group)
        for avoid in library.avoid:
            group: dict[Phrase, None] = {}
            for phrase in self._spelled(avoid.use, avoid.language):
                group |= {phrase: None} | self._phrases.get(phrase, {})
            for phrase in self._spelled(avoid.word, avoid.language):
                self._phrases.setdefault(phrase, {}).update(group)
        self._longest = max(map(len, self._phrases), default=1)

    def of(self, words: Sequence[str]) -> tuple[int, Sequence[Phrase]]:
        """How many of the first typed words are one thing, and the phrases that mean it."""
        for run in self._runs(words):
            if found := self._known(run):
                return len(run), found
        return 1, ()

    def beginning(self, words: Sequence[str]) -> tuple[int, Sequence[Phrase]]:
        """The same where the last word may be cut short: *karyaw* means what *karyawan* means."""
        for run in self._runs(words):
            if found := self._begun(run) if len(run) == len(words) else self._known(run):
                return len(run), found
        return 1, ()

    def _runs(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The first words, the most first."""
        joined = [word.replace("-", "") for word in words[: self._longest]]
        return (joined[:length] for length in range(len(joined), 0, -1))

    def _known(self, run: list[str]) -> Sequence[Phrase]:
        return list({phrase: None for key in self._keys(run) for phrase in self._phrases.get(key, ())})

    def _begun(self, run: list[str]) -> Sequence[Phrase]:
        *first, last = run
        if len(last) < _SHORTEST_BEGINNING:
            return ()
        keys = set(self._keys(first))
        found = (
            more
            for key, more in self._phrases.items()
            if len(key) == len(run) and key[-1].lstrip("=").startswith(last) and key[:-1] in keys
        )
        return list({phrase: None for more in found for phrase in more})

    def _keys(self, run: list[str]) -> Iterable[Phrase]:
        """How the words would be known in each language."""
        return dict.fromkeys(
            tuple(self._spelling.plain(word, language) for word in run) for language in self._spelling.languages
        )

    def _spelled(self, text: str, language: Language) -> Iterable[Phrase]:
        """A phrase with its hyphens closed up, and with the parts apart."""
        words = words_of(text)
        both = ([word.replace("-", "") for word in words], [part for word in words for part in word.split("-")])
        return dict.fromkeys(tuple(self._spelling.plain(word, language) for word in each) for each in both if each)
