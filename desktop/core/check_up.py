"""The policy check-up: what still stands between these answers and a policy to issue."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.assemble import assemble
from desktop.core.document import Block, Document, Field, ListBlock, Paragraph, Run, Table, plain
from desktop.core.facts import Fact, Facts, Source, resolve
from desktop.core.library import PROSE_KINDS, Kind, Library
from desktop.core.text import Text, side
from desktop.i18n import Message, message


class Severity(StrEnum):
    """How much a finding weighs."""

    OPEN = "open"
    """The policy is not complete without it."""
    REVIEW = "review"
    """Worth another look before the policy is issued."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to see to."""

    severity: Severity
    place: str
    """Id of the question or clause where it is mended."""
    what: Message


def check_up(library: Library, answers: Answers) -> tuple[Finding, ...]:
    """Everything to see to, the weighty first, each kind in reading order."""
    facts = resolve(library, answers)
    findings = [*_questions(facts), *_prose(library, facts), *_gaps(library, answers)]
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.OPEN))


def _questions(facts: Facts) -> Iterator[Finding]:
    for fact in facts.by_question.values():
        question = fact.question
        if question.essential and fact.source in (Source.EMPTY, Source.SUGGESTED):
            yield Finding(Severity.OPEN, question.id, message("this question is not answered yet"))
        elif fact.source is Source.NOT_SURE:
            what = message("you were not sure here; the cautious answer is used until you decide")
            yield Finding(Severity.REVIEW, question.id, what)
        elif fact.source is Source.ANSWERED and _lost_rows(fact, facts.answers):
            yield Finding(Severity.REVIEW, question.id, message("a person or account named here is no longer listed"))


def _lost_rows(fact: Fact, answers: Answers) -> bool:
    stored: Any = answers.values.get(fact.question.id)
    match fact.question.kind:
        case Kind.PERSON | Kind.ACCOUNT:
            return fact.value != stored
        case Kind.PEOPLE | Kind.ACCOUNTS:
            return len(fact.value) != len(stored)
        case _:
            return False


def _prose(library: Library, facts: Facts) -> Iterator[Finding]:
    """Words written in one language only."""
    for fact in facts.by_question.values():
        if fact.question.kind not in PROSE_KINDS or fact.source is not Source.ANSWERED:
            continue
        value: Any = fact.value
        texts = cast("tuple[Text, ...]", value) if isinstance(value, tuple) else (cast("Text", value),)
        for text in texts:
            yield from _missing_sides(library, fact.question.id, text)
    for person in facts.answers.people.values():
        if any(words.strip() for words in person.role.values()):
            yield from _missing_sides(library, person.name, person.role)


def _missing_sides(library: Library, place: str, text: Text) -> Iterator[Finding]:
    for language in library.languages:
        if any(words.strip() for words in text.values()) and not side(text, language.id):
            what = message("these words are not written in {language} yet", language=language.name)
            yield Finding(Severity.REVIEW, place, what)


def _gaps(library: Library, answers: Answers) -> Iterator[Finding]:
    """Bracketed prompts left in the text, each named once."""
    seen: set[str] = set()
    document = assemble(library, answers, library.languages[0].id)
    for place, run in _runs(document):
        if run.gap and not run.language and run.text not in seen:
            seen.add(run.text)
            yield Finding(Severity.REVIEW, place, message("a gap is left in the text: {gap}", gap=run.text))


def _runs(document: Document) -> Iterator[tuple[str, Run]]:
    for clause in document.clauses:
        for run in clause.title:
            yield clause.id, run
        for block in clause.blocks:
            for run in _block_runs(block):
                yield clause.id, run
    for row in document.details.rows:
        for cell in row:
            for run in cell:
                yield plain(row[0]), run


def _block_runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs):
            yield from runs
        case ListBlock(items):
            for item in items:
                yield from item
        case Table() | Field():
            return
