"""The next steps in words."""

from dataclasses import dataclass

from desktop.core.findings import Finding, Severity, Where
from desktop.core.next_steps import NextStep, StepKind
from desktop.i18n import _
from desktop.ui.check.finding_words import about_words, way_words
from desktop.ui.content_words import words
from desktop.ui.days import date_words, moment_words
from desktop.ui.home.standing import first_progress
from desktop.ui.session import Session

ICONS = {
    StepKind.FIRST_QUESTIONS: "next",
    StepKind.INCIDENT: "warning",
    StepKind.REVIEW: "calendar",
    StepKind.CHANGES: "list",
    StepKind.SETTLE: "success",
    StepKind.MAKE: "document",
    StepKind.MAKE_AGAIN: "refresh",
    StepKind.HAND_OUT: "person",
    StepKind.WATCH: "eye",
    StepKind.GO_DEEPER: "edit",
}

_NAMED = 3
"""How many documents are named at most."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A thing to do: what it is, more about it, and what the button says."""

    title: str
    sentence: str
    button: str


def step_words(session: Session, step: NextStep) -> StepWords:
    """The words for one thing to do."""
    match step.kind:
        case StepKind.FIRST_QUESTIONS:
            return _first_questions(session, step.count)
        case StepKind.INCIDENT:
            return _incident(session, step)
        case StepKind.REVIEW:
            return _review(step)
        case StepKind.CHANGES:
            return _changes(step.count)
        case StepKind.SETTLE:
            return _settle(session, step.count)
        case StepKind.MAKE:
            sentence = _("As Word documents, in the languages you choose.")
            title = _("Make the policy of this sample") if session.is_sample else _("Make your policy")
            return StepWords(title, sentence, _("Make the policy…"))
        case StepKind.MAKE_AGAIN:
            return _make_again(session, step)
        case StepKind.HAND_OUT:
            sentence = _("Everyone gets a copy and signs that they have it. The form to sign is one of the documents.")
            return StepWords(_("Hand out the policy"), sentence, _("Make the form…"))
        case StepKind.WATCH:
            sentence = _("A few minutes a week, with a checklist. What is ticked is kept as proof that somebody looks.")
            return StepWords(_("Begin to watch"), sentence, _("Look at the tasks"))
        case StepKind.GO_DEEPER:
            return _go_deeper(session, step)


def only_open(session: Session) -> Finding | None:
    """The one thing that keeps the policy from being ready, if it is mended at a question or a clause."""
    found = [finding for finding in session.findings if finding.severity is Severity.OPEN]
    if len(found) == 1 and found[0].where in (Where.QUESTION, Where.CLAUSE):
        return found[0]
    return None


def _first_questions(session: Session, count: int) -> StepWords:
    state = first_progress(session)
    if state.answered <= 1:  # the name of the business is answered when the file is made
        sentence = _("There are {count} of them. With these answers alone your policy is complete.", count=state.asked)
        return StepWords(_("Answer the first questions"), sentence, _("Begin"))
    sentence = (
        _("Only one is left. With it your policy is complete.")
        if count == 1
        else _("{left} of {count} are left. With them your policy is complete.", left=count, count=state.asked)
    )
    return StepWords(_("Go on with the first questions"), sentence, _("Go on"))


def _review(step: NextStep) -> StepWords:
    day = date_words(step.day) if step.day else ""
    if step.is_late:
        sentence = _("Its review date was {day}. After reading, give it a new starting day.", day=day)
    else:
        sentence = _("Its review date is {day}. After reading, give it a new starting day.", day=day)
    return StepWords(_("Look over your policy"), sentence, _("Read the clauses"))


def _incident(session: Session, step: NextStep) -> StepWords:
    title = _("See to the incident: {name}", name=step.targets[0])
    if step.count > 1:
        title = _("See to the incidents: {name}, and {count} more", name=step.targets[0], count=step.count - 1)
    sentence = _("It is open. Its steps are ticked off one by one, and what was kept is noted.")
    if step.ends is not None and step.ends <= session.now:
        sentence = _("The 72 hours are over. Note what was done, or why it was not.")
    elif step.ends is not None:
        sentence = _("The 72 hours end: {moment}.", moment=moment_words(step.ends, session.today))
    return StepWords(title, sentence, _("Show the incident"))


def _changes(count: int) -> StepWords:
    title = (
        _("Decide about one changed clause") if count == 1 else _("Decide about {count} changed clauses", count=count)
    )
    sentence = _("This version of DasarKita brings new wording. Your policy stays as it is until you decide.")
    return StepWords(title, sentence, _("Look at the changes"))


def _settle(session: Session, count: int) -> StepWords:
    if finding := only_open(session):
        return StepWords(_("Settle the last open point"), about_words(session, finding), way_words(session, finding))
    title = _("Settle one open point") if count == 1 else _("Settle {count} open points", count=count)
    return StepWords(title, _("They keep the policy from being ready. The check-up lists them."), _("Show them"))


def _make_again(session: Session, step: NextStep) -> StepWords:
    kinds = filter(None, map(session.library.document, step.targets))
    titles = [words(kind.title) for kind in kinds]
    named, more = ", ".join(titles[:_NAMED]), len(titles) - _NAMED
    sentence = (
        _("Your answers have changed since: {documents}, and {count} more.", documents=named, count=more)
        if more > 0
        else _("Your answers have changed since: {documents}.", documents=named)
    )
    title = (
        _("Make again: one document is out of date")
        if step.count == 1
        else _("Make again: {count} documents are out of date", count=step.count)
    )
    return StepWords(title, sentence, _("Make again…"))


def _go_deeper(session: Session, step: NextStep) -> StepWords:
    library_step = session.library.step[step.targets[0]]
    title = _("Go deeper: step {number}, {name}", number=library_step.number, name=words(library_step.short))
    sentence = (
        _("One of its questions is not answered yet. Until then a suggestion stands.")
        if step.count == 1
        else _("{count} of its questions are not answered yet. Until then suggestions stand.", count=step.count)
    )
    return StepWords(title, sentence, _("Open the step"))
