"""What the registers become when somebody has left, in words; done only when the owner asks."""

from dataclasses import replace

from desktop.core.watch.evidence import Run
from desktop.core.watch.register import ACCESS, naming, people_of, with_administrator, without_person
from desktop.i18n import _
from desktop.ui.content_words import account_words, words
from desktop.ui.session import Session


def offer_words(session: Session, run: Run, step_id: str) -> str:
    """What the register of accounts does not say yet of an access that was seen to; "" for nothing."""
    account = session.answers.accounts.get(step_id.removeprefix(ACCESS))
    if not step_id.startswith(ACCESS) or account is None:
        return ""
    person = session.answers.people.get(run.person)
    match run.kind:
        case "leaver" if run.person in people_of(account):
            return _("Take {name} out of the register for this account", name=run.name)
        case "agency" if account.agency and account.agency.casefold() == run.name.casefold():
            return _("Take {name} out of the register for this account", name=run.name)
        case "joiner" if person and run.person not in people_of(account):
            return _("Write {name} into the register for this account", name=run.name)
        case _:
            return ""


def put_right(session: Session, run: Run, step_id: str) -> bool:
    """Let the register of accounts say what was done, as one step. Returns whether it is kept."""
    account = session.answers.accounts[step_id.removeprefix(ACCESS)]
    match run.kind:
        case "leaver":
            return session.save_account(without_person(account, run.person))
        case "agency":
            return session.save_account(replace(account, agency=""))
        case _:
            return session.save_account(with_administrator(account, run.person))


def removal_words(session: Session, run: Run) -> str:
    """What it means to take a person out of the register of people."""
    questions = [words(question.prompt) for question in naming(session.settled.all_facts, run.person)]
    plan = session.watch.plan
    tasks = [words(each.title) for each in plan if each.assignee and each.assignee.id == run.person]
    accounts = [each for each in session.answers.accounts.values() if run.person in people_of(each)]
    told = [
        _(
            "{name} is still among your people. If you take {name} out, history and evidence keep the name.",
            name=run.name,
        )
    ]
    if tasks:
        named = "; ".join(tasks)
        told.append(
            _("These tasks stay with {name} until you do, or name somebody else: {tasks}.", name=run.name, tasks=named)
        )
    if questions:
        told.append(_("These answers name {name} and become empty until you name somebody else:", name=run.name))
        told += [f"• {question}" for question in questions]
    if accounts:
        named = "; ".join(account_words(session.library, each) for each in accounts)
        told.append(
            _("These accounts name {name} and will no longer do so: {accounts}.", name=run.name, accounts=named)
        )
    told.append(_("You can undo it."))
    return "\n".join(told)
