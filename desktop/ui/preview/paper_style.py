"""How pieces look on paper: sizes of letters, edges, colours. Paper is white in every look of the program."""

from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.ui import theme

ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200)
"""Steps of the zoom, in percent."""

NORMAL = 100
"""The zoom at which letters are about as large as those of the program."""

_WIDEST = 720
"""Width of the sheet at normal zoom, in pixels, where there is room."""

_ROOMY = 560
"""Width of the view from which the sheet has wide margins, in pixels."""

_FOR_TWO = 640
"""Width of the view from which two languages beside each other have letters of full size, in pixels."""

_LEAST = 0.84
"""How far letters shrink so that two languages fit beside each other."""

# Sizes of headings are words: Qt multiplies a size in points by one of its own. "large" is 1.2 times the text.
_STYLE = """
h1 {{ font-size: x-large; font-weight: 700; margin-top: 0px; margin-bottom: 12px; }}
h2 {{ font-size: large; font-weight: 700; color: {accent}; margin-top: 14px; margin-bottom: 2px; }}
h3 {{ font-size: medium; font-weight: 600; margin-top: 2px; margin-bottom: 4px; }}
h3 a {{ color: {ink}; text-decoration: none; }}
h4 {{ font-size: medium; font-weight: 600; margin-top: 0px; margin-bottom: 4px; }}
a {{ color: {accent}; text-decoration: none; }}
p {{ margin-top: 0px; margin-bottom: 6px; }}
ul, ol {{ margin-top: 0px; margin-bottom: 6px; }}
li {{ margin-bottom: 2px; }}
.firm {{ color: {muted}; }}
.label {{ color: {muted}; padding-right: 8px; }}
p.label {{ margin-bottom: 0px; }}
.gap {{ background-color: {gap}; color: {gap_ink}; }}
.term {{ font-style: italic; }}
.plain {{ background-color: {plain}; padding: 8px; }}
.good {{ background-color: {good}; padding: 8px; }}
.bad {{ background-color: {bad}; padding: 8px; }}
.warning {{ background-color: {gap}; padding: 8px; }}
"""


@dataclass(frozen=True, slots=True)
class Fit:
    """How pieces lie in a view of some width. Measures in pixels."""

    points: float
    """Size of the letters, in points."""
    desk: int
    """Desk to each side of the sheet."""
    edge: int
    """From the edge of the sheet to its words."""
    indent: int
    """Indent of lists; Qt's own takes a fifth of a narrow column."""

    @property
    def font(self) -> QFont:
        """The letters."""
        font = QFont(QApplication.font())
        font.setPointSizeF(self.points)
        return font


def fit(width: int, columns: int, zoom: int) -> Fit:
    """How so many columns lie in a view of a width in pixels, at a zoom in percent."""
    usual = max(QApplication.font().pointSizeF() - 0.5, 9.0) * zoom / NORMAL
    widest = _WIDEST * zoom // NORMAL
    if columns == 1:
        desk, edge = theme.MEDIUM, theme.HUGE if width > _ROOMY else theme.MEDIUM
        return Fit(usual, max(desk, (width - widest) // 2), edge, 22)
    room = min(1.0, max(_LEAST, width / _FOR_TWO))
    desk, edge = (theme.MEDIUM, theme.LARGE) if width > _ROOMY else (theme.TINY, theme.SMALL)
    return Fit(round(usual * room * 4) / 4, max(desk, (width - widest * 4 // 3) // 2), edge, 16)


def style_sheet() -> str:
    """The style sheet of documents."""
    light = theme.LIGHT
    return _STYLE.format(
        accent=light.accent,
        ink=light.ink,
        muted=light.muted,
        gap=light.warning_soft,
        gap_ink=light.warning,
        plain=light.raised,
        good=light.success_soft,
        bad=light.error_soft,
    )
