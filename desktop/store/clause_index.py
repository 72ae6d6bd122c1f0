"""Full-text search over clauses, in all languages at once: SQLite's FTS5 in memory, over words folded and stemmed here.

The ready tokenizers of `apsw.fts5` know no Malay affixes and no synonyms of two words, and take 40 ms to import; what
is used is the hook for an own tokenizer, and the Porter stemmer of FTS5 for English.
"""

# pyright: reportUnknownMemberType=false

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import apsw

from desktop.core.library import Library
from desktop.core.text import Text
from desktop.store.search_words import Phrase, Spelling, Synonyms, words_of
from desktop.store.sql import run

_FOUND = """
SELECT rowid FROM clause WHERE clause MATCH ?1 ORDER BY
    rowid IN (SELECT rowid FROM clause WHERE clause MATCH ?2) DESC,
    rowid IN (SELECT rowid FROM clause WHERE clause MATCH 'title: ' || ?2) DESC,
    rowid IN (SELECT rowid FROM clause WHERE clause MATCH 'title: ' || ?1) DESC,
    bm25(clause, 100, 10, 1), rowid
"""
"""The words as typed before their synonyms; what has all of them in its title, by weights of title, why and body."""

_MOST_WORDS = 16
"""Different words of a search that count: more is a text pasted by mistake, and would keep the window waiting."""

_Meanings: TypeAlias = Callable[[Sequence[str]], tuple[int, Sequence[Phrase]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause as it can be found, in every language it is written in; bodies are small Markdown with its places."""

    id: str
    title: Text
    body: Text
    why: Text


class ClauseIndex:
    """Finds clauses by their words. It lives in memory and is made anew each time; close it when done."""

    def __init__(self, library: Library, entries: Iterable[Entry]) -> None:
        """Index the entries in the order of the library; the glossary gives the synonyms."""
        self._connection = apsw.Connection(":memory:")
        self._connection.register_fts5_tokenizer("places", _places)
        run(
            self._connection,
            "CREATE VIRTUAL TABLE clause USING fts5"
            "(title, why, body, content='', contentless_delete=1, prefix='1 2', tokenize='places')",
        )
        self._spelling = Spelling([language.id for language in library.languages], self._connection)
        self._synonyms = Synonyms(library, self._spelling)
        self._rows: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._last = 0
        with self._connection:
            for entry in entries:
                self.put(entry)

    def put(self, entry: Entry) -> None:
        """Add an entry at the end, or replace the one with its id where it stands."""
        if entry.id not in self._rows:
            self._last += 1
            self._rows[entry.id] = self._last
            self._ids[self._last] = entry.id
        run(
            self._connection,
            "INSERT OR REPLACE INTO clause (rowid, title, why, body) VALUES (?, ?, ?, ?)",
            (self._rows[entry.id], *map(self._spelling.indexed, (entry.title, entry.why, entry.body))),
        )

    def remove(self, entry_id: str) -> None:
        """Take an entry out; one that is not there is no error."""
        if (row := self._rows.pop(entry_id, None)) is not None:
            del self._ids[row]
            run(self._connection, "DELETE FROM clause WHERE rowid = ?", (row,))

    def search(self, words: str) -> tuple[str, ...]:
        """Ids of the entries in which every word is found, best first: the words as typed before their synonyms.

        The last word counts as the beginning of one until a space follows it.
        """
        typed = list(dict.fromkeys(words_of(words)))[:_MOST_WORDS]
        if not typed:
            return ()
        typing = not words[-1].isspace()
        return self._found(typed, typing, self._synonyms.of) or (
            self._found(typed, typing, self._synonyms.beginning) if typing else ()
        )

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()

    def _found(self, typed: Sequence[str], typing: bool, meanings: _Meanings) -> tuple[str, ...]:
        expressions = (self._expression(typed, typing, each) for each in (meanings, _as_typed))
        return tuple(self._ids[row] for (row,) in run(self._connection, _FOUND, tuple(expressions)))

    def _expression(self, typed: Sequence[str], typing: bool, meanings: _Meanings) -> str:
        """The search in the words of FTS5."""
        groups: list[str] = []
        start = 0
        while start < len(typed):
            length, phrases = meanings(typed[start:])
            end = start + length
            words = [
                self._word(word, typing and at == len(typed)) for at, word in enumerate(typed[start:end], start + 1)
            ]
            groups.append(_any([_all(words), *map(_quoted, phrases)]))
            start = end
        return f"({' AND '.join(groups)})"

    def _word(self, word: str, beginning: bool) -> str:
        """One typed word in every form that counts as the same; *e-mel* may be written *emel* or *e mel*."""
        whole = word.replace("-", "")
        forms = [_quoted((form,)) for form in self._spelling.alike(whole)]
        if beginning:
            forms.append(f"{_quoted((whole,))} *")
        if "-" in word:
            *parts, last = word.split("-")
            forms.append(_all([*(self._word(part, False) for part in parts), self._word(last, beginning)]))
        return _any(forms)


def _as_typed(_words: Sequence[str]) -> tuple[int, Sequence[Phrase]]:
    return 1, ()


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase)}"'  # of letters, digits and marks only, so there is nothing to escape


def _any(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _all(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def _places(
    _connection: apsw.Connection, _arguments: list[str]
) -> Callable[[bytes, int, str | None], list[tuple[str, ...]]]:
    """Reads what `Spelling` writes: places apart by spaces, the forms at one place by strokes."""

    def tokenize(utf8: bytes, _flags: int, _locale: str | None) -> list[tuple[str, ...]]:
        return [tuple(place.split("/")) for place in utf8.decode().split(" ") if place]

    return tokenize
