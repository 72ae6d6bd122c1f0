"""One table of tokens, readable in both palettes; everything follows when light and dark or the size of text change."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import paths
from desktop.ui import theme, tokens

UI = Path(theme.__file__).parent
BOTH = pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
GROUNDS = ("window", "surface", "raised", "accent_soft")
SOFT = ("info_soft", "success_soft", "warning_soft", "error_soft")
WORDS = [
    *product(("text",), (*GROUNDS, *SOFT, "desk")),
    *product(("muted",), (*GROUNDS, "desk")),
    *product(("accent", "accent_strong"), GROUNDS),
    *product(("info", "success", "warning", "error"), ("window", "surface", "raised")),
    *((name, f"{name}_soft") for name in ("info", "success", "warning", "error")),
    *product(("on_accent",), ("accent", "accent_strong", "accent_deep", "accent_lit")),
    ("ink", "paper"),
]
LINES = [
    *product(("edge",), ("window", "surface", "raised")),
    *product(("focus",), (*GROUNDS, *SOFT, "desk")),
    *product(("accent",), (*GROUNDS, *SOFT)),
    ("text", "accent_lit"),
]


@pytest.fixture
def plain(dressed):
    """Leaves the program as it was."""
    font = QFont(dressed.font())
    yield dressed
    theme.use("system")
    theme.set_calm(False)
    dressed.setFont(font)


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
@pytest.mark.parametrize(("front", "back"), WORDS)
def test_words_can_be_read(scheme, front, back):
    assert contrast(getattr(scheme, front), getattr(scheme, back)) >= 4.5


@BOTH
@pytest.mark.parametrize(("front", "back"), LINES)
def test_lines_and_icons_can_be_seen(scheme, front, back):
    assert contrast(getattr(scheme, front), getattr(scheme, back)) >= 3


def test_every_icon_asked_for_is_there():
    asked = set()
    for source in UI.rglob("*.py"):
        text = source.read_text("utf-8")
        asked |= set(re.findall(r'(?:theme\.icon|pixmap|ChoiceCard|show_icon|setIcon)\(\s*"([a-z-]+)"', text))
        asked |= set(re.findall(r'Picture\([\w.]+, "([a-z-]+)"', text))
        asked |= set(re.findall(r'self\._action\(.*"([a-z-]+)"\)', text))
    have = {icon.stem for icon in paths.icons().glob("*.svg")}
    assert asked
    assert asked <= have
    assert {"info", "success", "warning", "error"} <= have


def test_icons_are_one_set():
    for file in paths.icons().glob("*.svg"):
        if file.stem != "dasarkita":
            source = file.read_text()
            assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', source)) == {"none", "currentColor"}, file.stem
            assert re.findall(r'viewBox="([^"]+)"', source) == ["0 0 24 24"], file.stem
            assert re.findall(r'stroke-width="([^"]+)"', source) == ["1.8"], file.stem


@pytest.mark.parametrize("size", [16, 24, 48])
@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_icons_stay_within_their_square_and_are_sharp(dressed, size, scale):
    for file in paths.icons().glob("*.svg"):
        picture = theme.icon(file.stem).pixmap(QSize(size, size), scale)
        image = picture.toImage()
        assert image.width() == round(size * scale)
        drawn = [image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height())]
        assert max(drawn) > 0.55, file.stem
        edge = [image.pixelColor(0, y).alphaF() for y in range(image.height())]
        assert max(edge) < 0.6 or file.stem == "dasarkita", file.stem


def test_icons_are_drawn_in_the_colour_asked_for(dressed):
    picture = theme.icon("check", "accent").pixmap(QSize(64, 64)).toImage()
    drawn = {
        picture.pixelColor(x, y).name() for x in range(64) for y in range(64) if picture.pixelColor(x, y).alphaF() == 1
    }
    assert drawn == {theme.colours().accent}
    faint = theme.icon("check").pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()
    assert max(faint.pixelColor(x, y).alphaF() for x in range(64) for y in range(64)) < 0.5


def test_the_style_sheet_uses_the_table_only(dressed):
    assert "$" not in dressed.styleSheet()
    source = paths.style_sheet().read_text("utf-8")
    assert set(re.findall(r"\$(\w+)", source)) <= set(tokens.for_style_sheet(theme.LIGHT, 10))
    assert not re.findall(r"(?<!\w)#[0-9a-fA-F]{3,8}\b(?=[;\s]*[;}])|rgba?\(|font-size:\s*\d", source)


def test_every_colour_of_the_table_is_used():
    used = "".join(
        path.read_text("utf-8") for path in (*UI.rglob("*.py"), paths.style_sheet()) if path.stem != "tokens"
    )
    for name in theme.Colours._fields:
        assert re.search(rf"[$.\"']{name}\b", used), name


# pictures of paper have the colours and letters of documents, not those of the window
PAPER = ("copies", "documents/first_page.py", "documents/drawings.py", "chart_painter.py", "tokens.py")
FIXED = re.compile(
    r"#[0-9a-fA-F]{6}\b|QColor\(\s*[\"'\d]|\brgba?\(|GlobalColor\.(?!transparent)"
    r"|font-size:\s*[\d.]+p[tx]|setPixelSize\(|setPointSizeF?\(\s*\d"
)


def test_no_colour_or_size_of_letters_stands_outside_the_table():
    found = []
    for source in sorted(UI.rglob("*.py")):
        if not source.relative_to(UI).as_posix().startswith(PAPER):
            lines = source.read_text("utf-8").splitlines()
            found += [f"{source.name}: {line.strip()}" for line in lines if FIXED.search(line) and '"""' not in line]
    assert not found


