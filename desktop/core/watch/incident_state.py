"""What the notes of an incident come to: what was done and kept, its name, whether data leaked, whether it is over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.kinds import Step

DATA_LEAK, NO_LEAK, REOPENED, TITLE, KIND, KNOWN = "data_leak", "no_data_leak", "reopened", "title", "kind", "known"
"""Steps of notes that are no task: personal data leaked after all; it did not; the incident is open again; it has
another name, is of another kind, or became known at another moment: the text of the note is the name, the id of the
kind, or the moment as ISO 8601."""

_LEFT = "left:"
"""Begins the step of a note that closes an incident: ids of the steps that were not ticked then follow."""

NOTICE = timedelta(hours=72)
"""The time for telling the Commissioner of a leak of personal data, from when it became known: section 12B of the
Personal Data Protection Act 2010, in force since 1 June 2025. What is said of it stands in incidents.toml."""


@dataclass(frozen=True, slots=True)
class IncidentState:
    """An incident as its notes leave it."""

    is_leak: bool
    title: str
    kind: str
    """Id of its kind."""
    opened: datetime
    """When it became known."""
    closed: Note | None = None
    """The note that closed it; None while it is open."""
    ticked: Mapping[str, Note] = field(default_factory=dict[str, Note])
    """The note that ticked a step off, by the id of the step."""


def state_of(incident: Incident, notes: Sequence[Note]) -> IncidentState:
    """What the notes, the oldest first, come to. Corrected ones do not count."""
    gone = {note.corrects for note in notes if note.corrects}
    is_leak, title, kind, closed = incident.data_leak, incident.title, incident.kind, None
    opened = incident.opened
    ticked: dict[str, Note] = {}
    for note in notes:
        if note.number in gone:
            continue
        if note.step in (DATA_LEAK, NO_LEAK):
            is_leak = note.step == DATA_LEAK
        elif note.step == TITLE:
            title = note.text
        elif note.step == KIND:
            kind = note.text
        elif note.step == KNOWN:
            opened = datetime.fromisoformat(note.text)
        elif note.step == REOPENED:
            closed = None
        elif note.closes:
            closed = note
        elif note.step and not note.corrects:
            ticked[note.step] = note
    return IncidentState(is_leak, title, kind, opened, closed, ticked)


def as_now(incident: Incident, state: IncidentState) -> Incident:
    """The incident with its newest name and moment. It keeps the kind it was opened with: ids of steps go by that."""
    return replace(incident, title=state.title, opened=state.opened)


def time_left(incident: Incident, now: datetime) -> timedelta:
    """How much of the 72 hours is left; less than nothing once they are over."""
    return incident.opened + NOTICE - now


def left_open(steps: Iterable[Step]) -> str:
    """What the note that closes an incident says of steps that are not ticked: `Note.step`."""
    ids = " ".join(step.id for step in steps)
    return _LEFT + ids if ids else ""


def steps_left(note: Note) -> tuple[str, ...]:
    """Ids of the steps that were not ticked when this note closed the incident."""
    return tuple(note.step.removeprefix(_LEFT).split()) if note.step.startswith(_LEFT) else ()


def hours_left(state: IncidentState) -> datetime | None:
    """The end of the 72 hours, where personal data leaked and they were not over when the incident was closed."""
    end = state.opened + NOTICE
    return end if state.is_leak and state.closed and state.closed.on < end else None
