"""Words of the content and of answers, in the language of the interface."""

from typing import Any

from desktop import i18n
from desktop.core.answers import Account, Answers, Person
from desktop.core.library import NOT_SURE, Kind, Library, Question
from desktop.core.reference import LanguageInfo
from desktop.core.text import Text, any_side
from desktop.i18n import _


def words(text: Text) -> str:
    """The side of a text for the language of the interface, else the one that is written."""
    return any_side(text, i18n.current())[0]


def in_reading_order(library: Library) -> list[LanguageInfo]:
    """The languages of documents, that of the interface first: the owner writes in it."""
    return sorted(library.languages, key=lambda language: language.id != i18n.current())


def person_words(person: Person) -> str:
    """A person as lists show them: "Aminah Yusof (owner)"."""
    role = words(person.role)
    return f"{person.name} ({role})" if role else person.name


def account_words(library: Library, account: Account) -> str:
    """An account as lists show it: "Facebook: Kedai Roti"."""
    return f"{platform_words(library, account.platform)}: {account.handle}"


def platform_words(library: Library, code: str) -> str:
    """The name of a platform."""
    question = library.question.get("platforms")
    choice = question.choice(code) if question else None
    return words(choice.label) if choice else code


def answer_words(library: Library, answers: Answers, question: Question, value: Any) -> str:
    """An answer in plain words; "" for an empty one."""
    if value is None or value in ("", (), {}):
        return ""
    if value == NOT_SURE:
        return _("not sure")
    if isinstance(value, tuple | list):
        return ", ".join(filter(None, (_entry(library, answers, question, entry) for entry in value)))
    return _entry(library, answers, question, value)


def _entry(library: Library, answers: Answers, question: Question, value: Any) -> str:
    match question.kind:
        case Kind.YES_NO:
            return _("Yes") if value else _("No")
        case Kind.CHOICE | Kind.CHOICES:
            choice = question.choice(value)
            return words(choice.label) if choice else ""
        case Kind.NUMBER:
            return f"{i18n.format_number(value)} {words(question.unit)}".strip()
        case Kind.DATE:
            return i18n.format_date(value)
        case Kind.TEXT | Kind.LONG_TEXT | Kind.LIST:
            return words(value)
        case Kind.PERSON | Kind.PEOPLE:
            person = answers.people.get(value)
            return person.name if person else ""
        case Kind.ACCOUNT | Kind.ACCOUNTS:
            account = answers.accounts.get(value)
            return account_words(library, account) if account else ""
        case _:
            return str(value)
