"""The everyday word beside a stiff one, in brackets at its first use in a document: "tanda pagar (hashtag)"."""

import re
from dataclasses import replace
from functools import lru_cache

from desktop.core.document import Block, ListBlock, Paragraph, Run, Runs
from desktop.core.library import Library
from desktop.core.text import Language, side


class Everyday:
    """Goes through one document in one language, once, from front to back."""

    def __init__(self, library: Library, language: Language) -> None:
        self._everyday = dict(_everyday_words(library, language))
        self._any = "|".join(re.escape(stiff) for stiff in self._everyday)
        self._seen: set[str] = set()

    def beside(self, body: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks made from a body, with the everyday words that are due. `body` is only looked at."""
        return self.put(self.due(body), blocks)

    def due(self, body: str) -> tuple[str, ...]:
        """The stiff words that a body is the first to use; the next body that uses them is not."""
        used = _stiff_in(self._any, body) if self._any else ()
        due = tuple(stiff for stiff in used if stiff not in self._seen) if used else ()
        self._seen.update(due)
        return due

    def is_due(self, body: str, due: tuple[str, ...]) -> bool:
        """Whether the stiff words that a body is the first to use are these; if so they are used from now on."""
        used = _stiff_in(self._any, body) if self._any and body else ()
        if tuple(stiff for stiff in used if stiff not in self._seen) != due if used else due:
            return False
        self._seen.update(due)
        return True

    def put(self, due: tuple[str, ...], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks with the everyday words beside these stiff ones."""
        if not due:
            return blocks
        waiting = dict.fromkeys(due)
        return tuple(self._block(block, waiting) for block in blocks)

    def _block(self, block: Block, waiting: dict[str, None]) -> Block:
        match block:
            case Paragraph(runs):
                return Paragraph(self._runs(runs, waiting))
            case ListBlock(items):
                return replace(block, items=tuple(self._runs(item, waiting) for item in items))
            case _:
                return block

    def _runs(self, runs: Runs, waiting: dict[str, None]) -> Runs:
        done: list[Run] = []
        for run in runs:
            done += self._run(run, waiting) if waiting and not run.language else (run,)
        return tuple(done)

    def _run(self, run: Run, waiting: dict[str, None]) -> list[Run]:
        """A run with the brackets after the stiff word; they are never part of a defined term."""
        for stiff in tuple(waiting):
            found = _pattern(re.escape(stiff)).search(run.text)
            if found is None:
                continue
            del waiting[stiff]
            bracket = f" ({self._everyday[stiff]})"
            before, after = run.text[: found.end()], run.text[found.end() :]
            if after.lstrip().startswith("("):  # the text explains it already
                return [run]
            if not run.term and not run.bold:
                return self._run(replace(run, text=before + bracket + after), waiting)
            tail = self._run(replace(run, text=after), waiting) if after else []
            return [replace(run, text=before), Run(bracket), *tail]
        return [run]


def _everyday_words(library: Library, language: Language) -> tuple[tuple[str, str], ...]:
    """Stiff words with their everyday ones, the longest first so that parts of words do not win."""
    pairs = [
        (side(term.term, language).casefold(), word)
        for term in library.terms
        if (word := side(term.everyday, language)) and side(term.term, language)
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4096)
def _stiff_in(any_of: str, body: str) -> tuple[str, ...]:
    """The stiff words of a body, each once, in order. Strings remember their hash, so asking again costs little."""
    return tuple(dict.fromkeys(stiff.casefold() for stiff in _pattern(any_of).findall(body)))


@lru_cache(maxsize=256)
def _pattern(any_of: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)
