"""A small search of our own for the guide: words folded, the beginning of a word is enough, the best first."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.malay_stems import without_clitic

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_TITLE, _HEADING, _AGAIN, _TEXT = 12, 6, 2, 1
"""What a word found there is worth."""
_WHOLE = 2
"""How much more a whole word is worth than the beginning of one."""
_MOST = 30
_AROUND = 45
"""Letters of context before and after a word that was found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that can be found."""

    target: str
    """Where it is; the search hands it back."""
    title: str
    heading: str
    text: str
    also: str = ""
    """Further words by which it is found, which are not shown."""
    asked: tuple[str, ...] = ()
    """Words and phrases people ask for the page with, which are not shown either; a word counts like one of the title,
    a phrase where all of it is typed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found, with some words around what was looked for."""

    entry: Entry
    context: str


class GuideIndex:
    """Which word stands where. All typed words must be found in the same place."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._asked = [{frozenset(words_of(words)) for words in entry.asked} for entry in self._entries]
        postings: dict[str, dict[int, int]] = {}
        for number, entry in enumerate(self._entries):
            # the title of a page is worth most where the page begins
            title = _AGAIN if entry.heading else _TITLE
            for text, worth in (
                (entry.title, title),
                (entry.heading, _HEADING),
                (entry.text, _TEXT),
                (entry.also, _TEXT),
                *_asked(entry, title),
            ):
                for word in words_of(text):
                    places = postings.setdefault(word, {})
                    places[number] = places.get(number, 0) + worth
        self._words = sorted(postings)
        self._postings = [postings[word] for word in self._words]

    def find(self, typed: str) -> Sequence[Hit]:
        """The places where all typed words stand, the best first; nothing for no words."""
        wanted = words_of(typed)
        if not wanted:
            return ()
        found = [self._places(word) for word in wanted]
        everywhere = set(found[0]).intersection(*found[1:])
        worth = {place: sum(places[place] for places in found) + self._exact(place, wanted) for place in everywhere}
        best = sorted(worth, key=lambda place: (-worth[place], place))[:_MOST]
        return tuple(Hit(self._entries[place], _context(self._entries[place].text, wanted)) for place in best)

    def _exact(self, place: int, wanted: list[str]) -> int:
        """What it is worth more to be just what was typed."""
        entry = self._entries[place]
        named = words_of(entry.heading or entry.title)[: len(wanted)] == wanted
        return _TITLE if named or (not entry.heading and frozenset(wanted) in self._asked[place]) else 0

    def _places(self, word: str) -> dict[int, int]:
        """Where a word stands, or one that begins so; failing that, the word without its ending."""
        for form in _shorter(word):
            if found := self._begun(form):
                return found
        return {}

    def _begun(self, beginning: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for place in range(bisect_left(self._words, beginning), len(self._words)):
            if not self._words[place].startswith(beginning):
                break
            times = _WHOLE if self._words[place] == beginning else 1
            for entry, worth in self._postings[place].items():
                found[entry] = found.get(entry, 0) + worth * times
        return found


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without accents, hyphens and apostrophes: *e-mel* is *emel*."""
    return [re.sub("[-'’]", "", word) for word in _WORD.findall(_folded(text))]


def _asked(entry: Entry, title: int) -> Iterable[tuple[str, int]]:
    """What people ask for the page with, and its worth; the words of a phrase lead only to where the page begins."""
    for words in entry.asked:
        if len(words_of(words)) == 1:
            yield words, title
        elif not entry.heading:
            yield words, _TEXT


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()


def _shorter(word: str) -> Iterable[str]:
    """The word, then without a plural or a Malay ending."""
    yield word
    if (bare := without_clitic(word)) != word:
        yield bare
    if len(word) > 4 and word.endswith("s"):
        yield word[:-1]


def _context(text: str, wanted: list[str]) -> str:
    """A line of the text around the first word that was looked for; its beginning where that stands in a heading."""
    start, end = _first_place(text.lower(), wanted)
    first = text.rfind(" ", 0, start - _AROUND) + 1 if start > _AROUND else 0
    after = max(end + _AROUND, first + 2 * _AROUND)
    last = text.find(" ", after) if after < len(text) else -1
    told = text[first:] if last < 0 else text[first:last]
    return ("… " if first else "") + told + (" …" if last >= 0 else "")


def _first_place(text: str, wanted: list[str]) -> tuple[int, int]:
    """From where to where the first of the words stands; hyphens and apostrophes inside it do not matter."""
    forms = ("[-'’]?".join(form) for word in wanted for form in _shorter(word))
    match = re.search(rf"(?<!\w)(?:{'|'.join(forms)})", text)
    return match.span() if match else (0, 0)
