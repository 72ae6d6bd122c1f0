"""Findings about answers: open, not sure, contradictory, in one language only; roles that nobody has."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from desktop.core.answers import Answers
from desktop.core.assemble import Settled
from desktop.core.conditions import parse
from desktop.core.facts import Fact, Facts, Source
from desktop.core.findings import OPEN, REVIEW, Finding, Severity, Where
from desktop.core.gaps import Gap, is_asked
from desktop.core.library import NOT_SURE, PROSE_KINDS, Kind, Library
from desktop.core.template import Hole
from desktop.core.text import Language, Text, side
from desktop.i18n import message, spoken

_ROLE_KINDS = frozenset({Kind.PERSON, Kind.PEOPLE})


def answer_findings(settled: Settled, left: Iterable[Gap]) -> Iterator[Finding]:
    """Findings about what was answered and what was not. `left` are the gaps in the text."""
    library, facts = settled.library, settled.facts
    empty = {gap.piece.question for gap in left if isinstance(gap.piece, Hole) and is_asked(settled, gap)}
    for fact in facts.by_question.values():
        if fact.source is not Source.NOT_ASKED:
            yield from _of_question(library, facts, fact, is_gap=fact.question.id in empty)
    yield from _prose(library, facts)
    yield from _people(library, facts)
    yield from _without_a_keeper(facts)


def _of_question(library: Library, facts: Facts, fact: Fact, *, is_gap: bool) -> Iterator[Finding]:
    """Nothing is said twice: what is not decided yet may contradict others, and a role that nobody has too."""
    missing = tuple(_missing(fact, facts.answers, is_gap=is_gap))
    if fact.source is Source.NOT_SURE or any(finding.severity is Severity.OPEN for finding in missing):
        yield from missing
        return
    against = tuple(_contradictions(library, facts, fact.question.id))
    if not (against and fact.source is Source.EMPTY):
        yield from missing
    yield from against


def _missing(fact: Fact, answers: Answers, *, is_gap: bool) -> Iterator[Finding]:
    """What the answer lacks; at most one finding, the weightiest."""
    question = fact.question
    about = (Where.QUESTION, question.id)
    if fact.source is Source.ANSWERED and _lost_rows(fact, answers):
        what = message("a person or account named here is no longer listed")
        yield OPEN(*about, what, message("The policy would leave the name out, or print a blank where it belongs."))
    elif question.essential and fact.source in (Source.EMPTY, Source.SUGGESTED):
        what = message("this question is not answered yet")
        yield OPEN(*about, what, message("It is one of the few that make the policy yours."))
    elif is_gap:
        gap = spoken(question.gap or question.prompt)
        what = message("this is not answered yet, so the text has a gap: [{gap}]", gap=gap)
        if fact.source is Source.NOT_SURE:
            what = message("you were not sure here, so the text has a gap: [{gap}]", gap=gap)
        yield OPEN(*about, what, message("Nobody can sign a page with a blank in it."))
    elif fact.source is Source.NOT_SURE:
        what = message("you were not sure here; the cautious answer is used until you decide")
        yield REVIEW(*about, what, message("Staff will follow the cautious answer, which may not suit you."))
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


def _contradictions(library: Library, facts: Facts, question: str) -> Iterator[Finding]:
    """Answers that do not go together and are mended at this question, as the content lists them.

    Where one of them is only suggested, or not sure, the owner has not contradicted anything yet.
    """
    for each in library.contradictions:
        if each.question == question and facts.holds(each.when):
            sources = {facts.by_question[name].source for name in parse(each.when).names}
            is_meant = sources.isdisjoint((Source.SUGGESTED, Source.NOT_SURE))
            what = spoken(each.what)
            if not is_meant:
                what = message("something is not decided yet here, and may not go with your other answers")
            severity = Severity.OPEN if each.severe and is_meant else Severity.REVIEW
            yield Finding(severity, Where.QUESTION, each.question, what, spoken(each.why))


def _prose(library: Library, facts: Facts) -> Iterator[Finding]:
    """Words written in one language only."""
    issued = issued_in(library, facts)
    for question, texts in prose_of(facts):
        for text in texts:
            yield from missing_sides(library, (Where.QUESTION, question), (text,), issued)


def prose_of(facts: Facts) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """The prose the owner wrote as answers, by question id."""
    for fact in facts.by_question.values():
        if fact.question.kind in PROSE_KINDS and fact.source is Source.ANSWERED:
            value: Any = fact.value
            yield fact.question.id, value if isinstance(value, tuple) else (cast("Text", value),)


def issued_in(library: Library, facts: Facts) -> frozenset[Language]:
    """The languages the owner's policy comes out in; none while that is only suggested."""
    fact = facts.by_question.get("document_language")
    if fact is not None and fact.source is Source.SUGGESTED:
        return frozenset()
    chosen = fact.value if fact is not None else None
    return frozenset({chosen} if chosen in library.language else library.language)


def missing_sides(
    library: Library, about: tuple[Where, str], texts: tuple[Text, ...], issued: Collection[Language], name: str = ""
) -> Iterator[Finding]:
    """A finding for every language that lacks words another has; weighty where the policy comes out in it.

    A language the policy does not come out in lacks nothing.
    """
    written = [text for text in texts if any(words.strip() for words in text.values())]
    for language in library.languages:
        if issued and language.id not in issued:
            continue
        if all(side(text, language.id) for text in written):
            continue
        what = message("these words are not written in {language} yet", language=language.name)
        if name:
            what = message("the role of {name} is not written in {language} yet", name=name, language=language.name)
        why = message("Until then the other language stands there in square brackets.")
        yield Finding(Severity.OPEN if language.id in issued else Severity.REVIEW, *about, what, why)


def _people(library: Library, facts: Facts) -> Iterator[Finding]:
    """People the policy names, of whom nobody can tell what they do, or only in one language."""
    named, issued = _named(facts), issued_in(library, facts)
    for person in facts.answers.people.values():
        about = (Where.PERSON, person.id)
        if person.id not in named:
            continue
        yield from missing_sides(library, about, (person.role,), issued, person.name)
        if not any(words.strip() for words in person.role.values()):
            what = message("{name} is named in the policy without a role", name=person.name)
            yield REVIEW(*about, what, message("New staff do not know who that is."))


def _named(facts: Facts) -> set[str]:
    """Ids of the people whom answers name."""
    named: set[str] = set()
    for fact in facts.by_question.values():
        if fact.question.kind in _ROLE_KINDS and fact.value and fact.value != NOT_SURE:
            named |= {fact.value} if isinstance(fact.value, str) else set(fact.value)
    return named


def _without_a_keeper(facts: Facts) -> Iterator[Finding]:
    """Accounts that answers name and nobody keeps."""
    for fact in facts.by_question.values():
        if fact.question.kind not in (Kind.ACCOUNT, Kind.ACCOUNTS) or not fact.value or fact.value == NOT_SURE:
            continue
        for row in (fact.value,) if isinstance(fact.value, str) else fact.value:
            account = facts.answers.accounts[row]
            if account.owner not in facts.answers.people:
                what = message("nobody keeps the account {handle}", handle=account.handle)
                why = message("When it is locked or stolen, nobody knows who can get back in.")
                yield REVIEW(Where.QUESTION, fact.question.id, what, why)
