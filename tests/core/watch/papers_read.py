"""What tests of papers have in common: papers of the bakery, and what stands in them."""

from datetime import date

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.document import Table, plain
from desktop.render.outline import outline
from tests.evidence import records_of

LIBRARY = load_library()
TODAY = date(2027, 2, 1)
BAKERY = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
FULL = records_of(LIBRARY, BAKERY)


def made(document, language="en", records=FULL, answers=BAKERY):
    return forms.make(LIBRARY, answers, language, document=document, today=TODAY, records=records)


def text(document, language="en", records=FULL, answers=BAKERY):
    return outline(made(document, language, records, answers))


def blocks(document):
    return [block for entry in document.annexes[0].entries for block in entry.blocks]


def cells(document):
    return [cell for block in blocks(document) if isinstance(block, Table) for row in block.rows for cell in row]


def table_below(document, heading):
    """The table under a heading, as plain rows."""
    entry = next(each for each in document.annexes[0].entries if plain(each.heading) == heading)
    table = next(block for block in entry.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row] for row in table.rows]
