"""The whole clause library as a document: every clause in every wording, for lawyers and translators."""

from desktop.core.document import Block, Clause, Document, Field, ListBlock, Paragraph, Run, Runs, Section, Table
from desktop.core.library import POSTURES, Library, Step
from desktop.core.library import Clause as LibraryClause
from desktop.core.selection import variant_condition
from desktop.core.template import Hole, Inline, Pointer, TemplateList, TemplateParagraph, parse_body, parse_line
from desktop.core.text import Language, side


def review_sheet(library: Library, language: Language) -> Document:
    """The library in one language. Places for answers show the question's name in square brackets."""
    words = {key: side(text, language) for key, text in library.words.items()}
    sections = tuple(_section(library, step, language, words) for step in library.steps)
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
    if clause.when:
        blocks.append(_note(words["sheet_when"], clause.when))
    if clause.posture != POSTURES:
        blocks.append(_note(words["sheet_posture"], ", ".join(clause.posture)))
    blocks += _body(side(clause.body, language))
    for name, variant in clause.variants.items():
        blocks.append(_note(words["sheet_variant"], variant_condition(name, variant)))
        blocks += _body(side(variant.body, language))
    blocks.append(_note(words["sheet_why"], side(clause.why, language)))
    if clause.laws:
        blocks.append(_note(words["sheet_laws"], "; ".join(_law(library, law, language) for law in clause.laws)))
    blocks.append(Field(words["sheet_remarks"]))
    return Clause(clause.id, number, _runs(parse_line(side(clause.title, language))), tuple(blocks), laws=clause.laws)


def _note(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), Run(text)))


def _law(library: Library, reference: str, language: Language) -> str:
    law_id, _, section = reference.partition(":")
    title = side(library.law[law_id].title, language)
    return f"{title} ({section})" if section else title


def _body(body: str) -> list[Block]:
    blocks: list[Block] = []
    for block in parse_body(body):
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
