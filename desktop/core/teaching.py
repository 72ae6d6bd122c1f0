"""Which situations and quiz questions a firm's staff gets: those its own policy answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2s
from itertools import zip_longest

from desktop.core.assemble import Settled
from desktop.core.facts import Facts
from desktop.core.library import DETAILS, Quiz
from desktop.core.reference import Scenario
from desktop.core.selection import Chosen
from desktop.core.text import Text

SCENARIOS = 10
"""Situations on a sheet; more do not fit a session."""

ITEMS = 10
"""Questions of a quiz."""


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question of the quiz, with its answers in the order they are printed."""

    clause: Chosen
    quiz: Quiz
    options: tuple[Text, ...]
    right: int
    """Place of the right answer among the options, from 0."""


def scenarios(settled: Settled, facts: Facts) -> tuple[Scenario, ...]:
    """The first situations whose clause is in the policy, in the words of the library."""
    reworded = settled.facts.answers.edits
    fitting = (
        each
        for each in settled.library.scenarios
        if each.clauses[0] in settled.numbers and each.clauses[0] not in reworded and facts.holds(each.when)
    )
    return tuple(fitting)[:SCENARIOS]


def quiz_items(settled: Settled) -> tuple[QuizItem, ...]:
    """A question from every section in turn, until there are enough; in the order of the policy.

    A clause in the owner's own words has no question: the library's may not be true of it.
    """
    by_section = [
        sorted((each for each in section.clauses if _is_asked(each)), key=_first_asked) for section in settled.selection
    ]
    in_turn = (each for turn in zip_longest(*by_section) for each in turn if each is not None)
    asked = {each.clause.id for each, _ in zip(in_turn, range(ITEMS), strict=False)}
    return tuple(_items(settled, asked))


def _is_asked(each: Chosen) -> bool:
    return each.wording.quiz is not None and not each.wording.edited and not each.own


def _first_asked(each: Chosen) -> tuple[bool, int]:
    """Rules before explanations, and of those what the shortest policy has."""
    return not each.clause.rule, DETAILS.index(each.clause.detail)


def _items(settled: Settled, asked: set[str]) -> Iterator[QuizItem]:
    for section in settled.selection:
        for each in section.clauses:
            quiz = each.wording.quiz
            if each.clause.id in asked and quiz is not None:
                right = _place(each.clause.id, len(quiz.wrong) + 1)
                options = [*quiz.wrong]
                options.insert(right, quiz.right)
                yield QuizItem(each, quiz, tuple(options), right)


def _place(name: str, places: int) -> int:
    """A place that looks drawn by lot and is the same in every copy."""
    return blake2s(name.encode()).digest()[0] % places
