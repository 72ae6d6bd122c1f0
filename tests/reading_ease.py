"""How hard an English text is to read: the Flesch–Kincaid grade, with a syllable rule of our own.

Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975);
8 is what a pupil of fourteen reads with ease. Paragraphs and list items end a sentence, as a reader pauses there.
An answer that is filled in counts as a name of two syllables, a reference to another clause as the word "clause".

A syllable is a group of vowels. An e that is not heard is left out first: at the end, in -es and -ed, and before -ly,
-ment and the like. Groups that are spoken as two are parted: *me-dia*, *us-ual*, *see-ing*.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_EXCEPTIONS = {
    1: "clothes eye eyes",
    2: "business cafe cafes cashier create creates every evening foresee hatred poem quiet react science sometimes "
    "something whereas",
    3: "area areas beforehand businesses created creating creator creators everyday everyone everything everywhere "
    "genuine idea ideas influence livestream livestreams quietly reaction reactions reacting recipe recipes "
    "spokesperson theatre violence whoever",
    4: "associate everybody influencer influencers reality reliable",
    5: "association associations",
}
_SYLLABLES = {word: count for count, words in _EXCEPTIONS.items() for word in words.split()}
"""Words the rule gets wrong."""

_Y_LIKE_J = re.compile(r"\by(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])|(?<=w)y(?=[aeiou])")
"""In *year*, *employer* and *lawyer* it is no vowel."""

_UNHEARD_E = re.compile(
    r"(?<=[^aeiouy])e$(?<![^aeiouywr]le)"
    r"|(?<=[^aeiouyszxcg])(?<![cs]h)e(?=s$)(?<![^aeiouywr]le)"
    r"|(?<=[^aeiouytd])e(?=d$)(?<![^aeiouywr]le)"
    r"|(?<=[^aeiouy])(?<![^aeiou]l)e(?=(?:ly|ful|fully|less|ments?|ness|thing|body|where|how|what|fore|work|lines?|sides?|"
    r"tables?|guards?|paper|books?|days?|ty)$)"
)
"""*file*, *files*, *filed*, *safely*, *somewhere*; but *table*, *pages*, *posted*."""

_PARTED = re.compile(
    r"(?<=[^aeiouctsgx]i)(?=[aou])(?<!li)(?<!ni(?=on))(?!age?$|our)"  # media, various; not million, behaviour
    r"|(?<=[a-z]{2}[^aeiou]i)(?=ers?$|est$)"  # easier, earliest
    r"|(?<=[^aeiouct]i)(?=en[ct])|(?<=i)(?=ety$)"  # client, audience, variety; not patient
    r"|(?<=[^aeiouqg]u)(?=[ao])"  # usual, January
    r"|(?<=[aeiou])(?=ings?$)"  # seeing
    r"|(?<=[^aeiou]y)(?=[aeiou])"  # copying
    r"|(?<=[^aeiou]e)(?=os?$|um)"  # video, museum
)
_HUMMED = re.compile(r"(?<=s)m$|(?<=[sd])n(?='t$)")
"""A syllable without a vowel: *racism*, *doesn't*."""

_HISS = re.compile(r"(?:[sxz]|[cs]h|[scgz]e)$")
"""After it *'s* is a syllable: *boss's*, but *owner's*."""

_HOLE, _POINTER = re.compile(r"\{[^{}]*\}"), re.compile(r"\[\[[^\]]*\]\]")
_END = re.compile(r"[.!?…]+[”’\")*]*(?=\s|$)|\n+")
_LIST_MARK = re.compile(r"^\s*(?:-|\d+\.)\s+", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def syllables(word: str) -> int:
    """The syllables of an English word; an abbreviation has one for each letter, a number one for each digit."""
    if (not word.isalpha() and word.isalnum()) or (len(word) > 1 and word.isupper()):
        return len(word)
    low = word.casefold().replace("’", "'")
    if low.endswith("'s"):
        return syllables(low[:-2]) + bool(_HISS.search(low[:-2]))
    if low in _SYLLABLES:
        return _SYLLABLES[low]
    heard = _UNHEARD_E.sub("", _Y_LIKE_J.sub("j", low))
    return max(1, len(re.findall(r"[aeiouy]+", _PARTED.sub("|", heard))) + len(_HUMMED.findall(heard)))


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is to read."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The years of school that make this easy to read."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure(texts: Iterable[str]) -> Measure:
    """Sentences, words and syllables of texts in the small Markdown of the content; each text ends a sentence."""
    sentences = words = heard = 0
    for text in texts:
        plain = _POINTER.sub("clause", _HOLE.sub("Murni", _LIST_MARK.sub("", text)))
        for sentence in _END.split(plain):
            if found := _WORD.findall(sentence):
                sentences += 1
                words += len(found)
                heard += sum(map(syllables, found))
    return Measure(sentences, words, heard)
