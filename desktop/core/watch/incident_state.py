"""What the notes of an incident come to: what was done and kept, its name, whether data leaked, whether it is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.core.watch.evidence import Incident, Note

DATA_LEAK, NO_LEAK, REOPENED, TITLE = "data_leak", "no_data_leak", "reopened", "title"
"""Steps of notes that are no task: personal data leaked after all; it did not; the incident is open again; it has
another name, which is the text of the note."""

NOTICE = timedelta(hours=72)
"""The time for telling the Commissioner of a leak of personal data, from when it became known: section 12B of the
Personal Data Protection Act 2010, in force since 1 June 2025. What is said of it stands in incidents.toml."""


@dataclass(frozen=True, slots=True)
class IncidentState:
    """An incident as its notes leave it."""

    is_leak: bool
    title: str
    closed: Note | None = None
    """The note that closed it; None while it is open."""
    ticked: Mapping[str, Note] = field(default_factory=dict[str, Note])
    """The note that ticked a step off, by the id of the step."""


def state_of(incident: Incident, notes: Sequence[Note]) -> IncidentState:
    """What the notes, the oldest first, come to. Corrected ones do not count."""
    gone = {note.corrects for note in notes if note.corrects}
    is_leak, title, closed = incident.data_leak, incident.title, None
    ticked: dict[str, Note] = {}
    for note in notes:
        if note.number in gone:
            continue
        if note.step in (DATA_LEAK, NO_LEAK):
            is_leak = note.step == DATA_LEAK
        elif note.step == TITLE:
            title = note.text
        elif note.step == REOPENED:
            closed = None
        elif note.closes:
            closed = note
        elif note.step and not note.corrects:
            ticked[note.step] = note
    return IncidentState(is_leak, title, closed, ticked)


def time_left(incident: Incident, now: datetime) -> timedelta:
    """How much of the 72 hours is left; less than nothing once they are over."""
    return incident.opened + NOTICE - now
