"""Words the program puts into evidence by itself. They are kept as the window said them, and read in any language."""

from collections.abc import Mapping

from desktop.core.text import Language, Text, side

SKIP_REASONS = ("skip_reason_closed", "skip_reason_nothing", "skip_reason_away")
"""Why something is skipped, mostly: words of the library."""

TICK_MISTAKE = "tick_mistake"
"""Why a tick is taken back with one press."""

OUTCOMES = ("outcome_right", "outcome_content", "outcome_no_answer", "outcome_answered", "outcome_gone")
"""How it ends with a post, mostly."""

_MORE = ": "
"""Between such words and what somebody wrote beside them."""


def noted(*parts: str) -> str:
    """A note of such words and of one's own."""
    return _MORE.join(filter(None, parts))


def split(note: str, words: Mapping[str, Text]) -> tuple[str, str]:
    """The word of the library that a note is or begins with, in whichever language, and the rest; "" for none."""
    for key in (*SKIP_REASONS, TICK_MISTAKE, *OUTCOMES):
        for said in words.get(key, {}).values():
            if said and (note == said or note.startswith(said + _MORE)):
                return key, note.removeprefix(said).removeprefix(_MORE)
    return "", note


def in_words(note: str, words: Mapping[str, Text], language: Language) -> str:
    """A note with the program's own words in a language. What people wrote stays as it is."""
    key, own = split(note, words)
    return noted(side(words[key], language), own) if key else note
