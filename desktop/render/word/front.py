"""What comes before the first section: title block, control table, contents. In one language or two."""

from collections.abc import Iterator, Sequence

from desktop.core.document import Run, Runs, plain
from desktop.render.word import markup
from desktop.render.word.page import GUTTER, PageSetup
from desktop.render.word.pen import BETWEEN, Pen, joined

_LABEL_WIDTH = 2608

_LONG_CONTENTS = 30
"""From this many lines on the contents have pages of their own, and the first page is a title page."""

_FULL_CONTENTS = range(112, 132)
"""Lines of contents in one language that stand closer, to stay on a page. More need two, and then have room enough."""

_FULL_BELOW_TITLE = 44
"""From this many lines on they stand closer where they share the page with the title."""

_TITLE = 20.5
"""The size of the letters of the title of a handout, on the safe side, in points."""

_CLOSE = "Close"
"""End of the names of the styles for lines that stand closer."""

_LARGE_LOGO, _SMALL_LOGO = (40, 18), (30, 11)
"""The room of the logo, width and height in millimetres: above the title, and at the right of a compact one."""

_LONGEST_NAME = 200
"""Letters of the firm's name that are said of its logo."""

_ABOVE_TITLE = 3600
"""Space above the title block of a title page."""


def has_title_page(pen: Pen) -> bool:
    """Whether the title block has a page to itself."""
    document = pen.document
    return pen.paper.cover and len(document.sections) + len(document.clauses) + len(document.annexes) >= _LONG_CONTENTS


def is_sheet(pen: Pen) -> bool:
    """Whether the document has no sections: a handout, a form, a notice. Its title block is a compact one."""
    return not pen.document.sections


def title_block(pens: Sequence[Pen]) -> str:
    """The firm's name, the title in each language, the status and the control table."""
    first = pens[0]
    if is_sheet(first):
        return _compact_title(pens) + _control_table(pens)
    name = first.words(first.document.business_name)
    titles = "".join(markup.paragraph("Title", pen.words(pen.document.title)) for pen in pens)
    status = joined([(pen, (Run(pen.document.status),)) for pen in pens])
    above = _ABOVE_TITLE if has_title_page(first) else None
    logo = markup.paragraph("Logo", _logo(first, _LARGE_LOGO), before=above) if first.paper.logo else ""
    return (
        logo
        + markup.paragraph("BusinessName", name, before=None if logo else above)
        + titles
        + markup.paragraph("Status", status)
        + _control_table(pens)
    )


def _compact_title(pens: Sequence[Pen]) -> str:
    """The firm's name in small letters, the title in each language, and a line with the status."""
    first = pens[0]
    words = [(pen, (Run(pen.document.title),)) for pen in pens]
    # on one line, or on a line a language
    both = BETWEEN.join(pen.document.title for pen in pens)
    fits = first.wide(both, _TITLE, bold=True) <= first.paper.page.text_width
    titles = joined(words, "" if fits else markup.line_break(first.language))
    status = joined([(pen, (Run(pen.document.status),)) for pen in pens])
    firm = markup.paragraph("SheetFirm", first.words(first.document.business_name))
    if first.paper.logo:
        logo = markup.tab(first.language) + _logo(first, _SMALL_LOGO)
        firm = markup.paragraph("SheetFirmLogo", first.words(first.document.business_name) + logo)
    return firm + markup.paragraph("SheetTitle", titles) + markup.paragraph("SheetStatus", status)


def _logo(pen: Pen, room: tuple[float, float]) -> str:
    """The logo within so many millimetres, with its name for those who cannot see it."""
    if pen.paper.logo is None:
        return ""
    words, name = pen.document.words.get("logo_of", "{business_name}"), pen.document.business_name
    return pen.paper.logo.run(words.format(business_name=name[:_LONGEST_NAME]), wide=room[0], high=room[1])


