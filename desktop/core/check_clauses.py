"""Findings about clauses: gaps, neighbours that are missing or contradict, and the owner's own wording."""

from collections.abc import Iterator, Mapping

from desktop.core.assemble import Settled, write
from desktop.core.breadth import reaches_too_far
from desktop.core.check_answers import OPEN, REVIEW, missing_sides
from desktop.core.document import Block, Document, Field, ListBlock, Paragraph, Run, Table
from desktop.core.facts import Source
from desktop.core.findings import Finding, Where
from desktop.core.library import PROSE_KINDS, Library
from desktop.core.selection import Chosen, applies, choice_of, fitting_variant
from desktop.core.template import Pointer, parse_loosely, pieces
from desktop.core.text import Language, Text, side
from desktop.i18n import Message, message, spoken


def clause_findings(settled: Settled) -> Iterator[Finding]:
    """Findings about the clauses that are in, and those the owner left out."""
    chosen = {each.clause.id: each for section in settled.selection for each in section.clauses}
    for each in chosen.values():
        yield from _neighbours(settled.library, each, chosen)
        yield from _wording(settled, each)
    yield from _owners_words(settled)
    yield from _gaps(settled)


def _neighbours(library: Library, each: Chosen, chosen: Mapping[str, Chosen]) -> Iterator[Finding]:
    needed = dict.fromkeys((*each.clause.needs, *_references(each)))
    for name in needed:
        if name not in chosen and name in library.clause:
            what = message("this clause needs “{clause}”, which is left out", clause=_title(library, name))
            yield OPEN(Where.CLAUSE, each.clause.id, what, message("It points to a rule that is not in the policy."))
    for name in each.clause.conflicts:
        if name in chosen:
            what = message("this clause contradicts “{clause}”, which is in too", clause=_title(library, name))
            yield OPEN(
                Where.CLAUSE, each.clause.id, what, message("Nobody can follow two rules that say the opposite.")
            )


def _references(each: Chosen) -> Iterator[str]:
    for words in each.body.values():
        for piece in pieces(parse_loosely(words)):
            if isinstance(piece, Pointer) and piece.kind == "ref":
                yield piece.target


def _wording(settled: Settled, each: Chosen) -> Iterator[Finding]:
    """A clause or wording that was put in against the answers."""
    clause, facts = each.clause, settled.facts
    if each.own:
        return
    swapped = choice_of(clause, facts).variant
    fitting, _asked = fitting_variant(clause, facts)
    condition = clause.variants[swapped].when if swapped in clause.variants else ""
    if condition and swapped != fitting and not facts.holds(condition):
        what = message("this wording was written for firms that answer otherwise")
        yield REVIEW(Where.CLAUSE, clause.id, what, message("Answers and policy would tell staff different things."))
    if each.added and clause.when and not facts.holds(clause.when):
        what = message("you put this clause in, though your answers say it does not fit")
        yield REVIEW(Where.CLAUSE, clause.id, what, message("Answers and policy would tell staff different things."))
    edit = facts.answers.edits.get(clause.id)
    if edit is not None and not clause.locked and edit.variant not in ("", each.wording.variant):
        what = message("your wording was made from a wording that no longer fits your answers")
        yield REVIEW(Where.CLAUSE, clause.id, what, message("An answer has changed since; your words have not."))


def _owners_words(settled: Settled) -> Iterator[Finding]:
    """Edited and own clauses: too broad, in one language only, not looked at."""
    library, facts = settled.library, settled.facts
    for section in settled.selection:
        for each in section.clauses:
            if each.own or each.wording.edited:
                clause_id = each.clause.id
                yield from too_broad(library, Where.CLAUSE, clause_id, each.wording.body)
                yield from missing_sides(library, Where.CLAUSE, clause_id, each.wording.body)
                written = facts.answers.own.get(clause_id) or facts.answers.edits[clause_id]
                yield from _unchecked(library, clause_id, written.unchecked)
    for fact in facts.by_question.values():
        if fact.question.kind in PROSE_KINDS and fact.source is Source.ANSWERED:
            texts = fact.value if isinstance(fact.value, tuple) else (fact.value,)
            for text in texts:
                yield from too_broad(library, Where.QUESTION, fact.question.id, text)


def too_broad(library: Library, where: Where, place: str, text: Text) -> Iterator[Finding]:
    """Wording of the owner's that reaches further than a rule can stand."""
    for language in library.languages:
        for reach in reaches_too_far(library, side(text, language.id), language.id):
            what = message("“{phrase}” may reach too far to stand", phrase=reach.phrase)
            yield OPEN(where, place, what, spoken(reach.why))


def _unchecked(library: Library, clause_id: str, languages: tuple[Language, ...]) -> Iterator[Finding]:
    for language in languages:
        if language in library.language:
            name = library.language[language].name
            what = message("you changed this clause; the text in {language} was not looked at since", language=name)
            yield OPEN(Where.CLAUSE, clause_id, what, message("Staff who read the other language get another rule."))


def _gaps(settled: Settled) -> Iterator[Finding]:
    """Bracketed prompts left in the text, each named once, where the question behind it is."""
    seen: set[str] = set()
    language = settled.library.languages[0].id
    for place, run in _runs(write(settled, language)):
        if run.gap and not run.language and run.text not in seen:
            seen.add(run.text)
            what = message("a gap is left in the text: {gap}", gap=run.text)
            yield OPEN(Where.CLAUSE, place, what, message("Nobody can sign a page with a blank in it."))


def _runs(document: Document) -> Iterator[tuple[str, Run]]:
    for clause in document.clauses:
        for run in clause.title:
            yield clause.id, run
        for block in clause.blocks:
            for run in _block_runs(block):
                yield clause.id, run


def _block_runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs):
            yield from runs
        case ListBlock(items):
            for item in items:
                yield from item
        case Table() | Field():
            return


def _title(library: Library, clause_id: str) -> Message:
    return spoken(library.clause[clause_id].title)


def left_out(settled: Settled) -> Iterator[str]:
    """Clauses the answers bring in and the owner left out, by id."""
    for clause in settled.library.clauses:
        if applies(clause, settled.facts) and choice_of(clause, settled.facts).included is False:
            yield clause.id
