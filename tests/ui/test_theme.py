"""One table of colours, readable in both schemes; every icon that is asked for exists."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel

from desktop import paths
from desktop.ui import theme

UI = Path(theme.__file__).parent


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        *(("text", back) for back in ("window", "surface", "raised", "accent_soft", "info_soft", "success_soft")),
        *(("muted", back) for back in ("window", "surface", "raised", "accent_soft")),
        ("text", "warning_soft"),
        ("text", "error_soft"),
        ("warning", "warning_soft"),
        ("on_accent", "accent"),
        ("on_accent", "accent_strong"),
        ("accent", "surface"),
        ("ink", "paper"),
    ],
)
def test_words_can_be_read(scheme, front, back):
    assert contrast(getattr(scheme, front), getattr(scheme, back)) >= 4.5


def test_every_icon_asked_for_is_there():
    asked = set()
    for source in UI.rglob("*.py"):
        text = source.read_text("utf-8")
        asked |= set(re.findall(r'(?:theme\.icon|pixmap|ChoiceCard|show_icon)\(\s*"([a-z]+)"', text))
        asked |= set(re.findall(r'Picture\(\d+, "([a-z]+)"', text))
    have = {icon.stem for icon in paths.icons().glob("*.svg")}
    assert asked
    assert asked <= have
    assert {"info", "success", "warning", "error"} <= have


def test_icons_have_one_colour_and_are_drawn_in_it(dressed):
    for file in paths.icons().glob("*.svg"):
        if file.stem != "dasarkita":
            assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', file.read_text())) <= {"none", "currentColor"}
    picture = theme.icon("check", "accent").pixmap(QSize(64, 64)).toImage()
    drawn = {
        picture.pixelColor(x, y).name() for x in range(64) for y in range(64) if picture.pixelColor(x, y).alphaF() == 1
    }
    assert drawn == {theme.colours().accent}
    faint = theme.icon("check").pixmap(QSize(64, 64), QIcon.Mode.Disabled).toImage()
    assert max(faint.pixelColor(x, y).alphaF() for x in range(64) for y in range(64)) < 0.5


def test_the_style_sheet_uses_known_tokens_only(dressed):
    assert "$" not in dressed.styleSheet()
    used = set(re.findall(r"\$(\w+)", paths.style_sheet().read_text("utf-8")))
    assert used - set(asdict(theme.LIGHT)) <= {"radius", "small_size", "heading_size", "title_size", "display_size"}


def test_a_look_nobody_knows_is_refused(dressed, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="fancy"):
        theme.look(label, "fancy")


def test_a_look_can_be_given_to_a_widget_in_sight(dressed, qtbot):
    label = QLabel("Kedai")
    qtbot.addWidget(label)
    label.show()
    before = label.fontInfo().pointSizeF()
    theme.look(label, "display")
    assert label.fontInfo().pointSizeF() > before
