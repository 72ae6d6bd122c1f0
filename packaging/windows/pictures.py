"""The pictures of the setup, drawn from the program's own: those beside its pages, in three sizes, and both icons.

    python packaging/windows/pictures.py FOLDER

Bitmaps have no transparency and Windows enlarges them badly, so each is drawn as large as it is shown.
"""

import re
import sys
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import icons
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtSvg import QSvgRenderer

SCALES = (100, 150, 200)
"""Sizes of letters in Windows' settings, in per cent, for which there are pictures of their own."""

SIDE = (164, 314)
"""Beside the first and last page, in pixels at 100 %."""

HEADER = (150, 57)
"""Above the other pages, at the right, in pixels at 100 %."""

TOP, BOTTOM = "#12827a", "#0a4a45"
"""From a little lighter to a little darker than the accent of the program's own palette."""

_GROUND = re.compile(r"<rect[^>]*/>")
_FILE_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def make(folder: Path) -> None:
    """Draw all of them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    icons.ico(folder / "dasarkita.ico")
    _file_icon(folder / "dasar.ico")
    for scale in SCALES:
        _side(scale / 100).save(str(folder / f"side-{scale}.bmp"), "BMP")  # pyright: ignore[reportCallIssue, reportArgumentType]
        _header(scale / 100).save(str(folder / f"header-{scale}.bmp"), "BMP")  # pyright: ignore[reportCallIssue, reportArgumentType]


def _side(scale: float) -> QImage:
    image = _bitmap(SIDE, scale, "#ffffff")
    width, height = image.width(), image.height()
    painter = QPainter(image)
    ground = QLinearGradient(0, 0, 0, height)
    ground.setColorAt(0, QColor(TOP))
    ground.setColorAt(1, QColor(BOTTOM))
    painter.fillRect(0, 0, width, height, ground)
    # the program's picture, without its own ground, in the upper part
    edge = 150 * scale
    _drawing().render(painter, QRectF((width - edge) / 2, 30 * scale, edge, edge))
    painter.end()
    return image


def _header(scale: float) -> QImage:
    image = _bitmap(HEADER, scale, "#ffffff")
    painter = QPainter(image)
    edge = 41 * scale
    at_the_right = QRectF(image.width() - edge - 8 * scale, (image.height() - edge) / 2, edge, edge)
    QSvgRenderer(str(icons.DRAWING)).render(painter, at_the_right)
    painter.end()
    return image


def _file_icon(target: Path) -> None:
    """The icon of business files: the sheet of the program's picture by itself, with a line around it."""
    drawing = _drawing(outline=True)
    drawing.setViewBox(QRectF(4, 5, 56, 56))
    pictures: list[Image.Image] = []
    for size in _FILE_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - the stub forgets the device
        pictures.append(Image.open(BytesIO(buffer.data().data())))
    pictures[-1].save(target, "ICO", append_images=pictures, sizes=[picture.size for picture in pictures])


def _drawing(*, outline: bool = False) -> QSvgRenderer:
    """The program's picture without the coloured square under the sheet."""
    text = _GROUND.sub("", icons.DRAWING.read_text("utf-8"), count=1)
    if outline:
        text = text.replace('fill="#fff"/>', 'fill="#fff" stroke="#0f6b63" stroke-width="2.4"/>', 1)
    return QSvgRenderer(text.encode())


def _bitmap(size: tuple[int, int], scale: float, colour: str) -> QImage:
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


if __name__ == "__main__":
    make(Path(sys.argv[1]))
