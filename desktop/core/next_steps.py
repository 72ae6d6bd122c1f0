"""What the owner of a policy had best do next, from a few plain facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice

from desktop.core.forms import ACKNOWLEDGEMENT, POLICY

MOST = 3
"""How many things are named at once."""

_SOON = timedelta(days=30)
"""How long before the review date the policy is spoken of."""


class StepKind(StrEnum):
    """What there is to do."""

    FIRST_QUESTIONS = "first_questions"
    INCIDENT = "incident"
    """See to what is open among the incidents; hours may run."""
    REVIEW = "review"
    """Read the whole policy again: its review date is near or past."""
    CHANGES = "changes"
    """Decide about clauses that the library words anew."""
    SETTLE = "settle"
    """See to what keeps the policy from being ready."""
    MAKE = "make"
    """Make the policy, for the first time."""
    MAKE_AGAIN = "make_again"
    """Make documents again whose copies are out of date."""
    HAND_OUT = "hand_out"
    """Make the form that staff sign when they get the policy."""
    WATCH = "watch"
    """Begin with the tasks of watching."""
    GO_DEEPER = "go_deeper"
    """Answer further questions of a step."""


_LOOKING_ON = (StepKind.MAKE, StepKind.MAKE_AGAIN, StepKind.HAND_OUT)
"""What can be done with a file that is open only to look at."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do."""

    kind: StepKind
    count: int = 0
    """Of questions, points, clauses, documents or tasks."""
    targets: tuple[str, ...] = ()
    """Ids of the documents to make, or of the step to open; for an incident what it is called."""
    day: date | None = None
    """The review date."""
    is_late: bool = False
    ends: datetime | None = None
    """When the hours of an incident end."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a policy stands."""

    today: date
    first_open: int = 0
    """Essential questions without an answer."""
    settle: int = 0
    """Findings of the check-up that keep the policy from being ready."""
    changes: int = 0
    """Clauses whose change is not decided."""
    made: frozenset[str] = frozenset()
    """Ids of the documents that were ever made."""
    out_of_date: tuple[str, ...] = ()
    """Ids of those whose copy differs from today's answers, as far as it is known."""
    papers: frozenset[str] = frozenset({POLICY, ACKNOWLEDGEMENT})
    """Ids of the documents that apply."""
    review: date | None = None
    deeper: str = ""
    """Id of the first step with questions the owner has not answered."""
    deeper_open: int = 0
    can_change: bool = True
    incidents: tuple[str, ...] = ()
    """What incidents are called that are open, the most urgent first."""
    hours_end: datetime | None = None
    """When the 72 hours of the first of them end."""
    tasks: int = 0
    """Tasks of watching, where the owner has not begun with them."""

    @property
    def is_beginning(self) -> bool:
        """Whether the first questions are not done, and nothing was ever made."""
        return self.can_change and bool(self.first_open) and not self.made


def next_steps(situation: Situation) -> tuple[NextStep, ...]:
    """Three things at most, the best first."""
    found = _found(situation)
    if not situation.can_change:
        found = (step for step in found if step.kind in _LOOKING_ON)
    return tuple(islice(found, MOST))


def _found(now: Situation) -> Iterator[NextStep]:
    if now.incidents:
        yield NextStep(StepKind.INCIDENT, len(now.incidents), now.incidents[:1], ends=now.hours_end)
    if now.first_open:
        yield NextStep(StepKind.FIRST_QUESTIONS, now.first_open)
        if now.is_beginning:
            return
    was_made = POLICY in now.made
    review = NextStep(StepKind.REVIEW, day=now.review, is_late=now.review is not None and now.review < now.today)
    if was_made and review.is_late:
        yield review
    if now.changes:
        yield NextStep(StepKind.CHANGES, now.changes)
    if now.settle and not now.first_open:  # most of it is those very questions
        yield NextStep(StepKind.SETTLE, now.settle)
    if not was_made and not now.first_open:
        yield NextStep(StepKind.MAKE, targets=(POLICY,))
    if now.out_of_date:
        yield NextStep(StepKind.MAKE_AGAIN, len(now.out_of_date), now.out_of_date)
    is_ready = was_made and not now.first_open and not now.settle and POLICY not in now.out_of_date
    if is_ready and ACKNOWLEDGEMENT in now.papers - now.made:
        yield NextStep(StepKind.HAND_OUT, targets=(ACKNOWLEDGEMENT,))
    if was_made and not now.first_open and now.tasks:
        yield NextStep(StepKind.WATCH, now.tasks)
    if was_made and now.review is not None and now.today <= now.review <= now.today + _SOON:
        yield review
    if now.deeper and not now.first_open:
        yield NextStep(StepKind.GO_DEEPER, now.deeper_open, (now.deeper,))
