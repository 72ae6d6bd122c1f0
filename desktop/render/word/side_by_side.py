"""The text of a document in two languages: a table a section, a row a clause, the languages in columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from desktop.core.bilingual import Pair, SideBySide, clause_rows, entry_rows
from desktop.core.document import Annex, Block, Clause, Document, Entry, Field, Runs, Section, plain
from desktop.core.library import Library
from desktop.render.word import front, markup
from desktop.render.word.blocks import length, sign_line, table_end, write_blocks, write_entry
from desktop.render.word.package import PageSetup
from desktop.render.word.pen import ANNEX, BETWEEN, COLUMN, Pen

_ABOVE_CLAUSE = 40
"""Space above the heading of a clause; the rule between rows already parts it from the one before."""

_ONE_LINE = 52
"""Letters of a section's title in both languages that fit on one line; longer ones have a line each."""

_WIDER = 262
"""How much wider a column gets than half the page where its language takes more room."""

_CLEARLY = 1.1
"""How many times the letters of the other language are clearly more: Malay has about 1.2 times those of English."""

_WHOLE_ROW = 1_700
"""Letters a row may have in one language, about 250 words, to be kept on one page."""


def body(document: SideBySide, pens: tuple[Pen, Pen], library: Library, setup: PageSetup) -> str:
    """The whole body of the document, page set-up included. Raises `PairingError`."""
    pens = _in_columns(*pens)
    sheet = _Sheet(*pens, _header(pens, library))
    sections = "".join(
        sheet.section(pair, page_break=index == 0 and front.has_title_page(pens[0]))
        for index, pair in enumerate(document.sections())
    )
    written = (
        front.title_block(pens)
        + front.contents_table(*pens, sheet.header)
        + sections
        + "".join(sheet.annex(pair) for pair in document.annexes())
    )
    end = table_end() if written.endswith("</w:tbl>") else ""
    return written + end + setup.title


def _in_columns(left: Pen, right: Pen) -> tuple[Pen, Pen]:
    """The pens in their columns. A language that takes clearly more room gets the wider column: that saves pages."""
    one, other = _letters(left.document), _letters(right.document)
    wider = _WIDER if one > other * _CLEARLY else -_WIDER if other > one * _CLEARLY else 0
    return (
        left.at(replace(COLUMN, width=COLUMN.width + wider)),
        right.at(replace(COLUMN, width=COLUMN.width - wider)),
    )


def _letters(document: Document) -> int:
    return sum(length(clause.blocks) for clause in document.clauses)


def _header(pens: tuple[Pen, Pen], library: Library) -> str:
    """The header row: the names of the languages."""
    names = [pen.words(library.language[pen.document.language].name) for pen in pens]
    cells = [markup.paragraph("ColumnHeading", name) for name in names]
    return markup.row(_cells(front.column_widths(*pens), *cells), header=True)


def _cells(widths: tuple[int, int], left: str, right: str) -> tuple[str, str]:
    return markup.cell(widths[0], left), markup.cell(widths[1], right, flush=True)


@dataclass(frozen=True, slots=True)
class _Sheet:
    left: Pen
    right: Pen
    header: str

    @property
    def widths(self) -> tuple[int, int]:
        return front.column_widths(self.left, self.right)

    def section(self, pair: Pair[Section], *, page_break: bool) -> str:
        left, right = pair.left, pair.right
        fits = len(plain(left.title)) + len(plain(right.title)) <= _ONE_LINE
        between = self.left.words(BETWEEN) if fits else markup.line_break(self.left.language)
        heading = self._heading(left.id, left.title, right.title, between=between)
        count = self.right.numbering.right_column(right.number)
        rows = [self._clause(clauses, count) for clauses in clause_rows(pair)]
        name = BETWEEN.join((plain(left.title), plain(right.title)))
        return markup.paragraph("Heading1", heading, page_break=page_break) + self._table(rows, name)

    def annex(self, pair: Pair[Annex]) -> str:
        left, right = pair.left, pair.right
        name, written = BETWEEN.join((self.left.document.title, self.right.document.title)), ""
        if left.heading:
            heading = self._heading(left.id, left.heading, right.heading, between=markup.line_break(self.left.language))
            name = BETWEEN.join((plain(left.heading), plain(right.heading)))
            written = markup.paragraph("AnnexHeading", heading, page_break=left.new_page)
        rows: list[str] = []
        for entries in entry_rows(pair):
            lines = _sign_lines(entries)
            rows.append(self._entry(entries, lines))
            if lines:
                written += self._table(rows, name) + self._signed(entries, lines)
                rows = []
        return written + self._table(rows, name)

    def _heading(self, part_id: str, left: Runs, right: Runs, *, between: str) -> str:
        """A heading in both languages; links of either side lead to its own words."""
        return (
            self.left.bookmarked(part_id, self.left.title(left))
            + between
            + self.right.bookmarked(part_id, self.right.title(right))
        )

    def _table(self, rows: Sequence[str], name: str) -> str:
        if not rows:
            return ""
        return markup.table("SideBySideTable", self.widths, (self.header, *rows), name=name, header_row=True)

    def _clause(self, pair: Pair[Clause], count: int) -> str:
        left = _clause_cell(self.left, pair.left)
        right = _clause_cell(self.right, pair.right, count)
        return markup.row(_cells(self.widths, left, right), whole=_fits(pair.left.blocks, pair.right.blocks))

    def _entry(self, pair: Pair[Entry], lines: int) -> str:
        """The row of an entry, without the lines to fill in that follow it."""
        sides = [entry.blocks[: len(entry.blocks) - lines] for entry in (pair.left, pair.right)]
        cells = [
            write_entry(pen, blocks, keep_next=lines > 0) or markup.paragraph(COLUMN.text, "")
            for pen, blocks in zip((self.left, self.right), sides, strict=True)
        ]
        return markup.row(_cells(self.widths, *cells), whole=_fits(*sides))

    def _signed(self, pair: Pair[Entry], count: int) -> str:
        pens = (self.left.at(ANNEX), self.right.at(ANNEX))
        labels = zip(_labels(pair.left, count), _labels(pair.right, count), strict=True)
        return "".join(sign_line(pens, both, last=index == count - 1) for index, both in enumerate(labels))


def _clause_cell(pen: Pen, clause: Clause, numbering: int = 0) -> str:
    heading = markup.paragraph(
        "Heading2",
        pen.bookmarked(clause.id, pen.title(clause.title)),
        keep_next=False,  # it would tie the row to the next one, and so the whole table together
        numbering=numbering,
        before=_ABOVE_CLAUSE,
    )
    return heading + write_blocks(pen, clause.blocks)


def _sign_lines(pair: Pair[Entry]) -> int:
    """How many lines to fill in both sides end with: they are filled in once, not once a language."""
    both = zip(reversed(pair.left.blocks), reversed(pair.right.blocks), strict=False)
    lines = takewhile(lambda blocks: all(isinstance(block, Field) for block in blocks), both)
    return sum(1 for _ in lines)


def _labels(entry: Entry, count: int) -> list[str]:
    return [block.label for block in entry.blocks[-count:] if isinstance(block, Field)]


def _fits(*sides: Sequence[Block]) -> bool:
    """Whether the longest side is short enough to stand on one page whatever is above it."""
    return max(map(length, sides)) <= _WHOLE_ROW
