"""Whether an answer fits its question, and what to say when it does not."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.library import NOT_SURE, Kind, Library, Question
from desktop.i18n import Message, message

LONGEST = 20_000
"""Letters in one piece of prose. Longer ones are refused: no policy needs them, and Word would crawl."""


class AnswerError(ValueError):
    """An answer that does not fit its question."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


def checked(library: Library, question: Question, value: Any, answers: Answers) -> Any:
    """The answer in the form `Answers` keeps it: tuples for lists, texts for prose. Raises `AnswerError`.

    People and accounts are looked up in the registers of `answers`.
    """
    if value == NOT_SURE:
        return NOT_SURE
    match question.kind:
        case Kind.NAME:
            return _string(value)
        case Kind.TEXT | Kind.LONG_TEXT:
            return prose(library, value)
        case Kind.LIST:
            return tuple(prose(library, entry) for entry in _sequence(value))
        case Kind.NUMBER:
            return _number(question, value)
        case Kind.DATE:
            return _date(value)
        case Kind.YES_NO:
            return _yes_no(value)
        case Kind.CHOICE:
            return _code(question, value)
        case Kind.CHOICES:
            return tuple(dict.fromkeys(_code(question, entry) for entry in _sequence(value)))
        case Kind.PERSON:
            return _person(value, answers)
        case Kind.PEOPLE:
            return tuple(_person(entry, answers) for entry in _sequence(value))
        case Kind.ACCOUNT:
            return _account(value, answers)
        case Kind.ACCOUNTS:
            return tuple(_account(entry, answers) for entry in _sequence(value))


def prose(library: Library, value: Any) -> dict[str, str]:
    """Prose by language; a plain string counts for every language. Raises `AnswerError`."""
    if isinstance(value, str):
        return {language.id: _string(value) for language in library.languages}
    if isinstance(value, Mapping):
        sides = cast("Mapping[str, Any]", value)
        if unknown := [key for key in sides if key not in library.language]:
            raise AnswerError(message("“{language}” is not a language of this program", language=unknown[0]))
        return {key: _string(words) for key, words in sides.items()}
    raise AnswerError(message("text is expected, or one text for each language"))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise AnswerError(message("text is expected, in quotation marks"))
    if len(value) > LONGEST:
        raise AnswerError(message("the text is longer than {limit} letters", limit=LONGEST))
    return value.strip()


def _sequence(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(cast("list[Any]", value))
    raise AnswerError(message("a list is expected, in square brackets"))


def _number(question: Question, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise AnswerError(message("a whole number is expected"))
    low = question.minimum if question.minimum is not None else value
    high = question.maximum if question.maximum is not None else value
    if not low <= value <= high:
        raise AnswerError(message("{value} is outside {low} to {high}", value=value, low=low, high=high))
    return value


def _date(value: Any) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    elif type(value) is date:
        return value
    raise AnswerError(message("a date is expected, as 2027-01-31"))


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise AnswerError(message("true or false is expected"))
    return value


def _code(question: Question, value: Any) -> str:
    if question.choice(value) is None:
        known = ", ".join(choice.code for choice in question.choices)
        raise AnswerError(message("“{code}” is not one of the choices: {known}", code=value, known=known))
    return str(value)


def _person(value: Any, answers: Answers) -> str:
    if isinstance(value, str) and value in answers.people:
        return value
    raise AnswerError(message("there is no person with the id “{id}”", id=value))


def _account(value: Any, answers: Answers) -> str:
    if isinstance(value, str) and value in answers.accounts:
        return value
    raise AnswerError(message("there is no account with the id “{id}”", id=value))
