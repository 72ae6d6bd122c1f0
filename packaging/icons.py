"""The program's picture in the forms that systems want, made from the one drawing in `resources/icons/dasarkita.svg`.

python packaging/icons.py FOLDER    all of them: PNG in every size, .ico, .icns

Needs Pillow, which knows the forms of Windows and of the Mac.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "dasarkita.svg"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
MAC_SIZES = (16, 32, 64, 128, 256, 512, 1024)
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
MARGIN = 100 / 1024
"""What a Mac leaves free around the picture of a program, so that it is as large as its neighbours."""


def png(size: int, margin: float = 0) -> bytes:
    """The picture as PNG, `size` pixels wide and high, with a part of it left free on each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(size * margin, size * margin)
    painter.scale(1 - 2 * margin, 1 - 2 * margin)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - the stub forgets the device
    return bytes(buffer.data().data())


def ico(target: Path) -> str:
    """Write the picture as Windows wants it; returns the path."""
    return _together(target, WINDOWS_SIZES, "ICO")


def icns(target: Path) -> str:
    """Write the picture as a Mac wants it; returns the path."""
    return _together(target, MAC_SIZES, "ICNS", MARGIN)


def _together(target: Path, sizes: tuple[int, ...], form: str, margin: float = 0) -> str:
    pictures = [Image.open(BytesIO(png(size, margin))) for size in sizes]
    largest = pictures[-1]
    largest.save(target, form, append_images=pictures, sizes=[picture.size for picture in pictures])
    return str(target)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each in LINUX_SIZES:
        (folder / f"{each}.png").write_bytes(png(each))
    ico(folder / "dasarkita.ico")
    icns(folder / "dasarkita.icns")
