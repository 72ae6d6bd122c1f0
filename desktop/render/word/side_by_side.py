"""The text of a document in two languages: a table a section, a row a clause, the languages in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.bilingual import Pair, SideBySide, clause_rows, entry_rows
from desktop.core.document import Annex, Block, Clause, Entry, Field, Section, plain
from desktop.core.library import Library
from desktop.render.word import front, markup
from desktop.render.word.blocks import length, sign_line, table_end, write_blocks, write_entry
from desktop.render.word.front import COLUMN_WIDTHS
from desktop.render.word.package import PageSetup
from desktop.render.word.pen import ANNEX, BETWEEN, COLUMN, Pen

_ABOVE_CLAUSE = 80
"""Space above the heading of a clause; the rule between rows already parts it from the one before."""

_WHOLE_ROW = 1_700
"""Letters a row may have in one language, about 250 words, to be kept on one page."""


def body(document: SideBySide, pens: tuple[Pen, Pen], library: Library, setup: PageSetup) -> str:
    """The whole body of the document, page set-up included. Raises `PairingError`."""
    sheet = _Sheet(*pens, _header(pens, library))
    sections = "".join(
        sheet.section(pair, page_break=index == 0 and front.has_title_page(pens[0]))
        for index, pair in enumerate(document.sections())
    )
    written = (
        front.title_block(pens)
        + front.contents_heading(pens)
        + front.contents_table(*pens, sheet.header)
        + sections
        + "".join(sheet.annex(pair) for pair in document.annexes())
    )
    end = table_end() if written.endswith("</w:tbl>") else ""
    return written + end + setup.title


def _header(pens: Sequence[Pen], library: Library) -> str:
    """The header row: the names of the languages."""
    names = [pen.words(library.language[pen.document.language].name) for pen in pens]
    cells = [markup.paragraph("ColumnHeading", name) for name in names]
    return markup.row(_columns(*cells), header=True)


def _columns(left: str, right: str) -> tuple[str, str]:
    return markup.cell(COLUMN_WIDTHS[0], left), markup.cell(COLUMN_WIDTHS[1], right, flush=True)


@dataclass(frozen=True, slots=True)
class _Sheet:
    left: Pen
    right: Pen
    header: str

    def section(self, pair: Pair[Section], *, page_break: bool) -> str:
        heading = _between(
            self.left.bookmarked(pair.left.id, self.left.title(pair.left.title)),
            self.right.bookmarked(pair.right.id, self.right.title(pair.right.title)),
        )
        count = self.right.numbering.right_column(pair.right.number)
        rows = [self._clause(clauses, count) for clauses in clause_rows(pair)]
        name = BETWEEN.join((plain(pair.left.title), plain(pair.right.title)))
        return markup.paragraph("Heading1", heading, page_break=page_break) + self._table(rows, name)

    def annex(self, pair: Pair[Annex]) -> str:
        heading = self._heading(
            self.left.bookmarked(pair.left.id, self.left.title(pair.left.heading)),
            self.right.bookmarked(pair.right.id, self.right.title(pair.right.heading)),
        )
        name = BETWEEN.join((plain(pair.left.heading), plain(pair.right.heading)))
        written = markup.paragraph("AnnexHeading", heading, page_break=pair.left.new_page)
        rows: list[str] = []
        for entries in entry_rows(pair):
            lines = self._sign_lines(entries)
            rows.append(self._entry(entries, without=lines))
            if lines:
                written += self._table(rows, name) + self._signed(entries, lines)
                rows = []
        return written + self._table(rows, name)

    def _heading(self, left: str, right: str) -> str:
        return left + self.left.words(BETWEEN) + right

    def _table(self, rows: Sequence[str], name: str) -> str:
        if not rows:
            return ""
        return markup.table("SideBySideTable", COLUMN_WIDTHS, (self.header, *rows), name=name, header_row=True)

    def _clause(self, pair: Pair[Clause], count: int) -> str:
        # keep-with-next inside a row would tie the row to the next one, and so the whole table together
        left = markup.paragraph(
            "Heading2",
            self.left.bookmarked(pair.left.id, self.left.title(pair.left.title)),
            keep_next=False,
            before=_ABOVE_CLAUSE,
        )
        right = markup.paragraph(
            "Heading2",
            self.right.bookmarked(pair.right.id, self.right.title(pair.right.title)),
            keep_next=False,
            before=_ABOVE_CLAUSE,
            numbering=count,
        )
        left += write_blocks(self.left.at(COLUMN), pair.left.blocks)
        right += write_blocks(self.right.at(COLUMN), pair.right.blocks)
        return markup.row(_columns(left, right), whole=_fits(pair.left.blocks, pair.right.blocks))

    def _entry(self, pair: Pair[Entry], without: int) -> str:
        left, right = (entry.blocks[: len(entry.blocks) - without] for entry in (pair.left, pair.right))
        tied = without > 0
        cells = [
            write_entry(pen.at(COLUMN), blocks, keep_next=tied) or markup.paragraph(COLUMN.text, "")
            for pen, blocks in ((self.left, left), (self.right, right))
        ]
        return markup.row(_columns(*cells), whole=_fits(left, right))

    def _sign_lines(self, pair: Pair[Entry]) -> int:
        """How many lines to fill in both sides end with: they are filled in once, not once a language."""
        count = 0
        for left, right in zip(reversed(pair.left.blocks), reversed(pair.right.blocks), strict=False):
            if not (isinstance(left, Field) and isinstance(right, Field)):
                break
            count += 1
        return count

    def _signed(self, pair: Pair[Entry], count: int) -> str:
        pens = (self.left.at(ANNEX), self.right.at(ANNEX))
        labels = zip(_labels(pair.left.blocks, count), _labels(pair.right.blocks, count), strict=True)
        return "".join(sign_line(pens, both, last=index == count - 1) for index, both in enumerate(labels))


def _labels(blocks: Sequence[Block], count: int) -> list[str]:
    return [block.label for block in blocks[-count:] if isinstance(block, Field)]


def _fits(*sides: Sequence[Block]) -> bool:
    """Whether the longest side is short enough to stand on one page whatever is above it."""
    return max(map(length, sides)) <= _WHOLE_ROW
