"""The register of accounts: what is not safe about it, whose access is to be looked at, and runs made from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from desktop.core.answers import Account, Answers
from desktop.core.document import plain
from desktop.core.facts import Facts, Source
from desktop.core.fill import Fill
from desktop.core.library import Kind, Library, Question
from desktop.core.template import Hole, parse_line
from desktop.core.text import Text, any_side
from desktop.core.watch.evidence import AccessReview, Note, Run, RunStep
from desktop.core.watch.kinds import RunKind
from desktop.core.wording import Wording

ACCESS = "access:"
"""How the id of a step begins that is about an account; the id of the account follows."""
REVIEW_MONTHS = 3
"""After how many months somebody should look again at who can enter an account, as the register itself says."""
TELLING = frozenset(
    {"policy_owner", "deputy", "posters", "approver", "spokesperson", "complaint_handler", "monitoring_person"}
)
"""Questions whose answers name people who may know what is shared: passwords, telephones, devices."""


class Concern(StrEnum):
    """What is not safe about an account, the weightiest first."""

    LEFT = "left"
    """Somebody is named who is no longer in the register of people."""
    NO_OWNER = "no_owner"
    ONE_PERSON = "one_person"
    """Only one person can enter it."""
    NO_TWO_FACTOR = "no_two_factor"
    TWO_FACTOR_UNKNOWN = "two_factor_unknown"
    NO_RECOVERY = "no_recovery"
    """Nobody holds the e-mail address or the telephone by which it is recovered."""
    AGENCY = "agency"
    REVIEW_DUE = "review_due"


def people_of(account: Account) -> tuple[str, ...]:
    """Ids of everybody the register names for an account, each once."""
    named = (account.owner, *account.administrators, account.recovery_email, account.recovery_phone)
    return tuple(dict.fromkeys(filter(None, named)))


def concerns(answers: Answers, account: Account, review: AccessReview | None, today: date) -> tuple[Concern, ...]:
    """What is not safe about an account, the weightiest first."""
    known = [person for person in (account.owner, *account.administrators) if person in answers.people]
    recovery = {account.recovery_email, account.recovery_phone} & set(answers.people)
    found = {
        Concern.LEFT: any(person not in answers.people for person in people_of(account)),
        Concern.NO_OWNER: account.owner not in answers.people,
        Concern.ONE_PERSON: len(set(known)) == 1,
        Concern.NO_TWO_FACTOR: account.two_factor == "none",
        Concern.TWO_FACTOR_UNKNOWN: not account.two_factor,
        Concern.NO_RECOVERY: not recovery,
        Concern.AGENCY: bool(account.agency),
        Concern.REVIEW_DUE: is_review_due(review.on if review else None, today),
    }
    return tuple(concern for concern in Concern if found[concern])


def is_review_due(last: date | None, today: date) -> bool:
    """Whether it is time to look again at who can enter an account."""
    return last is None or last + relativedelta(months=REVIEW_MONTHS) < today


def by_need(accounts: Iterable[Account], reviews: Mapping[str, AccessReview]) -> tuple[Account, ...]:
    """Accounts in the order they are looked at: never looked at, then the longest ago."""
    return tuple(sorted(accounts, key=lambda each: reviews[each.id].on if each.id in reviews else date.min))


def without_person(account: Account, person_id: str) -> Account:
    """The account where this person can no longer enter or recover it."""

    def kept(named: str) -> str:
        return "" if named == person_id else named

    return replace(
        account,
        owner=kept(account.owner),
        administrators=tuple(each for each in account.administrators if each != person_id),
        recovery_email=kept(account.recovery_email),
        recovery_phone=kept(account.recovery_phone),
    )


def with_administrator(account: Account, person_id: str) -> Account:
    """The account where this person can enter it too."""
    if person_id in (account.owner, *account.administrators):
        return account
    return replace(account, administrators=(*account.administrators, person_id))


def naming(facts: Facts, person_id: str) -> tuple[Question, ...]:
    """Questions that are asked and whose answers name a person."""
    return tuple(
        fact.question
        for fact in facts.by_question.values()
        if fact.source is not Source.NOT_ASKED
        and (
            (fact.question.kind is Kind.PERSON and fact.value == person_id)
            or (fact.question.kind is Kind.PEOPLE and person_id in fact.value)
        )
    )


def touched(facts: Facts, kind: str, person: str = "", name: str = "") -> tuple[str, ...]:
    """Ids of the accounts a run is about, as far as the register and the answers say.

    Whoever posts or keeps watch may know what is shared, so all accounts are looked at when such a person leaves.
    Somebody who joins begins with none.
    """
    accounts = facts.answers.accounts
    match kind:
        case "agency":
            with_agency = [each for each in accounts.values() if each.agency]
            same = [each for each in with_agency if name and each.agency.casefold() == name.casefold()]
            return tuple(each.id for each in same or with_agency)
        case "leaver" if person and any(question.id in TELLING for question in naming(facts, person)):
            return tuple(accounts)
        case "leaver" if person:
            return tuple(each.id for each in accounts.values() if person in people_of(each))
        case _:
            return ()


def run_for(
    library: Library,
    facts: Facts,
    kind: str,
    name: str,
    day: date,
    *,
    person: str = "",
    accounts: Collection[str] | None = None,
) -> Run:
    """What is to be seen to when somebody joins or leaves, or the agency changes; the accounts come first.

    `accounts` are the ids of those it is about; None leaves it to `touched`. Raises `LookupError` for a kind that
    the library has not.
    """
    chosen = touched(facts, kind, person, name) if accounts is None else accounts
    content = next((each for each in library.runs if each.id == kind), None)
    if content is None:
        raise LookupError(kind)
    steps = [
        RunStep(ACCESS + account.id, _filled(library, facts, content.access, name, day, account), is_access=True)
        for account in facts.answers.accounts.values()
        if account.id in chosen
    ]
    steps += [
        RunStep(step.id, _filled(library, facts, step.title, name, day))
        for step in content.steps
        if facts.holds(step.when)
    ]
    return Run(kind, name, day, tuple(steps), person)


def more_of(library: Library, kind: str, step_id: str) -> Text:
    """The line below a step, where the library still has one."""
    content: RunKind | None = next((each for each in library.runs if each.id == kind), None)
    for step in content.steps if content else ():
        if step.id == step_id:
            return step.more
    return {}


@dataclass(frozen=True, slots=True)
class RunState:
    """A run as its notes leave it."""

    ticked: Mapping[str, tuple[Note, ...]] = field(default_factory=dict[str, tuple[Note, ...]])
    """The notes that tick a step and say more of it, the oldest first, by the id of the step."""
    closed: Note | None = None
    access_left: int = 0
    """How many accesses are still to be seen to."""
    steps_left: int = 0
    """How many other steps."""


def state_of_run(run: Run, notes: Sequence[Note]) -> RunState:
    """What the notes, the oldest first, come to. Corrected ones do not count."""
    gone = {note.corrects for note in notes if note.corrects}
    ticked: dict[str, tuple[Note, ...]] = {}
    closed = None
    for note in notes:
        if note.number in gone or note.corrects:
            continue
        if note.step:
            ticked[note.step] = (*ticked.get(note.step, ()), note)
        if note.closes:
            closed = note
    left = [step for step in run.steps if step.id not in ticked]
    access = sum(step.is_access for step in left)
    return RunState(ticked, closed, access, len(left) - access)


def who_left(runs: Iterable[tuple[Run, RunState]], today: date) -> frozenset[str]:
    """Ids of people whose last day is over, by the newest run of each that is about joining or leaving.

    A run that was finished before all access was taken away is none that says so: most likely they stayed.
    """
    newest: dict[str, tuple[Run, RunState]] = {}
    for run, state in sorted(runs, key=lambda each: each[0].number):
        if run.person and run.kind in ("joiner", "leaver"):
            newest[run.person] = run, state
    return frozenset(
        person
        for person, (run, state) in newest.items()
        if run.kind == "leaver" and run.day < today and not (state.closed and state.access_left)
    )


def access_deadline(facts: Facts, run: Run, now: datetime) -> datetime:
    """Until when every access is to be gone: the firm's hours, counted from the end of the last day.

    The hour somebody stops work is not asked for, so the day counts to its end.
    """
    hours: object = facts.values.get("access_removal_hours")
    last = datetime.combine(run.day + timedelta(days=1), datetime.min.time(), now.tzinfo)
    return last + timedelta(hours=hours if isinstance(hours, int) else 24)


def _filled(
    library: Library, facts: Facts, text: Text, name: str, day: date, account: Account | None = None
) -> dict[str, str]:
    """A text of the library with name, day, account and answers in it, in every language."""
    filled: dict[str, str] = {}
    for language in library.language:
        wording = Wording(library, facts, language)
        fill = Fill(wording, {})
        own = {"name": name, "day": wording.day(day), "account": _account_name(library, account, language)}
        filled[language] = "".join(
            own[piece.question] if isinstance(piece, Hole) and piece.question in own else plain(fill.inlines((piece,)))
            for piece in parse_line(any_side(text, language)[0])
        )
    return filled


def _account_name(library: Library, account: Account | None, language: str) -> str:
    if account is None:
        return ""
    question = library.question.get("platforms")
    choice = question.choice(account.platform) if question else None
    platform = any_side(choice.label, language)[0] if choice else account.platform
    return f"{platform}: {account.handle}"
