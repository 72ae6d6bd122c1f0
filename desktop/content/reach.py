"""Which conditions some answers can make hold."""

from collections.abc import Iterable
from itertools import islice, product
from typing import Any

from desktop.core.conditions import parse
from desktop.core.facts import EMPTY
from desktop.core.library import Clause, Kind, Library, Question
from desktop.core.selection import applies_when

_MOST = 60_000
"""Combinations tried for one condition; conditions of this size do not occur in sensible content."""


def implies(library: Library, clause: Clause, target: Clause) -> bool:
    """Whether the target is in whenever the clause is."""
    mine = applies_when(clause)
    return not any(possible(library, [*mine, f"not ({condition})"]) for condition in applies_when(target))


def possible(library: Library, conditions: Iterable[str]) -> bool:
    """Whether some answers make all conditions hold, by trying the answers of the questions they ask about."""
    parsed = [parse(condition) for condition in conditions if condition]
    names = _with_gates(library, {name for condition in parsed for name in condition.names})
    codes = {pair for condition in parsed for pair in condition.codes}
    for name in names:
        codes |= set(parse(library.question[name].when).codes)
    domains = [_domain(library.question[name], codes) for name in names]
    for combination in islice(product(*domains), _MOST):
        values = _asked(library, dict(zip(names, combination, strict=True)))
        if all(condition.holds(values) for condition in parsed):
            return True
    return False


def _with_gates(library: Library, names: set[str]) -> list[str]:
    """The questions with the questions that decide whether they are asked, in the order they are asked."""
    waiting, found = list(names), set(names)
    while waiting:
        for gate in parse(library.question[waiting.pop()].when).names:
            if gate not in found:
                found.add(gate)
                waiting.append(gate)
    return [question.id for question in library.questions if question.id in found]


def _asked(library: Library, values: dict[str, Any]) -> dict[str, Any]:
    """Values with those of questions that are not asked emptied."""
    settled: dict[str, Any] = {}
    for name, value in values.items():
        question = library.question[name]
        settled[name] = value if parse(question.when).holds(settled) else EMPTY.get(question.kind)
    return settled


def _domain(question: Question, codes: set[tuple[str, Any]]) -> list[Any]:
    """Values worth trying: each mentioned code alone, some other one, all, none."""
    mentioned = [code for name, code in sorted(codes, key=repr) if name == question.id]
    match question.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.CHOICE:
            other = next((choice.code for choice in question.choices if choice.code not in mentioned), None)
            return [*dict.fromkeys(mentioned), *([other] if other else [])]
        case Kind.CHOICES:
            other = next((choice.code for choice in question.choices if choice.code not in mentioned), None)
            singles = [(code,) for code in dict.fromkeys(mentioned)]
            return [(), *singles, tuple(dict.fromkeys(mentioned)), *([(other,)] if other else [])]
        case Kind.NUMBER:
            low, high = question.minimum or 0, question.maximum or 1000
            near = {int(code) + step for code in mentioned for step in (-1, 0, 1)}
            return sorted(n for n in {low, high, *near} if low <= n <= high)
        case Kind.LIST | Kind.PEOPLE | Kind.ACCOUNTS:
            return [(), ("x",)]
        case Kind.TEXT | Kind.LONG_TEXT:
            return [{}, {"en": "x"}]
        case _:
            return [None, "x"]
