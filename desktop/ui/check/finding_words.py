"""What a finding of the check-up is about, and where it leads, in the language of the interface."""

from desktop.core.facts import Source
from desktop.core.findings import Finding, Where
from desktop.core.text import Text
from desktop.i18n import _
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import title_words
from desktop.ui.session import Session

PEOPLE, LAWS = "people", "laws"
"""The groups beside the steps."""


def group_of(session: Session, finding: Finding) -> str:
    """The step a finding belongs to, else `PEOPLE` or `LAWS`."""
    match finding.where:
        case Where.QUESTION:
            return session.library.question[finding.place].step
        case Where.CLAUSE:
            own = session.answers.own.get(finding.place)
            return own.step if own else session.library.clause[finding.place].step
        case Where.PERSON:
            return PEOPLE
        case Where.LAW:
            return LAWS


def group_words(session: Session, group: str) -> str:
    """The heading of a group: "3 Who owns the accounts"."""
    match group:
        case "people":
            return _("People")
        case "laws":
            return _("Laws")
        case _:
            step = session.library.step[group]
            return f"{step.number} {words(step.title)}"


def about_words(session: Session, finding: Finding) -> str:
    """What it is about: the question, number and title of the clause, the person, or the law."""
    match finding.where:
        case Where.QUESTION:
            return words(session.library.question[finding.place].prompt)
        case Where.CLAUSE:
            number = session.settled.numbers.get(finding.place, "")
            return f"{number} {title_words(session, _title(session, finding.place))}".strip()
        case Where.PERSON:
            return session.answers.people[finding.place].name
        case Where.LAW:
            return words(session.library.law[finding.place].title)


def way_words(session: Session, finding: Finding) -> str:
    """What the button says that leads to where it is mended; "" where the owner can mend nothing."""
    match finding.where:
        case Where.QUESTION:
            fact = session.facts.by_question[finding.place]
            return _("Go to the question") if fact.source is Source.ANSWERED else _("Answer")
        case Where.CLAUSE:
            return _("Open the clause")
        case Where.PERSON:
            return _("Write the role")
        case Where.LAW:
            return ""


def whole_words(session: Session, finding: Finding) -> str:
    """What was found as a sentence that stands alone; of a question or a clause, what it is about comes first."""
    found = sentence(finding.what)
    if finding.where in (Where.PERSON, Where.LAW):  # these say it themselves
        return found
    return f"“{about_words(session, finding)}” {found}"


def sentence(said: object) -> str:
    """Words that begin in lower case as a sentence of their own."""
    told = str(said)
    told = told[:1].upper() + told[1:]
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."


def _title(session: Session, clause_id: str) -> Text:
    answers = session.answers
    written = answers.own.get(clause_id) or answers.edits.get(clause_id)
    return written.title if written else session.library.clause[clause_id].title
