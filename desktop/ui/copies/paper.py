"""Reading copies on paper: PDF files and prints of any document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

import desktop
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Run
from desktop.core.library import Library
from desktop.core.look import Look
from desktop.export import ExportCancelledError
from desktop.render.files import write_file
from desktop.ui.copies.pages import Page, numbers_of, paged, paint_page
from desktop.ui.copies.place import BETWEEN, both
from desktop.ui.copies.story import sides_of, story_of
from desktop.ui.copies.strips import MM, filled
from desktop.ui.copies.style import Style, style_of
from desktop.ui.copies.words import lines, set_lines

A4 = QSizeF(210, 297)
"""In millimetres."""

SIDES, TOP, BOTTOM = 22.0, 20.0, 22.0
"""Margins, in millimetres."""

_LARGER = (1.2, 1.15, 1.1, 1.05)
"""Sizes of letters tried for a document on one page: it is often hung on a wall."""

_SMALLER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
"""Sizes tried for a document that promises not to exceed a number of pages."""

_RESOLUTION = 1200


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """A document laid out on pages of A4."""

    documents: tuple[Document, ...]
    pages: tuple[Page, ...]
    style: Style

    @property
    def is_landscape(self) -> bool:
        """Whether the pages lie on their long side."""
        return self.documents[0].landscape

    @property
    def size(self) -> QSizeF:
        """Of a page, in millimetres."""
        return A4.transposed() if self.is_landscape else A4

    @property
    def title(self) -> str:
        """The title in each language, and the firm."""
        return f"{both([each.title for each in self.documents])} - {self.documents[0].business_name}"


def lay_out_copy(document: Document | SideBySide, library: Library, look: Look) -> PaperCopy:
    """A document on pages, in the largest letters in which it keeps to the pages it promises, or comes closest."""
    side = document.left if isinstance(document, SideBySide) else document
    paper = A4.transposed() if side.landscape else A4
    width, room = (paper.width() - 2 * SIDES) * MM, (paper.height() - TOP - BOTTOM) * MM
    style = style_of(look, room)
    tried: list[PaperCopy] = []
    for size in (*_LARGER, *_SMALLER) if side.pages == 1 else _SMALLER:
        story = story_of(document, library, look, style.sized(size), width)
        pages = paged(story.strips, room)
        story.found.update(numbers_of(pages))
        tried.append(PaperCopy(sides_of(document), tuple(pages), style))
        if not side.pages or len(pages) <= side.pages:
            break
    return min(tried, key=lambda copy: len(copy.pages))


def write_pdf(
    document: Document | SideBySide,
    library: Library,
    look: Look,
    target: Path,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write a reading copy and return where it went, as `write_file` does.

    Raises `OSError`, `PairingError`, `ExportCancelledError`.
    """
    return write_file(target, pdf_of(lay_out_copy(document, library, look), cancelled))


def pdf_of(copy: PaperCopy, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """A reading copy as a PDF file. Raises `ExportCancelledError`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer, copy.title, copy.documents[0].business_name)
    lie = QPageLayout.Orientation.Landscape if copy.is_landscape else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lie, QMarginsF()))
    paint_copy(copy, writer, range(1, len(copy.pages) + 1), cancelled)
    return buffer.data().data()


def pdf_writer(buffer: QBuffer, title: str, author: str) -> QPdfWriter:
    """Writes a PDF file that says what it is."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator(f"DasarKita {desktop.__version__}")
    writer.setResolution(_RESOLUTION)
    return writer


def paint_copy(
    copy: PaperCopy,
    device: QPagedPaintDevice,
    numbers: Sequence[int],
    cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Paint these pages of a copy, as large as the paper of the device allows. False where it takes nothing.

    Raises `ExportCancelledError`.
    """
    painter = QPainter()
    if not numbers or not painter.begin(device):
        return False
    dots = device.logicalDpiX() / 25.4
    paper = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    fits = min(paper.width() / copy.size.width(), paper.height() / copy.size.height())
    scale = min(fits, 1.0) * dots / MM
    try:
        for index, number in enumerate(numbers):
            if cancelled():
                raise ExportCancelledError
            if index:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            paint_sheet(painter, copy, number)
            painter.restore()
    finally:
        painter.end()
    return True


def paint_sheet(painter: QPainter, copy: PaperCopy, number: int) -> None:
    """Paint one page, from the corner of the paper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_page(painter, copy.pages[number - 1], SIDES * MM, TOP * MM)
    _paint_foot(painter, copy, number)
    if number > 1:
        _paint_head(painter, copy)


def _paint_head(painter: QPainter, copy: PaperCopy) -> None:
    """The firm at the left and the title at the right, from the second page on."""
    first = copy.documents[0]
    _paint_line(painter, copy, TOP - 9, first.business_name, both([each.title for each in copy.documents]))


def _paint_foot(painter: QPainter, copy: PaperCopy, number: int) -> None:
    """Status and what this is at the left, the page at the right."""
    pages = len(copy.pages)
    said = [f"{each.status} · {each.words.get('reading_copy', '')}".rstrip(" ·") for each in copy.documents]
    counted = [each.words["page_of"].format(page=number, pages=pages) for each in copy.documents]
    top = copy.size.height() - BOTTOM + 8
    filled(painter, copy.style.colours["rule"], SIDES * MM, (top - 2) * MM, _width(copy), 0.15 * MM)
    _paint_line(painter, copy, top, BETWEEN.join(said), BETWEEN.join(counted))


def _paint_line(painter: QPainter, copy: PaperCopy, top: float, left: str, right: str) -> None:
    """Words at both edges, each on one line; the left ones give way."""
    letters, width = copy.style.letters("small", "muted"), _width(copy)
    for at_end in set_lines((Run(right),), letters, width)[:1]:
        at_end.strip.paint(painter, SIDES * MM + width - at_end.wide, top * MM)
        width -= at_end.wide + 4 * MM
    for strip in lines((Run(left),), letters, width)[:1]:
        strip.paint(painter, SIDES * MM, top * MM)


def _width(copy: PaperCopy) -> float:
    return (copy.size.width() - 2 * SIDES) * MM
