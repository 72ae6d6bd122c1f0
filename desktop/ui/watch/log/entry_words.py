"""Codes of the log in words, and the icons beside them."""

from desktop.core.library import Library
from desktop.core.watch import entry_words as known
from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.ui.content_words import platform_words

TONE_ICONS = {"good": ("success", "success"), "neutral": ("minus", "muted"), "bad": ("warning", "warning")}
"""Icon and colour of a tone; its word always stands beside them."""

_SHORT = 120
"""Letters of a post that a list shows."""


def writer_words(code: str) -> str:
    """Who wrote it."""
    return str(known.WRITER_WORDS.get(code, code))


def about_words(code: str) -> str:
    """What it is about."""
    return str(known.ABOUT_WORDS.get(code, code))


def tone_words(code: str) -> str:
    """How it sounds."""
    return str(known.TONE_WORDS.get(code, code))


def truth_words(code: str) -> str:
    """Whether it is true."""
    return str(known.TRUTH_WORDS.get(code, code))


def place_words(library: Library, where: str) -> str:
    """Where it was found: the name of a platform, or the owner's own word."""
    return platform_words(library, where)


def state_words(entry: Entry) -> str:
    """Whether it is over."""
    return str(known.state_words(is_open=entry.is_open))


def short_words(entry: Entry) -> str:
    """What a list shows of a post."""
    told = " ".join((entry.text or entry.link or entry.file).split())
    if not told:
        return _("(nothing noted of the post)")
    return told if len(told) <= _SHORT else told[: _SHORT - 1].rstrip() + "…"
