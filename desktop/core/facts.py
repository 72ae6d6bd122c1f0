"""From answers to facts: what is known, suggested, or read cautiously, for every question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.conditions import parse
from desktop.core.library import DETAILS, NOT_SURE, POSTURES, Clause, Kind, Library, Question, own_clause
from desktop.core.uses import called_for

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
    suggestions: Mapping[str, Any]
    """What is suggested for every question that is asked; None for nothing."""
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
        return _known_code(self.values.get("posture"), POSTURES)

    @property
    def detail(self) -> str:
        """short, standard or full."""
        return _known_code(self.values.get("detail"), DETAILS)


def by_posture(default: Any, posture: str) -> Any:
    """A default, or its value for a posture where it is a table of postures."""
    if isinstance(default, Mapping) and set(cast("Mapping[str, Any]", default)) <= set(POSTURES):
        default = cast("Mapping[str, Any]", default).get(posture)
    return _frozen(default)


def resolve(library: Library, answers: Answers) -> Facts:
    """What every question comes to.

    Questions are settled in order, so conditions may look at earlier ones only. Questions that no clause of a policy of
    the chosen length needs are not asked, unless the owner brought in a clause that does.
    """
    facts: dict[str, Fact] = {}
    values: dict[str, Any] = {}
    suggestions: dict[str, Any] = {}
    posture = _code(library, answers, "posture", POSTURES)
    needed = DETAILS[: DETAILS.index(_code(library, answers, "detail", DETAILS)) + 1]
    extra = called_for(library.questions, _brought_in(library, answers))
    for question in library.questions:
        asked = library.first_detail[question.id] in needed or question.id in extra
        if asked and parse(question.when).holds(values):
            suggestions[question.id] = _suggestion(question, answers, values, posture)
            fact = _fact(question, answers, suggestions[question.id])
        else:
            fact = Fact(question, EMPTY.get(question.kind), Source.NOT_ASKED)
        facts[question.id] = fact
        values[question.id] = fact.value
    return Facts(facts, suggestions, answers)


def first_naming(facts: Facts, person_id: str) -> Fact | None:
    """The first answer, among those asked for, that names a person; None where none does."""
    return next((fact for fact in facts.by_question.values() if _names(fact, person_id)), None)


def _names(fact: Fact, person_id: str) -> bool:
    if fact.source is Source.NOT_ASKED:
        return False
    match fact.question.kind:
        case Kind.PERSON:
            return fact.value == person_id
        case Kind.PEOPLE:
            return person_id in fact.value
        case _:
            return False


def _brought_in(library: Library, answers: Answers) -> Iterator[Clause]:
    """Clauses the owner put in or worded: their questions are asked however short the policy is."""
    for name, choice in answers.choices.items():
        if choice.included and name in library.clause:
            yield library.clause[name]
    for name, edit in answers.edits.items():
        if name in library.clause:
            yield replace(library.clause[name], title=edit.title, body=edit.body, variants={}, when="")
    for own in answers.own.values():
        yield own_clause(own)


def _suggestion(question: Question, answers: Answers, values: Mapping[str, Any], posture: str) -> Any:
    """What the program suggests; None for nothing."""
    if question.like:
        person = answers.values.get(question.like)
        return person if person in answers.people else None
    for suggestion in question.suggestions:
        if parse(suggestion.when).holds(values):
            return _frozen(suggestion.default)
    return by_posture(question.default, posture)


def _code(library: Library, answers: Answers, name: str, codes: tuple[str, ...]) -> str:
    """The answer to a question the reading of others depends on; the middle way where it has none."""
    question = library.question.get(name)
    return _known_code(_fact(question, answers, question.default).value if question else None, codes)


def _known_code(value: Any, codes: tuple[str, ...]) -> str:
    """A code, or the middle one: a file may hold what another version of the program wrote."""
    return value if value in codes else codes[1]


def _fact(question: Question, answers: Answers, suggestion: Any) -> Fact:
    value: Any = answers.values.get(question.id)
    if value == NOT_SURE:
        cautious = _frozen(question.cautious)
        return Fact(question, EMPTY.get(question.kind) if cautious is None else cautious, Source.NOT_SURE)
    if value is None or not _is_of_its_kind(question.kind, value):
        if suggestion is None:
            return Fact(question, EMPTY.get(question.kind), Source.EMPTY)
        return Fact(question, suggestion, Source.SUGGESTED)
    return Fact(question, _known_rows(question, value, answers), Source.ANSWERED)


def _is_of_its_kind(kind: Kind, value: Any) -> bool:
    """Whether a stored answer is what the question asks for; another version may have asked for something else."""
    match kind:
        case Kind.NAME | Kind.CHOICE | Kind.PERSON | Kind.ACCOUNT:
            return isinstance(value, str)
        case Kind.TEXT | Kind.LONG_TEXT:
            return isinstance(value, Mapping)
        case Kind.YES_NO:
            return isinstance(value, bool)
        case Kind.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool)
        case Kind.DATE:
            return isinstance(value, date)
        case Kind.LIST:
            return _all_of(value, Mapping)
        case Kind.CHOICES | Kind.PEOPLE | Kind.ACCOUNTS:
            return _all_of(value, str)


def _all_of(value: Any, kind: type) -> bool:
    return isinstance(value, tuple) and all(isinstance(entry, kind) for entry in cast("tuple[Any, ...]", value))


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
