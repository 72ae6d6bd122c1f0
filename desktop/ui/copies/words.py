"""Words in lines, each line a strip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.core.document import Run, Runs
from desktop.core.letters import POINT
from desktop.core.text import printable
from desktop.ui.copies.strips import MM, Strip
from desktop.ui.copies.style import Letters

_LINE = 1.27
"""From line to line, in sizes of the letters."""

_BY_HAND = {"tick": "☐", "text": "_" * 14, "date": "_" * 10}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words that was set, and how far it reaches."""

    strip: Strip
    wide: float


def lines(runs: Sequence[Run], letters: Letters, width: float) -> list[Strip]:
    """Words in lines so wide. Nothing where there are no words."""
    return [line.strip for line in set_lines(runs, letters, width)]


def line(text: str, letters: Letters, width: float) -> list[Strip]:
    """Plain words in lines so wide."""
    return lines((Run(text),), letters, width)


def set_lines(runs: Sequence[Run], letters: Letters, width: float) -> list[Line]:
    """Words in lines so wide, with how far each reaches."""
    pieces = [(run, _said(run)) for run in runs]
    words = "".join(text for _run, text in pieces)
    if not words.strip():
        return []
    layout = QTextLayout(words, font(letters))
    layout.setTextOption(_option(letters))
    layout.setFormats(list(_formats(pieces, letters)))
    made: list[Line] = []
    layout.beginLayout()
    while (set_line := layout.createLine()).isValid():
        set_line.setLineWidth(width)
        set_line.setPosition(QPointF(0, 0))
        made.append(Line(_strip(layout, set_line, letters), set_line.naturalTextWidth()))
    layout.endLayout()
    return made


def font(letters: Letters) -> QFont:
    """The font of letters."""
    made = QFont(list(letters.families))
    made.setPixelSize(max(1, round(letters.points * POINT * MM)))
    made.setBold(letters.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("liga"), 0)  # who looks for "roti" would not find one drawn as a single sign
    return made


def line_height(letters: Letters) -> float:
    """From line to line, in units."""
    return letters.points * POINT * MM * _LINE


def is_blank(runs: Runs) -> bool:
    """Whether there is nothing to read and nothing to fill in."""
    return not any(run.text.strip() or run.fill for run in runs)


def _said(run: Run) -> str:
    text = printable(run.text).replace("\n", "\u2028").replace("\t", " ")
    return text or _BY_HAND.get(run.fill, "")


def _option(letters: Letters) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if letters.centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # an Arabic name does not turn its line, as in Word
    return option


def _strip(layout: QTextLayout, set_line: QTextLine, letters: Letters) -> Strip:
    # letters of other scripts may be higher than the line was meant to be
    high = max(line_height(letters), set_line.height())
    down, colour = (high - set_line.height()) / 2, QColor(letters.colour)

    def paint(painter: QPainter, x: float, y: float, _kept: QTextLayout = layout) -> None:
        painter.setPen(colour)
        set_line.draw(painter, QPointF(x, y + down))

    return Strip(high, paint)


def _formats(pieces: Sequence[tuple[Run, str]], letters: Letters) -> Iterator[QTextLayout.FormatRange]:
    at = 0
    for run, text in pieces:
        styled = QTextLayout.FormatRange()
        # Qt counts in halves of characters beyond the first plane, such as emoji
        styled.start, styled.length = at, len(text.encode("utf-16-le")) // 2
        at += styled.length
        written = QTextCharFormat()
        if run.bold or letters.bold:
            written.setFontWeight(QFont.Weight.Bold)
        if run.term:
            written.setFontItalic(True)
        if run.gap:
            written.setBackground(QColor(letters.gap))
        styled.format = written
        yield styled
