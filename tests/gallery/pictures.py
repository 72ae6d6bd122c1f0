"""Makes the pictures: one a screen, language, palette and scale; contact sheets; and those of the user guide."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.content.load import load_library
from desktop.ui import qt_words, theme
from tests.gallery.catalogues import Doubled, Marked
from tests.gallery.screens import LARGE, SCREENS, SMALL, Screen
from tests.gallery.stage import Stage, use_folders

_ACROSS, _WIDE, _APART = 4, 480, 16
"""Pictures in a row of a contact sheet, the width of each and the room between them, in pixels."""
_GUIDE = (1100, 700)


def program(text: float) -> QApplication:
    """The program, dressed, in a system whose text is larger by a factor."""
    app = QApplication([sys.argv[0], *theme.ARGUMENTS])
    qt_words.install(app)
    theme.apply(app)
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * text)
    app.setFont(font)
    app.processEvents()
    return app


def make(wish: Namespace) -> list[str]:
    """Make what is asked for, at the scale of this process. Returns what went wrong, a line each."""
    app = program(wish.text)
    out = Path(wish.out or wish.guide)
    out.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with listening(faults):
        for language in wish.languages:
            with _folder(wish) as folder:
                use_folders(folder)
                speak(app, language, wish)
                stage = Stage(load_library(), _GUIDE if wish.guide else LARGE, patient=True)
                if wish.guide:
                    _make_guide(stage, language, out, faults)
                else:
                    _make_looks(stage, f"{language}.{{}}.{_scale(app)}x", out, wish, faults)
                stage.window.close()
    return faults


@contextmanager
def _folder(wish: Namespace) -> Iterator[Path]:
    """A folder for one language. That of the guide has a name readers may see, the same in every picture."""
    if not wish.guide:
        with TemporaryDirectory() as name:
            yield Path(name)
        return
    folder = Path(gettempdir()) / "Aminah"
    folder.mkdir()
    try:
        yield folder
    finally:
        rmtree(folder)


def _make_looks(stage: Stage, kind: str, out: Path, wish: Namespace, faults: list[str]) -> None:
    for look in wish.looks:
        theme.use(look)
        _make_all(stage, kind.format(look), out, wish.only, faults)


def _make_all(stage: Stage, kind: str, out: Path, only: list[str], faults: list[str]) -> None:
    made: list[tuple[str, QPixmap]] = []
    for screen in SCREENS:
        if only and screen.name not in only:
            continue
        for size in (LARGE, SMALL) if screen.small else (LARGE,):
            stage.resize(size)
            name = screen.name if size == LARGE else f"{screen.name}.small"
            if (picture := _picture(stage, screen, name, faults)) is not None:
                picture.save(str(out / f"{name}.{kind}.png"))
                made.append((name, picture))
    stage.resize(LARGE)
    if made:
        contact_sheet(made).save(str(out / f"sheet.{kind}.png"))


def _make_guide(stage: Stage, language: str, out: Path, faults: list[str]) -> None:
    theme.use("light")
    for screen in SCREENS:
        if not screen.guide:
            continue
        with stage.shown(screen.opens, screen.show) as shown:
            stage.window.banner.clear()  # what is said once need not stand in every picture
            stage.settle()
            picture = _in_few_colours(shown.grab().toImage())
            if not picture.save(str(out / f"{screen.guide}.{language}.png")):
                faults.append(f"{screen.guide}: could not be written")


def _in_few_colours(picture: QImage) -> QImage:
    """The same with its most frequent colours only: windows are flat, and the file is a quarter as large."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(picture.constBits().cast("I"))
    table = [colour for colour, _count in counted.most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def _picture(stage: Stage, screen: Screen, name: str, faults: list[str]) -> QPixmap | None:
    """A picture of a screen, or None: one that fails does not keep the others from being made."""
    try:
        with stage.shown(screen.opens, screen.show) as shown:
            return shown.grab()
    except Exception as error:
        faults.append(f"{name}: {type(error).__name__}: {error}")
        return None


def contact_sheet(pictures: list[tuple[str, QPixmap]]) -> QPixmap:
    """All pictures on one, small, with their names."""
    high = round(_WIDE * LARGE[1] / LARGE[0])
    rows = -(-len(pictures) // _ACROSS)
    cell = high + 2 * _APART
    sheet = QPixmap(_ACROSS * (_WIDE + _APART) + _APART, rows * cell + _APART)
    sheet.fill(QColor(theme.colours().desk))
    painter = QPainter(sheet)
    painter.setPen(QColor(theme.colours().text))
    for index, (name, picture) in enumerate(pictures):
        left, top = _APART + index % _ACROSS * (_WIDE + _APART), _APART + index // _ACROSS * cell
        small = picture.scaled(
            _WIDE, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(1)
        painter.drawPixmap(left, top, small)
        painter.drawText(left, top + high + _APART, name)
    painter.end()
    return sheet


@contextmanager
def listening(faults: list[str]) -> Iterator[None]:
    """Take down what Qt complains of, and what goes wrong in a slot, where nobody catches it."""
    qInstallMessageHandler(lambda _kind, _place, words: None if "This plugin" in words else faults.append(words))
    sys.excepthook = lambda kind, error, _trace: faults.append(f"{kind.__name__}: {error}")
    try:
        yield
    finally:
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)


def speak(app: QApplication, language: str, wish: Namespace) -> None:
    """Have the program in a language, or in a made-up one."""
    i18n.use(language)
    if wish.pseudo or wish.double:
        i18n.install(Marked() if wish.pseudo else Doubled())
    qt_words.announce(app)


def _scale(app: QApplication) -> str:
    return f"{app.devicePixelRatio():g}"
