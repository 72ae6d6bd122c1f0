"""The picture behind the two icons of the image for the Mac: an arrow, and what to do in both languages.

python packaging/macos/background.py FOLDER    background.png, and background@2x.png for fine screens
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPen, QPolygonF

SIZE = (640, 360)
"""As large as the window of `dmg_settings.py`, in points."""

HINTS = ("Drag DasarKita onto Applications.", "Seret DasarKita ke folder Applications.")
_PAPER, _INK, _ARROW = QColor("#f6f4ef"), QColor("#2f3b40"), QColor("#8a989c")
_LETTERS = 15
_LINE = 24


def draw(folder: Path) -> Path:
    """Write the picture in both sizes into a folder; returns the plain one, beside which dmgbuild finds the other."""
    _app = QGuiApplication.instance() or QGuiApplication([])  # without one there are no letters
    folder.mkdir(parents=True, exist_ok=True)
    for scale, mark in ((1, ""), (2, "@2x")):
        image = _picture(scale)
        if not image.save(str(folder / f"background{mark}.png")):
            raise OSError(f"{folder}: the picture cannot be written")
    return folder / "background.png"


def _picture(scale: int) -> QImage:
    width, height = SIZE
    image = QImage(width * scale, height * scale, QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(QPen(_ARROW, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(270, 160), QPointF(352, 160))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ARROW)
    painter.drawPolygon(QPolygonF([QPointF(350, 143), QPointF(376, 160), QPointF(350, 177)]))
    painter.setPen(_INK)
    font = QFont()
    font.setPixelSize(_LETTERS)
    painter.setFont(font)
    for line, hint in enumerate(HINTS):
        painter.drawText(QRectF(0, 276 + line * _LINE, width, _LINE), Qt.AlignmentFlag.AlignCenter, hint)
    painter.end()
    return image


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
