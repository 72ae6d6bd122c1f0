"""From library and answers to a document. Same input, same output."""

from dataclasses import dataclass
from datetime import date

from desktop.core.annexes import annexes
from desktop.core.answers import Answers
from desktop.core.document import Block, Clause, Document, ListBlock, Paragraph, Run, Runs, Section, Table
from desktop.core.facts import Source, resolve
from desktop.core.library import Kind, Library
from desktop.core.selection import Chosen, ChosenSection, select
from desktop.core.template import (
    Hole,
    Inline,
    Pointer,
    TemplateBlock,
    TemplateList,
    TemplateParagraph,
    parse_body,
    parse_line,
)
from desktop.core.text import Language, side
from desktop.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Edition:
    """Which issue of a document this is. Without a number it is a draft."""

    number: int | None = None
    dated: date | None = None
    """The date printed in the control table and written into the file's properties."""


DRAFT = Edition()


def assemble(library: Library, answers: Answers, language: Language, edition: Edition = DRAFT) -> Document:
    """The policy in one language."""
    facts = resolve(library, answers)
    wording = Wording(library, facts, language)
    selection = select(library, facts)
    numbers = _numbers(selection)
    sections = tuple(_section(section, wording, numbers) for section in selection)
    kind = library.document("policy")
    if kind is None:
        raise LookupError("policy")
    return Document(
        kind="policy",
        language=language,
        business_name=_business_name(wording),
        title=side(kind.title, language),
        status=_status(wording, edition),
        details=_details(wording, edition),
        sections=sections,
        annexes=annexes(wording, selection),
        words={key: side(words, language) for key, words in library.words.items()},
        dated=edition.dated,
    )


def _numbers(selection: tuple[ChosenSection, ...]) -> dict[str, str]:
    numbers = {section.step.id: section.number for section in selection}
    return numbers | {chosen.clause.id: chosen.number for section in selection for chosen in section.clauses}


def _business_name(wording: Wording) -> str:
    return "".join(run.text for run in wording.runs(Hole("business_name")))


def _status(wording: Wording, edition: Edition) -> str:
    if edition.number is None:
        return wording.word("draft")
    return wording.word("version").format(number=edition.number)


def _details(wording: Wording, edition: Edition) -> Table:
    rows: list[tuple[Runs, Runs]] = [_row(wording, "detail_status", (Run(_status(wording, edition)),))]
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


def _section(section: ChosenSection, wording: Wording, numbers: dict[str, str]) -> Section:
    title = (Run(side(section.step.title, wording.language)),)
    clauses = tuple(_clause(chosen, wording, numbers) for chosen in section.clauses)
    return Section(section.step.id, section.number, title, clauses)


def _clause(chosen: Chosen, wording: Wording, numbers: dict[str, str]) -> Clause:
    clause = chosen.clause
    fill = _Fill(wording, numbers)
    return Clause(
        id=clause.id,
        number=chosen.number,
        title=fill.inlines(parse_line(side(clause.title, wording.language))),
        blocks=fill.blocks(parse_body(side(chosen.body, wording.language))),
        because=chosen.because,
        laws=clause.laws,
        locked=clause.locked,
    )


@dataclass(frozen=True, slots=True)
class _Fill:
    """Puts answers and clause numbers into the holes of a body."""

    wording: Wording
    numbers: dict[str, str]

    def blocks(self, template: tuple[TemplateBlock, ...]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for block in template:
            match block:
                case TemplateParagraph(fixed=Paragraph() as paragraph):
                    blocks.append(paragraph)
                case TemplateParagraph(content):
                    blocks += self._paragraphs(content)
                case TemplateList(items, ordered, fixed):
                    filled: list[Runs] = []
                    for item, runs in zip(items, fixed, strict=True):
                        filled += self._items(item) if runs is None else (runs,)
                    if filled:
                        blocks.append(ListBlock(tuple(filled), ordered))
        return tuple(blocks)

    def inlines(self, content: tuple[Inline, ...]) -> Runs:
        runs: list[Run] = []
        for piece in content:
            match piece:
                case Run():
                    runs.append(piece)
                case Hole(bold=bold):
                    filled = self.wording.runs(piece)
                    runs += [_bold(run) for run in filled] if bold else filled
                case Pointer(kind, target):
                    runs.append(self._pointer(kind, target))
        return tuple(runs)

    def _paragraphs(self, content: tuple[Inline, ...]) -> list[Paragraph]:
        """A long text that stands alone keeps its own paragraphs."""
        if len(content) == 1 and isinstance(hole := content[0], Hole):
            fact = self.wording.facts.by_question[hole.question]
            if fact.question.kind is Kind.LONG_TEXT and fact.source is Source.ANSWERED:
                words = {key: text.split("\n") for key, text in fact.value.items()}
                longest = max((len(lines) for lines in words.values()), default=0)
                parts = [{key: lines[i] for key, lines in words.items() if i < len(lines)} for i in range(longest)]
                filled = [
                    Paragraph((self.wording.text(part),)) for part in parts if any(t.strip() for t in part.values())
                ]
                if filled:
                    return filled
        return [Paragraph(self.inlines(content))]

    def _items(self, item: tuple[Inline, ...]) -> tuple[Runs, ...]:
        """One item, or one for every entry of the answer if it holds an `each:` hole."""
        each = next((piece for piece in item if isinstance(piece, Hole) and piece.each), None)
        if each is None:
            return (self.inlines(item),)
        index = item.index(each)
        before, after = self.inlines(item[:index]), self.inlines(item[index + 1 :])
        return tuple(before + entry + after for entry in self.wording.entries(each.question))

    def _pointer(self, kind: str, target: str) -> Run:
        number = self.numbers.get(target)
        if number is None:  # the content checker keeps this from happening with shipped content
            clause = self.wording.library.clause.get(target)
            title = side(clause.title, self.wording.language) if clause else target
            return Run(f"[{title}]", gap=True)
        key = "clause_number" if kind == "ref" else "section_number"
        return Run(self.wording.word(key).format(number=number), target=target)


def _bold(run: Run) -> Run:
    return Run(run.text, True, run.term, run.gap, run.language, run.target)
