"""What may be left of a Malay word without its affixes: *bekerja*, *pekerjaan* and *mempekerjakan* meet in *kerja*.

The rules are those of Malay word formation: meN-, peN-, ber-, per-, ter-, di-, ke-, se-, -kan, -an, -i and particles.
There is no list of roots. Where letters alone cannot tell (*mengira*: *kira* or *ira*?) every possible root is given,
and two words belong together if they share one: that forgives too much rather than too little.
"""

import re

_ROOT = re.compile(r"(?=[^aeiou]*[aeiou][^aeiou]*[aeiou])[a-z]{4,}|[aeiou][^aeiou][aeiou]")
"""Nearly every root has two syllables; of three letters only those like *adu*, *isi*, *uji*."""

_CLITIC = re.compile(r"([a-z]{3,})nya|([a-z]{5,})(?:lah|kah|pun)")
"""With more letters before the shorter ones, which often belong to the word: *masalah*, *langkah*."""

_SUFFIX = re.compile(r"(?=kan$|an$|(?<!s)i$)")
"""-i after s is nearly always part of a borrowed word: *polisi*, *promosi*; without it that would be *polis*."""
_VOWELS = frozenset("aeiou")
_LONGEST = 30
"""Letters of the longest word that is taken apart; *ketidakbertanggungjawaban* has 25."""


def without_clitic(word: str) -> str:
    """A lower-case word without -nya, -lah, -kah or -pun: *dasarnya* is *dasar*."""
    found = _CLITIC.fullmatch(word)
    return (found[1] or found[2]) if found else word


def stems(word: str) -> tuple[str, ...]:
    """The possible roots of a lower-case word, in alphabetical order; of a root, the root itself."""
    seen = {word}
    waiting = [word] if len(word) <= _LONGEST else []
    roots: set[str] = set()
    while waiting:
        longer = waiting.pop()
        shorter = [part for part in _shorter(longer) if _ROOT.fullmatch(part)]
        if not shorter:
            roots.add(longer)
        waiting += (part for part in shorter if part not in seen)
        seen.update(shorter)
    return tuple(sorted(roots)) or (word,)


def _shorter(word: str) -> list[str]:
    """The word without its first prefix, and without its last suffix, in every way the letters allow."""
    bare = without_clitic(word)
    if bare != word:
        return [bare]
    found = [word[: suffix.start()] for suffix in _SUFFIX.finditer(word)]
    rest = word[2:]
    match word[:2]:
        case "me":
            found += _after_nasal(rest)
            if rest[:1] in ("l", "r", "w", "y"):
                found.append(rest)
        case "pe":
            found += _after_nasal(rest) or ([rest] if rest[:1] not in _VOWELS else [])
            if rest.startswith("r"):
                found.append(rest[1:])
        case "be" | "te":
            if rest.startswith("r"):
                found.append(rest[1:])
                if rest[1:2] in _VOWELS:  # ber- with a root in r loses one: be-rasa
                    found.append(rest)
            elif word.startswith("be") and rest[1:3] == "er":  # be-kerja, be-serta
                found.append(rest)
        case "di" | "ke":
            found.append(rest)
        case "se" if len(rest) >= 5 and not found:  # many roots begin so: sebar, sedia, setuju, semak
            found.append(rest)
        case _:
            pass
    if word[:3] in ("bel", "pel") and word[3:].startswith("ajar"):
        found.append(word[3:])
    return found


def _after_nasal(rest: str) -> list[str]:
    """Roots after me- or pe- that joined them with a nasal sound, which swallows k, p, s and t before a vowel."""
    for nasal, swallowed in (("ny", "s"), ("ng", "k"), ("m", "p"), ("n", "t")):
        if rest.startswith(nasal):
            root = rest[len(nasal) :]
            if root[:1] not in _VOWELS:
                return [root]
            return [swallowed + root, root if nasal == "ng" else rest]
    return []
