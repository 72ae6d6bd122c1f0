"""The log as a table for Excel and other programs: CSV in UTF-8, with headings and codes in words of the interface."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from desktop.core.library import Library
from desktop.core.text import printable
from desktop.core.watch.entry_words import (
    ABOUT_WORDS,
    GIVEN_WORDS,
    TONE_WORDS,
    TRUTH_WORDS,
    WRITER_WORDS,
    state_words,
)
from desktop.core.watch.evidence import SENT, Entry
from desktop.core.watch.phrases import in_words
from desktop.i18n import Message, _, current, spoken

_UNSEEN = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_FORMULA = re.compile(rf"[\t\r]|[\s\"'“”‘’{_UNSEEN}]*[=+\-@＝＋－＠−﹢﹣﹦﹫]")
"""Beginnings of cells that a spreadsheet may run instead of showing, also after what it passes over."""


def log_table(library: Library, entries: Iterable[Entry]) -> bytes:
    """Entries of the log, the first found first, a line each below a line of headings."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    words = _Words(library)
    writer.writerow(_headings())
    for entry in sorted(entries, key=lambda entry: (entry.seen, entry.entry)):
        writer.writerow(map(_safe, _cells(entry, words)))
    return table.getvalue().encode("utf-8-sig")  # by the mark before it Excel knows it for UTF-8


def _headings() -> tuple[str, ...]:
    return (
        _("Number"),
        _("Found on"),
        _("State"),
        _("Where"),
        _("Who wrote it"),
        _("About"),
        _("Tone"),
        _("True?"),
        _("What was written"),
        _("Language"),
        _("Link"),
        _("Screenshot or file"),
        _("Way through the response chart"),
        _("Reply"),
        _("Draft of a reply, not sent"),
        _("What was done"),
        _("By"),
        _("Done on"),
        _("How it ended"),
        _("Incident"),
        _("Written down"),
    )


class _Words:
    """Codes in words, all of them looked up once: a log has thousands of lines."""

    def __init__(self, library: Library) -> None:
        question = library.question.get("platforms")
        self.known, self.language = library.words, current()
        self.places = {choice.code: str(spoken(choice.label)) for choice in (question.choices if question else ())}
        self.languages = {language.id: language.name for language in library.languages}
        self.boxes = {box.id: " ".join(str(spoken(box.text)).split()) for box in library.chart}
        self.given, self.writers, self.about = _said(GIVEN_WORDS), _said(WRITER_WORDS), _said(ABOUT_WORDS)
        self.tones, self.truths = _said(TONE_WORDS), _said(TRUTH_WORDS)
        self.states = {is_open: str(state_words(is_open=is_open)) for is_open in (True, False)}


def _said(words: Mapping[str, Message]) -> dict[str, str]:
    return {code: str(said) for code, said in words.items()}


def _cells(entry: Entry, words: _Words) -> tuple[str, ...]:
    return (
        str(entry.entry),
        entry.seen.isoformat(),
        words.states[entry.is_open],
        words.places.get(entry.where, entry.where),
        words.writers.get(entry.writer, entry.writer),
        ", ".join(words.about.get(code, code) for code in entry.about),
        words.tones.get(entry.tone, entry.tone),
        words.truths.get(entry.truth, entry.truth),
        entry.text,
        words.languages.get(entry.language, entry.language),
        entry.link,
        entry.file,
        " → ".join(_stop(box, given, words) for box, given in entry.path),
        entry.reply if entry.is_sent else "",
        "" if entry.is_sent else entry.reply,
        entry.action,
        entry.by,
        entry.done.isoformat() if entry.done else "",
        in_words(entry.outcome, words.known, words.language),
        str(entry.incident or ""),
        entry.written.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes") if entry.written else "",
    )


def _stop(box: str, given: str, words: _Words) -> str:
    """A box on the way through the response chart, with what was answered there."""
    called = words.boxes.get(box, box)
    return called if given in ("", SENT) else f"{called} {words.given.get(given, given)}"


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, without what no file of text can hold."""
    cell = printable(cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell
