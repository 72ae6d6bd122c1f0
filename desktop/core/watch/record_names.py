"""What a paper made from evidence is called, and what it is about: a month, an incident, a run."""

from desktop.core.handout import Handout
from desktop.core.watch import papers
from desktop.core.watch.evidence import Records

EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD = "evidence-report", "incident-report", "leaver-record"


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
