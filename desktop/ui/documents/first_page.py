"""The first page of a document as a small picture."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QTextDocument,
)

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document
from desktop.core.look import Look
from desktop.render.html import Piece, drawing_address, pieces
from desktop.ui.documents.designs import colours_of, font_of
from desktop.ui.documents.drawings import chart_image, drawings

A4 = QSizeF(794, 1123)
"""A page in pixels, 96 to the inch."""

_EDGE = 76.0
_ENOUGH = 9000
"""Characters of HTML that fill a page in any case."""

_TITLE_PAGE = 30
"""Headings from which a document has a title page."""

_ABOVE_TITLE = 240.0
"""Space above the title on a title page, in pixels."""

_LOGO = 64.0
"""Height of the logo, in pixels."""

_BAR = 8.0
"""Thickness of the bar above a modern title, in pixels."""

_STYLE = """
h1 {{ font-size: 34px; font-weight: 700; color: #{accent}; margin-top: 4px; margin-bottom: 16px; text-align: {side}; }}
h2 {{ font-size: 24px; font-weight: 700; color: #{accent}; margin-top: 14px; margin-bottom: 4px; }}
h3, h4 {{ font-size: 19px; font-weight: 700; color: #{accent}; margin-top: 6px; margin-bottom: 4px; }}
h3 a {{ color: #{accent}; text-decoration: none; }}
a {{ color: #{ink}; text-decoration: none; }}
p, ul, ol {{ margin-top: 0px; margin-bottom: 8px; }}
.firm {{ color: #{muted}; font-size: 18px; text-align: {side}; }}
.label {{ color: #{muted}; padding-right: 8px; }}
.good {{ background-color: #{good_fill}; padding: 8px; }}
.bad {{ background-color: #{bad_fill}; padding: 8px; }}
.warning {{ background-color: #{warning_fill}; padding: 8px; }}
.plain {{ background-color: #{plain_fill}; padding: 8px; }}
"""


def first_page(document: Document | SideBySide, look: Look, width: int) -> QPixmap:
    """The first page, so many pixels of the screen wide; as high as the paper is."""
    side = document.left if isinstance(document, SideBySide) else document
    page = A4.transposed() if side.landscape else A4
    image = QImage(page.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    top = _EDGE + _draw_logo(painter, look, page)
    alone = look.cover and len(side.sections) + len(side.clauses) + len(side.annexes) >= _TITLE_PAGE
    top += _ABOVE_TITLE if alone else 0
    colours = colours_of(look)
    _draw_rules(painter, look, colours, page, top)
    words = _words(document, look, colours, alone=alone)
    _draw_words(painter, words, QColor(f"#{colours['ink']}"), page, top + 2 * _BAR)
    painter.end()
    return _scaled(image, width)


def _scaled(image: QImage, width: int) -> QPixmap:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    size = QSize(round(width * ratio), round(width * ratio * image.height() / image.width()))
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(small)


def _draw_logo(painter: QPainter, look: Look, page: QSizeF) -> float:
    """Draw the logo at the top, and say how much room it takes. A letterhead takes its place."""
    logo = QImage.fromData(look.logo.data) if look.logo and not look.letterhead else QImage()
    if logo.isNull():
        return 0.0
    size = QSizeF(logo.size()).scaled(page.width() / 3, _LOGO, Qt.AspectRatioMode.KeepAspectRatio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(QPointF(_EDGE, _EDGE), size), logo)
    return size.height() + 2 * _BAR


def _draw_rules(painter: QPainter, look: Look, colours: Mapping[str, str], page: QSizeF, top: float) -> None:
    """What a design has above the title: a bar, or a thin line."""
    wide = page.width() - 2 * _EDGE
    match look.design:
        case "classic":
            painter.fillRect(QRectF(_EDGE, top, wide, 2), QColor(f"#{colours['rule']}"))
        case "plain":
            painter.fillRect(QRectF(_EDGE, top, wide, 1), QColor(f"#{colours['ink']}"))
        case _:
            painter.fillRect(QRectF(_EDGE, top, wide, _BAR), QColor(f"#{colours['accent']}"))


def _words(document: Document | SideBySide, look: Look, colours: Mapping[str, str], *, alone: bool) -> QTextDocument:
    """The words of the first page; the title block `alone` on a title page."""
    words = QTextDocument()
    font = QFont([*font_of(look), QGuiApplication.font().family()])
    font.setPixelSize(16)
    words.setDefaultFont(font)
    words.setDocumentMargin(0)
    words.setIndentWidth(22)
    side = "center" if look.design == "classic" else "left"
    words.setDefaultStyleSheet(_STYLE.format(side=side, **colours))
    wide = 290 if isinstance(document, SideBySide) else 620
    for chart in drawings(document):
        image, address = chart_image(chart, look, wide), QUrl(drawing_address(chart))
        words.addResource(QTextDocument.ResourceType.ImageResource, address, image)
    shown = pieces(document)
    words.setHtml("".join(_beginning(shown[:1] if alone else shown)))
    return words


def _draw_words(painter: QPainter, words: QTextDocument, ink: QColor, page: QSizeF, top: float) -> None:
    room = QRectF(0, 0, page.width() - 2 * _EDGE, page.height() - top - _EDGE)
    words.setTextWidth(room.width())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, ink)
    context.clip = room
    painter.translate(_EDGE, top)
    painter.setClipRect(room)
    words.documentLayout().draw(painter, context)


def _beginning(shown: tuple[Piece, ...]) -> Iterator[str]:
    """As many pieces as a page can hold."""
    length = 0
    for piece in shown:
        yield piece.html
        length += len(piece.html)
        if length > _ENOUGH:
            return
