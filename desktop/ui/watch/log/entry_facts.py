"""What an entry says, as names and words; and what differs between its rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop import i18n
from desktop.core.watch.evidence import SENT, Entry
from desktop.core.watch.response import NO, YES, ResponseWords, boxes_of
from desktop.i18n import _
from desktop.ui.days import date_words, moment_words
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_words import (
    about_words,
    place_words,
    state_words,
    tone_words,
    truth_words,
    writer_words,
)


def facts_of(session: Session, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Each thing that is known: what it is called, what it is. What stands elsewhere in the pane is left out."""
    told = _all_facts(session, entry)
    return tuple((name, value) for key, (name, value) in told.items() if value and key not in ("text", "tone", "state"))


def changes(session: Session, rows: Sequence[Entry]) -> Iterator[tuple[str, list[str]]]:
    """For each further row, the newest first: when it was written, and what it changed."""
    for before, after in reversed(list(pairwise(rows))):
        old, new = _all_facts(session, before), _all_facts(session, after)
        lines = [
            _("{name}: {before} → {after}", name=name, before=old[key][1] or "–", after=value or "–")
            for key, (name, value) in new.items()
            if value != old[key][1]
        ]
        when = moment_words(after.written, session.today) if after.written else ""
        yield when, lines or [_("Saved again, nothing changed")]


def _all_facts(session: Session, entry: Entry) -> dict[str, tuple[str, str]]:
    language = session.library.language.get(entry.language)
    incident = _("Number {number}", number=entry.incident) if entry.incident else ""
    return {
        "text": (_("What it says"), entry.text),
        "tone": (_("Tone"), tone_words(entry.tone)),
        "state": (_("Open or settled"), state_words(entry)),
        "where": (_("Where"), place_words(session.library, entry.where)),
        "seen": (_("Found on"), date_words(entry.seen)),
        "writer": (_("Written by"), writer_words(entry.writer)),
        "about": (_("What it is about"), ", ".join(map(about_words, entry.about))),
        "link": (_("Link"), entry.link),
        "file": (_("Screenshot"), entry.file),
        "language": (_("Language"), language.name if language else entry.language),
        "truth": (_("Is it true?"), truth_words(entry.truth)),
        "reply": (_("Reply"), entry.reply if entry.is_sent else ""),
        "draft": (_("Draft of a reply, not sent"), "" if entry.is_sent else entry.reply),
        "action": (_("What was done"), entry.action),
        "by": (_("Done by") if entry.action or entry.outcome else _("Noted by"), entry.by),
        "done": (_("Done on"), date_words(entry.done) if entry.done else ""),
        "outcome": (_("How it ended"), entry.outcome),
        "incident": (_("Incident"), incident),
        "path": (_("Way through the response chart"), _path(session, entry)),
    }


def _path(session: Session, entry: Entry) -> str:
    """The questions with their answers, a line each; what the chart no longer has is said by its answer alone."""
    known = session.library.language
    language = i18n.current() if i18n.current() in known else next(iter(known))
    words = ResponseWords(session.settled, language)
    answers = {YES: _("Yes"), NO: _("No"), SENT: _("(reply sent)"), "": ""}
    lines: list[str] = []
    for node, answer in boxes_of(session.library.chart, entry.path):
        asked = words.text(node) if node else _("(a question of an earlier chart)")
        lines.append(f"{asked} {answers.get(answer, answer)}".strip())
    return "\n".join(lines)
