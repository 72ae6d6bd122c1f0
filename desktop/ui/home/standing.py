"""Where the open policy stands, as plain facts."""

import math
from datetime import datetime

from desktop.core.facts import Source
from desktop.core.forms import ACKNOWLEDGEMENT, applying
from desktop.core.next_steps import Situation
from desktop.core.progress import Progress, progress
from desktop.core.watch.incident_state import NOTICE, state_of
from desktop.core.watch.review import review_date
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import counts_hours


def situation_of(session: Session, out_of_date: tuple[str, ...] = (), *, checks: bool = True) -> Situation:
    """Everything `next_steps` asks for. What is out of date is found out in idle moments, so it is handed in.

    Without `checks` nothing is known of what the check-up finds.
    """
    facts = session.facts
    papers = {kind.id for kind in applying(session.settled)}
    if facts.values.get("staff_count") == 1:  # nobody to hand a form to
        papers.discard(ACKNOWLEDGEMENT)
    deeper = next((step.id for step in session.library.steps if _left(session, step.id)), "")
    waiting = _incidents(session)
    return Situation(
        today=session.today,
        first_open=len(progress(facts).essential_open),
        settle=session.open_count if checks else 0,
        changes=len(session.clauses.updates),
        made=frozenset(session.copies.documents),
        out_of_date=out_of_date,
        papers=frozenset(papers),
        review=review_date(facts),
        deeper=deeper,
        deeper_open=_left(session, deeper) if deeper else 0,
        can_change=not session.read_only,
        incidents=tuple(title for _end, title in waiting),
        hours_end=waiting[0][0] if waiting else None,
        tasks=0 if session.watch.has_begun else len(session.watch.plan),
    )


def _incidents(session: Session) -> list[tuple[datetime | None, str]]:
    """Open incidents: when their 72 hours end, where they count, and what they are called; the most urgent first."""
    book = session.watch.evidence
    found: list[tuple[datetime | None, str]] = []
    for incident in book.incidents():
        if book.is_closed("incident", incident.number):
            continue
        notes = book.notes("incident", incident.number)
        state = state_of(incident, notes)
        end = state.opened + NOTICE if counts_hours(session, incident, notes) else None
        found.append((end, state.title))
    return sorted(found, key=lambda each: each[0].timestamp() if each[0] else math.inf)


def first_progress(session: Session) -> Progress:
    """How far the first questions have come."""
    facts = session.facts.by_question.values()
    asked = sum(fact.question.essential and fact.source is not Source.NOT_ASKED for fact in facts)
    still_open = progress(session.facts).essential_open
    return Progress(asked - len(still_open), asked, still_open, ())


def _left(session: Session, step: str) -> int:
    state = progress(session.facts, step)
    return state.asked - state.answered
