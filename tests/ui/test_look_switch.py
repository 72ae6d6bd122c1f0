"""Light and dark change in place: whole pages, with what is painted by hand, and nothing is scrolled or lost."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage

from desktop.ui import theme

PAGES = ("home", "first", "ownership", "clauses", "check-up", "documents")


@pytest.fixture
def opened(window, dressed):
    font = QFont(dressed.font())
    theme.use("light")
    window.resize(1280, 720)
    window.open_sample("bakery")
    yield window
    theme.use("system")
    dressed.setFont(font)
    dressed.processEvents()


def settle(app):
    for _round in range(10):
        app.processEvents()


def count(window, *colours):
    """How many pixels of the window have one of these colours. Paper is left out: it is white in both palettes."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = memoryview(bytes(image.constBits())).cast("I").tolist()[::2]
    return sum(rows.count(QColor(colour).rgb()) for colour in set(colours)) // 2


@pytest.mark.parametrize("page", PAGES)
def test_no_page_keeps_a_colour_of_the_other_palette(opened, dressed, page):
    opened.work_page.show_page(page)
    settle(dressed)
    only_light = theme.LIGHT.window, theme.LIGHT.raised, theme.LIGHT.accent_soft, theme.LIGHT.info_soft
    only_dark = theme.DARK.window, theme.DARK.surface, theme.DARK.accent_soft, theme.DARK.info_soft
    assert count(opened, *only_light) > 10_000
    theme.use("dark")
    settle(dressed)
    assert count(opened, *only_dark) > 10_000
    assert count(opened, *only_light) < 400  # letters have such greys too
    theme.use("light")
    settle(dressed)
    assert count(opened, *only_dark) < 400  # letters have such greys too


def test_the_page_stays_where_it_is(opened, dressed):
    opened.work_page.show_page("ownership")
    settle(dressed)
    bar = opened.work_page.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(dressed)
    before, high = bar.value(), bar.maximum()
    theme.use("dark")
    settle(dressed)
    assert (bar.value(), bar.maximum()) == (before, high)
    assert before > 0
