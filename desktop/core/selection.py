"""Which clauses are in, in which wording, under which number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.core.answers import ClauseChoice, OwnClause
from desktop.core.conditions import parse
from desktop.core.facts import Facts
from desktop.core.library import DETAILS, POSTURES, Clause, Example, Library, Quiz, Step, Variant, own_clause
from desktop.core.text import Text

BODY = "body"
"""The name of a clause's own wording, beside those of its variants."""

_UNDECIDED = ClauseChoice()


@dataclass(frozen=True, slots=True)
class ClauseWording:
    """One wording of a clause, with what teaches it."""

    variant: str
    """The variant's name, or "body"."""
    title: Text
    body: Text
    example: Example | None = None
    quiz: Quiz | None = None
    asked: tuple[str, ...] = ()
    """Ids of the questions that chose it."""
    edited: bool = False
    """Whether the owner worded it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A clause that is in."""

    clause: Clause
    number: str
    wording: ClauseWording
    because: tuple[str, ...]
    """Ids of the questions that brought it in or chose its wording."""
    own: bool = False
    """Whether the owner wrote it."""
    added: bool = False
    """Whether the owner put it in against the answers."""

    @property
    def body(self) -> Text:
        """The words that are printed."""
        return self.wording.body


@dataclass(frozen=True, slots=True)
class ChosenSection:
    """A step with the clauses that are in."""

    step: Step
    number: str
    clauses: tuple[Chosen, ...]


def applies(clause: Clause, facts: Facts) -> bool:
    """Whether the answers bring a clause in. Locked clauses are in whatever the posture and length."""
    if clause.locked:
        return True
    long_enough = DETAILS.index(clause.detail) <= DETAILS.index(facts.detail)
    return long_enough and facts.posture in clause.posture and facts.holds(clause.when)


def choice_of(clause: Clause, facts: Facts) -> ClauseChoice:
    """What the owner decided about a clause; nothing can be decided about a locked one."""
    return _UNDECIDED if clause.locked else facts.answers.choices.get(clause.id, _UNDECIDED)


def is_in(clause: Clause, facts: Facts) -> bool:
    """Whether a clause is in: as the owner decided, else as the answers have it."""
    decided = choice_of(clause, facts).included
    return applies(clause, facts) if decided is None else decided


def applies_when(clause: Clause) -> tuple[str, ...]:
    """What brings a clause in, as conditions that must all hold."""
    return () if clause.locked else _conditions(clause.when, clause.detail, clause.posture)


@lru_cache(maxsize=1024)
def _conditions(when: str, detail: str, posture: tuple[str, ...]) -> tuple[str, ...]:
    conditions: list[str] = [when] if when else []
    if detail != DETAILS[0]:
        conditions.append(f"detail in {DETAILS[DETAILS.index(detail) :]}")
    if posture != POSTURES:
        conditions.append(f"posture in {posture}")
    return tuple(conditions)


@lru_cache(maxsize=1024)
def _asked_by(when: str, detail: str, posture: tuple[str, ...]) -> tuple[str, ...]:
    """The questions that decide whether a clause is in, each once."""
    names = (name for condition in _conditions(when, detail, posture) for name in parse(condition).names)
    return tuple(dict.fromkeys(names))


def variant_condition(name: str, variant: Variant) -> str:
    """When a variant is used: its own condition, or the posture it is named after."""
    return variant.when or (f"posture == '{name}'" if name in POSTURES else "")


def wording_condition(clause: Clause, name: str) -> str:
    """When a wording is used; "" for the clause's own, which is used where no other fits."""
    return variant_condition(name, clause.variants[name]) if name in clause.variants else ""


def library_wording(clause: Clause, variant: str) -> ClauseWording:
    """A wording of the library by its name. Raises `KeyError`."""
    if variant == BODY:
        return ClauseWording(BODY, clause.title, clause.body, clause.example, clause.quiz)
    found = clause.variants[variant]
    return ClauseWording(variant, clause.title, found.body, found.example or clause.example, found.quiz or clause.quiz)


def fitting_variant(clause: Clause, facts: Facts) -> tuple[str, tuple[str, ...]]:
    """The wording that fits the answers, and the questions that chose it. The first variant that fits wins."""
    asked: dict[str, None] = {}
    for name, variant in clause.variants.items():
        condition = variant_condition(name, variant)
        asked |= dict.fromkeys(parse(condition).names)
        if facts.holds(condition):
            return name, tuple(asked)
    return BODY, tuple(asked)


def wording_of(clause: Clause, facts: Facts) -> ClauseWording:
    """The wording a clause is printed in: the owner's own, the one swapped in, or the one that fits the answers."""
    name, asked = fitting_variant(clause, facts) if clause.variants else (BODY, ())
    swapped = choice_of(clause, facts).variant
    if swapped and (swapped == BODY or swapped in clause.variants):
        name = swapped
    variant = clause.variants.get(name)
    edit = None if clause.locked else facts.answers.edits.get(clause.id)
    return ClauseWording(
        name,
        clause.title if edit is None else edit.title,
        edit.body if edit is not None else variant.body if variant else clause.body,
        (variant and variant.example) or clause.example,
        (variant and variant.quiz) or clause.quiz,
        asked,
        edit is not None,
    )


def select(library: Library, facts: Facts) -> tuple[ChosenSection, ...]:
    """The clauses that are in, numbered; a step without clauses is left out and takes no number."""
    sections: list[ChosenSection] = []
    own = _Own(facts.answers.own)
    for step in library.steps:
        number = str(len(sections) + 1)
        chosen: list[Chosen] = []
        for clause in own.among(step.id, library.clauses_of(step.id)):
            if clause.id in own.clauses or is_in(clause, facts):
                chosen.append(_chosen(clause, facts, f"{number}.{len(chosen) + 1}", own=clause.id in own.clauses))
        if chosen:
            sections.append(ChosenSection(step, number, tuple(chosen)))
    return tuple(sections)


def in_order(library: Library, facts: Facts, step_id: str) -> tuple[Clause, ...]:
    """All clauses of a step, in and out, the owner's own in their places."""
    return _Own(facts.answers.own).among(step_id, library.clauses_of(step_id))


@dataclass(frozen=True, slots=True)
class _Own:
    """The clauses the owner wrote, put among those of the library."""

    clauses: Mapping[str, OwnClause] = field(default_factory=dict[str, OwnClause])

    def among(self, step_id: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        mine = [own for own in self.clauses.values() if own.step == step_id]
        if not mine:
            return clauses
        return tuple(self._placed(mine, clauses))

    def _placed(self, mine: list[OwnClause], clauses: tuple[Clause, ...]) -> Iterable[Clause]:
        known = {clause.id for clause in clauses}
        for clause in clauses:
            yield clause
            yield from (own_clause(own) for own in mine if own.after == clause.id)
        yield from (own_clause(own) for own in mine if own.after not in known)


def _chosen(clause: Clause, facts: Facts, number: str, *, own: bool) -> Chosen:
    wording = wording_of(clause, facts)
    because = () if clause.locked else _asked_by(clause.when, clause.detail, clause.posture)
    if wording.asked:
        because = tuple(dict.fromkeys((*because, *wording.asked)))
    added = not own and choice_of(clause, facts).included is True and not applies(clause, facts)
    return Chosen(clause, number, wording, because, own=own, added=added)
