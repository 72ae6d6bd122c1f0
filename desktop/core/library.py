"""The content library: steps, questions, clauses, laws, terms. Read by `desktop.content`, used everywhere."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from desktop.core.answers import OwnClause
from desktop.core.reference import (
    Avoid,
    ChartNode,
    Contradiction,
    DocumentKind,
    LanguageInfo,
    Law,
    Overbroad,
    Part,
    ReplyPattern,
    Sample,
    Scenario,
    Task,
    Term,
)
from desktop.core.text import Language, Text
from desktop.core.uses import first_details
from desktop.core.watch.kinds import IncidentKind, RunKind, SearchPlace, Tool

POSTURES = ("open", "balanced", "strict")
"""How much room a firm gives its people; the answer to the question `posture`."""

DETAILS = ("short", "standard", "full")
"""How long the policy is; the answer to the question `detail`. Each holds all of the one before it."""

NOT_SURE = "not_sure"
"""The answer every question accepts: conditions then read the question's cautious value."""


class Kind(StrEnum):
    """What an answer is made of."""

    NAME = "name"
    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    PEOPLE = "people"
    ACCOUNT = "account"
    ACCOUNTS = "accounts"


PROSE_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.LIST})
"""Kinds whose answers the owner writes once for each language."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a choice question."""

    code: str
    label: Text
    phrase: Text = field(default_factory=dict[str, str])
    """Words for inside a sentence; empty means the label serves."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A default that depends on earlier answers."""

    when: str
    default: Any


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the owner."""

    id: str
    kind: Kind
    prompt: Text
    why: Text
    example: Text
    step: str = ""
    essential: bool = False
    when: str = ""
    choices: tuple[Choice, ...] = ()
    default: Any = None
    """A value, or a table of values by posture."""
    suggestions: tuple[Suggestion, ...] = ()
    """Defaults that go before `default`; the first that fits counts."""
    like: str = ""
    """For a person question: another one whose answer is suggested here too."""
    cautious: Any = None
    gap: Text = field(default_factory=dict[str, str])
    unit: Text = field(default_factory=dict[str, str])
    minimum: int | None = None
    maximum: int | None = None

    def choice(self, code: object) -> Choice | None:
        """The choice with this code, or None."""
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps."""

    id: str
    number: int
    title: Text
    short: Text
    intro: Text

    @property
    def folder(self) -> str:
        """Its folder below `resources/content`."""
        return f"{self.number:02}-{self.id}"


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule means in practice: something that is fine beside something that is not."""

    fine: Text
    not_fine: Text


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question to staff about a clause, with the right answer, wrong ones, and the reason."""

    question: Text
    right: Text
    wrong: tuple[Text, ...]
    because: Text


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of a clause, for a posture (its name) or for a condition."""

    body: Text
    when: str = ""
    example: Example | None = None
    """Where the clause's own does not fit this wording; so too for the quiz."""
    quiz: Quiz | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the library, in every language and wording."""

    id: str
    step: str
    title: Text
    why: Text
    body: Text
    when: str = ""
    posture: tuple[str, ...] = POSTURES
    detail: str = "standard"
    """The shortest policy it belongs to."""
    locked: bool = False
    laws: tuple[str, ...] = ()
    variants: dict[str, Variant] = field(default_factory=dict[str, Variant])
    rule: bool = True
    """Whether it tells staff what to do or leave; such a clause has an example."""
    example: Example | None = None
    quiz: Quiz | None = None
    needs: tuple[str, ...] = ()
    """Ids of clauses it makes no sense without."""
    conflicts: tuple[str, ...] = ()
    """Ids of clauses that say the opposite."""
    file: str = ""
    """Where it was read from, relative to the content folder."""
    review: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])


def own_clause(own: OwnClause) -> Clause:
    """A clause the owner wrote, in the shape of the library's."""
    return Clause(own.id, own.step, own.title, {}, own.body, detail=DETAILS[0])


@dataclass(frozen=True)
class Library:
    """All content of one version."""

    version: str
    languages: tuple[LanguageInfo, ...]
    words: dict[str, Text]
    documents: tuple[DocumentKind, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    clauses: tuple[Clause, ...]
    laws: tuple[Law, ...]
    terms: tuple[Term, ...]
    avoid: tuple[Avoid, ...] = ()
    overbroad: tuple[Overbroad, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    parts: tuple[Part, ...] = ()
    """The parts of documents other than the policy, in order."""
    samples: tuple[Sample, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    chart: tuple[ChartNode, ...] = ()
    """The boxes of the response chart; the first is where it starts."""
    patterns: tuple[ReplyPattern, ...] = ()
    tasks: tuple[Task, ...] = ()
    incident_kinds: tuple[IncidentKind, ...] = ()
    runs: tuple[RunKind, ...] = ()
    search_places: tuple[SearchPlace, ...] = ()
    tools: tuple[Tool, ...] = ()

    @cached_property
    def question(self) -> dict[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def clause(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def law(self) -> dict[str, Law]:
        """Laws by id."""
        return {law.id: law for law in self.laws}

    @cached_property
    def step(self) -> dict[str, Step]:
        """Steps by id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def first_detail(self) -> dict[str, str]:
        """For every question the shortest policy that needs its answer."""
        return first_details(self.questions, self.clauses, DETAILS)

    @cached_property
    def language(self) -> dict[Language, LanguageInfo]:
        """Languages by id."""
        return {language.id: language for language in self.languages}

    @cached_property
    def term_of(self) -> dict[Language, dict[str, Term]]:
        """Terms by language and lower-case form."""
        forms: dict[Language, dict[str, Term]] = {language.id: {} for language in self.languages}
        for term in self.terms:
            for language, known in forms.items():
                if word := term.term.get(language):
                    known[word.casefold()] = term
                for form in term.forms.get(language, ()):
                    known[form.casefold()] = term
        return forms

    @cached_property
    def avoided(self) -> dict[Language, dict[str, Avoid]]:
        """The words to avoid, casefolded, by language."""
        return {
            key: {each.word.casefold(): each for each in self.avoid if each.language == key} for key in self.language
        }

    @cached_property
    def far_phrases(self) -> dict[Language, tuple[str, ...]]:
        """The phrases that may reach too far, casefolded, by language."""
        return {
            key: tuple(
                phrase.casefold()
                for rule in self.overbroad
                if rule.language == key
                for phrase in (rule.phrase, *rule.also)
            )
            for key in self.language
        }

    def document(self, document_id: str) -> DocumentKind | None:
        """The document with this id, or None."""
        return next((kind for kind in self.documents if kind.id == document_id), None)

    def parts_of(self, document_id: str) -> tuple[Part, ...]:
        """The parts of a document, in order."""
        return tuple(part for part in self.parts if part.document == document_id)

    @cached_property
    def _clauses_by_step(self) -> dict[str, tuple[Clause, ...]]:
        return {step.id: tuple(clause for clause in self.clauses if clause.step == step.id) for step in self.steps}

    def clauses_of(self, step_id: str) -> tuple[Clause, ...]:
        """The clauses of one step, in the order they are printed."""
        return self._clauses_by_step[step_id]

    def questions_of(self, step_id: str) -> tuple[Question, ...]:
        """The questions of one step, in the order they are asked."""
        return tuple(question for question in self.questions if question.step == step_id)
