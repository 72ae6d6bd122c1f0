"""Where the open policy stands, as plain facts."""

from desktop.core.facts import Source
from desktop.core.forms import ACKNOWLEDGEMENT, applying
from desktop.core.next_steps import Situation
from desktop.core.progress import Progress, progress
from desktop.core.watch.review import review_date
from desktop.ui.session import Session
from desktop.ui.watch.incidents.open_hours import open_incidents


def situation_of(session: Session, out_of_date: tuple[str, ...] = (), *, checks: bool = True) -> Situation:
    """Everything `next_steps` asks for. What is out of date is found out in idle moments, so it is handed in.

    Without `checks` nothing is known of what the check-up finds.
    """
    facts = session.facts
    papers = {kind.id for kind in applying(session.settled)}
    if facts.values.get("staff_count") == 1:  # nobody to hand a form to
        papers.discard(ACKNOWLEDGEMENT)
    deeper = next((step.id for step in session.library.steps if _left(session, step.id)), "")
    waiting = open_incidents(session)
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


def first_progress(session: Session) -> Progress:
    """How far the first questions have come."""
    facts = session.facts.by_question.values()
    asked = sum(fact.question.essential and fact.source is not Source.NOT_ASKED for fact in facts)
    still_open = progress(session.facts).essential_open
    return Progress(asked - len(still_open), asked, still_open, ())


def _left(session: Session, step: str) -> int:
    state = progress(session.facts, step)
    return state.asked - state.answered
