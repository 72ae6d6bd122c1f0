"""What the check-up finds: what it is, why it matters, and where it is mended."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from desktop.i18n import Message


class Severity(StrEnum):
    """How much a finding weighs."""

    OPEN = "open"
    """The policy is not ready to be issued with it."""
    REVIEW = "review"
    """Worth another look before the policy is issued."""


class Where(StrEnum):
    """What a finding is about, and so where it is mended."""

    QUESTION = "question"
    CLAUSE = "clause"
    PERSON = "person"
    LAW = "law"
    """Nothing the owner can mend in the program: it is for a lawyer to look at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to see to."""

    severity: Severity
    where: Where
    place: str
    """Id of the question, clause, person or law."""
    what: Message
    why: Message


OPEN = partial(Finding, Severity.OPEN)
REVIEW = partial(Finding, Severity.REVIEW)
