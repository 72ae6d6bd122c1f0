"""The text of a document in one language: sections, clauses, annexes."""

from desktop.core.document import Annex, Clause, Entry, Section
from desktop.render.word import front, markup
from desktop.render.word.blocks import ended, is_form, table_end, write_below, write_blocks, write_entry
from desktop.render.word.page import PageSetup
from desktop.render.word.pen import ANNEX, SHEET, Pen
from desktop.render.word.room import length

_WHOLE_PART = 1_200
"""Letters that a part of a handout may have to be kept on one page, about 200 words."""


def body(pen: Pen, setup: PageSetup) -> str:
    """The whole body of the document, page set-up included."""
    sections = "".join(
        _section(pen, section, page_break=index == 0 and front.has_title_page(pen))
        for index, section in enumerate(pen.document.sections)
    )
    annexes = "".join(
        _annex(pen.on_page(SHEET if front.is_sheet(pen) else ANNEX), annex, first=index == 0 and not sections)
        for index, annex in enumerate(pen.document.annexes)
    )
    contents = front.contents(pen, setup)
    written = ended(front.title_block((pen,)) + contents + sections + annexes)
    return written + (setup.text if contents else setup.title)


def _section(pen: Pen, section: Section, *, page_break: bool) -> str:
    heading = pen.bookmarked(section.id, pen.title(section.title))
    return markup.paragraph("Heading1", heading, page_break=page_break) + "".join(
        _clause(pen, clause) for clause in section.clauses
    )


def _clause(pen: Pen, clause: Clause) -> str:
    heading = pen.bookmarked(clause.id, pen.title(clause.title))
    return markup.paragraph("Heading2", heading) + write_below(pen, clause.title, 2, clause.blocks)


def _annex(pen: Pen, annex: Annex, *, first: bool) -> str:
    """An annex. The `first` part of a handout stays with its title."""
    written = ""
    if annex.heading:
        words = pen.bookmarked(annex.id, pen.title(annex.heading))
        written = markup.paragraph("AnnexHeading", words, page_break=annex.new_page)
        pen = pen.under(annex.heading, 1)
        first = True
    below = pen
    for index, entry in enumerate(annex.entries):
        page_break = entry.new_page and not (first and index == 0)
        leads = index + 1 < len(annex.entries) and is_form(annex.entries[index + 1])
        if entry.heading:
            words = pen.bookmarked(entry.id, pen.title(entry.heading))
            written += front.part_heading(pen, words, page_break=page_break)
            below = pen.under(entry.heading, pen.level)
            written += _part(below, entry, leads=leads)
        else:
            # what has no heading stands below the last one
            written += (table_end(page_break=True) if page_break else "") + write_entry(
                below, entry.blocks, leads=leads
            )
    return written


def _part(pen: Pen, entry: Entry, *, leads: bool) -> str:
    """What stands below the heading of a part; a short one is kept on one page. `leads` as in `write_blocks`."""
    return write_blocks(pen, entry.blocks, tied=length(entry.blocks) <= _WHOLE_PART, leads=leads)
