"""Copies for telephones: pictures and a PDF file with large letters, one screen a picture.

Chat programs shrink pictures until the longer side has about 1600 dots, so a picture of several screens would arrive
unreadable. One screen keeps two thirds of its width.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from desktop.core import forms
from desktop.core.assemble import Edition, Settled
from desktop.core.bilingual import SideBySide
from desktop.core.chart import lay_out
from desktop.core.document import Document, Drawing, Entry, Run
from desktop.core.handout import Handout
from desktop.core.look import Look
from desktop.core.reference import DocumentKind
from desktop.core.text import Language
from desktop.export import ExportCancelledError
from desktop.render.files import write_file
from desktop.ui.copies.bands import first_band, next_band
from desktop.ui.copies.pages import Page, balanced, bottom_of, paint_page
from desktop.ui.copies.paper import pdf_writer
from desktop.ui.copies.place import Place
from desktop.ui.copies.story import parts_of
from desktop.ui.copies.strips import MM, Strip, below
from desktop.ui.copies.style import Style, style_of
from desktop.ui.copies.words import lines, set_lines

WIDTH = 1080
"""Of a picture, in dots."""

TALLEST = 2340
"""Of a picture: a whole screen."""

_DOTS = 12
"""To the millimetre."""

_SIDES, _FOOT = 4.5, 12.0
"""Margins at the sides, and the room for the last line, in millimetres."""


_SIZES = (1.0, 0.96, 0.92)
"""Sizes of letters tried."""


@dataclass(frozen=True, slots=True)
class TelephoneCopy:
    """A document laid out on pictures, each as high as it needs."""

    document: Document
    pages: tuple[Page, ...]
    style: Style

    def height(self, number: int) -> float:
        """Of a picture, in millimetres."""
        return -(-bottom_of(self.pages[number - 1]) // MM) + _FOOT


def telephone_document(
    settled: Settled, kind: DocumentKind, language: Language, edition: Edition, today: date
) -> Document:
    """A document with its charts in one column. Raises `LookupError`, `ChartError`."""
    made = forms.make_settled(settled, language, edition, kind.id, today)
    if isinstance(made, SideBySide):
        raise LookupError(language)  # noqa: TRY004 - there is no such form for telephones
    library = settled.library
    fill = Handout(settled, settled.all_facts, kind, language).fill
    width = WIDTH / _DOTS - 2 * _SIDES

    def narrow(entry: Entry) -> Entry:
        blocks = (
            lay_out(library, fill, width=width, height=0, columns=1) if isinstance(block, Drawing) else block
            for block in entry.blocks
        )
        return replace(entry, blocks=tuple(blocks))

    annexes = (replace(annex, entries=tuple(map(narrow, annex.entries))) for annex in made.annexes)
    return replace(made, annexes=tuple(annexes))


def lay_out_telephone(document: Document, look: Look) -> TelephoneCopy:
    """A document on pictures; with a little smaller letters where they are fewer then."""
    room = TALLEST / _DOTS * MM - _FOOT * MM
    usual = style_of(look, room, on_telephone=True)
    return min((_laid_out(document, look, usual.sized(size)) for size in _SIZES), key=lambda copy: len(copy.pages))


def _laid_out(document: Document, look: Look, style: Style) -> TelephoneCopy:
    room = style.room
    place = Place(style, (WIDTH / _DOTS - 2 * _SIDES) * MM, (document,))
    top = first_band(place, look, _SIDES * MM)
    heads = (next_band(place, _SIDES * MM),)
    strips = [replace(strip, heads=heads, new_page=False) for strip in parts_of(place, document, 0.0)]
    first = below(strips[:1], max(strips[0].above, style.mm(3))) if strips else []
    return TelephoneCopy(document, tuple(balanced([top, *first, *strips[1:]], room)), style)


def write_phone(
    document: Document, look: Look, name: str, folder: Path, cancelled: Callable[[], bool] = lambda: False
) -> list[Path]:
    """Write the pictures and the PDF file, and return where they went. All are made before the first is written.

    `name` is that of the document's file without its ending. Raises `OSError`, see `write_file`, and
    `ExportCancelledError`.
    """
    copy = lay_out_telephone(document, look)
    pictures: list[bytes] = []
    for number in range(1, len(copy.pages) + 1):
        if cancelled():
            raise ExportCancelledError
        pictures.append(picture_of(copy, number))
    names = list(file_names(copy, name))
    folder.mkdir(parents=True, exist_ok=True)
    return [write_file(folder / file, data) for file, data in zip(names, (*pictures, pdf_of(copy)), strict=True)]


def file_names(copy: TelephoneCopy, name: str) -> Iterator[str]:
    """The names of the pictures and of the PDF file, which say what they are for."""
    words, pages = copy.document.words, len(copy.pages)
    for number in range(1, pages + 1):
        said = words["telephone_copy"] if pages == 1 else words["telephone_copy_of"].format(page=number, pages=pages)
        yield f"{name} ({said}).png"
    yield f"{name} ({words['telephone_copy']}).pdf"


def picture_of(copy: TelephoneCopy, number: int) -> bytes:
    """One picture as a PNG file."""
    image = QImage(WIDTH, round(copy.height(number) * _DOTS), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint(painter, copy, number, _DOTS / MM)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return buffer.data().data()


def pdf_of(copy: TelephoneCopy) -> bytes:
    """The same pages as a PDF file, as wide as a telephone."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    document = copy.document
    writer = pdf_writer(buffer, f"{document.title} - {document.business_name}", document.business_name)
    painter = QPainter()
    for number in range(1, len(copy.pages) + 1):
        size = QPageSize(QSizeF(WIDTH / _DOTS, copy.height(number)), QPageSize.Unit.Millimeter)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        if number == 1:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.save()
        _paint(painter, copy, number, writer.logicalDpiX() / 25.4 / MM)
        painter.restore()
    painter.end()
    return buffer.data().data()


def _paint(painter: QPainter, copy: TelephoneCopy, number: int, scale: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_page(painter, copy.pages[number - 1], _SIDES * MM, 0)
    _paint_foot(painter, copy, number)


def _paint_foot(painter: QPainter, copy: TelephoneCopy, number: int) -> None:
    """The firm and the status at the left, the number of the picture at the right where there are several."""
    document, pages = copy.document, len(copy.pages)
    letters, width = copy.style.letters("small", "muted"), (WIDTH / _DOTS - 2 * _SIDES) * MM
    top = (copy.height(number) - 8.5) * MM
    if pages > 1:
        for counted in set_lines((Run(f"{number}/{pages}"),), letters, width)[:1]:
            counted.strip.paint(painter, _SIDES * MM + width - counted.wide, top)
    _paint_first(painter, lines((Run(f"{document.business_name} · {document.status}"),), letters, width - 12 * MM), top)


def _paint_first(painter: QPainter, written: Sequence[Strip], top: float) -> None:
    for strip in written[:1]:
        strip.paint(painter, _SIDES * MM, top)
