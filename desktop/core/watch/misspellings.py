"""How a name is misspelt by people who write Malay and English: a few likely ways, not every possible one."""

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

_MOST = 6
_SHORTEST = 6
"""Letters of a word that stands alone; another form of a shorter one is soon a word of its own."""
_SOUNDS = (
    *(
        ("sy", "sh"),
        ("sh", "sy"),
        ("kh", "k"),
        ("q", "k"),
        ("ph", "f"),
        ("v", "b"),
        ("f", "p"),
        ("z", "j"),
        ("x", "ks"),
    ),
    *(("oo", "u"), ("ee", "i"), ("ie", "y"), ("ou", "u"), ("y", "i"), ("ch", "c"), ("th", "t"), ("dh", "d")),
)
"""Letters that stand for nearly the same sound in Malay, English and Arabic names."""
_CONSONANT, _VOWEL = "[bcdfghjklmnpqrstvwxyz]", "[aeiou]"
_RULES = (
    (re.compile(rf"(?<={_CONSONANT})e(?=[rl]{_VOWEL})"), ""),  # "Selera" is said and written "Slera"
    *((re.compile(before), after) for before, after in _SOUNDS),
    (re.compile(r"([bcdfgklmnprstz])\1"), r"\1"),
    (re.compile(rf"(?<={_CONSONANT})u(?=r{_CONSONANT}|h$)"), "o"),
    (re.compile(rf"(?<={_CONSONANT})i(?=k$|h$|ng$)"), "e"),
    (re.compile(rf"(?<={_VOWEL})h$"), ""),
    (re.compile(rf"(?<={_VOWEL})([lmnrst])(?={_VOWEL})"), r"\1\1"),
    (re.compile(rf"(?<={_CONSONANT})i$"), "ie"),
)
_LONG = 7
"""Letters of a word in which a missing letter, or two in the wrong order, are hardly seen."""


def misspellings(name: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Likely ways to misspell a name, the likeliest first; none where it is too short to be told apart.

    `known` are words, casefolded, that everybody can spell.
    """
    words = name.split()
    if len(words) < 2 and len(name) < _SHORTEST:
        return ()
    forms = [[] if word.casefold() in known else [*_forms(word)] for word in words]
    found: dict[str, None] = {}
    # one form of each word in turn, so that they are not all of the first word
    for turn in zip_longest(*forms):
        for place, form in enumerate(turn):
            if form is not None:
                found[" ".join((*words[:place], form, *words[place + 1 :]))] = None
    return tuple(found)[:_MOST]


def _forms(word: str) -> Iterator[str]:
    """Other forms of one word, written with a capital letter where it is."""
    plain = word.casefold()
    if not re.fullmatch("[a-z]{4,}", plain):
        return
    for form in dict.fromkeys(_changed(plain)):
        if form != plain and len(form) > 2 and not re.search(r"(.)\1\1|" + _CONSONANT + "{4}", form):
            yield form.capitalize() if word[:1].isupper() else form


def _changed(word: str) -> Iterator[str]:
    for rule, after in _RULES:
        yield rule.sub(after, word, count=1)
    if len(word) >= _LONG:
        middle = len(word) // 2
        yield word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        yield word[: len(word) - 2] + word[-1]
