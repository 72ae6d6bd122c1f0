"""The whole clause library as a document: every clause in every wording, for lawyers and translators."""

from dataclasses import replace

from desktop.core.assemble import Settled
from desktop.core.condition_words import all_in_words, in_words
from desktop.core.document import Block, Clause, Document, Field, ListBlock, Paragraph, Run, Runs, Section, Table
from desktop.core.library import Clause as LibraryClause
from desktop.core.library import Library, Step
from desktop.core.selection import BODY, ClauseWording, applies_when, library_wording, variant_condition
from desktop.core.template import (
    Hole,
    Inline,
    Pointer,
    TemplateList,
    TemplateParagraph,
    parse_line_loosely,
    parse_loosely,
)
from desktop.core.text import Language, side


def in_use(settled: Settled) -> Library:
    """The library of one business: the clauses that are in, in the wording they are printed in, its own among them."""
    chosen = (each for section in settled.selection for each in section.clauses)
    clauses = tuple(
        replace(
            each.clause,
            title=each.wording.title,
            body=each.wording.body,
            variants={},
            example=each.wording.example,
            quiz=each.wording.quiz,
        )
        for each in chosen
    )
    return replace(settled.library, clauses=clauses)


def review_sheet(library: Library, language: Language) -> Document:
    """The library in one language. Places for answers show the question's name in square brackets."""
    words = {key: side(text, language) for key, text in library.words.items()}
    sections = tuple(_section(library, step, language, words) for step in library.steps if library.clauses_of(step.id))
    return Document(
        kind="library",
        language=language,
        business_name="DasarKita",
        title=words["library_title"],
        status=f"{words['content_version']} {library.version}",
        details=Table(_details(library, words), header=False),
        sections=sections,
        annexes=(),
        words=words,
    )


def _details(library: Library, words: dict[str, str]) -> tuple[tuple[Runs, ...], ...]:
    counts = ((words["count_questions"], len(library.questions)), (words["count_clauses"], len(library.clauses)))
    return tuple(((Run(label),), (Run(str(count)),)) for label, count in counts)


def _section(library: Library, step: Step, language: Language, words: dict[str, str]) -> Section:
    clauses = tuple(
        _clause(library, clause, f"{step.number}.{index}", language, words)
        for index, clause in enumerate(library.clauses_of(step.id), start=1)
    )
    return Section(step.id, str(step.number), (Run(side(step.title, language)),), clauses)


def _clause(library: Library, clause: LibraryClause, number: str, language: Language, words: dict[str, str]) -> Clause:
    blocks: list[Block] = [_note(words["sheet_id"], clause.id)]
    if clause.locked:
        blocks.append(Paragraph((Run(words["sheet_locked"], bold=True),)))
    if conditions := applies_when(clause):
        blocks.append(_note(words["sheet_when"], all_in_words(library, conditions, language)))
    blocks += _wording(words, library_wording(clause, BODY), language)
    for name, variant in clause.variants.items():
        condition = variant_condition(name, variant)
        blocks.append(_note(words["sheet_variant"], in_words(library, condition, language)))
        own = replace(library_wording(clause, name), example=variant.example, quiz=variant.quiz)
        blocks += _wording(words, own, language)
    if clause.why:
        blocks.append(_note(words["sheet_why"], side(clause.why, language)))
    if clause.laws:
        blocks.append(_note(words["sheet_laws"], "; ".join(_law(library, law, language) for law in clause.laws)))
    for key, names in (("sheet_needs", clause.needs), ("sheet_conflicts", clause.conflicts)):
        if names:
            blocks.append(_note(words[key], ", ".join(names)))
    blocks.append(Field(words["sheet_remarks"]))
    title = _line(side(clause.title, language))
    return Clause(clause.id, number, title, tuple(blocks), laws=clause.laws)


def _wording(words: dict[str, str], wording: ClauseWording, language: Language) -> list[Block]:
    """A wording with the example and the quiz item that go with it."""
    blocks = _body(side(wording.body, language))
    if (example := wording.example) is not None:
        blocks.append(_note(words["example_fine"], "", *_line(side(example.fine, language))))
        blocks.append(_note(words["example_not_fine"], "", *_line(side(example.not_fine, language))))
    if (quiz := wording.quiz) is not None:
        blocks.append(_note(words["sheet_quiz"], "", *_line(side(quiz.question, language))))
        answers = [(words["sheet_right"], quiz.right), *((words["sheet_wrong"], wrong) for wrong in quiz.wrong)]
        blocks.append(ListBlock(tuple((Run(f"{label}: "), *_line(side(text, language))) for label, text in answers)))
        blocks.append(_note(words["sheet_because"], "", *_line(side(quiz.because, language))))
    return blocks


def _line(words: str) -> Runs:
    return _runs(parse_line_loosely(words))


def _note(label: str, text: str, *runs: Run) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), *((Run(text),) if text else ()), *runs))


def _law(library: Library, reference: str, language: Language) -> str:
    law_id, _, section = reference.partition(":")
    title = side(library.law[law_id].title, language)
    return f"{title} ({section})" if section else title


def _body(body: str) -> list[Block]:
    blocks: list[Block] = []
    for block in parse_loosely(body):
        match block:
            case TemplateParagraph(content):
                blocks.append(Paragraph(_runs(content)))
            case TemplateList(items, ordered):
                blocks.append(ListBlock(tuple(_runs(item) for item in items), ordered))
    return blocks


def _runs(content: tuple[Inline, ...]) -> Runs:
    runs: list[Run] = []
    for piece in content:
        match piece:
            case Run():
                runs.append(piece)
            case Hole(question, part):
                runs.append(Run(f"[{question}{'.' if part else ''}{part}]", gap=True))
            case Pointer(_, target):
                runs.append(Run(f"→ {target}", target=target))
    return tuple(runs)
