"""From answers to facts: what is known, suggested, or read cautiously, for every question."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.conditions import parse
from desktop.core.library import DETAILS, NOT_SURE, POSTURES, Kind, Library, Question

EMPTY: dict[Kind, Any] = {
    Kind.YES_NO: False,
    Kind.LIST: (),
    Kind.CHOICES: (),
    Kind.PEOPLE: (),
    Kind.ACCOUNTS: (),
    Kind.TEXT: {},
    Kind.LONG_TEXT: {},
}
"""What an empty answer reads as; None for the kinds not named."""


class Source(StrEnum):
    """Where a fact comes from."""

    ANSWERED = "answered"
    NOT_SURE = "not_sure"
    SUGGESTED = "suggested"
    EMPTY = "empty"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Fact:
    """What one question comes to."""

    question: Question
    value: Any
    source: Source


@dataclass(frozen=True)
class Facts:
    """What all questions come to, for one library and one set of answers."""

    by_question: Mapping[str, Fact]
    answers: Answers

    @cached_property
    def values(self) -> dict[str, Any]:
        """Values for conditions, by question id. A row that is gone counts as empty."""
        return {key: fact.value for key, fact in self.by_question.items()}

    def holds(self, condition: str) -> bool:
        """Whether a condition holds."""
        return parse(condition).holds(self.values)

    @property
    def posture(self) -> str:
        """open, balanced or strict."""
        return cast("str", self.values.get("posture") or POSTURES[1])

    @property
    def detail(self) -> str:
        """short, standard or full."""
        return cast("str", self.values.get("detail") or DETAILS[1])


def suggested(question: Question, posture: str) -> Any:
    """The default of a question for a posture; None where it has none."""
    default = question.default
    if isinstance(default, Mapping) and set(cast("Mapping[str, Any]", default)) <= set(POSTURES):
        default = cast("Mapping[str, Any]", default).get(posture)
    return _frozen(default)


def resolve(library: Library, answers: Answers) -> Facts:
    """What every question comes to.

    Questions are settled in order, so a `when` may look at earlier ones only. Questions that no clause of a policy of
    the chosen length needs are not asked.
    """
    facts: dict[str, Fact] = {}
    values: dict[str, Any] = {}
    posture = _code(library, answers, "posture", POSTURES)
    needed = DETAILS[: DETAILS.index(_code(library, answers, "detail", DETAILS)) + 1]
    for question in library.questions:
        asked = library.first_detail[question.id] in needed
        if asked and parse(question.when).holds(values):
            fact = _fact(question, answers, posture)
        else:
            fact = Fact(question, EMPTY.get(question.kind), Source.NOT_ASKED)
        facts[question.id] = fact
        values[question.id] = fact.value
    return Facts(facts, answers)


def _code(library: Library, answers: Answers, name: str, codes: tuple[str, ...]) -> str:
    """The answer to a question the reading of others depends on; the middle way where it has none."""
    question = library.question.get(name)
    value = _fact(question, answers, "balanced").value if question else None
    return value if value in codes else codes[1]


def _fact(question: Question, answers: Answers, posture: str) -> Fact:
    value: Any = answers.values.get(question.id)
    if value == NOT_SURE:
        cautious = _frozen(question.cautious)
        return Fact(question, EMPTY.get(question.kind) if cautious is None else cautious, Source.NOT_SURE)
    if value is None:
        default = suggested(question, posture)
        if default is None:
            return Fact(question, EMPTY.get(question.kind), Source.EMPTY)
        return Fact(question, default, Source.SUGGESTED)
    return Fact(question, _known_rows(question, value, answers), Source.ANSWERED)


def _known_rows(question: Question, value: Any, answers: Answers) -> Any:
    """Row ids that the registers still have."""
    match question.kind:
        case Kind.PERSON:
            return value if value in answers.people else None
        case Kind.PEOPLE:
            return tuple(row for row in value if row in answers.people)
        case Kind.ACCOUNT:
            return value if value in answers.accounts else None
        case Kind.ACCOUNTS:
            return tuple(row for row in value if row in answers.accounts)
        case _:
            return value


def _frozen(value: Any) -> Any:
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value
