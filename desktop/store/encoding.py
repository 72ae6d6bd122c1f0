"""Answers as JSON that says what it is: reading gives back the same values, of the same types.

Names, codes and row ids are strings; numbers, true and false are themselves; lists are arrays; prose is an object by
language, `{"ms": …, "en": …}`; a date is `{"$date": "2027-01-31"}`, which no language is called.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar, cast

import msgspec

from desktop.core.answers import Value
from desktop.core.text import Text

_DATE = "$date"

_Kind = TypeVar("_Kind")


def encoded(value: Value | Text) -> str:
    """An answer as JSON. Raises `TypeError` or `ValueError` for what is not an answer."""
    return storable(json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def decoded(text: str) -> Any:
    """The answer that was encoded. Raises `ValueError` for damaged JSON."""
    return _value(json.loads(text))


def decoded_text(text: str) -> dict[str, str]:
    """The prose that was encoded. Raises `ValueError` for damaged JSON."""
    sides = json.loads(text)
    if not isinstance(sides, dict):
        raise ValueError(text)  # noqa: TRY004 - what is wrong is the file
    return dict(_sides(cast("dict[str, Any]", sides)))


def decoded_as(text: str, kind: type[_Kind]) -> _Kind:
    """JSON as what it must be, such as a tuple of strings. Raises `ValueError` for anything else."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(text) from error


def storable(text: str) -> str:
    """The text, with half characters (lone surrogates, which no file can hold) replaced by a question mark sign."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _plain(value: Any) -> Any:
    match value:
        case bool() | int() | str():
            return value
        case date() if not isinstance(value, datetime):
            return {_DATE: value.isoformat()}
        case Mapping():
            return dict(_sides(cast("Mapping[str, Any]", value)))
        case tuple() | list():
            return [_plain(entry) for entry in cast("tuple[Any, ...]", value)]
        case _:
            raise TypeError(value)


def _value(plain: Any) -> Any:
    match plain:
        case bool() | int() | str():
            return plain
        case {"$date": str() as day}:
            return date.fromisoformat(day)
        case dict():
            return dict(_sides(cast("dict[str, Any]", plain)))
        case list():
            return tuple(_value(entry) for entry in cast("list[Any]", plain))
        case _:
            raise ValueError(plain)


def _sides(text: Mapping[str, Any]) -> Mapping[str, str]:
    if any(not isinstance(words, str) for words in text.values()):
        raise ValueError(text)
    return text
