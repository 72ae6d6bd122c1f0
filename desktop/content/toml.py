"""TOML files into typed objects, with faults that name file and key."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.content.faults import ContentError, Fault
from desktop.i18n import message

T = TypeVar("T")

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def read_toml(path: Path, name: str) -> dict[str, Any]:
    """A TOML file as tables. `name` is what faults call it. Raises `ContentError`."""
    try:
        return parse_toml(path.read_text(encoding="utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise ContentError([Fault(name, "", message("this is not a text file in UTF-8"))]) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError([Fault(name, "", message("cannot be read: {reason}", reason=reason))]) from error


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """TOML text as tables. Raises `ContentError` with line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError([_misspelt(name, str(error))]) from error


def _misspelt(name: str, said: str) -> Fault:
    """Where the file cannot be read as TOML. The reader's own words are English, so only the place is taken."""
    place = _PLACE.search(said)
    if place is None:
        return Fault(name, "", message("the file breaks off; something begun in it is not finished"))
    cause = message("line {line}, column {column} cannot be read as TOML", line=place[1], column=place[2])
    return Fault(name, "", cause)


def typed(table: dict[str, Any], kind: type[T], name: str, place: str = "") -> T:
    """A table as a typed object. Unknown keys and wrong types raise `ContentError`."""
    fields = getattr(kind, "__dataclass_fields__", None)
    if fields is not None and (unknown := [key for key in table if key not in fields]):
        raise ContentError([Fault(name, _dotted(place, unknown[0]), message("this key is not known"))])
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `$")
        key = where.rstrip("`").lstrip(".")
        raise ContentError([Fault(name, _dotted(place, key), message("{reason}", reason=reason))]) from error


def _dotted(place: str, key: str) -> str:
    return f"{place} {key}".strip()
