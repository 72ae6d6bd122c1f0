"""What is not in the text itself: header, footer, and the properties of the file. In one language or two."""

import re
from collections.abc import Sequence

from desktop.core.document import Run
from desktop.render.word import markup
from desktop.render.word.pen import BETWEEN, Pen, joined

_LONGEST_NAME = 48
"""Letters of the firm's name in the header; the rest would push the text down the page."""

_LONGEST_PROPERTY = 255
"""Letters Word takes in a property of a file."""

_A_PAGE = (10_400, 12_800)
"""Letters of the body, with its markup, on a page: in one language, in two."""


def header(pens: Sequence[Pen]) -> str:
    """The header: the firm's name at the left, the title at the right."""
    first = pens[0]
    name = first.words(_shortened(first.document.business_name, _LONGEST_NAME))
    titles = joined([(pen, (Run(pen.document.title),)) for pen in pens])
    return markup.paragraph("Header", name + markup.tab(first.language) + titles)


def line(pens: Sequence[Pen], pages: int, *, first: bool, counted: bool) -> str:
    """The line at the foot of a letterhead: what it is at the left, the page at the right where it is not said yet."""
    titles = [] if len(pens) > 1 else [Run(pens[0].document.title + BETWEEN)]  # two of them leave no room
    status = joined([(pen, (*titles, Run(pen.document.status))) for pen in pens])
    if counted:
        return markup.paragraph("LetterheadLine", status)
    numbers = _numbers(pens, "1" if first else "2", pages)
    return markup.paragraph("LetterheadLine", status + markup.tab(pens[0].language) + numbers)


def footers(pens: Sequence[Pen], pages: int) -> tuple[str, str]:
    """The footers of the first page and of the others: the status at the left, the page at the right.

    Fields hold a result before Word works them out; `pages` is how many there seem to be.
    """
    return _footer(pens, "1", pages), _footer(pens, "2", pages)


def guessed_pages(pens: Sequence[Pen], body: str) -> int:
    """How many pages a body may fill, by its length."""
    return 1 + len(body) // _A_PAGE[len(pens) - 1]


def _footer(pens: Sequence[Pen], page: str, pages: int) -> str:
    status = joined([(pen, (Run(pen.document.status),)) for pen in pens])
    return markup.paragraph("Footer", status + markup.tab(pens[0].language) + _numbers(pens, page, pages))


def _numbers(pens: Sequence[Pen], page: str, pages: int) -> str:
    return pens[0].words(BETWEEN).join(_page_of(pen, page, str(pages)) for pen in pens)


def properties(pens: Sequence[Pen]) -> str:
    """The core properties. There is no date in them unless the document has one: same input, same file."""
    document = pens[0].document
    name = _property(document.business_name)
    written = [
        f"<dc:title>{_property(BETWEEN.join(pen.document.title for pen in pens))}</dc:title>",
        f"<dc:subject>{name}{BETWEEN}{_property(document.status)}</dc:subject>",
        f"<dc:creator>{name}</dc:creator>",
        f"<dc:language>{', '.join(pen.language for pen in pens)}</dc:language>",
    ]
    if document.dated is not None:
        moment = f"{document.dated.isoformat()}T00:00:00Z"
        written += [
            f'<dcterms:{kind} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{kind}>' for kind in ("created", "modified")
        ]
    return "".join(written)


def _page_of(pen: Pen, page: str, pages: str) -> str:
    fields = {
        "{page}": markup.field("PAGE", page, pen.language),
        "{pages}": markup.field("NUMPAGES", pages, pen.language),
    }
    words = re.split(r"(\{pages?\})", pen.document.words["page_of"])
    return "".join(fields.get(part) or pen.words(part) for part in words)


def _property(words: str) -> str:
    return markup.escaped(_shortened(words, _LONGEST_PROPERTY))


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
