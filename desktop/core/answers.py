"""What the owner answered: codes and prose by question, and the registers of people and accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from desktop.core.text import Text

Value: TypeAlias = str | int | bool | date | tuple[str, ...] | Text | tuple[Text, ...]
"""An answer: a name, code or row id; a number; yes or no; a date; codes or row ids; prose; a list of prose."""


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the people register."""

    id: str
    name: str
    role: Text = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Account:
    """A row of the account register. `owner` is the id of the person who keeps it."""

    id: str
    platform: str
    handle: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of one business. Questions that are not answered are not in `values`."""

    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    accounts: Mapping[str, Account] = field(default_factory=dict[str, Account])

    def answered(self, question_id: str, value: Value | None) -> "Answers":
        """A copy with one answer set, or taken back where `value` is None."""
        values = {key: old for key, old in self.values.items() if key != question_id}
        if value is not None:
            values[question_id] = value
        return replace(self, values=values)
