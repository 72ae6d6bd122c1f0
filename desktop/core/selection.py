"""Which clauses are in, in which wording, under which number."""

from dataclasses import dataclass

from desktop.core.conditions import parse
from desktop.core.facts import Facts
from desktop.core.library import DETAILS, POSTURES, Clause, Library, Step, Variant
from desktop.core.text import Text


@dataclass(frozen=True, slots=True)
class Chosen:
    """A clause that is in."""

    clause: Clause
    number: str
    body: Text
    because: tuple[str, ...]
    """Ids of the questions that brought it in or chose its wording."""


@dataclass(frozen=True, slots=True)
class ChosenSection:
    """A step with the clauses that are in."""

    step: Step
    number: str
    clauses: tuple[Chosen, ...]


def applies(clause: Clause, facts: Facts) -> bool:
    """Whether a clause is in. Locked clauses are in whatever the posture and length."""
    if clause.locked:
        return True
    long_enough = DETAILS.index(clause.detail) <= DETAILS.index(facts.detail)
    return long_enough and facts.posture in clause.posture and facts.holds(clause.when)


def applies_when(clause: Clause) -> tuple[str, ...]:
    """The same as conditions that must all hold."""
    conditions: list[str] = [clause.when] if clause.when else []
    if clause.detail != DETAILS[0]:
        conditions.append(f"detail in {DETAILS[DETAILS.index(clause.detail) :]}")
    if clause.posture != POSTURES:
        conditions.append(f"posture in {clause.posture}")
    return () if clause.locked else tuple(conditions)


def variant_condition(name: str, variant: Variant) -> str:
    """When a variant is used: its own condition, or the posture it is named after."""
    return variant.when or (f"posture == '{name}'" if name in POSTURES else "")


def wording_of(clause: Clause, facts: Facts) -> tuple[Text, tuple[str, ...]]:
    """The wording that fits, and the questions that chose it. The first variant that fits wins."""
    asked: dict[str, None] = {}
    for name, variant in clause.variants.items():
        condition = variant_condition(name, variant)
        asked |= dict.fromkeys(parse(condition).names)
        if facts.holds(condition):
            return variant.body, tuple(asked)
    return clause.body, tuple(asked)


def select(library: Library, facts: Facts) -> tuple[ChosenSection, ...]:
    """The clauses that are in, numbered; a step without clauses is left out and takes no number."""
    sections: list[ChosenSection] = []
    for step in library.steps:
        number = str(len(sections) + 1)
        chosen: list[Chosen] = []
        for clause in library.clauses_of(step.id):
            if applies(clause, facts):
                chosen.append(_chosen(clause, facts, f"{number}.{len(chosen) + 1}"))
        if chosen:
            sections.append(ChosenSection(step, number, tuple(chosen)))
    return tuple(sections)


def _chosen(clause: Clause, facts: Facts, number: str) -> Chosen:
    body, asked = wording_of(clause, facts)
    because = {name: None for condition in applies_when(clause) for name in parse(condition).names}
    because |= dict.fromkeys(asked)
    return Chosen(clause, number, body, tuple(because))
