"""Copies for telephones: pictures one screen high, with letters that are read at arm's length."""

from datetime import date

import pytest
from PySide6.QtGui import QImage

from desktop.core.assemble import DRAFT, settle
from desktop.core.document import Drawing
from desktop.core.letters import POINT
from desktop.core.look import DESIGNS, Look
from desktop.export import ExportCancelledError
from desktop.ui.copies.pages import bottom_of
from desktop.ui.copies.strips import MM
from desktop.ui.copies.telephone import (
    TALLEST,
    WIDTH,
    file_names,
    lay_out_telephone,
    pdf_of,
    picture_of,
    telephone_document,
    write_phone,
)
from desktop.ui.documents.drawings import drawings
from tests.ui.copies import answers_of, page_count, runs_in, squeezed, text_of, title_of

PHONES = ("dos-and-donts", "before-you-post", "response-chart")
TODAY = date(2027, 1, 4)


@pytest.fixture(autouse=True)
def _qt(dressed):
    """Letters need the program."""


@pytest.fixture
def document(library):
    def made(name, language, sample="bakery"):
        settled = settle(library, answers_of(library, sample))
        return telephone_document(settled, library.document(name), language, DRAFT, TODAY)

    return made


def test_these_documents_are_for_telephones(library):
    assert tuple(kind.id for kind in library.documents if kind.phone) == PHONES


@pytest.mark.parametrize("sample", ["clinic", "bakery"])
@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("name", PHONES)
def test_each_picture_is_as_wide_as_a_telephone_and_no_higher(document, name, language, sample):
    copy = lay_out_telephone(document(name, language, sample), Look())
    assert 1 <= len(copy.pages) <= 7
    for number in range(1, len(copy.pages) + 1):
        image = QImage.fromData(picture_of(copy, number), "PNG")
        assert image.width() == WIDTH == 1080
        assert 400 < image.height() <= TALLEST
        assert bottom_of(copy.pages[number - 1]) <= copy.style.room + 0.1


@pytest.mark.parametrize("name", PHONES)
def test_letters_are_as_large_as_those_of_other_programs(document, name):
    """Sixteen dots of 360 are what telephones call ordinary text."""
    copy = lay_out_telephone(document(name, "ms"), Look())
    dots = copy.style.letters("text").points * POINT / 90 * 360
    assert dots >= 15
    for chart in drawings(copy.document):
        assert chart.points * POINT / 90 * 360 >= 15


@pytest.mark.parametrize("design", DESIGNS)
def test_words_stay_off_the_edges(document, design):
    copy = lay_out_telephone(document("response-chart", "ms"), Look(design=design))
    for number in range(1, len(copy.pages) + 1):
        image = QImage.fromData(picture_of(copy, number), "PNG").convertToFormat(QImage.Format.Format_RGB32)
        below = 500 if number == 1 else 200  # the band at the top reaches to the edges
        for x in (8, WIDTH - 8):
            line = image.copy(x, below, 1, image.height() - below)
            assert set(memoryview(bytes(line.constBits())).cast("I")) == {0xFFFFFFFF}
        assert {image.pixelColor(x, image.height() - 4).name() for x in range(WIDTH)} == {"#ffffff"}


def test_panels_are_not_torn(document):
    copy = lay_out_telephone(document("dos-and-donts", "ms"), Look())
    assert all(page[-1].strip.hold == 0 for page in copy.pages)


def test_the_chart_is_in_one_column_and_keeps_every_box(document, library):
    made = document("response-chart", "ms")
    (chart,) = drawings(made)
    assert isinstance(chart, Drawing)
    questions = [shape for shape in chart.shapes if shape.kind == "question"]
    assert len({shape.left for shape in questions}) == 1
    assert chart.width < 90
    copy = lay_out_telephone(made, Look())
    high = sum(placed.strip.height for page in copy.pages for placed in page) / MM
    assert high > chart.height


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("name", PHONES)
def test_every_word_is_there_once_more_in_the_pdf_file(document, tmp_path, name, language):
    made = document(name, language, "clinic")
    copy = lay_out_telephone(made, Look())
    data = pdf_of(copy)
    assert page_count(data) == len(copy.pages)
    assert title_of(data) == f"{made.title} - {made.business_name}"
    path = tmp_path / "copy.pdf"
    path.write_bytes(data)
    found = text_of(path)
    if found is None:
        return
    words = {word for text in runs_in(made.annexes) for word in text.split()}
    assert not [word for word in words if squeezed(word) not in found]
    for chart in drawings(made):
        for shape in (shape for shape in chart.shapes if shape.kind == "question"):
            heading = squeezed("".join(run.text for run in shape.text))
            assert found.count(heading) == 1


def test_the_files_say_what_they_are_for(document, tmp_path):
    made = document("dos-and-donts", "ms")
    paths = write_phone(made, Look(), "Amalkan dan elakkan - Kedai Roti", tmp_path / "new")
    pages = len(paths) - 1
    assert [path.name for path in paths] == [
        *(
            f"Amalkan dan elakkan - Kedai Roti (telefon, {number} daripada {pages}).png"
            for number in range(1, pages + 1)
        ),
        "Amalkan dan elakkan - Kedai Roti (telefon).pdf",
    ]
    assert {path.name for path in paths} == {path.name for path in (tmp_path / "new").iterdir()}
    copy = lay_out_telephone(made, Look())
    single = type(copy)(copy.document, copy.pages[:1], copy.style)
    assert list(file_names(single, "Card")) == ["Card (telefon).png", "Card (telefon).pdf"]


def test_nothing_is_written_when_the_owner_stops(document, tmp_path):
    with pytest.raises(ExportCancelledError):
        write_phone(document("dos-and-donts", "en"), Look(), "x", tmp_path / "new", lambda: True)
    assert not (tmp_path / "new").exists()


def test_every_picture_says_what_it_belongs_to(document):
    """Pictures are sent on one by one, so each has the title in a band of the firm's colour."""
    look = Look(colour="#7A1FA2")
    copy = lay_out_telephone(document("dos-and-donts", "en"), look)
    for number in range(1, len(copy.pages) + 1):
        image = QImage.fromData(picture_of(copy, number), "PNG").convertToFormat(QImage.Format.Format_RGB32)
        assert image.pixelColor(4, 4).name() == "#7a1fa2"
        band = {image.pixelColor(x, y).name() for x in range(0, 900, 2) for y in range(0, 110, 2)}
        assert "#ffffff" in band


def test_there_is_no_form_with_two_languages(document):
    with pytest.raises(LookupError):
        document("dos-and-donts", "both")


def test_a_picture_made_twice_is_the_same(document):
    copies = [lay_out_telephone(document("before-you-post", "en"), Look()) for _time in range(2)]
    assert picture_of(copies[0], 1) == picture_of(copies[1], 1)
