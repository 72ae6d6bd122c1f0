"""Findings about answers: open, not sure, contradictory, in one language only; roles that nobody has."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.facts import Fact, Facts, Source
from desktop.core.findings import Finding, Severity, Where
from desktop.core.library import NOT_SURE, PROSE_KINDS, Kind, Library
from desktop.core.text import Text, side
from desktop.i18n import message, spoken

_ROLE_KINDS = frozenset({Kind.PERSON, Kind.PEOPLE})

OPEN = partial(Finding, Severity.OPEN)
REVIEW = partial(Finding, Severity.REVIEW)


def answer_findings(library: Library, facts: Facts) -> Iterator[Finding]:
    """Findings about what was answered and what was not."""
    yield from _questions(facts)
    yield from _contradictions(library, facts)
    yield from _prose(library, facts)
    yield from _without_a_role(facts)


def _questions(facts: Facts) -> Iterator[Finding]:
    for fact in facts.by_question.values():
        question = fact.question
        about = (Where.QUESTION, question.id)
        if question.essential and fact.source in (Source.EMPTY, Source.SUGGESTED):
            what = message("this question is not answered yet")
            yield OPEN(*about, what, message("It is one of the few that make the policy yours."))
        elif fact.source is Source.NOT_SURE:
            what = message("you were not sure here; the cautious answer is used until you decide")
            yield REVIEW(*about, what, message("Staff will follow the cautious answer, which may not suit you."))
        elif fact.source is Source.ANSWERED and _lost_rows(fact, facts.answers):
            what = message("a person or account named here is no longer listed")
            yield OPEN(*about, what, message("The policy would print a blank where the name belongs."))
        elif question.kind in _ROLE_KINDS and fact.source is Source.EMPTY:
            what = message("nobody has this role yet")
            yield REVIEW(*about, what, message("Work that belongs to nobody is not done."))


def _lost_rows(fact: Fact, answers: Answers) -> bool:
    stored: Any = answers.values.get(fact.question.id)
    match fact.question.kind:
        case Kind.PERSON | Kind.ACCOUNT:
            return fact.value != stored
        case Kind.PEOPLE | Kind.ACCOUNTS:
            return len(fact.value) != len(stored)
        case _:
            return False


def _contradictions(library: Library, facts: Facts) -> Iterator[Finding]:
    """Answers that do not go together, as the content lists them."""
    for each in library.contradictions:
        fact = facts.by_question.get(each.question)
        if fact is not None and fact.source is not Source.NOT_ASKED and facts.holds(each.when):
            severity = Severity.OPEN if each.severe else Severity.REVIEW
            yield Finding(severity, Where.QUESTION, each.question, spoken(each.what), spoken(each.why))


def _prose(library: Library, facts: Facts) -> Iterator[Finding]:
    """Words written in one language only."""
    for fact in facts.by_question.values():
        if fact.question.kind not in PROSE_KINDS or fact.source is not Source.ANSWERED:
            continue
        value: Any = fact.value
        texts = cast("tuple[Text, ...]", value) if isinstance(value, tuple) else (cast("Text", value),)
        for text in texts:
            yield from missing_sides(library, Where.QUESTION, fact.question.id, text)
    for person in facts.answers.people.values():
        yield from missing_sides(library, Where.PERSON, person.id, person.role, person.name)


def missing_sides(library: Library, where: Where, place: str, text: Text, name: str = "") -> Iterator[Finding]:
    """A finding for every language in which words are not written that are written in another."""
    if not any(words.strip() for words in text.values()):
        return
    for language in library.languages:
        if not side(text, language.id):
            what = message("these words are not written in {language} yet", language=language.name)
            if name:
                what = message("the role of {name} is not written in {language} yet", name=name, language=language.name)
            why = message("Until then the other language stands there in square brackets.")
            yield REVIEW(where, place, what, why)


def _without_a_role(facts: Facts) -> Iterator[Finding]:
    """People the policy names, of whom nobody can tell what they do."""
    named: set[str] = set()
    for fact in facts.by_question.values():
        if fact.question.kind in _ROLE_KINDS and fact.value and fact.value != NOT_SURE:
            named |= {fact.value} if isinstance(fact.value, str) else set(fact.value)
    for person in facts.answers.people.values():
        if person.id in named and not any(words.strip() for words in person.role.values()):
            what = message("{name} is named in the policy without a role", name=person.name)
            yield REVIEW(Where.PERSON, person.id, what, message("New staff do not know who that is."))
