"""The words a firm searches for: what the answers bring, how people misspell it, and lines ready to be searched."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from desktop.core.answers import Account
from desktop.core.assemble import Settled
from desktop.core.facts import Facts
from desktop.core.text import Text
from desktop.core.watch.choices import WatchWords
from desktop.core.watch.kinds import SearchPlace
from desktop.core.watch.misspellings import misspellings


class WordKind(StrEnum):
    """Where a word comes from."""

    FIRM = "firm"
    ACCOUNT = "account"
    OWN = "own"
    """From the answer to the question of words, or added beside it."""
    PERSON = "person"
    MISSPELLING = "misspelling"
    HASHTAG = "hashtag"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or a few that belong together, to search for."""

    text: str
    kind: WordKind
    is_added: bool = False
    """Whether the owner added it here."""


@dataclass(frozen=True, slots=True)
class SearchLine:
    """What to type at one place."""

    place: SearchPlace
    lines: tuple[str, ...]


_LEGAL = re.compile(
    r"[\s,]+(?:sdn\.?\s*bhd\.?|bhd\.?|berhad|enterprises?|ent\.?|trading|plt|llp|pte\.?\s*ltd\.?|ltd\.?|"
    r"(?:&|and|dan)\s+co\.?|resources|ventures?|holdings|\(m\)|\([A-Z\d-]+\))\s*$",
    re.IGNORECASE,
)
"""What stands behind the name of a firm for the register of companies."""
_TRADES = frozenset(
    (
        *(
            "kedai",
            "gerai",
            "warung",
            "restoran",
            "restaurant",
            "kafe",
            "café",
            "cafe",
            "klinik",
            "clinic",
            "pergigian",
        ),
        *(
            "dental",
            "syarikat",
            "perniagaan",
            "butik",
            "boutique",
            "bengkel",
            "workshop",
            "salun",
            "salon",
            "pusat",
            "centre",
        ),
        *(
            "center",
            "tuisyen",
            "tuition",
            "roti",
            "kek",
            "cake",
            "cakes",
            "bakery",
            "farmasi",
            "pharmacy",
            "studio",
            "homestay",
        ),
        *(
            "kereta",
            "motor",
            "auto",
            "makan",
            "kopi",
            "coffee",
            "dobi",
            "laundry",
            "tadika",
            "taska",
            "hotel",
            "agensi",
        ),
        *(
            "agency",
            "shop",
            "store",
            "mini",
            "pasar",
            "pasaraya",
            "mart",
            "hartanah",
            "properties",
            "property",
            "bridal",
        ),
    )
)
"""What kind of firm it is; people leave it out when they speak of one."""
_LINKS = frozenset(("by", "oleh", "and", "dan", "of", "&"))
_LONGEST_JOINED, _SHORTEST_JOINED = 26, 6
_LONGEST_LINE = 200
"""Letters of a line with several words; longer ones are cut off by some places."""
_MOST_WORDS = 30
"""Words of a line; Google reads no more than 32."""
_MOST_LINES = 12
_BETWEEN = re.compile(r"\s+(?:dan|and|atau|or)\s+|\s*[,;/]\s*", re.IGNORECASE)
_SHORT = 6
"""Letters of what is too common to be searched for alone."""
_PLACES_OF_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?[\w.-]+\.[a-z]{2,}/(?:@|p/|pages?/)?", re.IGNORECASE)


def watch_words(settled: Settled, choices: WatchWords) -> tuple[Word, ...]:
    """What to search for, without what the owner left out. Names of people stand in it only where they agreed."""
    facts = settled.all_facts
    names = firm_names(str(facts.values.get("business_name") or ""))
    own = [
        part for entry in _listed(facts.values.get("watch_words")) for said in entry.values() for part in _parts(said)
    ]
    people = [facts.answers.people[each].name for each in choices.people if each in facts.answers.people]
    handles = filter(None, (_handle(account) for account in facts.answers.accounts.values()))
    tags = [joined(name) for name in (*names, *own)]
    found = [
        *(Word(text, WordKind.FIRM) for text in (*names, *filter(None, map(joined, names)))),
        *(Word(text, WordKind.OWN) for text in own),
        *(Word(text, WordKind.OWN, is_added=True) for text in choices.added),
        *(Word(text, WordKind.ACCOUNT) for text in handles),
        *(Word(text, WordKind.PERSON) for text in people),
        *(Word(text, WordKind.MISSPELLING) for text in misspellings(names[-1] if names else "", _TRADES)),
        *(Word(f"#{tag}", WordKind.HASHTAG) for tag in tags if tag),
    ]
    return tuple(_once(found, set(choices.left_out)))


