"""What the owner said: answers by question, the registers of people and accounts, and decisions about clauses."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from desktop.core.look import Look
from desktop.core.text import Language, Text
from desktop.core.watch.choices import WatchChoices

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
    """A row of the account register. People are named by their ids; passwords have no place here."""

    id: str
    platform: str
    handle: str
    owner: str = ""
    """Who keeps it."""
    administrators: tuple[str, ...] = ()
    """Who else can enter or manage it."""
    recovery_email: str = ""
    """Who holds the e-mail address by which it is recovered."""
    recovery_phone: str = ""
    """Who holds the telephone with the number by which it is recovered."""
    two_factor: str = ""
    """How signing in is secured: one of `TWO_FACTOR`; "" is not known."""
    agency: str = ""
    """Name of an agency or freelancer with access; "" for none."""
    note: str = ""


TWO_FACTOR = ("none", "text_message", "app", "key")


@dataclass(frozen=True, slots=True)
class ClauseChoice:
    """What the owner decided about a clause of the library, beyond what the answers bring."""

    included: bool | None = None
    """In or out against the answers; None leaves it to them."""
    variant: str = ""
    """The wording swapped in: a variant's name, or "body"; "" leaves it to the answers."""
    reason: str = ""
    """Why, in the owner's words."""


@dataclass(frozen=True, slots=True)
class ClauseEdit:
    """A clause of the library in the owner's own wording, in every language."""

    title: Text
    body: Text
    variant: str = ""
    """The wording it was made from: a variant's name, or "body"."""
    unchecked: tuple[Language, ...] = ()
    """Languages nobody has looked at since another was edited."""


@dataclass(frozen=True, slots=True)
class OwnClause:
    """A clause the owner wrote, in one language or more."""

    id: str
    step: str
    title: Text
    body: Text
    after: str = ""
    """Id of the clause it follows; "" stands at the end of its step."""
    unchecked: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of one business. Questions that are not answered are not in `values`."""

    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    accounts: Mapping[str, Account] = field(default_factory=dict[str, Account])
    choices: Mapping[str, ClauseChoice] = field(default_factory=dict[str, ClauseChoice])
    edits: Mapping[str, ClauseEdit] = field(default_factory=dict[str, ClauseEdit])
    own: Mapping[str, OwnClause] = field(default_factory=dict[str, OwnClause])
    look: Look = field(default_factory=Look)
    watch: WatchChoices = field(default_factory=WatchChoices)

    def answered(self, question_id: str, value: Value | None) -> "Answers":
        """A copy with one answer set, or taken back where `value` is None."""
        values = {key: old for key, old in self.values.items() if key != question_id}
        if value is not None:
            values[question_id] = value
        return replace(self, values=values)
