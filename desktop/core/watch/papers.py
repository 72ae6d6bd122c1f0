"""What papers made from evidence have in common: days, moments, names and cells as they print them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from desktop.core.document import Block, Entry, Paragraph, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.text import Text, any_side, printable, side
from desktop.core.watch.phrases import in_words

BLANK: Runs = (Run("", fill="text"),)
DAY: Runs = (Run("", fill="date"),)

_BREAK_AFTER = frozenset("/-_.?&=")
"""Where a long word, such as the name of a file, may go on in the next line."""

_LONG_WORD = 18
"""Letters from which a word may be broken."""

ZERO_WIDTH_SPACE = "\u200b"


def plain_words(text: str) -> str:
    """What somebody wrote, in one line. Long words may be broken at their signs."""
    return " ".join(map(_breakable, printable(text).split()))


def words_of(text: str) -> Runs:
    """The same as a cell; nothing where nothing was written."""
    return (Run(words),) if (words := plain_words(text)) else ()


def written(text: str) -> Runs:
    """The same, with room to write by hand where nothing was written."""
    return words_of(text) or BLANK


def noted(handout: Handout, note: str) -> Runs:
    """A note of the evidence as a cell, with the program's own words in this language."""
    return words_of(in_words(note, handout.settled.library.words, handout.language))


def short_day(day: date) -> str:
    """A day in figures, which both languages read the same: "4/1/2027"."""
    return f"{day.day}/{day.month}/{day.year}"


def day_words(handout: Handout, day: date | None) -> Runs:
    """A day in words; room for one where none is known."""
    return (Run(handout.wording.day(day)),) if day else DAY


def moment(at: datetime) -> str:
    """A day with the time: "4/1/2027, 14:05"."""
    return f"{short_day(at)}, {at.hour:02}:{at.minute:02}"


def month_words(handout: Handout, month: date) -> str:
    """A month in words: "January 2027"."""
    return f"{handout.word('months').split()[month.month - 1]} {month.year}"


def known_text(handout: Handout, text: Text, otherwise: str = "") -> Runs:
    """Words kept with the evidence, in this language where they are written in it."""
    words, language = any_side(text, handout.language)
    runs = words_of(words or otherwise)
    return tuple(Run(run.text, language="" if language == handout.language else language) for run in runs)


def place_words(handout: Handout, where: str) -> Runs:
    """The name of a platform, or the owner's word for another place."""
    platforms = handout.settled.library.question.get("platforms")
    choice = platforms.choice(where) if platforms else None
    return (Run(side(choice.label, handout.language)),) if choice else words_of(where)


def joined(*cells: Runs, between: str = "; ") -> Runs:
    """Several things in one cell."""
    runs: list[Run] = []
    for cell in cells:
        if cell and runs:
            runs.append(Run(between))
        runs += cell
    return tuple(runs)


def file_of(file: str) -> Runs:
    """The name of a file in square brackets, which needs no word of either language; nothing where there is none."""
    return (Run(f"[{plain_words(file)}]"),) if file.strip() else ()


def heads(handout: Handout, *keys: str) -> tuple[Runs, ...]:
    """The heading row of a table."""
    return tuple((Run(handout.word(key)),) for key in keys)


def labelled(handout: Handout, rows: Iterable[tuple[str, Runs]]) -> Table:
    """A table of labels and what stands beside them."""
    return Table(tuple(((Run(handout.word(key)),), cell) for key, cell in rows), header=False)


def blank_rows(cells: Sequence[Runs], count: int) -> list[tuple[Runs, ...]]:
    """Rows to be filled in by hand."""
    return [tuple(cells)] * count


def said(handout: Handout, key: str, **values: object) -> Paragraph:
    """A fixed sentence."""
    return Paragraph((Run(handout.word(key).format(**values)),))


def made(name: str, *blocks: Block) -> tuple[Entry, ...]:
    """What stands below the words of a part."""
    return (Entry(f"made-{name}", blocks),)


def _breakable(word: str) -> str:
    if len(word) < _LONG_WORD:
        return word
    return "".join(f"{sign}{ZERO_WIDTH_SPACE}" if sign in _BREAK_AFTER else sign for sign in word)
