"""What word lists can say of a Malay text: words nobody writes, words that are more Indonesian, words that are English.

The lists are those of wordfreq: words with how often they stand in films, newspapers, books and talk on the web, as
powers of ten in a billion words (3 is once in a million). The Malay list ends at 3. It is drawn from the web too, so it
holds Indonesian and English words as well: being on it is not enough, and the three lists are held against each other.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import wordfreq
from babel.messages.pofile import read_po

from desktop import paths
from desktop.content.glossary import explanations
from desktop.content.guide import load_guide
from desktop.content.passages import passages
from desktop.core.library import Library
from desktop.core.malay_stems import stems, without_clitic

RAREST = 3.0
"""Where the Malay list ends; a word that is not on it counts as that frequent when lists are compared."""

ROOT = 4.0
"""A root that vouches for its derived words must be ten times as frequent as the rarest: short rare words are near
every misspelling. So, of the words of the content with one letter doubled or two changed about, 98 in 100 are found,
and 90 in 100 of those with one letter dropped; at 3.0 only 83."""

INDONESIAN = 0.7
"""Five times as frequent in Indonesian: that finds 10 in 11 of the Indonesian words the glossary warns of."""

ENGLISH = 0.0
"""More frequent in English than in Malay: words both languages have, such as *video*, are about as frequent in both."""

_HIDDEN = re.compile(
    r"\{[^{}]*\}|\[\[[^\]]*\]\]|%\(\w+\)\w|%\w|<[^>]*>|\S+@\S+|\b[\w.-]+\.(?:my|com|toml|docx|dasar)\b|&"
)
"""Places for answers, references, tags, addresses, file names, and the signs of keys in menus."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters; *gerak-geri* is two, *3R* and *e* are none."""
    for word in _WORD.findall(_HIDDEN.sub(lambda hidden: "" if hidden[0] == "&" else " ", text)):
        if len(word) > 1 and word.isalpha():
            yield word.casefold()


def malay_texts(library: Library) -> Iterator[tuple[str, str]]:
    """Every Malay text of the content, the sample answers, the user guide and the interface, with where it stands."""
    for passage in passages(library):
        yield f"{passage.file} {passage.place}", passage.text.get("ms", "")
    for sample in library.samples:
        yield from ((f"samples/{sample.id}.toml", prose) for prose in _prose(tomllib.loads(sample.source)))
    yield from ((f"docs/guide/words.toml {name}", means.get("ms", "")) for name, means in explanations().items())
    for section in load_guide().sections("ms"):
        yield f"docs/guide/{section.topic}.ms.md", f"{section.title}. {section.heading}. {section.text}"
    with (paths.locales() / "ms" / "LC_MESSAGES" / "dasarkita.po").open("rb") as file:
        for message in read_po(file):
            strings = (message.string,) if isinstance(message.string, str) else message.string
            if message.id:
                yield from (("dasarkita.po", string) for string in strings)


def _prose(value: Any) -> Iterator[str]:
    """What is written in Malay anywhere in an answers file."""
    if isinstance(value, list):
        for item in value:
            yield from _prose(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from [item] if key == "ms" and isinstance(item, str) else _prose(item)


@cache
def frequencies(language: str) -> dict[str, float]:
    """Every word of the list of a language, with its frequency as a power of ten in a billion words."""
    listed = wordfreq.get_frequency_dict(language, "best")
    return {word: wordfreq.freq_to_zipf(each) for word, each in listed.items() if each >= 1e-6}


@cache
def is_known(word: str) -> bool:
    """Whether a word is on the Malay list, or leads there by its affixes."""
    malay = frequencies("ms")
    bare = without_clitic(word)
    return word in malay or (bare != word and is_known(bare)) or any(malay.get(root, 0) >= ROOT for root in stems(word))


@cache
def doubts(word: str) -> tuple[str, ...]:
    """Why a word should be looked at: *unknown*, *indonesian*, *english*, or nothing."""
    found = [] if is_known(word) else ["unknown"]
    bare = without_clitic(word)
    if bare != word and is_known(bare):  # Indonesian has -nya more often: *harganya* says nothing
        return (*found, *(doubt for doubt in doubts(bare) if doubt not in found))
    malay = frequencies("ms").get(word, RAREST)
    if frequencies("id").get(word, 0) - malay >= INDONESIAN:
        found.append("indonesian")
    if frequencies("en").get(word, 0) - malay > ENGLISH:
        found.append("english")
    return tuple(found)
