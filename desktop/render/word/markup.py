"""The few pieces of WordprocessingML a document is made of, as text. All words pass through `escaped`.

The pieces are text and not element objects because that is what keeps an export near the cost of the zip file itself.
Order inside property elements is the order the schema asks for. Widths are in twentieths of a point.
"""

import re
from collections.abc import Collection, Sequence

from desktop.core.text import printable

_LINE_ENDS = re.compile("[\t\n\r]")

_LOOSE = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext)')
"""The beginning of a paragraph that does not say whether it is held on the page of the next one."""

_BEGINNING = re.compile(r'<w:pStyle w:val="[^"]*"/>(?:<w:keepNext(?: w:val="0")?/>)?')
"""The same, with whether it is held."""

_WHOLE = "<w:cantSplit/>"

_SIDES = ("top", "left", "bottom", "right")
"""In the order that the schema asks for."""

_NOTHING_TO_DO = re.compile("[ !#-%'-;=?-~\u00a0-\u024f\u2010-\u2027]*")
"""Words that are the same in XML: by far the most there are, so finding them first saves time."""


def escaped(words: str) -> str:
    """Words as XML has them, without the characters XML forbids; line breaks and tabs become spaces."""
    if _NOTHING_TO_DO.fullmatch(words):
        return words
    clean = _LINE_ENDS.sub(" ", printable(words))
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(words: str, language: str, properties: str = "") -> str:
    """A run of words in one language (a Word tag such as "ms-MY"). No words, no run."""
    inside = escaped(words)
    if not inside:
        return ""
    return f'<w:r><w:rPr>{properties}<w:lang w:val="{language}"/></w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def tab(language: str) -> str:
    """A run that is a tab."""
    return f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:tab/></w:r>'


def line_break(language: str) -> str:
    """A run that goes on with the next line."""
    return f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:br/></w:r>'


def field(code: str, result: str, language: str) -> str:
    """A field such as PAGE, with the result to show until it is worked out."""
    return f'<w:fldSimple w:instr=" {code} ">{run(result, language)}</w:fldSimple>'


def field_in_text(code: str, result: str, language: str, properties: str = "") -> str:
    """A field written out run by run: programs that know no fields read its result as words."""
    before = f'<w:r><w:rPr>{properties}<w:lang w:val="{language}"/></w:rPr>'
    begin, separate, end = (
        f'{before}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    asked = f'{before}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return begin + asked + separate + run(result, language, properties) + end


def link(bookmark: str, content: str) -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def bookmark(identity: int, name: str, content: str) -> str:
    """Content with a bookmark around it."""
    return f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{identity}"/>'


def paragraph(
    style: str,
    content: str,
    *,
    keep_next: bool | None = None,
    page_break: bool = False,
    numbering: int = 0,
    before: int | None = None,
    after: int | None = None,
    tabs: str = "",
    line: int = 0,
    indent: tuple[int, int] | None = None,
    level: int = 0,
    section: str = "",
) -> str:
    """A paragraph. What is not given is left to the style.

    `numbering` is the list instance it belongs to, `before` and `after` the space above and below, `line` the least
    height of its lines, `indent` where they begin and how far the first one stands out, `level` that of a heading,
    `section` the page set-up of the part of the document that ends with it. At the top of a page there is no space
    above.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    if keep_next is not None:
        properties += "<w:keepNext/>" if keep_next else '<w:keepNext w:val="0"/>'
    if page_break:
        properties += "<w:pageBreakBefore/>"
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    properties += tabs
    if page_break:
        before = 0
    if before is not None or after is not None or line:
        above = "" if before is None else f' w:before="{before}"'
        below = "" if after is None else f' w:after="{after}"'
        high = f' w:line="{line}" w:lineRule="atLeast"' if line else ""
        properties += f"<w:spacing{above}{below}{high}/>"
    if indent is not None:
        properties += f'<w:ind w:left="{indent[0]}" w:hanging="{indent[1]}"/>'
    if level:
        properties += f'<w:outlineLvl w:val="{level - 1}"/>'
    return f"<w:p><w:pPr>{properties}{section}</w:pPr>{content}</w:p>"


def tab_stops(*stops: tuple[int, str]) -> str:
    """Tab stops: how far from the left, and whether words begin there ("left") or a line leads there ("line")."""
    written = (
        f'<w:tab w:val="right" w:leader="underscore" w:pos="{position}"/>'
        if kind == "line"
        else f'<w:tab w:val="{kind}" w:pos="{position}"/>'
        for position, kind in stops
    )
    return f"<w:tabs>{''.join(written)}</w:tabs>"


def cell(width: int, content: str, *, flush: Collection[str] = (), paint: str = "") -> str:
    """A cell of a table. `flush` names the sides that the content reaches; `paint`: its borders and ground."""
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in _SIDES if side in flush)
    margin = f"<w:tcMar>{sides}</w:tcMar>" if sides else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{paint}{margin}</w:tcPr>{content}</w:tc>'


def row(cells: Sequence[str], *, header: bool = False, whole: bool = True, height: int = 0) -> str:
    """A row, of this height at least. A header row is repeated on every page; a whole one is not broken over two."""
    properties = _WHOLE if whole else ""
    if height:
        properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    properties += "<w:tblHeader/>" if header else ""
    inside = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{inside}{''.join(cells)}</w:tr>"


def table(
    style: str,
    widths: Sequence[int],
    rows: Sequence[str],
    *,
    name: str,
    indent: int = 0,
    header_row: bool = False,
    header_column: bool = False,
) -> str:
    """A table of fixed widths, so that a very long word cannot push it off the page. `name` is for screen readers."""
    look = (
        f'<w:tblLook w:val="{0x20 * header_row + 0x80 * header_column + 0x600:04X}" w:firstRow="{header_row:d}" '
        f'w:lastRow="0" w:firstColumn="{header_column:d}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
        f'<w:tblCaption w:val="{escaped(name)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def held(table: str) -> str:
    """A table, and what is written below it, whose last row is held on the page of what follows."""
    begin = max(table.rfind("<w:tr>"), 0)
    return table[:begin] + _LOOSE.sub(r"\1<w:keepNext/>", table[begin:])


def loosened(row: str) -> str:
    """The first row below a heading row, where others follow: only its paragraphs are kept whole, not the row itself.

    Where no more than it fits below a heading that is tied to the table, LibreOffice 7 draws the table beyond the foot
    of the page if the row is kept whole.
    """
    return _BEGINNING.sub(r"\g<0><w:keepLines/>", row.replace(_WHOLE, "", 1))
