"""The text of a document in two languages: a table a section, a row a clause, the languages in columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from desktop.core.bilingual import Pair, SideBySide, clause_rows, entry_rows
from desktop.core.document import Annex, Clause, Document, Entry, Field, Runs, Section, plain
from desktop.core.library import Library
from desktop.render.word import clauses_beside, front, markup, paired
from desktop.render.word.blocks import ended, table_end, write_entry
from desktop.render.word.fields import write_field
from desktop.render.word.grid import Grid
from desktop.render.word.page import PageSetup
from desktop.render.word.pen import ANNEX, BETWEEN, COLUMN, SHEET, Pen
from desktop.render.word.room import length, length_of

_NAME, _UNSEEN = (f'<w:pStyle w:val="{style}"/>' for style in ("ColumnName", "ColumnNameUnseen"))
"""Of the names of the languages in a handout, printed and not."""

_ONE_LINE = 52
"""Letters of a section's title in both languages that fit on one line; longer ones have a line each."""

_WIDER = 262
"""How much wider a column gets than half the page where its language takes more room."""

_CLEARLY = 1.1
"""How many times the letters of the other language are clearly more: Malay has about 1.2 times those of English."""


def body(document: SideBySide, pens: tuple[Pen, Pen], library: Library, setup: PageSetup) -> str:
    """The whole body of the document, page set-up included. Raises `PairingError`."""
    pens = _in_columns(*pens)
    sheet = _Sheet(*pens, _names(pens, library))
    sections = "".join(
        sheet.section(pair, page_break=index == 0 and front.has_title_page(pens[0]))
        for index, pair in enumerate(document.sections())
    )
    written = (
        front.title_block(pens)
        + front.contents_table(*pens, sheet.header)
        + sections
        + "".join(sheet.annex(pair, first=index == 0 and not sections) for index, pair in enumerate(document.annexes()))
    )
    end = table_end() if written.endswith("</w:tbl>") else ""
    return ended(written) + end + setup.title


def _in_columns(left: Pen, right: Pen) -> tuple[Pen, Pen]:
    """The pens in their columns. A language that takes clearly more room gets the wider column: that saves pages."""
    one, other = _letters(left.document), _letters(right.document)
    column = COLUMN.on(left.paper)
    wider = _WIDER if one > other * _CLEARLY else -_WIDER if other > one * _CLEARLY else 0
    return (
        left.at(replace(column, width=column.width + wider)),
        right.at(replace(column, width=column.width - wider)),
    )


def _letters(document: Document) -> int:
    if not document.sections:
        return sum(length_of(annex.entries) for annex in document.annexes)
    return sum(length(clause.blocks) for clause in document.clauses)


def _names(pens: tuple[Pen, Pen], library: Library) -> tuple[str, str]:
    """The names of the languages, which head their columns."""
    style = "ColumnName" if front.is_sheet(pens[0]) else "ColumnHeading"
    left, right = (pen.words(library.language[pen.document.language].name) for pen in pens)
    return markup.paragraph(style, left), markup.paragraph(style, right)


