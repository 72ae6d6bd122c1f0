"""Open incidents, the most urgent first."""

import math
from datetime import datetime

from desktop.core.watch.incident_state import NOTICE, state_of
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import counts_hours


def open_incidents(session: Session) -> list[tuple[datetime | None, str]]:
    """When the 72 hours of each end, where they count, and what it is called."""
    book = session.watch.evidence
    found: list[tuple[datetime | None, str]] = []
    for incident in session.watch.open_incidents:
        notes = book.notes("incident", incident.number)
        state = state_of(incident, notes)
        end = state.opened + NOTICE if counts_hours(session, incident, notes) else None
        found.append((end, state.title))
    return sorted(found, key=lambda each: each[0].timestamp() if each[0] else math.inf)
