"""How the window looks: the door to the table of tokens and to what is made from it (palette, style sheet, icons)."""

import re
import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap, QStyleHints
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from desktop import paths
from desktop.ui import tokens
from desktop.ui.icons import Drawn
from desktop.ui.tokens import (
    CALM,
    CORNER,
    DARK,
    GIANT,
    HUGE,
    LARGE,
    LEAST_POINTS,
    LIGHT,
    MEDIUM,
    QUICK,
    RADIUS,
    RING,
    SMALL,
    TARGET,
    TINY,
    Colours,
)

__all__ = [
    "ARGUMENTS",
    "CALM",
    "CORNER",
    "DARK",
    "GIANT",
    "HUGE",
    "LARGE",
    "LIGHT",
    "LOOKS",
    "MEDIUM",
    "QUICK",
    "RADIUS",
    "RING",
    "SMALL",
    "TARGET",
    "TINY",
    "Colours",
    "apply",
    "colours",
    "dark",
    "icon",
    "look",
    "motion",
    "pixmap",
    "scaled",
    "set_calm",
    "set_property",
    "use",
]

LOOKS = frozenset(
    {
        *("display", "title", "heading", "strong", "muted", "small", "error", "chip"),
        *("primary", "quiet", "link", "card", "page", "clear", "inset", "note", "bar"),
    }
)
"""What `look` accepts; the style sheet says what each means."""

ARGUMENTS = ("-style", "Fusion")
"""For the `QApplication`. `setStyle` does the same but hands back a `QStyle`, which takes 12 ms to wrap."""

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_HIGH = Qt.ContrastPreference.HighContrast
_LARGER = LEAST_POINTS / 9 if sys.platform == "win32" else 1.0
"""Windows speaks of 9 points where it shows text of its normal size."""


class _Dress(QObject):
    """What the program wears; puts it on anew whenever the owner or the system asks for something else."""

    def __init__(self) -> None:
        super().__init__()
        self.look = "system"
        self.calm = False
        self._app: QApplication | None = None
        self._worn: tuple[Colours, float] | None = None
        self._system_font = ""
        self._own: Colours | None = None
        self._asked = Qt.ColorScheme.Unknown
        self._hints: QStyleHints | None = None
        self._ear: _Ear | None = None

    def follow(self, app: QApplication) -> None:
        """Dress a program from now on."""
        self._app = app
        self._hints = app.styleHints()  # kept: what it hands out is good for as long as it is
        self._hints.colorSchemeChanged.connect(self.put_on)
        self._hints.accessibility().contrastPreferenceChanged.connect(self.put_on)
        app.focusWindowChanged.connect(self.look_at_font)
        self.look_at_font()
        self._ear = _Ear(self.put_on)
        self.choose(self.look)

    def choose(self, look: str) -> None:
        """Wear what the owner prefers."""
        self.look = look
        if self._app is not None:
            if self._asked != _SCHEMES[look]:
                # the frame that the system draws around the window goes along where it can
                self._asked = _SCHEMES[look]
                self._app.styleHints().setColorScheme(self._asked)
            self.put_on()

    def colours(self) -> Colours:
        """What is to be worn now."""
        if self._own is not None:
            return self._own
        is_dark = self.look == "dark"
        if self.look == "system":
            is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    @Slot()
    def put_on(self) -> None:
        """Dress, if anything is other than it was."""
        if self._app is None:
            return
        self._own = self._of_system(self._app)
        wanted = self.colours(), self._app.font().pointSizeF()
        if wanted == self._worn:
            return
        same_size = self._worn is not None and self._worn[1] == wanted[1]
        self._worn = wanted
        still = _Still(self._app) if same_size else None
        self._app.setStyleSheet("")  # a fifth of the time of putting one sheet in the place of another
        if self._own is None:
            self._app.setPalette(tokens.palette(wanted[0]))
        words = tokens.for_style_sheet(*wanted)
        source = paths.style_sheet().read_text("utf-8")
        self._app.setStyleSheet(re.sub(r"\$(\w+)", lambda name: words[name[1]], source))
        if still is not None:
            still.end()

    @Slot()
    def look_at_font(self) -> None:
        """Follow the size of text in the system. It does not say when that changes: look when a window is entered."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if self._app is None or font.toString() == self._system_font:
            return
        self._system_font = font.toString()
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() * _LARGER))
        self._app.setFont(font)

    def _of_system(self, app: QApplication) -> Colours | None:
        """The colours of a system with high contrast, which are left alone."""
        if self._hints is None or self._hints.accessibility().contrastPreference() != _HIGH:
            return None
        app.setPalette(QPalette())  # back to those of the system
        return tokens.of_system(app.palette())


class _Still(QObject):
    """Colours alone move nothing: meanwhile no scrolling page lays itself out, which takes longer than all else."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._areas = [widget for widget in app.allWidgets() if isinstance(widget, QAbstractScrollArea)]
        for area in self._areas:
            area.installEventFilter(self)

    def end(self) -> None:
        """From now on they do."""
        for area in self._areas:
            area.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        return event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutRequest)


class _Ear(QWidget):
    """Never shown: only widgets are told that the letters of the program changed."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._told()
        return super().event(event)


_dress = _Dress()


def apply(app: QApplication) -> None:
    """Dress the program, now and whenever the system changes colours or the size of text."""
    _dress.follow(app)


def use(name: str) -> None:
    """Wear "light", "dark", or what the "system" wears, from now on; before or after `apply`."""
    if name not in _SCHEMES:
        raise ValueError(name)
    _dress.choose(name)


def colours() -> Colours:
    """The colours the program wears now."""
    return _dress.colours()


def dark() -> bool:
    """Whether light words stand on dark ground."""
    return colours() is DARK


def set_calm(calm: bool) -> None:
    """Choose whether nothing moves by itself."""
    _dress.calm = calm


def motion(milliseconds: int) -> int:
    """How long something takes to move: so many milliseconds, or none where nothing is to move by itself."""
    return 0 if _dress.calm else milliseconds


def scaled(pixels: int) -> int:
    """A width or height that holds text, at the size of text the system asks for."""
    return round(pixels * max(1.0, QApplication.font().pointSizeF() / LEAST_POINTS))


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
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # it may need other room now


# kept: where Python's collector finds an icon together with what draws it, both delete that, and the program crashes
@cache
def icon(name: str, colour: str = "text") -> QIcon:
    """An icon of `resources/icons`, always in the present colour of that token."""
    return QIcon(Drawn(name, lambda: getattr(colours(), colour)))


def pixmap(name: str, size: int, colour: str = "text") -> QPixmap:
    """An icon as a picture for a label, sharp on the main screen."""
    screen = QGuiApplication.primaryScreen()
    return icon(name, colour).pixmap(QSize(size, size), screen.devicePixelRatio() if screen else 1.0)