@dataclass(frozen=True, slots=True)
class _Sheet:
    left: Pen
    right: Pen
    names: tuple[str, str]
    """The paragraphs that name the languages."""

    @property
    def header(self) -> str:
        """The row above both columns, repeated on every page."""
        return markup.row(clauses_beside.cells(self.widths, *self.names), header=True)

    @property
    def widths(self) -> tuple[int, int]:
        return front.column_widths(self.left, self.right)

    @property
    def grid(self) -> Grid:
        """The two columns, for what is written row by row."""
        place = SHEET if front.is_sheet(self.left) else ANNEX
        across = self.left.on_page(place), self.right.on_page(place)
        return Grid((self.left, self.right), across, self.widths, self.names)

    def section(self, pair: Pair[Section], *, page_break: bool) -> str:
        left, right = pair.left, pair.right
        fits = len(plain(left.title)) + len(plain(right.title)) <= _ONE_LINE
        between = self.left.words(BETWEEN) if fits else markup.line_break(self.left.language)
        heading = self._heading(left.id, left.title, right.title, between=between)
        count = self.right.numbering.right_column(right.number)
        name = BETWEEN.join((plain(left.title), plain(right.title)))
        written, rows = markup.paragraph("Heading1", heading, page_break=page_break), list[str]()
        for clauses in clause_rows(pair):
            if not paired.has_tables(clauses):
                rows.append(clauses_beside.write_clause((self.left, self.right), clauses, count, self.widths))
                continue
            rows.append(self._clause_heading(clauses, count))
            written += self._table(rows, name) + table_end(keep_next=True) + self._clause_blocks(clauses)
            rows = []
        return written + self._table(rows, name)

    def annex(self, pair: Pair[Annex], *, first: bool) -> str:
        """An annex. The `first` part of a handout stays with its title."""
        left, right = pair.left, pair.right
        name, written = BETWEEN.join((self.left.document.title, self.right.document.title)), ""
        grid = self.grid
        if left.heading:
            heading = self._heading(left.id, left.heading, right.heading, between=markup.line_break(self.left.language))
            name = BETWEEN.join((plain(left.heading), plain(right.heading)))
            written = markup.paragraph("AnnexHeading", heading, page_break=left.new_page)
            grid, first = grid.under(left.heading, right.heading, 1), True
        entries = entry_rows(pair)
        if front.is_sheet(self.left) or not all(paired.is_simple(side) for e in entries for side in (e.left, e.right)):
            return written + self._parts(grid, entries, first=first)
        rows: list[str] = []
        for each in entries:
            lines = _sign_lines(each)
            rows.append(self._entry(each, lines))
            if lines:
                written += self._table(rows, name) + self._signed(each, lines)
                rows = []
        return written + self._table(rows, name)

    def _parts(self, grid: Grid, entries: Sequence[Pair[Entry]], *, first: bool) -> str:
        """The parts of a handout: headings over both columns, what is read side by side, what is filled in once."""
        written = ""
        for index, group in enumerate(_headed(entries)):
            begins, below = "", grid
            left, right = group[0].left, group[0].right
            page_break = left.new_page and not (first and index == 0)
            if left.heading or right.heading:
                begins = paired.write_heading(grid.across, group[0], page_break=page_break)
                below = grid.under(left.heading, right.heading, grid.across[0].level)
            elif page_break:
                begins = table_end(page_break=True)
            written += begins + paired.write_parts(below, group)
        return _named_once(written, grid.names)

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

    def _clause_heading(self, pair: Pair[Clause], count: int) -> str:
        """The row of a clause whose blocks stand below it, across both columns."""
        left = clauses_beside.title(self.left, pair.left, keep_next=True)
        right = clauses_beside.title(self.right, pair.right, count, keep_next=True)
        return markup.row(clauses_beside.cells(self.widths, left, right))

    def _clause_blocks(self, pair: Pair[Clause]) -> str:
        sides = [Entry(clause.id, clause.blocks) for clause in (pair.left, pair.right)]
        grid = self.grid.under(pair.left.title, pair.right.title, 2)
        return paired.write_parts(grid, [Pair(*sides)])

    def _entry(self, pair: Pair[Entry], lines: int) -> str:
        """The row of an entry, without the lines to fill in that follow it."""
        sides = [entry.blocks[: len(entry.blocks) - lines] for entry in (pair.left, pair.right)]
        cells = [
            write_entry(pen, blocks, keep_next=lines > 0) or markup.paragraph(COLUMN.text, "")
            for pen, blocks in zip((self.left, self.right), sides, strict=True)
        ]
        return markup.row(clauses_beside.cells(self.widths, *cells), whole=clauses_beside.fits(*sides))

    def _signed(self, pair: Pair[Entry], count: int) -> str:
        pens = (self.left.on_page(ANNEX), self.right.on_page(ANNEX))
        fields = zip(_fields(pair.left, count), _fields(pair.right, count), strict=True)
        return "".join(write_field(pens, both, last=index == count - 1) for index, both in enumerate(fields))


def _named_once(written: str, names: tuple[str, str]) -> str:
    """The names of the languages are printed once; further tables keep them for those who cannot see the columns."""
    before, name, after = written.partition(names[1])
    return before + name + after.replace(_NAME, _UNSEEN)


def _sign_lines(pair: Pair[Entry]) -> int:
    """How many lines to fill in both sides end with: they are filled in once, not once a language."""
    both = zip(reversed(pair.left.blocks), reversed(pair.right.blocks), strict=False)
    lines = takewhile(lambda blocks: all(isinstance(block, Field) for block in blocks), both)
    return sum(1 for _ in lines)


def _fields(entry: Entry, count: int) -> list[Field]:
    return [block for block in entry.blocks[-count:] if isinstance(block, Field)]


def _headed(entries: Sequence[Pair[Entry]]) -> list[list[Pair[Entry]]]:
    """Entries in groups: each begins with a heading or on a new page."""
    groups: list[list[Pair[Entry]]] = []
    for entry in entries:
        if not groups or entry.left.heading or entry.right.heading or entry.left.new_page:
            groups.append([])
        groups[-1].append(entry)
    return groups
