"""Answers and clause numbers into the holes of a template."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.core.document import Block, ListBlock, Paragraph, Run, Runs
from desktop.core.facts import Source
from desktop.core.library import Kind
from desktop.core.template import Hole, Inline, Pointer, TemplateBlock, TemplateList, TemplateParagraph
from desktop.core.text import side
from desktop.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Fill:
    """Puts answers and clause numbers into the holes of a body, in one language."""

    wording: Wording
    numbers: Mapping[str, str]
    """Numbers of sections and clauses, by id."""

    def blocks(self, template: tuple[TemplateBlock, ...]) -> tuple[Block, ...]:
        """A body with its answers."""
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
                        filled += self.items(item) if runs is None else (runs,)
                    if filled:
                        blocks.append(ListBlock(tuple(filled), ordered))
        return tuple(blocks)

    def inlines(self, content: tuple[Inline, ...]) -> Runs:
        """A line with its answers."""
        runs: list[Run] = []
        for piece in content:
            match piece:
                case Run():
                    runs.append(_after(runs, piece))
                case Hole(bold=bold):
                    filled = self.wording.runs(piece)
                    runs += [_bold(run) for run in filled] if bold else filled
                case Pointer(kind, target):
                    runs.append(self._pointer(kind, target))
        return tuple(runs)

    def _paragraphs(self, content: tuple[Inline, ...]) -> list[Paragraph]:
        """A long text that stands alone keeps its own paragraphs."""
        if len(content) == 1 and isinstance(hole := content[0], Hole):
            fact = self.wording.facts.by_question.get(hole.question)
            if fact and fact.question.kind is Kind.LONG_TEXT and fact.source is Source.ANSWERED:
                words = {key: text.split("\n") for key, text in fact.value.items()}
                longest = max((len(lines) for lines in words.values()), default=0)
                parts = [{key: lines[i] for key, lines in words.items() if i < len(lines)} for i in range(longest)]
                filled = [
                    Paragraph((self.wording.text(part),)) for part in parts if any(t.strip() for t in part.values())
                ]
                if filled:
                    return filled
        return [Paragraph(self.inlines(content))]

    def items(self, item: tuple[Inline, ...]) -> tuple[Runs, ...]:
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


def _after(runs: list[Run], run: Run) -> Run:
    """A run, without the full stop that an answer before it ends with already: "Sdn. Bhd."."""
    if runs and run.text.startswith(".") and runs[-1].text.endswith("."):
        return replace(run, text=run.text[1:])
    return run


def _bold(run: Run) -> Run:
    return replace(run, bold=True)
