"""The text of a document in one language: sections, clauses, annexes."""

from desktop.core.document import Annex, Clause, Section
from desktop.render.word import front, markup
from desktop.render.word.blocks import write_blocks, write_entry
from desktop.render.word.package import PageSetup
from desktop.render.word.pen import ANNEX, Pen


def body(pen: Pen, setup: PageSetup) -> str:
    """The whole body of the document, page set-up included."""
    sections = "".join(
        _section(pen, section, page_break=index == 0 and front.has_title_page(pen))
        for index, section in enumerate(pen.document.sections)
    )
    annexes = "".join(_annex(pen.at(ANNEX), annex) for annex in pen.document.annexes)
    contents = front.contents(pen, setup)
    return front.title_block((pen,)) + contents + sections + annexes + (setup.text if contents else setup.title)


def _section(pen: Pen, section: Section, *, page_break: bool) -> str:
    heading = pen.bookmarked(section.id, pen.title(section.title))
    return markup.paragraph("Heading1", heading, page_break=page_break) + "".join(
        _clause(pen, clause) for clause in section.clauses
    )


def _clause(pen: Pen, clause: Clause) -> str:
    heading = pen.bookmarked(clause.id, pen.title(clause.title))
    return markup.paragraph("Heading2", heading) + write_blocks(pen, clause.blocks)


def _annex(pen: Pen, annex: Annex) -> str:
    heading = ""
    if annex.heading:
        words = pen.bookmarked(annex.id, pen.title(annex.heading))
        heading = markup.paragraph("AnnexHeading", words, page_break=annex.new_page)
    return heading + "".join(write_entry(pen, entry.blocks) for entry in annex.entries)
