"""How the window looks: one table of tokens, and what is made from it (palette, style sheet, fonts, icons)."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop import paths

TINY, SMALL, MEDIUM, LARGE, HUGE, GIANT = 4, 8, 12, 16, 24, 32
"""Spacing, in pixels."""

RADIUS = 8
"""Corners of cards and banners, in pixels."""

LOOKS = frozenset(
    {
        *("display", "title", "heading", "strong", "muted", "small", "error", "chip"),
        *("primary", "quiet", "link", "card", "page", "clear", "inset", "note", "bar"),
    }
)
"""What `look` accepts; the style sheet says what each means."""

_MINIMUM_POINTS = 10.5
_SCALE = {"small": 0.9, "heading": 1.15, "title": 1.5, "display": 1.9}


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    desk: str
    info_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    paper: str = "#ffffff"
    """The preview is paper in both schemes."""
    ink: str = "#1f2624"


LIGHT = Colours(
    window="#f5f7f6",
    surface="#ffffff",
    raised="#eef2f1",
    text="#1f2624",
    muted="#56625f",
    line="#d3dad8",
    accent="#0f6b63",
    accent_strong="#0a524c",
    accent_soft="#dff0ed",
    on_accent="#ffffff",
    desk="#e3e8e6",
    info_soft="#e4f0f6",
    success="#1c6a35",
    success_soft="#e2f3e6",
    warning="#7a5000",
    warning_soft="#fff3d9",
    error="#a02318",
    error_soft="#fde9e7",
)

DARK = Colours(
    window="#1c2221",
    surface="#262d2b",
    raised="#303836",
    text="#e8ecea",
    muted="#a8b5b1",
    line="#414c49",
    accent="#55bdb1",
    accent_strong="#7fd2c8",
    accent_soft="#1f423e",
    on_accent="#06211e",
    desk="#141918",
    info_soft="#1f3340",
    success="#7fd197",
    success_soft="#1c3a26",
    warning="#f0c36a",
    warning_soft="#40341a",
    error="#f2a097",
    error_soft="#472320",
)


def colours() -> Colours:
    """The colours in use: the system's light or dark."""
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


ARGUMENTS = ("-style", "Fusion")
"""For the `QApplication`. `setStyle` does the same but hands back a `QStyle`, which takes 12 ms to wrap."""


def apply(app: QApplication) -> None:
    """Dress the program, now and whenever the system changes between light and dark."""
    font = app.font()
    if font.pointSizeF() < _MINIMUM_POINTS:
        font.setPointSizeF(_MINIMUM_POINTS)
        app.setFont(font)
    _dress(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _dress(app))


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the looks of the style sheet."""
    if name not in LOOKS:
        raise ValueError(name)
    set_property(widget, "look", name)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and draw the widget anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will be dressed when it is first shown
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon of `resources/icons`, always in the present colour of that token."""
    return QIcon(_Drawn(name, colour))


def pixmap(name: str, size: int, colour: str = "text") -> QPixmap:
    """An icon as a picture for a label, sharp on the main screen."""
    screen = QGuiApplication.primaryScreen()
    return icon(name, colour).pixmap(QSize(size, size), screen.devicePixelRatio() if screen else 1.0)


def _dress(app: QApplication) -> None:
    present = colours()
    app.setPalette(_palette(present))
    points = app.font().pointSizeF()
    sizes = {f"{name}_size": f"{points * factor:.1f}pt" for name, factor in _SCALE.items()}
    source = Template(paths.style_sheet().read_text("utf-8"))
    app.setStyleSheet(source.substitute(asdict(present), radius=f"{RADIUS}px", **sizes))


def _palette(present: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window,), present.window),
        ((role.Base, role.Button, role.Light), present.surface),
        ((role.AlternateBase, role.Midlight), present.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), present.text),
        ((role.PlaceholderText,), present.muted),
        ((role.Mid, role.Dark), present.line),
        ((role.Highlight, role.Accent, role.Link), present.accent),
        ((role.HighlightedText, role.BrightText), present.on_accent),
        ((role.LinkVisited,), present.accent_strong),
        ((role.ToolTipBase,), present.raised),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    faint = QColor(present.muted)
    faint.setAlphaF(0.65)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(present.line))
    return palette


class _Drawn(QIconEngine):
    """Draws a one-colour SVG each time it is asked, so a change of palette needs no new icon."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRectF, mode: QIcon.Mode, _state: QIcon.State) -> None:
        from PySide6.QtSvg import QSvgRenderer

        colour: str = getattr(colours(), self._colour)
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        QSvgRenderer(QByteArray(_source(self._name).replace(b"currentColor", colour.encode()))).render(
            painter, QRectF(rect)
        )
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture


@lru_cache(maxsize=64)
def _source(name: str) -> bytes:
    return (paths.icons() / f"{name}.svg").read_bytes()
