"""The coloured bands at the top of pictures for telephones."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.core.document import Run
from desktop.core.look import Look
from desktop.ui.copies.place import Place
from desktop.ui.copies.strips import Paint, Strip, below, filled, height_of, stacked
from desktop.ui.copies.words import lines

_LOGO = (22.0, 13.0)
"""The room of the logo, width and height in millimetres."""


def first_band(place: Place, look: Look, side: float) -> Strip:
    """The firm and the title, with the logo at the right. The band reaches over the margins, `side` wide."""
    style, document = place.style, place.documents[0]
    logo = _logo(place, look)
    width = place.width - (logo[1] + style.mm(3) if logo else 0)
    firm = lines((Run(document.business_name),), style.letters("firm", "paper"), width)
    title = lines((Run(document.title),), style.letters("title", "paper", bold=True), width)
    words = stacked([*firm, *below(title, style.mm(0.5))])
    inside = max(words.height, logo[2] if logo else 0.0)
    high = inside + style.mm(9)

    def paint(painter: QPainter, x: float, y: float) -> None:
        filled(painter, style.colours["accent"], x - side, y, place.width + 2 * side, high)
        words.paint(painter, x, y + (high - words.height) / 2)
        if logo:
            picture, wide, tall = logo
            picture(painter, x + place.width - wide, y + (high - tall) / 2)

    return Strip(high, paint)


def next_band(place: Place, side: float) -> Strip:
    """The title alone, at the top of every further picture: each may be sent on by itself."""
    style = place.style
    title = lines((Run(place.documents[0].title),), style.letters("firm", "paper", bold=True), place.width)[:1]
    band = height_of(title) + style.mm(5)

    def paint(painter: QPainter, x: float, y: float) -> None:
        filled(painter, style.colours["accent"], x - side, y, place.width + 2 * side, band)
        for strip in title:
            strip.paint(painter, x, y + (band - strip.height) / 2)

    return Strip(band + style.mm(3), paint)


def _logo(place: Place, look: Look) -> tuple[Paint, float, float] | None:
    """The logo on a light plate, with the width and height of that."""
    image = QImage.fromData(look.logo.data) if look.logo else QImage()
    if image.isNull():
        return None
    edge = place.style.mm(1.5)
    room = [place.style.mm(each) for each in _LOGO]
    scale = min(room[0] / image.width(), room[1] / image.height())
    wide, high = image.width() * scale + 2 * edge, image.height() * scale + 2 * edge

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(place.style.colours["paper"]))
        painter.drawRoundedRect(QRectF(x, y, wide, high), edge, edge)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(x + edge, y + edge, wide - 2 * edge, high - 2 * edge), image)

    return paint, wide, high