def firm_names(name: str) -> tuple[str, ...]:
    """The name of a firm as people write it: whole, without "Sdn Bhd", and without what kind of shop it is."""
    whole = short = " ".join(name.split())
    while (cut := _LEGAL.sub("", short).rstrip(" ,")) not in (short, ""):
        short = cut
    words = short.split()
    while len(words) > 2 and words[0].casefold() in _TRADES and words[1].casefold() not in _LINKS:
        words.pop(0)
    while len(words) > 2 and words[-1].casefold() in _TRADES:
        words.pop()
    return tuple(dict.fromkeys(filter(None, (whole, short, " ".join(words)))))


def joined(text: str) -> str:
    """Several words written as one, as in hashtags; "" where that is no use."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    fits = _SHORTEST_JOINED <= len(letters) <= _LONGEST_JOINED and not letters.isdigit()
    return letters if fits and len(text.split()) < 5 else ""


def search_lines(words: Iterable[Word], places: Iterable[SearchPlace], facts: Facts) -> tuple[SearchLine, ...]:
    """Lines ready to be typed, for every place the answers speak of."""
    listed = tuple(words)
    made = (SearchLine(place, _lines(place, listed)) for place in places if facts.holds(place.when))
    return tuple(line for line in made if line.lines)


def _lines(place: SearchPlace, words: tuple[Word, ...]) -> tuple[str, ...]:
    if "{all}" in place.line:
        plain = [_quoted(word.text) for word in words if word.kind is not WordKind.HASHTAG]
        return tuple(place.line.replace("{all}", group) for group in _groups(plain, place.joined or " OR "))
    if "{tag}" in place.line:
        tags = [word.text.lstrip("#") for word in words if word.kind is WordKind.HASHTAG]
        tags += [joined(word.text) for word in words if word.is_added]
        return tuple(place.line.replace("{tag}", tag) for tag in dict.fromkeys(filter(None, tags)))[:_MOST_LINES]
    one = [word.text for word in words if word.kind is not WordKind.HASHTAG]
    return tuple(place.line.replace("{word}", word) for word in one)[:_MOST_LINES]


def _groups(words: list[str], between: str) -> Iterator[str]:
    """Words put together, as many in a line as it can hold."""
    line: list[str] = []
    for word in words:
        longer = between.join((*line, word))
        if line and (len(longer) > _LONGEST_LINE or len(longer.split()) > _MOST_WORDS):
            yield between.join(line)
            line = []
        line.append(word)
    if line:
        yield between.join(line)


def _quoted(text: str) -> str:
    bare = text.replace('"', "")
    return f'"{bare}"'


def _handle(account: Account) -> str:
    """The name of an account, where it can be searched for: no number, and no address around it."""
    name = _PLACES_OF_ADDRESS.sub("", account.handle.strip()).strip("/").lstrip("@")
    name = name.split("?")[0].split("/")[0].strip()
    return name if sum(map(str.isalpha, name)) > 2 else ""


def _parts(said: str) -> tuple[str, ...]:
    """What stands in one line of an answer: "Sri Murni and Serimurni" are two, "Salt and Pepper" is one."""
    parts = tuple(part.strip(" \"'“”‘’.") for part in _BETWEEN.split(said))
    return parts if all(len(part) > _SHORT for part in parts) else (said,)


def _listed(value: Any) -> tuple[Text, ...]:
    return cast("tuple[Text, ...]", value) if isinstance(value, tuple) else ()


def _once(words: Iterable[Word], left_out: set[str]) -> Iterator[Word]:
    """Every word once, however it is written; the first stands."""
    seen = set(left_out)
    for word in words:
        text = " ".join(word.text.split())
        key = text.casefold()
        if text and key not in seen:
            seen.add(key)
            yield Word(text, word.kind, word.is_added)
