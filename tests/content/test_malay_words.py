"""Malay that a newspaper editor would print: no word that is misspelt, Indonesian or English stands unexplained."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
import wordfreq

from desktop.content.load import load_library
from desktop.core.malay_stems import stems, without_clitic
from tests.content.malay_dictionary import doubts, malay_texts, words

LIBRARY = load_library()
PLACES: dict[str, str] = {}
"""Every word of the Malay texts, with one place where it stands."""
for place, text in malay_texts(LIBRARY):
    for each in words(text):
        PLACES.setdefault(each, place)

DOUBTED = {word: found for word in PLACES if (found := doubts(word))}

EXPLAINED_IN = Path(__file__).with_name("malay_words.toml")
GROUPS = tomllib.loads(EXPLAINED_IN.read_text(encoding="utf-8"))["group"]
LISTED: list[str] = [word for group in GROUPS for word in group["words"]]


def _family(word: str) -> set[str]:
    return {word, without_clitic(word), *stems(word)}


def _of(family_names: Iterable[str]) -> set[str]:
    return set().union(*map(_family, family_names))


def test_every_doubted_word_is_explained():
    """Mend the text, or write the word with its reason into malay_words.toml."""
    explained = _of(LISTED)
    left = [
        f"{word} ({', '.join(why)}): {PLACES[word]}" for word, why in DOUBTED.items() if not _family(word) & explained
    ]
    assert left == []


def test_every_explained_word_is_still_needed():
    needed = _of(DOUBTED)
    assert [word for word in LISTED if not _family(word) & needed] == []


def test_words_are_explained_once_in_order_and_with_a_reason():
    assert len(LISTED) == len(set(LISTED))
    assert all(group["words"] == sorted(group["words"]) and len(group["reason"]) > 20 for group in GROUPS)


def test_indonesian_words_of_the_glossary_would_be_found():
    avoided = [avoid.word for avoid in LIBRARY.avoid if avoid.language == "ms" and avoid.word.isalpha()]
    found = [word for word in avoided if doubts(word.casefold())]
    assert len(found) >= 0.9 * len(avoided) > 50


def test_the_commonest_english_words_would_be_found():
    common = [word for word in wordfreq.top_n_list("en", 400) if len(word) > 1 and word.isalpha()]
    assert [word for word in common if not doubts(word)] == ["oh", "video"]


@pytest.mark.parametrize(
    ("slip", "share"),
    [
        (lambda word, at: word[:at] + word[at + 1 :], 0.85),
        (lambda word, at: word[:at] + word[at] + word[at:], 0.95),
        (lambda word, at: word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :], 0.95),
    ],
    ids=["dropped", "doubled", "changed about"],
)
def test_most_misspellings_would_be_found(slip, share):
    long = [word for word in PLACES if len(word) >= 6 and word not in DOUBTED]
    slips = [wrong for word in long if (wrong := slip(word, len(word) // 2)) != word]
    assert sum(map(bool, map(doubts, slips))) >= share * len(slips) > 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gerak-geri {policy_owner.name}, e-mel.", ["gerak", "geri", "mel"]),
        ("Lihat [[ref:image.fair-process]] di Sebenarnya.my (3R)", ["lihat", "di"]),
        ("Hasilkan &dokumen %(prog)s %s <b>Word</b>", ["hasilkan", "dokumen", "word"]),
    ],
)
def test_what_counts_as_a_word(text, expected):
    assert list(words(text)) == expected
