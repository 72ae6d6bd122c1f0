"""The one table of the look: spacing, sizes of text, corners, durations, and the colours of both palettes."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

TINY, SMALL, MEDIUM, LARGE, HUGE, GIANT = 4, 8, 12, 16, 24, 32
"""Spacing, in pixels."""

RADIUS = 8
"""Corners of cards and banners, in pixels."""

CORNER = 6
"""Corners of buttons and fields, in pixels."""

RING = 2
"""Width of the line around what has the focus, in pixels."""

TARGET = 32
"""Least height of what is pressed, in pixels."""

ICON = 16
"""Icons on buttons beside text of normal size, in pixels; they grow with the text."""

QUICK, CALM = 120, 200
"""How long something small and something large takes to move, in milliseconds."""

LEAST_POINTS = 10.5
"""Text of normal size: no smaller, whatever the system says."""

SIZES = {"small": 0.9, "body": 1.0, "heading": 1.15, "title": 1.5, "display": 1.9}
"""Sizes of text, as parts of the size the system asks for."""


class Colours(NamedTuple):
    """The colours of one palette. (As a data class it would take 1.5 ms more of every start.)"""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    """Between things, where nothing is lost if it is not seen."""
    edge: str
    """Around what can be filled in or pressed."""
    accent: str
    accent_strong: str
    accent_deep: str
    """Below the finger: a filled button while it is pressed."""
    accent_lit: str
    """A filled button that has the focus: its words and its ring are told from it."""
    accent_soft: str
    on_accent: str
    focus: str
    """Around what has the focus."""
    desk: str
    info: str
    info_soft: str
    info_line: str
    success: str
    success_soft: str
    success_line: str
    warning: str
    warning_soft: str
    warning_line: str
    error: str
    error_soft: str
    error_line: str
    paper: str = "#ffffff"
    """The preview is paper in both palettes."""
    ink: str = "#1f2624"


LIGHT = Colours(
    window="#f5f7f6",
    surface="#ffffff",
    raised="#eef2f1",
    text="#1f2624",
    muted="#56625f",
    line="#d3dad8",
    edge="#7f8a87",
    accent="#0f6b63",
    accent_strong="#0a524c",
    accent_deep="#073f3a",
    accent_lit="#148078",
    accent_soft="#dff0ed",
    on_accent="#ffffff",
    focus="#0f6b63",
    desk="#e3e8e6",
    info="#1b5e84",
    info_soft="#e4f0f6",
    info_line="#bcd9e8",
    success="#1c6a35",
    success_soft="#e2f3e6",
    success_line="#bcdfc5",
    warning="#7a5000",
    warning_soft="#fff3d9",
    warning_line="#efd79f",
    error="#a02318",
    error_soft="#fde9e7",
    error_line="#f2c3bd",
)

DARK = Colours(
    window="#1c2221",
    surface="#262d2b",
    raised="#303836",
    text="#e8ecea",
    muted="#a8b5b1",
    line="#414c49",
    edge="#7b8985",
    accent="#55bdb1",
    accent_strong="#7fd2c8",
    accent_deep="#a6e3db",
    accent_lit="#38938a",
    accent_soft="#1f423e",
    on_accent="#06211e",
    focus="#7fd2c8",
    desk="#141918",
    info="#8cc8ea",
    info_soft="#1f3340",
    info_line="#2f4d60",
    success="#7fd197",
    success_soft="#1c3a26",
    success_line="#2d5739",
    warning="#f0c36a",
    warning_soft="#40341a",
    warning_line="#614f28",
    error="#f3968c",
    error_soft="#45211e",
    error_line="#6b3630",
)


def of_system(palette: QPalette) -> Colours:
    """The colours of a system that insists on its own, as one with high contrast does."""
    role = QPalette.ColorRole

    def of(each: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, each).name()

    window, base, text = of(role.Window), of(role.Base), of(role.WindowText)
    plain = dict.fromkeys(("window", "raised", "desk"), window)
    soft = dict.fromkeys(("accent_soft", "info_soft", "success_soft", "warning_soft", "error_soft"), window)
    words = dict.fromkeys(("text", "muted", "line", "edge", "info", "success", "warning", "error", "focus"), text)
    lines = dict.fromkeys(("info_line", "success_line", "warning_line", "error_line"), text)
    accent = dict.fromkeys(("accent", "accent_strong", "accent_deep", "accent_lit"), of(role.Highlight))
    return Colours(**plain, **soft, **words, **lines, **accent, surface=base, on_accent=of(role.HighlightedText))


def palette(colours: Colours) -> QPalette:
    """The colours in the roles Qt has for them."""
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window,), colours.window),
        ((role.Base, role.Button, role.Light), colours.surface),
        ((role.AlternateBase, role.Midlight), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Dark), colours.line),
        ((role.Highlight, role.Accent, role.Link), colours.accent),
        ((role.HighlightedText, role.BrightText), colours.on_accent),
        ((role.LinkVisited,), colours.accent_strong),
        ((role.ToolTipBase,), colours.raised),
    ):
        for each in roles:
            made.setColor(each, QColor(colour))
    faint = QColor(colours.muted)
    faint.setAlphaF(0.65)
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, faint)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    return made


def for_style_sheet(colours: Colours, points: float) -> dict[str, str]:
    """Everything the style sheet may name, where the system asks for text of so many points."""
    pixels = {"radius": RADIUS, "corner": CORNER, "ring": RING, "icon": round(ICON * max(1.0, points / LEAST_POINTS))}
    return {
        **colours._asdict(),
        **{f"{name}_size": f"{points * part:.1f}pt" for name, part in SIZES.items()},
        **{name: f"{value}px" for name, value in pixels.items()},
    }
