"""Full-text search over clauses, in all languages at once: SQLite's FTS5 in memory, over words folded and stemmed here.

The ready tokenizers of `apsw.fts5` know no Malay affixes and no synonyms of two words, and take 40 ms to import; of apsw itself the
hook for a tokenizer and the Porter stemmer for English are used.

A word is kept three ways at one place of the text: as it is written; for Malay also without -nya and the like; and as its stems,
which carry a mark (`+kerja`, `=share`), so that a stem is never taken for a word.
"""

# pyright: reportUnknownMemberType=false

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import apsw

from desktop.core.library import Library
from desktop.core.malay_stems import stems, without_clitic
from desktop.core.text import Language, Text
from desktop.store.sql import run

Phrase: TypeAlias = tuple[str, ...]
"""Words that follow one another, each as it stands in the index."""

TITLE, WHY, BODY = 100, 10, 1
"""How much a word weighs where it stands. BM25 flattens repetition, so a title goes before any number of mentions in a body."""

_MOST_WORDS = 24
"""Different words of a search that count: more than that is a text pasted by mistake, and would keep the window waiting."""

_LONGEST_WORD = 64
_SHORTEST_START = 3
"""Letters from which the beginning of a synonym counts: *kar* may become *karyawan*."""

_HOLE = re.compile(r"\{[^{}]*\}|\[\[[^\[\]]*\]\]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DROPPED = re.compile("['’‘ʼ`´*\u00ad\u200b-\u200d\u2060\ufeff]")
"""Apostrophes, Markdown's asterisks and characters nobody sees: *firm's* is *firms*, and its stem *firm*."""

_HYPHEN = re.compile("[\u2010\u2011\u2212]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause as it can be found: the words that stand in the policy now, in every language they are written in."""

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
            "CREATE VIRTUAL TABLE clause USING fts5(title, why, body, content='', contentless_delete=1, "
            "prefix='1 2 3', tokenize='places');"
            f"INSERT INTO clause (clause, rank) VALUES ('rank', 'bm25({TITLE}, {WHY}, {BODY})')",
        )
        self._spelling = _Spelling([language.id for language in library.languages], self._connection)
        self._synonyms = _Synonyms(library, self._spelling)
        self._rows: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        with self._connection:
            for entry in entries:
                self.put(entry)

    def put(self, entry: Entry) -> None:
        """Add an entry at the end, or replace the one with its id where it stands."""
        row = self._rows.setdefault(entry.id, max(self._ids, default=0) + 1)
        self._ids[row] = entry.id
        run(
            self._connection,
            "INSERT OR REPLACE INTO clause (rowid, title, why, body) VALUES (?, ?, ?, ?)",
            (row, *map(self._spelling.places, (entry.title, entry.why, entry.body))),
        )

    def remove(self, entry_id: str) -> None:
        """Take an entry out; one that is not there is no error."""
        if (row := self._rows.pop(entry_id, None)) is not None:
            del self._ids[row]
            run(self._connection, "DELETE FROM clause WHERE rowid = ?", (row,))

    def search(self, words: str) -> tuple[str, ...]:
        """Ids of the entries in which every word is found, best first; what holds the words themselves before their synonyms.

        The last word counts as the beginning of one until a space follows it.
        """
        typed = tuple(_words(words, most=_MOST_WORDS))
        if not typed:
            return ()
        typing = not words[-1].isspace()
        literal = self._expression(typed, typing, self._no_synonyms)
        meant = self._expression(typed, typing, self._synonyms.of)
        found = self._found(literal)
        if meant != literal:
            found = dict.fromkeys([*found, *self._found(meant)])
        if not found and typing:
            found = self._found(self._expression(typed, typing, self._synonyms.beginning))
        return tuple(self._ids[row] for row in found)

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()
