"""Findings about clauses: gaps, neighbours that are missing or contradict, and the owner's own wording."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.core.answers import ClauseEdit, OwnClause
from desktop.core.assemble import Settled
from desktop.core.breadth import Reach, reaches_too_far
from desktop.core.check_answers import issued_in, missing_sides, prose_of
from desktop.core.conditions import parse
from desktop.core.facts import Facts
from desktop.core.findings import OPEN, REVIEW, Finding, Severity, Where
from desktop.core.gaps import Gap, is_asked
from desktop.core.library import Library
from desktop.core.selection import BODY, Chosen, choice_of, fitting_variant, library_wording
from desktop.core.template import Hole, Pointer, parse_line_loosely, parse_loosely, pieces
from desktop.core.text import Language, Text, side
from desktop.i18n import Message, message, spoken


def clause_findings(settled: Settled, left: Iterable[Gap]) -> Iterator[Finding]:
    """Findings about the clauses that are in, and what the owner wrote. `left` are the gaps in the text."""
    chosen = {each.clause.id: each for section in settled.selection for each in section.clauses}
    for each in chosen.values():
        yield from _neighbours(settled.library, each, chosen)
        yield from _against_answers(settled.facts, each)
        yield from _owners_words(settled, each)
    for question, texts in prose_of(settled.facts):
        yield from too_broad(settled.library, (Where.QUESTION, question), texts)
    for gap in left:
        yield from _gap(settled, gap)


def _neighbours(library: Library, each: Chosen, chosen: Mapping[str, Chosen]) -> Iterator[Finding]:
    about = (Where.CLAUSE, each.clause.id)
    for name in dict.fromkeys((*each.clause.needs, *references(each.wording.title, each.body))):
        if name not in chosen and name in library.clause:
            what = message("this clause needs “{clause}”, which is left out", clause=_title(library, name))
            yield OPEN(*about, what, message("It points to a rule that is not in the policy."))
    for name in each.clause.conflicts:
        both_say_so = name in chosen and each.clause.id in chosen[name].clause.conflicts
        if name in chosen and not (both_say_so and name < each.clause.id):
            what = message("this clause contradicts “{clause}”, which is in too", clause=_title(library, name))
            yield OPEN(*about, what, message("Nobody can follow two rules that say the opposite."))


def references(title: Text, body: Text) -> Iterator[str]:
    """Ids of the clauses that title and body point to."""
    found = [piece for words in title.values() for piece in parse_line_loosely(words)]
    found += [piece for words in body.values() for piece in pieces(parse_loosely(words))]
    yield from (piece.target for piece in found if isinstance(piece, Pointer) and piece.kind == "ref")


def _against_answers(facts: Facts, each: Chosen) -> Iterator[Finding]:
    """A clause or wording that was put in against the answers."""
    clause = each.clause
    if each.own:
        return
    why = message("Answers and policy would tell staff different things.")
    if _is_for_others(facts, each):
        what = message("this wording was written for firms that answer otherwise")
        yield REVIEW(Where.CLAUSE, clause.id, what, why)
    # a condition that asks no question keeps a clause back until the owner has seen that it is new
    if each.added and parse(clause.when).names and not facts.holds(clause.when):
        what = message("you put this clause in, though your answers say it does not fit")
        yield REVIEW(Where.CLAUSE, clause.id, what, why)
    edit = facts.answers.edits.get(clause.id)
    if edit is not None and each.wording.edited and edit.variant not in ("", each.wording.variant):
        what = message("your wording was made from a wording that no longer fits your answers")
        yield REVIEW(Where.CLAUSE, clause.id, what, message("An answer has changed since; your words have not."))


def _is_for_others(facts: Facts, each: Chosen) -> bool:
    """Whether the wording swapped in ignores what was answered; postures are free to choose from."""
    clause, printed = each.clause, each.wording.variant
    fitting, _asked = fitting_variant(clause, facts)
    if not choice_of(clause, facts).variant or printed == fitting:
        return False
    condition = "" if printed == BODY else clause.variants[printed].when
    if condition:
        return not facts.holds(condition)
    return fitting != BODY and bool(clause.variants[fitting].when)


def _owners_words(settled: Settled, each: Chosen) -> Iterator[Finding]:
    """Edited and own clauses: too broad, in one language only, not looked at."""
    library, facts, clause = settled.library, settled.facts, each.clause
    if not (each.own or each.wording.edited):
        return
    about, issued = (Where.CLAUSE, clause.id), issued_in(library, facts)
    written: OwnClause | ClauseEdit
    if each.own:
        written, original = facts.answers.own[clause.id], ()
    else:
        written = facts.answers.edits[clause.id]
        from_variant = written.variant if written.variant in clause.variants else BODY
        wording = library_wording(clause, from_variant)
        original = (wording.title, wording.body)
    yield from too_broad(library, about, (written.title, written.body), original)
    yield from missing_sides(library, about, (written.title, written.body), issued)
    for language in written.unchecked:
        if language in library.language:
            name = library.language[language].name
            what = message("you changed this clause; the text in {language} was not looked at since", language=name)
            severity = Severity.OPEN if language in issued else Severity.REVIEW
            yield Finding(severity, *about, what, message("Staff who read the other language get another rule."))


def too_broad(
    library: Library, about: tuple[Where, str], texts: tuple[Text, ...], original: tuple[Text, ...] = ()
) -> Iterator[Finding]:
    """Wording of the owner's that reaches further than a rule can stand; what the library says so too is not theirs.

    Weighty, but for what only a rule of thumb objects to: that may be wrong, and would never let go.
    """
    for language in library.languages:
        theirs = {reach.phrase.casefold() for reach in _reaches(library, original, language.id)}
        sure = {reach.phrase.casefold() for reach in _reaches(library, texts, language.id, by_owner=False)}
        for reach in _reaches(library, texts, language.id):
            if reach.phrase.casefold() not in theirs:
                severity = Severity.OPEN if reach.phrase.casefold() in sure else Severity.REVIEW
                what = message("“{phrase}” may reach too far to stand", phrase=reach.phrase)
                yield Finding(severity, *about, what, spoken(reach.why))


def _reaches(
    library: Library, texts: tuple[Text, ...], language: Language, *, by_owner: bool = True
) -> Iterator[Reach]:
    for text in texts:
        yield from reaches_too_far(library, side(text, language), language, by_owner=by_owner)


def _gap(settled: Settled, gap: Gap) -> Iterator[Finding]:
    """A gap that no answer can fill; the others are found at their questions."""
    if not gap.clause or is_asked(settled, gap):
        return
    about, library = (Where.CLAUSE, gap.clause), settled.library
    match gap.piece:
        case Hole(name) if name in library.question:
            question = library.question[name]
            what = message("a gap is left in the text: [{gap}]", gap=spoken(question.gap or question.prompt))
            yield OPEN(*about, what, message("Your answers leave this question out, so nothing can fill it."))
        case Hole(name):
            what = message("a gap is left in the text: [{gap}]", gap=name)
            yield OPEN(*about, what, message("Nobody can sign a page with a blank in it."))
        case Pointer("step", target) if target in library.step:
            what = message("this clause points to “{step}”, which is empty", step=spoken(library.step[target].title))
            yield OPEN(*about, what, message("It points to a rule that is not in the policy."))
        case Pointer():
            what = message("this clause points to a clause that is no longer there")
            yield OPEN(*about, what, message("It points to a rule that is not in the policy."))


def _title(library: Library, clause_id: str) -> Message:
    return spoken(library.clause[clause_id].title)
