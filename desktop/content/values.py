"""Single values of answers files, each with what to say when it does not fit."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any, TypeAlias, cast

from desktop.content.faults import Fault
from desktop.core.validate import LONGEST, AnswerError
from desktop.i18n import message

Check: TypeAlias = Callable[[Any], Any]
"""Gives a value in the form it is kept in. Raises `AnswerError`."""


def fields(
    row: Mapping[str, Any], checks: Mapping[str, Check], place: str, name: str, faults: list[Fault]
) -> dict[str, Any] | None:
    """The fields of a row that are there, checked; None where one is faulty, and each such is noted."""
    kept: dict[str, Any] = {}
    before = len(faults)
    for key, value in row.items():
        check = checks.get(key)
        if check is None:
            faults.append(Fault(name, f"{place} {key}", message("this key is not known")))
            continue
        try:
            kept[key] = check(value)
        except AnswerError as error:
            faults.append(Fault(name, f"{place} {key}", error.reason))
    return kept if len(faults) == before else None


def words(value: Any) -> str:
    """Text of the owner's."""
    if not isinstance(value, str):
        raise AnswerError(message("text is expected, in quotation marks"))
    if len(value) > LONGEST:
        raise AnswerError(message("the text is longer than {limit} letters", limit=LONGEST))
    return value.strip()


def yes_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise AnswerError(message("true or false is expected"))
    return value


def day(value: Any) -> date:
    """A day."""
    if type(value) is not date:  # a moment is a date to Python, and not to us
        raise AnswerError(message("a date is expected, as 2027-01-31"))
    return value


def number(low: int, high: int) -> Check:
    """A whole number within limits."""

    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise AnswerError(message("a whole number is expected"))
        if not low <= value <= high:
            raise AnswerError(message("{value} is outside {low} to {high}", value=value, low=low, high=high))
        return value

    return check


def code(known: Collection[str]) -> Check:
    """One of some codes."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise AnswerError(message("this is not one of {known}", known=", ".join(known)))
        return value

    return check


def person_id(people: Collection[str]) -> Check:
    """The id of a person. Where nobody will do as well, "" is among the ids."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in people:
            raise AnswerError(message("there is no person with the id “{id}”", id=value))
        return value

    return check


def several(check: Check) -> Check:
    """A list of such values."""

    def check_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise AnswerError(message("a list is expected, in square brackets"))
        return tuple(check(entry) for entry in cast("list[Any]", value))

    return check_all
