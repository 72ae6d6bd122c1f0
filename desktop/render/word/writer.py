"""Writes a document, in one language or in two side by side, as a Word file."""

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.library import Library
from desktop.render.word import one_language, package, running, side_by_side
from desktop.render.word.package import filled
from desktop.render.word.pen import Pen, pens

_BASE_LANGUAGE = '<w:{element} w:val="en-GB"'
"""How the base document names the language of what does not say its own."""


def write_word(document: Document | SideBySide, library: Library) -> bytes:
    """The document as a .docx file. Same input, same bytes. Raises `PairingError` for sides that do not match."""
    setup = package.page_setup()
    match document:
        case Document():
            (pen,) = written = pens((document,), library)
            body = one_language.body(pen, setup)
        case SideBySide(left, right):
            one, other = written = pens((left, right), library)
            body = side_by_side.body(document, (one, other), library, setup)
    return package.zipped(_parts(written, body))


def _parts(pens: tuple[Pen, ...], body: str) -> dict[str, str]:
    base = package.base_parts()
    language = pens[0].language
    first_footer, footer = running.footers(pens, body)
    return dict(base) | {
        package.DOCUMENT: filled(base[package.DOCUMENT], f"<w:body>{body}</w:body>"),
        package.HEADER: filled(base[package.HEADER], running.header(pens)),
        package.FOOTER: filled(base[package.FOOTER], footer),
        package.FIRST_FOOTER: filled(base[package.FIRST_FOOTER], first_footer),
        package.PROPERTIES: filled(base[package.PROPERTIES], running.properties(pens)),
        package.NUMBERING: pens[0].numbering.part(base[package.NUMBERING]),
        package.STYLES: _in_language(base[package.STYLES], "lang", language),
        package.SETTINGS: _in_language(base[package.SETTINGS], "themeFontLang", language),
    }


def _in_language(part: str, element: str, language: str) -> str:
    named = _BASE_LANGUAGE.format(element=element)
    return part.replace(named, named.replace("en-GB", language))
