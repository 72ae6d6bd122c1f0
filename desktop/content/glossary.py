"""Words explained to the owner: the glossary of the content and the laws, as Help and pop-overs show them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from desktop import paths
from desktop.content.toml import read_toml, typed
from desktop.core.library import Library
from desktop.core.text import Language, Text, side

WORD = "word:"
"""What links to an explanation begin with."""

_ACT = re.compile(r" \([^()]*\)$")
"""The number of an Act, which running text leaves out."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a law, in every language."""

    id: str
    term: Text
    means: Text = field(default_factory=dict[str, str])
    """Empty for words that need no explanation: only what they are called in each language."""
    everyday: Text = field(default_factory=dict[str, str])
    """What people call it where the proper word is stiff."""
    also: Mapping[Language, Sequence[str]] = field(default_factory=dict[str, tuple[str, ...]])
    """Words by which people look for it; not all mean the same."""
    forms: Mapping[Language, Sequence[str]] = field(default_factory=dict[str, tuple[str, ...]])
    """How else it stands in a text: plurals, a law without its number."""
    evidence: str = ""
    """For a law, the month of the newest source seen: "2026-09"."""


@dataclass(frozen=True, slots=True)
class _Explained:
    id: str
    means: Text = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class _Table:
    word: tuple[_Explained, ...] = ()


class Glossary:
    """All words by id: those of the glossary in its order, then the laws."""

    def __init__(self, library: Library, explained: Mapping[str, Text]) -> None:
        """`explained` holds what the guide says beyond the glossary, by id of the word."""
        words = [
            Word(
                term.id,
                term.term,
                explained.get(term.id) or term.definition,
                term.everyday,
                term.also,
                term.forms,
            )
            for term in library.terms
        ]
        laws = [
            Word(
                law.id,
                law.title,
                law.means,
                forms={language: (_ACT.sub("", title),) for language, title in law.title.items()},
                evidence=law.evidence,
            )
            for law in library.laws
        ]
        self.words = {word.id: word for word in (*words, *laws)}
        self._linked = [self.words[name] for name in (*explained, *library.law) if name in self.words]
        self._forms: dict[Language, dict[str, list[tuple[str, str]]]] = {}

    def linked(self, text: str, language: Language, seen: set[str] | None = None) -> str:
        """Plain text as HTML, in which the first use of each explained word is a link.

        Words in `seen`, by id, are known already; those that become links are added to it.
        """
        if language not in self._forms:
            self._forms[language] = self._learnt(language)
        seen = set() if seen is None else seen
        parts: list[str] = []
        place = 0
        for match in _WORD.finditer(text):
            start = match.start()
            if start < place or (found := self._at(text, match, language)) is None or found[1] in seen:
                continue
            end = start + len(found[0])
            seen.add(found[1])
            parts.append(escape(text[place:start]))
            parts.append(f'<a href="{WORD}{found[1]}">{escape(text[start:end])}</a>')
            place = end
        return "".join([*parts, escape(text[place:])])

    def _at(self, text: str, first: re.Match[str], language: Language) -> tuple[str, str] | None:
        """The longest explained word that begins here, with its id."""
        for form, name in self._forms[language].get(first[0].casefold(), ()):
            end = first.start() + len(form)
            if text[first.start() : end].casefold() == form and not text[end : end + 1].isalnum():
                return form, name
        return None

    def _learnt(self, language: Language) -> dict[str, list[tuple[str, str]]]:
        """The explained words with their ids, by the word they begin with, the longest first."""
        forms: dict[str, str] = {}
        for word in self._linked:
            for form in (side(word.term, language), *word.forms.get(language, ())):
                if form:
                    forms.setdefault(form.casefold(), word.id)
        learnt: dict[str, list[tuple[str, str]]] = {}
        for form, name in sorted(forms.items(), key=lambda entry: -len(entry[0])):
            if first := _WORD.match(form):
                learnt.setdefault(first[0], []).append((form, name))
        return learnt


def month_of(evidence: str) -> date:
    """The first day of the month of a source: "2026-09" is 1 September 2026."""
    year, month = evidence.split("-")
    return date(int(year), int(month), 1)


def explanations() -> dict[str, Text]:
    """What the guide explains: texts by the id of the word, {} where the glossary's own definition does.

    Raises `ContentError`.
    """
    name = "words.toml"
    return {word.id: word.means for word in typed(read_toml(paths.guide() / name, name), _Table, name).word}


_MADE: dict[str, Glossary] = {}
"""By version of the content: libraries of one version have the same words."""


def load_glossary(library: Library) -> Glossary:
    """The words of a library; made once for each version of the content. Raises `ContentError`."""
    if library.version not in _MADE:
        _MADE[library.version] = Glossary(library, explanations())
    return _MADE[library.version]


def linked(text: str, library: Library, language: Language) -> str:
    """Plain text as HTML, in which the first use of each explained word is a link for the pop-over."""
    return load_glossary(library).linked(text, language)