def part_heading(pen: Pen, content: str, *, page_break: bool = False) -> str:
    """The heading of a part of a handout, or of an entry of an annex."""
    return markup.paragraph("PartHeading", content, page_break=page_break, level=pen.level if pen.level > 1 else 0)


def contents(pen: Pen, setup: PageSetup) -> str:
    """The contents in one language, in columns. They end the page set-up of what is above them and have their own."""
    lines = list(_lines(pen))
    if not lines:
        return ""
    full = len(lines) in _FULL_CONTENTS if has_title_page(pen) else len(lines) >= _FULL_BELOW_TITLE
    spacing = _CLOSE if full else ""
    written = _contents_heading((pen,), section=setup.title)
    for index, (style, content) in enumerate(lines):
        last = index == len(lines) - 1
        leads = not last and (style, lines[index + 1][0]) == ("TOC1", "TOC2")
        section = setup.contents if last else ""
        written += markup.paragraph(style + spacing, content, keep_next=None if leads else False, section=section)
    return written


def contents_table(left: Pen, right: Pen, header: str) -> str:
    """The contents in two languages, line beside line, under a header row."""
    rows = [header]
    widths = column_widths(left, right)
    for (style, one), (_, other) in zip(_lines(left), _lines(right), strict=True):
        cells = (
            markup.cell(widths[0], markup.paragraph(style + _CLOSE, one)),
            markup.cell(widths[1], markup.paragraph(style + _CLOSE, other), flush=("right",)),
        )
        rows.append(markup.row(cells))
    if len(rows) == 1:
        return ""
    name = BETWEEN.join(pen.document.words["contents"] for pen in (left, right))
    return _contents_heading((left, right)) + markup.table("PlainTable", widths, rows, name=name, header_row=True)


def column_widths(left: Pen, right: Pen) -> tuple[int, int]:
    """The columns of the side-by-side form: the left one has a gutter at its right."""
    return left.place.width + GUTTER, right.place.width


def _contents_heading(pens: Sequence[Pen], section: str = "") -> str:
    words = joined([(pen, (Run(pen.document.words["contents"]),)) for pen in pens])
    return markup.paragraph("TOCHeading", words, page_break=has_title_page(pens[0]), section=section)


def _control_table(pens: Sequence[Pen]) -> str:
    """Label and value, a row each. Where the languages differ, one line each."""
    widths = (_LABEL_WIDTH, pens[0].paper.page.text_width - _LABEL_WIDTH)
    rows: list[str] = []
    for row in zip(*(pen.document.details.rows for pen in pens), strict=True):
        label = _stacked([(pen, cells[0]) for pen, cells in zip(pens, row, strict=True)], "TableLabel")
        value = _stacked([(pen, cells[1]) for pen, cells in zip(pens, row, strict=True)], "TableText")
        rows.append(markup.row((markup.cell(widths[0], label), markup.cell(widths[1], value, flush=("right",)))))
    if not rows:
        return ""
    name = BETWEEN.join(pen.document.title for pen in pens)
    return markup.table("RuledTable", widths, rows, name=name, header_column=True)


def _stacked(written: Sequence[tuple[Pen, Runs]], style: str) -> str:
    kept = {plain(runs): (pen, runs) for pen, runs in reversed(written)}
    return "".join(markup.paragraph(style, pen.runs(runs)) for pen, runs in reversed(kept.values()))


def _lines(pen: Pen) -> Iterator[tuple[str, str]]:
    """The lines of the contents: style and linked words. A document without sections is short and has none."""
    if not pen.document.sections:
        return
    for section in pen.document.sections:
        yield "TOC1", _line(pen, section.id, section.number, section.title)
        for clause in section.clauses:
            yield "TOC2", _line(pen, clause.id, clause.number, clause.title)
    for annex in pen.document.annexes:
        yield "TOC1", pen.link(annex.id, pen.title(annex.heading))


def _line(pen: Pen, part_id: str, number: str, title: Runs) -> str:
    return pen.link(part_id, pen.words(number) + markup.tab(pen.language) + pen.title(title))
