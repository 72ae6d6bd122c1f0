"""Finding words in a text as a reader would: case, accents and kinds of quotes do not count. No Qt."""

import unicodedata
from array import array
from functools import lru_cache

_ALIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
}
"""Signs that an owner types as another one."""

_TWO_UNITS = 0xFFFF
"""Characters above this one count twice where Qt counts places."""


def hits(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text: the place of each beginning and end, in UTF-16 units as Qt counts."""
    wanted = " ".join(_folded(words)[0].split())
    if not wanted:
        return ()
    folded, places = _folded(text)
    found: list[tuple[int, int]] = []
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        found.append((places[start], places[end]) if places else (start, end))
        start = folded.find(wanted, end)
    return tuple(found)


def _folded(text: str) -> tuple[str, "array[int] | None"]:
    """The text with alike signs made one, and the place each came from; None where all places stay."""
    alike = {ord(sign): _plain(sign) for sign in set(text)}
    if all(len(plain) == 1 and code <= _TWO_UNITS for code, plain in alike.items()):
        return text.translate(alike), None
    signs: list[str] = []
    places = array("L")
    place = 0
    for sign in text:
        for plain in alike[ord(sign)]:
            signs.append(plain)
            places.append(place)
        place += 2 if ord(sign) > _TWO_UNITS else 1
    places.append(place)
    return "".join(signs), places


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A sign without accent, as a small letter."""
    if sign in _ALIKE:
        return _ALIKE[sign]
    if sign.isspace() and sign not in "\u2028\u2029\n":
        return " "
    parts = unicodedata.normalize("NFKD", sign.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
