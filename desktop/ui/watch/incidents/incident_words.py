"""Incidents in words: their kinds, and the hours that count when personal data leaked."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from desktop import i18n
from desktop.core.document import plain
from desktop.core.fill import Fill
from desktop.core.template import parse_line
from desktop.core.text import Text, any_side
from desktop.core.watch import incident_steps
from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import (
    DATA_LEAK,
    KIND,
    KNOWN,
    NO_LEAK,
    REOPENED,
    TITLE,
    state_of,
    steps_left,
    time_left,
)
from desktop.core.watch.incident_steps import IncidentSteps
from desktop.core.watch.kinds import IncidentKind
from desktop.core.wording import Wording
from desktop.i18n import _
from desktop.ui.content_words import words
from desktop.ui.days import moment_words
from desktop.ui.session import Session

_HOUR = timedelta(hours=1)


def kinds_of(session: Session) -> tuple[IncidentKind, ...]:
    """The kinds of incidents that fit the answers."""
    facts = session.settled.all_facts
    return tuple(kind for kind in session.library.incident_kinds if facts.holds(kind.when))


def kind_of(session: Session, kind_id: str) -> IncidentKind | None:
    """A kind by its id; None where this version does not have it."""
    return next((kind for kind in session.library.incident_kinds if kind.id == kind_id), None)


def kind_words(session: Session, kind_id: str) -> str:
    """What a kind is called."""
    kind = kind_of(session, kind_id)
    return words(kind.title) if kind else kind_id


def filled(session: Session, text: Text) -> str:
    """A line of the content with the firm's answers."""
    said, language = any_side(text, i18n.current())
    settled = session.settled
    fill = Fill(Wording(session.library, settled.all_facts, language), settled.numbers)
    return plain(fill.inlines(parse_line(said))).strip()


def clock_words(incident: Incident, now: datetime) -> str:
    """How much of the 72 hours is left, or since when they are over."""
    left = time_left(incident, now)
    hours = abs(left) // _HOUR
    if left <= timedelta():
        return _("72 hours are over since {hours} hours", hours=hours) if hours > 1 else _("72 hours are just over")
    if hours <= 1:
        return _("72 hours: one hour left") if hours else _("72 hours: less than one hour left")
    return _("72 hours: {hours} hours left", hours=hours)


def counts_hours(session: Session, incident: Incident, notes: Sequence[Note]) -> bool:
    """Whether the 72 hours are spoken of: personal data leaked, and the law of Malaysia holds."""
    return state_of(incident, notes).is_leak and session.settled.all_facts.holds("state != 'outside_malaysia'")


def steps_of(session: Session, incident: Incident, notes: Sequence[Note]) -> IncidentSteps:
    """What to do and to keep."""
    facts = session.settled.all_facts
    return incident_steps.steps_of(session.library.incident_kinds, incident, state_of(incident, notes), facts.holds)


def note_words(session: Session, incident: Incident, note: Note) -> str:
    """What a note says: what was ticked off, in words; else its own."""
    known = incident_steps.all_steps(session.library.incident_kinds, incident)
    titles = {step.id: step.title for step in known}
    marks = {
        DATA_LEAK: _("Personal data leaked"),
        NO_LEAK: _("No personal data leaked after all"),
        REOPENED: _("Opened again"),
    }
    if note.closes:
        what = _("Closed")
    elif note.step in marks:
        what = marks[note.step]
    elif note.corrects:
        what = _("Taken back: {step}", step=_step(session, titles, note.step))
    else:
        what = _("Done: {step}", step=_step(session, titles, note.step)) if note.step else ""
    file = _("File: {name}", name=note.file) if note.file else ""
    if open_then := "; ".join(_step(session, titles, step) for step in steps_left(note)):
        open_then = _("Not ticked when it was closed: {steps}", steps=open_then)
    if note.step == TITLE:
        return _("New name: {name}", name=note.text)
    if note.step == KNOWN:
        moment = moment_words(datetime.fromisoformat(note.text), session.today)
        return _("Known since: {moment}", moment=moment)
    if note.step == KIND:
        return _("Another kind: {kind}", kind=kind_words(session, note.text))
    *parts, last = [part for part in (what, note.text, open_then, file) if part] or [""]
    return " ".join((*map(_ended, parts), last))


def _ended(words: str) -> str:
    """A sentence with its end, where another follows."""
    return words if words.endswith((".", "!", "?", "…", "”")) else f"{words}."


def _step(session: Session, titles: Mapping[str, Text], step: str) -> str:
    return filled(session, titles[step]) if step in titles else step
