"""From library and answers to a document. Same input, same output."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from desktop.core.annexes import annexes
from desktop.core.answers import Answers
from desktop.core.document import Block, Clause, Document, ListBlock, Paragraph, Run, Runs, Section, Table
from desktop.core.drafts import Draft, Kept, Part, kept_from, part_of
from desktop.core.everyday import Everyday
from desktop.core.facts import Facts, resolve
from desktop.core.fill import Fill
from desktop.core.library import DETAILS, Library
from desktop.core.selection import Chosen, ChosenSection, select
from desktop.core.template import Hole, parse_line_loosely, parse_loosely
from desktop.core.text import Language, any_side, side
from desktop.core.wording import Wording, bracketed


@dataclass(frozen=True, slots=True)
class Edition:
    """Which issue of a document this is. Without a number it is a draft."""

    number: int | None = None
    dated: date | None = None
    """The date printed in the control table and written into the file's properties."""


DRAFT = Edition()


@dataclass(frozen=True)
class Settled:
    """What the answers come to, before it is put into the words of a language."""

    library: Library
    facts: Facts
    selection: tuple[ChosenSection, ...]
    numbers: dict[str, str]
    """Numbers of sections and clauses, by id."""

    @cached_property
    def all_facts(self) -> Facts:
        """What every question comes to, also those that only a longer policy asks: other documents need them all."""
        return resolve(self.library, self.facts.answers.answered("detail", DETAILS[-1]))


def settle(library: Library, answers: Answers) -> Settled:
    """Facts, clauses and numbers; the same for every language."""
    facts = resolve(library, answers)
    selection = select(library, facts)
    return Settled(library, facts, selection, _numbers(selection))


def assemble(library: Library, answers: Answers, language: Language, edition: Edition = DRAFT) -> Document:
    """The policy in one language."""
    return write(settle(library, answers), language, edition)


def write(settled: Settled, language: Language, edition: Edition = DRAFT) -> Document:
    """What was settled, in the words of one language."""
    return draft(settled, language, edition).document


def draft(settled: Settled, language: Language, edition: Edition = DRAFT, before: Draft | None = None) -> Draft:
    """The same, with what the next draft may take over. What still holds of an earlier one is taken over from it."""
    library = settled.library
    wording = Wording(library, settled.facts, language)
    fill = Fill(wording, settled.numbers)
    kind = library.document("policy")
    if kind is None:
        raise LookupError("policy")
    kept = kept_from(before, settled, language)
    parts = _parts(settled, fill, kept)
    terms = frozenset[str]().union(*(part.terms for part in parts.values()))
    made, entries = annexes(fill, settled.selection, terms, kept)
    document = Document(
        kind="policy",
        language=language,
        business_name=_business_name(wording),
        title=side(kind.title, language),
        status=status(library, language, edition),
        details=control_table(wording, edition),
        sections=tuple(_section(section, parts, language) for section in settled.selection),
        annexes=made,
        words={key: side(words, language) for key, words in library.words.items()},
        dated=edition.dated,
    )
    return Draft(settled, language, document, parts, entries)


def _parts(settled: Settled, fill: Fill, kept: Kept) -> dict[str, Part]:
    """The clauses of a policy, by id, in order."""
    language = fill.wording.language
    everyday = Everyday(settled.library, language)
    parts: dict[str, Part] = {}
    for section in settled.selection:
        for chosen in section.clauses:
            part = kept.part(chosen, everyday)
            if part is None:
                due = _due(chosen, language, everyday)
                clause = _clause(chosen, fill, everyday, due)
                part = part_of(settled.library, language, chosen, due, clause)
            parts[chosen.clause.id] = part
    return parts


def _numbers(selection: tuple[ChosenSection, ...]) -> dict[str, str]:
    numbers = {section.step.id: section.number for section in selection}
    return numbers | {chosen.clause.id: chosen.number for section in selection for chosen in section.clauses}


def _business_name(wording: Wording) -> str:
    return "".join(run.text for run in wording.runs(Hole("business_name")))


def status(library: Library, language: Language, edition: Edition) -> str:
    """Which issue a document is, in words."""
    if edition.number is None:
        return side(library.words["draft"], language)
    return side(library.words["version"], language).format(number=edition.number)


def control_table(wording: Wording, edition: Edition) -> Table:
    """Status, dates and people: two columns, label and value."""
    rows: list[tuple[Runs, Runs]] = [
        _row(wording, "detail_status", (Run(status(wording.library, wording.language, edition)),))
    ]
    if wording.facts.values.get("effective_date"):  # until it is set, the date beside the signature counts
        rows.append(_row(wording, "detail_start", wording.runs(Hole("effective_date"))))
    for key, question in (("detail_owner", "policy_owner"), ("detail_contact", "contact_person")):
        if question in wording.library.question:
            rows.append(_row(wording, key, wording.runs(Hole(question))))
    if edition.dated is not None:
        rows.append(_row(wording, "detail_dated", (Run(wording.day(edition.dated)),)))
    return Table(tuple(rows), header=False)


def _row(wording: Wording, key: str, value: Runs) -> tuple[Runs, Runs]:
    return (Run(wording.word(key)),), value


def _section(section: ChosenSection, parts: Mapping[str, Part], language: Language) -> Section:
    title = (Run(side(section.step.title, language)),)
    clauses = tuple(parts[chosen.clause.id].clause for chosen in section.clauses)
    return Section(section.step.id, section.number, title, clauses)


def write_clause(chosen: Chosen, fill: Fill, everyday: Everyday) -> Clause:
    """One clause in the words of one language."""
    return _clause(chosen, fill, everyday, _due(chosen, fill.wording.language, everyday))


def _due(chosen: Chosen, language: Language, everyday: Everyday) -> tuple[str, ...]:
    """The stiff words that a clause is the first to use."""
    body, body_language = any_side(chosen.wording.body, language)
    return everyday.due(body) if body_language == language else ()


def _clause(chosen: Chosen, fill: Fill, everyday: Everyday, due: tuple[str, ...]) -> Clause:
    clause, language = chosen.clause, fill.wording.language
    title, title_language = any_side(chosen.wording.title, language)
    body, body_language = any_side(chosen.wording.body, language)
    runs = fill.inlines(parse_line_loosely(title))
    blocks = fill.blocks(parse_loosely(body))
    blocks = everyday.put(due, blocks) if body_language == language else _foreign(blocks, body_language)
    return Clause(
        id=clause.id,
        number=chosen.number,
        title=runs if title_language == language else bracketed(runs, title_language),
        blocks=blocks,
        because=chosen.because,
        laws=clause.laws,
        locked=clause.locked,
        edited=chosen.wording.edited,
        own=chosen.own,
        added=chosen.added,
    )


def _foreign(blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """Blocks that are not written in this language yet: the other language's words in square brackets."""
    return tuple(_foreign_block(block, language) for block in blocks)


def _foreign_block(block: Block, language: Language) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(bracketed(runs, language))
        case ListBlock(items):
            return replace(block, items=tuple(bracketed(item, language) for item in items))
        case _:
            return block