def test_a_look_nobody_knows_is_refused(dressed, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="fancy"):
        theme.look(label, "fancy")
    with pytest.raises(ValueError, match="pink"):
        theme.use("pink")


def test_a_look_can_be_given_to_a_widget_in_sight(dressed, qtbot):
    label = QLabel("Kedai")
    qtbot.addWidget(label)
    label.show()
    before = label.fontInfo().pointSizeF()
    theme.look(label, "display")
    assert label.fontInfo().pointSizeF() > before


@pytest.fixture
def specimen(plain, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.label, page.button = QLabel("Kedai"), QPushButton("Simpan")
    theme.look(page.label, "muted")
    page.button.setIcon(theme.icon("check"))
    column = QVBoxLayout(page)
    column.addWidget(page.label)
    column.addWidget(page.button)
    page.show()
    qtbot.waitExposed(page)
    return page


def colours_in(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_light_and_dark_are_changed_in_place(specimen):
    for look, scheme in (("dark", theme.DARK), ("light", theme.LIGHT), ("dark", theme.DARK)):
        theme.use(look)
        assert theme.dark() is (scheme is theme.DARK)
        assert specimen.palette().color(QPalette.ColorRole.Window).name() == scheme.window
        assert {scheme.window, scheme.surface, scheme.focus} <= colours_in(specimen)
        assert specimen.label.palette().color(QPalette.ColorRole.WindowText).name() == scheme.muted
        icon = specimen.button.icon().pixmap(QSize(64, 64)).toImage()
        assert {icon.pixelColor(x, y).name() for x in range(64) for y in range(64)} & {scheme.text}


def test_what_the_owner_chose_stands_against_the_system(specimen):
    hints = QGuiApplication.styleHints()
    theme.use("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours() is theme.LIGHT
    theme.use("system")
    assert theme.dark() is (hints.colorScheme() == Qt.ColorScheme.Dark)


def test_text_follows_the_size_the_system_asks_for(specimen, plain):
    theme.look(specimen.label, "title")
    before, high = specimen.label.fontInfo().pointSizeF(), specimen.button.sizeHint().height()
    scaled = theme.scaled(100)
    font = QFont(plain.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    plain.setFont(font)
    plain.processEvents()
    assert specimen.label.fontInfo().pointSizeF() == pytest.approx(before * 2, rel=0.02)
    assert specimen.button.sizeHint().height() > high
    assert theme.scaled(100) == pytest.approx(scaled * 2, abs=1)


def test_motion_can_be_off(plain):
    assert theme.motion(theme.CALM) == theme.CALM
    theme.set_calm(True)
    assert theme.motion(theme.CALM) == 0


def test_a_system_with_high_contrast_keeps_its_colours():
    palette = QPalette()
    for role, colour in (("Window", "black"), ("Base", "black"), ("WindowText", "yellow"), ("Highlight", "cyan")):
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    own = tokens.of_system(palette)
    assert (own.window, own.surface, own.text, own.accent) == ("#000000", "#000000", "#ffff00", "#00ffff")
    assert contrast(own.edge, own.surface) > 7
    assert contrast(own.focus, own.accent_soft) > 7
