"""Changes of the registers that belong together, each stored at once as one undo step."""

from collections.abc import Sequence
from datetime import datetime

from desktop.core.answers import Account, Person
from desktop.core.facts import Source
from desktop.core.watch.register import people_of, without_person
from desktop.ui.session import Session

_LISTED = "company_accounts"
"""The question whose answer lists the accounts of the firm."""


def save_account(session: Session, account: Account, people: Sequence[Person], *, is_new: bool) -> bool:
    """Keep an account with people named for the first time; a new one is one of the firm's where the policy lists them.

    Returns whether it is kept.
    """

    def change(now: datetime) -> None:
        file = session.file
        with file.change(f"account:{account.handle}", now=now):
            for person in people:
                file.save_person(person, "", now=now)
            file.save_account(account, "", now=now)
            listed = session.settled.all_facts.by_question.get(_LISTED)
            if is_new and listed is not None and listed.source is not Source.NOT_ASKED:
                file.set_answer(_LISTED, (*(listed.value or ()), account.id), "", now=now)

    return session.store(change)


def remove_person(session: Session, person: str, name: str) -> bool:
    """Take a person out of the register of people and out of all accounts. Returns whether it is kept."""

    def change(now: datetime) -> None:
        file = session.file
        with file.change(f"person:{name}", now=now):
            for account in session.answers.accounts.values():
                if person in people_of(account):
                    file.save_account(without_person(account, person), "", now=now)
            file.remove_person(person, "", now=now)

    return session.store(change)
