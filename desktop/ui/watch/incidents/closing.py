"""What is still open when an incident is to be closed, and what is settled with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from desktop.core.watch.evidence import Entry, Incident, Note
from desktop.core.watch.incident_state import NOTICE, as_now, state_of, time_left
from desktop.core.watch.kinds import Step
from desktop.i18n import _
from desktop.ui.days import moment_words
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import counts_hours, steps_of


def left(session: Session, incident: Incident, notes: Sequence[Note]) -> tuple[Step, ...]:
    """The steps that are not ticked."""
    return steps_of(session, incident, notes).open(state_of(incident, notes).ticked)


def said_before(session: Session, incident: Incident, notes: Sequence[Note]) -> str:
    """What the person should know before it is closed; "" where nothing is open."""
    told: list[str] = []
    incident = as_now(incident, state_of(incident, notes))
    if count := len(left(session, incident, notes)):
        told.append(_("One step is not ticked.") if count == 1 else _("{count} steps are not ticked.", count=count))
    if counts_hours(session, incident, notes) and time_left(incident, session.now) > timedelta():
        end = moment_words(incident.opened + NOTICE, session.today)
        told.append(_("The 72 hours for a report to the Commissioner end: {moment}.", moment=end))
    if not told:
        return ""
    return " ".join((*told, _("You can close it all the same: what is open is noted with your words.")))


def open_entry(session: Session, incident: Incident) -> Entry | None:
    """The entry of the log it began with, where that is not settled."""
    entry = session.watch.evidence.entry(incident.entry) if incident.entry else None
    return entry if entry is not None and entry.is_open else None


def settle_entry(session: Session, incident: Incident, note: Note) -> None:
    """Settle the entry with the closing words of the incident."""
    entry = open_entry(session, incident)
    if entry is not None:
        by, done = entry.by or note.by, entry.done or session.today
        settled = replace(entry, outcome=note.text, by=by, done=done, incident=incident.number, number=0, written=None)
        session.watch.add_entry(settled)
