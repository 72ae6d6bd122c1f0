"""What the register of accounts says, in plain words."""

from datetime import date

from desktop.core.answers import Account, Answers
from desktop.core.watch.evidence import AccessReview, Run
from desktop.core.watch.register import Concern, RunState
from desktop.i18n import Message, _, message
from desktop.ui.days import date_words

REFUSED = message(
    "This looks like a password, PIN or code. Those have no place here: write who keeps it, or where it is locked away."
)

TWO_FACTOR = {
    "": message("Not known"),
    "none": message("None"),
    "text_message": message("Code by text message"),
    "app": message("App that makes codes"),
    "key": message("Security key"),
}
"""In the order they are offered."""


def people_words(answers: Answers, ids: tuple[str, ...]) -> str:
    """Names of people; "" for nobody."""
    named = (answers.people[each].name if each in answers.people else _("somebody who left") for each in ids if each)
    return ", ".join(named)


def others_words(answers: Answers, account: Account) -> str:
    """Who else can enter an account, the agency last."""
    people = people_words(answers, account.administrators)
    return ", ".join(filter(None, (people, account.agency)))


def concern_words(concern: Concern, account: Account) -> str:
    """What is not safe about an account, and what to do."""
    match concern:
        case Concern.LEFT:
            return _("Somebody is named who is no longer among your people. Take their access away.")
        case Concern.NO_OWNER:
            return _("Nobody keeps this account. Name somebody.")
        case Concern.ONE_PERSON:
            return _("Only one person can enter. Make a second one administrator, for the day the first is away.")
        case Concern.NO_TWO_FACTOR:
            return _("A password alone opens it. Switch on two-factor sign-in.")
        case Concern.TWO_FACTOR_UNKNOWN:
            return _("It is not known whether two-factor sign-in is on. Have a look.")
        case Concern.NO_RECOVERY:
            return _("Nobody is named who holds the e-mail address or telephone that brings it back. Find out who.")
        case Concern.AGENCY:
            return _(
                "{agency} has access. See that it has a role of its own, not your password.", agency=account.agency
            )
        case Concern.REVIEW_DUE:
            return _("Look again at who can enter; the register asks for it every three months.")


def review_words(review: AccessReview | None, today: date) -> str:
    """When somebody last looked at who can enter: "not yet", "4 months ago"."""
    if review is None:
        return _("Not yet")
    days = (today - review.on).days
    if days <= 0:
        return _("Today")
    if days == 1:
        return _("Yesterday")
    if days < 60:
        return _("{count} days ago", count=days)
    months = round(days / 30.4)
    return _("{count} months ago", count=months) if months < 24 else date_words(review.on)


RUN_BUTTONS: dict[str, Message] = {
    "joiner": message("Somebody &joins…"),
    "leaver": message("Somebody &leaves…"),
    "agency": message("The a&gency changes…"),
}


def run_words(kind: str, name: str, day: date, *, past: bool) -> str:
    """A run in a line: "Siti leaves on 3 January 2027"."""
    told = date_words(day)
    match kind:
        case "joiner":
            return (
                _("{name} joined on {day}", name=name, day=told)
                if past
                else _("{name} joins on {day}", name=name, day=told)
            )
        case "leaver":
            return (
                _("{name} left on {day}", name=name, day=told)
                if past
                else _("{name} leaves on {day}", name=name, day=told)
            )
        case _:
            return (
                _("{name}: work ended on {day}", name=name, day=told)
                if past
                else _("{name}: work ends on {day}", name=name, day=told)
            )


def left_words(run: Run, state: RunState) -> str:
    """What is still to be seen to, access before everything else; "" for nothing."""
    if run.kind != "joiner" and state.access_left:
        if state.access_left == 1:
            return _("Access to one account is still to be removed.")
        return _("Access to {count} accounts is still to be removed.", count=state.access_left)
    left = state.access_left + state.steps_left
    if left == 1:
        return _("One step is left.")
    return _("{count} steps are left.", count=left) if left else ""


def sum_words(count: int, wrong: int, due: int) -> str:
    """What the whole register comes to: accounts, how many are not as they should be, how many reviews are due."""
    if not wrong:
        return _("Every account is in order.")
    told = (
        _("One account has something to be seen to.")
        if wrong == 1
        else _("{count} of {all} accounts have something to be seen to.", count=wrong, all=count)
    )
    if not due:
        return told
    late = (
        _("It is time to look again at who can enter one account.")
        if due == 1
        else _("It is time to look again at who can enter {count} accounts.", count=due)
    )
    return f"{told} {late}"
