"""What a paper made from evidence is called, and what it is about: a month, an incident, a run."""

from desktop.core.handout import Handout
from desktop.core.watch import papers

EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD = "evidence-report", "incident-report", "leaver-record"


def title_of(handout: Handout) -> str:
    """The title of the paper: that of a run by its kind."""
    run = handout.records.run
    return handout.word(f"run_{run.kind}") if run and handout.kind.id == LEAVER_RECORD else ""


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
