"""The response chart in the window, and drawn on pictures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter

from desktop.content.answers_file import sample_answers
from desktop.core.chart import lay_out
from desktop.core.facts import resolve
from desktop.core.fill import Fill
from desktop.core.letters import POINT, width
from desktop.core.look import LEAST_CONTRAST, contrast
from desktop.core.wording import Wording
from desktop.render.chart_style import DEFAULT, FONT, style_of
from desktop.ui import theme
from desktop.ui.chart_painter import letter_size, paint_chart
from desktop.ui.chart_view import ChartView, chart_palette

SCALE = 4


@pytest.fixture
def chart(library):
    def lay(language="ms", columns=2, sample="clinic"):
        found = next(each for each in library.samples if each.id == sample)
        facts = resolve(library, sample_answers(found, library))
        fill = Fill(Wording(library, facts, language), {})
        room = (164, 212) if columns > 1 else (90, 0)
        return lay_out(library, fill, width=room[0], height=room[1], columns=columns)

    return lay


@pytest.fixture
def view(dressed, chart, qtbot):
    made = ChartView()
    qtbot.addWidget(made)
    made.show_drawing(chart())
    return made


def painted(drawing, palette=DEFAULT):
    picture = QImage(round(drawing.width * SCALE), round(drawing.height * SCALE), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_chart(painter, drawing, palette, SCALE)
    painter.end()
    return picture


def colours_in(picture, shape):
    """The colours just inside a box and in the whole of it."""
    box = [round(each * SCALE) for each in (shape.left, shape.top, shape.width, shape.height)]
    part = picture.copy(*box)
    return {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}


@pytest.mark.parametrize(("language", "columns"), [("ms", 2), ("en", 1)])
def test_every_box_is_drawn_with_its_fill_and_its_words(dressed, chart, language, columns):
    drawing = chart(language, columns)
    picture = painted(drawing)
    for shape in drawing.shapes:
        style = style_of(shape, DEFAULT)
        assert {style.fill.lower(), style.border.lower(), style.ink.lower()} <= colours_in(picture, shape)


@pytest.mark.parametrize("columns", [1, 2])
def test_words_stay_inside_their_boxes_in_whatever_letters(dressed, chart, columns):
    """Between the boxes there are arrows and their words only, in the colours of these."""
    drawing = chart("ms", columns)
    picture = painted(drawing)
    for shape in drawing.shapes:
        style = style_of(shape, DEFAULT)
        for y in (shape.top + 1.1, shape.top + shape.height - 1.1):
            row = [picture.pixelColor(x, round(y * SCALE)).name() for x in
                   range(round((shape.left + 8) * SCALE), round((shape.left + shape.width - 8) * SCALE))]  # fmt: skip
            assert style.ink.lower() not in row


def test_letters_are_smaller_only_where_the_words_would_not_fit(dressed, chart):
    font = QFont([FONT, "Carlito"])
    if QFontInfo(font).family() not in (FONT, "Carlito"):
        pytest.skip("neither Calibri nor its twin is installed")
    for language in ("ms", "en"):
        for columns in (1, 2):
            assert letter_size(chart(language, columns)) == 1


@pytest.mark.parametrize("bold", [False, True])
def test_letters_are_measured_as_wide_as_they_are_or_a_little_wider(dressed, bold):
    font = QFont([FONT, "Carlito"])
    if QFontInfo(font).family() not in (FONT, "Carlito"):
        pytest.skip("neither Calibri nor its twin is installed")
    font.setPixelSize(1000)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for words in (
        "Adakah penulisnya pelanggan yang kecewa?",
        "Is it praise, or a friendly view?",
        "0123456789",
        "MWmw",
    ):
        real = QFontMetricsF(font).horizontalAdvance(words)
        assert real * 0.998 <= width(words, 1000, bold=bold) / POINT <= real * 1.05


def test_the_view_is_as_high_as_the_chart_at_its_width(view):
    assert view.hasHeightForWidth()
    assert view.heightForWidth(800) > 1.9 * view.heightForWidth(400)
    assert view.sizeHint().height() == view.heightForWidth(view.sizeHint().width())
    view.resize(700, view.heightForWidth(700))
    assert not view.grab().isNull()


def test_a_view_without_a_chart_draws_nothing(dressed, qtbot):
    empty = ChartView()
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    assert not empty.grab().isNull()
    assert empty.heightForWidth(400) == 0


def test_the_view_can_be_reached_with_the_keyboard_and_read_aloud(view, chart):
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert view.accessibleName() == "Response chart"
    assert view.accessibleDescription() == chart().says


def test_the_view_shows_where_the_keyboard_is(view, qtbot):
    view.resize(500, view.heightForWidth(500))
    view.show()
    without = view.grab().toImage()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != without


def test_another_chart_takes_the_place_of_the_first(view, chart):
    view.resize(500, 600)
    first = view.grab().toImage()
    view.show_drawing(chart("en"))
    assert view.grab().toImage() != first
    assert view.accessibleDescription() == chart("en").says


def test_the_view_speaks_the_language_of_the_interface(view, marked):
    marked()
    assert view.accessibleName() == "«Response chart»"


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_words_can_be_read_in_light_and_dark(chart, scheme):
    palette = chart_palette(scheme)
    for shape in chart().shapes:
        style = style_of(shape, palette)
        assert contrast(style.ink, style.fill) >= LEAST_CONTRAST
        assert contrast(style.border, scheme.window) >= 3
    assert contrast(palette.gap_ink, palette.gap) >= LEAST_CONTRAST
    assert contrast(palette.ink, scheme.window) >= LEAST_CONTRAST
    assert QColor(palette.line).isValid()
