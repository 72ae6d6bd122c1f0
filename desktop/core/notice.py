"""Documents made of numbered parts rather than clauses, such as the privacy notice."""

from dataclasses import replace

from desktop.core.document import Annex, Document, Entry, Paragraph, Run, Runs, Table
from desktop.core.everyday import Everyday
from desktop.core.facts import Facts
from desktop.core.fill import Fill
from desktop.core.library import Library
from desktop.core.reference import DocumentKind
from desktop.core.template import Hole, parse_body, parse_line
from desktop.core.text import Language, side
from desktop.core.wording import Wording


def in_parts(library: Library, facts: Facts, kind: DocumentKind, language: Language, status: str) -> Document:
    """The parts of a document whose conditions hold, numbered 1, 2, 3."""
    wording = Wording(library, facts, language)
    fill, everyday = Fill(wording, {}), Everyday(library, language)
    entries: list[Entry] = []
    for part in library.parts_of(kind.id):
        if facts.holds(part.when):
            body = side(part.body, language)
            heading = _numbered(len(entries) + 1, fill.inlines(parse_line(side(part.title, language))))
            blocks = everyday.beside(body, fill.blocks(parse_body(body)))
            entries.append(Entry(part.id, (Paragraph(heading), *blocks)))
    return Document(
        kind=kind.id,
        language=language,
        business_name="".join(run.text for run in wording.runs(Hole("business_name"))),
        title=side(kind.title, language),
        status=status,
        details=Table((), header=False),
        sections=(),
        annexes=(Annex(kind.id, "", (), tuple(entries)),),
        words={key: side(words, language) for key, words in library.words.items()},
    )


def _numbered(number: int, title: Runs) -> Runs:
    return (Run(f"{number}. ", bold=True), *(replace(run, bold=True) for run in title))
