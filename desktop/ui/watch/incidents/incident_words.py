"""Incidents in words: their kinds, and the hours that count when personal data leaked."""

from datetime import datetime, timedelta

from desktop import i18n
from desktop.core.document import plain
from desktop.core.fill import Fill
from desktop.core.template import parse_line
from desktop.core.text import Text, any_side
from desktop.core.watch.evidence import Incident
from desktop.core.watch.incident_state import time_left
from desktop.core.watch.kinds import IncidentKind
from desktop.core.wording import Wording
from desktop.i18n import _
from desktop.ui.content_words import words
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
    if left <= timedelta():
        return _("72 hours are over: {hours} hours ago", hours=-left // _HOUR)
    if left < _HOUR:
        return _("72 hours: less than one hour left")
    return _("72 hours: {hours} hours left", hours=left // _HOUR)
