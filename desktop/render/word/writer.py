"""Writes a document, in one language or in two side by side, as a Word file."""

from collections.abc import Mapping, Sequence
from math import ceil

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.library import Library
from desktop.core.look import Look
from desktop.render.word import base, designs, fit, front, one_language, package, running, side_by_side
from desktop.render.word.package import filled
from desktop.render.word.pen import Pen, pens

_BASE_LANGUAGE = '<w:{element} w:val="en-GB"'
"""How the base document names the language of what does not say its own."""

_USUAL = Look()


def write_word(document: Document | SideBySide, library: Library, look: Look = _USUAL) -> bytes:
    """The document as a .docx file. Same input, same bytes. Raises `PairingError` for sides that do not match."""
    match document:
        case Document():
            paper = base.paper_of(look, landscape=document.landscape)
            (pen,) = written = pens((document,), library, paper)
            body = one_language.body(pen, paper.setup)
        case SideBySide(left, right):
            paper = base.paper_of(look, landscape=left.landscape)
            one, other = written = pens((left, right), library, paper)
            body = side_by_side.body(document, (one, other), library, paper.setup)
    return package.zipped(_parts(written, body, library, look))


def _parts(pens: tuple[Pen, ...], body: str, library: Library, look: Look) -> Mapping[str, str | bytes]:
    def dressed(size: float) -> Mapping[str, str]:
        return base.dressed_parts(look.design, look.colour, paper.page, size)

    paper, pages = pens[0].paper, running.guessed_pages(pens, body)
    parts = dict(dressed(1))
    parts[package.DOCUMENT] = filled(parts[package.DOCUMENT], f"<w:body>{body}</w:body>")
    parts[package.NUMBERING] = pens[0].numbering.part(parts[package.NUMBERING])
    if front.is_sheet(pens[0]):
        found = fit.fitted(parts, paper, paper.font, _promise(pens, library))
        pages = ceil(found.pages)
        parts[package.STYLES] = dressed(found.size)[package.STYLES]
        parts[package.DOCUMENT] = designs.spaced(parts[package.DOCUMENT], found.size)
    return _on_paper(parts | _running(pens, pages, parts), pens, pages)


def _promise(pens: Sequence[Pen], library: Library) -> fit.Promise:
    document = pens[0].document
    kind = library.document(document.kind)
    single = document.pages == 1
    return fit.Promise(document.pages, len(pens), sheets=single, poster=single and kind is not None and kind.phone)


def _running(pens: tuple[Pen, ...], pages: int, parts: Mapping[str, str]) -> dict[str, str]:
    """The parts that are not the text itself."""
    language = pens[0].language
    first_footer, footer = running.footers(pens, pages)
    return {
        package.HEADER: filled(parts[package.HEADER], running.header(pens)),
        package.FOOTER: filled(parts[package.FOOTER], footer),
        package.FIRST_FOOTER: filled(parts[package.FIRST_FOOTER], first_footer),
        package.PROPERTIES: filled(parts[package.PROPERTIES], running.properties(pens)),
        package.STYLES: _in_language(parts[package.STYLES], "lang", language),
        package.SETTINGS: _in_language(parts[package.SETTINGS], "themeFontLang", language),
    }


def _on_paper(parts: dict[str, str], pens: tuple[Pen, ...], pages: int) -> Mapping[str, str | bytes]:
    """The parts with the letterhead or the logo that the text stands on."""
    paper = pens[0].paper
    if paper.letterhead is not None:
        found = paper.letterhead
        lines = {
            place: running.line(pens, pages, first=place == "first", counted=place in found.counted)
            for place in found.places
        }
        return found.under(parts, lines)
    if paper.logo is not None:
        logo = paper.logo
        return parts | {
            package.CONTENT_TYPES: package.typed(parts[package.CONTENT_TYPES], {logo.part: logo.content_type}),
            package.RELATIONSHIPS: package.related(parts[package.RELATIONSHIPS], logo.relationship),
            logo.part: logo.data,
        }
    return parts


def _in_language(part: str, element: str, language: str) -> str:
    named = _BASE_LANGUAGE.format(element=element)
    return part.replace(named, named.replace("en-GB", language))
