"""The register of accounts: what is known of each, and cells for what is written by hand. Passwords have no place."""

from desktop.core.answers import TWO_FACTOR, Account
from desktop.core.document import Entry, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.watch import papers

_FEW = 5
"""Rows, headings included, that leave room for one more."""

_TICK: Runs = (Run("", fill="tick"),)
_HEADS = ("place", "keeper", "others", "two_step", "recovery", "agency", "checked")


def accounts(handout: Handout) -> tuple[Entry, ...]:
    """A row for each account of the register, and empty ones."""
    rows = [papers.heads(handout, *(f"account_{name}" for name in _HEADS))]
    rows += [_row(handout, account) for account in handout.facts.answers.accounts.values()]
    empty = (*[papers.BLANK] * 3, _two_step(handout), *[papers.BLANK] * 2, papers.DAY)
    rows += [empty] * (3 if len(rows) <= _FEW else 2)
    return papers.made("accounts", Table(tuple(rows), shares=(13, 8, 9, 6, 10, 8, 6)))


def account_words(handout: Handout, account: Account) -> Runs:
    """An account as registers name it, its name in bold."""
    place = papers.place_words(handout, account.platform)
    return (*place, Run(": "), Run(" ".join(account.handle.split()), bold=True))


def _row(handout: Handout, account: Account) -> tuple[Runs, ...]:
    review = handout.records.reviews.get(account.id)
    note = (Run(f" ({papers.plain_words(account.note)})"),) if account.note.strip() else ()
    return (
        (*account_words(handout, account), *note),
        _people(handout, account.owner),
        _people(handout, *account.administrators),
        _two_step(handout, account.two_factor),
        _recovery(handout, account),
        papers.written(account.agency),
        (Run(papers.short_day(review.on)),) if review else _never(handout),
    )


def _two_step(handout: Handout, kind: str = "") -> Runs:
    """How it is signed in to; where that is not known, boxes for both: an empty one alone would say that it is off."""
    if kind in TWO_FACTOR:
        return (Run(handout.word(f"two_factor_{kind}")),)
    return (*_TICK, Run(f" {handout.word('yes')} "), *_TICK, Run(f" {handout.word('no')}"))


def _never(handout: Handout) -> Runs:
    """That nobody looked at it yet, where the program is told of others; else room for a day."""
    return (Run(handout.word("review_never")),) if handout.records.reviews else papers.DAY


def _recovery(handout: Handout, account: Account) -> Runs:
    """Who holds what it is recovered by; once where it is the same person."""
    if account.recovery_email == account.recovery_phone:
        return _people(handout, account.recovery_email)
    held = (("recovery_email", account.recovery_email), ("recovery_phone", account.recovery_phone))
    cells = [(Run(f"{handout.word(key)}: "), *_people(handout, person)) for key, person in held]
    return papers.joined(*cells)


def _people(handout: Handout, *ids: str) -> Runs:
    """Names of people of the register; room for them where none is known."""
    people = handout.facts.answers.people
    names = [papers.plain_words(people[person].name) for person in ids if person in people]
    return (Run(", ".join(names)),) if names else papers.BLANK
