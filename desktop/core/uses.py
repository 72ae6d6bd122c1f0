"""Which questions a clause depends on: through its conditions, its wording and the answers it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.conditions import parse
from desktop.core.template import Hole, TemplateError, inlines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.library import Clause, Question
    from desktop.core.text import Text

BY_PROGRAM = frozenset(
    {
        "business_name",
        "posture",
        "detail",
        "document_language",
        "precedence",
        "effective_date",
        "policy_owner",
        "contact_person",
    }
)
"""Questions the program itself needs: for the title block, the control table and the form of documents."""


def bodies(clause: Clause) -> tuple[Text, ...]:
    """Every wording of a clause."""
    return (clause.body, *(variant.body for variant in clause.variants.values()))


def all_texts(clause: Clause) -> tuple[Text, ...]:
    """Every text of a clause that may hold answers: title, wordings, examples, quiz items."""
    texts = [clause.title, *bodies(clause)]
    for part in (clause, *clause.variants.values()):
        if part.example is not None:
            texts += [part.example.fine, part.example.not_fine]
        if part.quiz is not None:
            texts += [part.quiz.question, part.quiz.right, *part.quiz.wrong, part.quiz.because]
    return tuple(texts)


def questions_of(clause: Clause) -> frozenset[str]:
    """Ids of the questions a clause depends on."""
    names = set(parse(clause.when).names)
    for variant in clause.variants.values():
        names |= set(parse(variant.when).names)
    for body in (clause.title, *bodies(clause)):
        for words in body.values():
            try:
                names |= {piece.question for piece in inlines(words) if isinstance(piece, Hole)}
            except TemplateError:  # the content checker names it
                continue
    return frozenset(names)


def called_for(questions: Iterable[Question], clauses: Iterable[Clause]) -> frozenset[str]:
    """The questions that clauses depend on, with those that decide whether they are asked."""
    needed = {name for clause in clauses for name in questions_of(clause)}
    for question in reversed(list(questions)):
        if question.id in needed:
            needed |= set(parse(question.when).names)
    return frozenset(needed)


def first_details(questions: Iterable[Question], clauses: Iterable[Clause], details: tuple[str, ...]) -> dict[str, str]:
    """For every question the shortest policy in which a clause depends on it.

    A question that decides whether another is asked is needed as early as that other.
    """
    rank = {detail: index for index, detail in enumerate(details)}
    asked = list(questions)
    first = {question.id: 0 if question.id in BY_PROGRAM else len(details) - 1 for question in asked}
    for clause in clauses:
        for name in questions_of(clause):
            first[name] = min(first.get(name, rank[clause.detail]), rank[clause.detail])
    for question in reversed(asked):
        for gate in parse(question.when).names:
            first[gate] = min(first.get(gate, len(details) - 1), first[question.id])
    return {name: details[index] for name, index in first.items()}
