"""What a paper made from evidence is called, and what it is about: a month, an incident, a run."""

from collections.abc import Callable, Iterable

from desktop.core.handout import Handout
from desktop.core.watch import papers
from desktop.core.watch.evidence import Records

EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD = "evidence-report", "incident-report", "leaver-record"


RECORDS = (EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD)
"""Papers that are about one month, one incident, one run; else they are forms."""


def newest(numbers: Iterable[int], is_over: Callable[[int], bool]) -> int:
    """The incident or run that is meant where none is named: the newest that is open, else the newest; 0 for none."""
    known = sorted(numbers, reverse=True)
    return next((number for number in known if not is_over(number)), known[0] if known else 0)


def as_forms(records: Records) -> Records:
    """What makes forms of these papers. What registers are told of stays."""
    return Records(reviews=records.reviews)


def title_word(document: str, records: Records) -> str:
    """The word for the title of the record of a run, which goes by its kind; "" for other papers."""
    return f"run_{records.run.kind}" if records.run and document == LEAVER_RECORD else ""


def mark_of(document: str, records: Records) -> str:
    """What tells this paper from others of its kind, for the name of its file: "2027-01", "3"; "" for a form."""
    match document:
        case "evidence-report" if records.month:
            return f"{records.month:%Y-%m}"
        case "incident-report" if records.incident:
            return str(records.incident)
        case "leaver-record" if records.run:
            return str(records.run.number)
        case _:
            return ""


def subject_of(handout: Handout) -> str:
    """What it is about, in place of a version: evidence is never a draft."""
    records = handout.records
    match handout.kind.id:
        case "evidence-report" if records.month:
            return papers.month_words(handout, records.month)
        case "incident-report" if records.incident:
            return handout.word("record_of_incident").format(number=records.incident)
        case "leaver-record" if records.run:
            return handout.wording.day(records.run.day)
        case _:
            return handout.word("fill_in")
