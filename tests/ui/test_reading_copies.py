"""Reading copies on paper: laid out for A4, with real words in the file."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.core.bilingual import SideBySide
from desktop.core.document import Annex, Document, Entry, Field, ListBlock, Paragraph, Run, Table
from desktop.core.look import DESIGNS, Attached, Look
from desktop.ui.copies import paper
from desktop.ui.copies.pages import bottom_of
from desktop.ui.copies.paper import SIDES, lay_out_copy, paint_sheet, pdf_of, write_pdf
from desktop.ui.copies.strips import MM, TIED
from tests.ui.copies import (
    copy_of,
    document_of,
    every_document,
    page_count,
    runs_in,
    squeezed,
    text_of,
    title_of,
)

DOTS = 3
"""To the millimetre, on the pictures of pages here."""


@pytest.fixture(autouse=True)
def _qt(dressed):
    """Letters need the program."""


def picture(copy, number):
    image = QImage(round(copy.size.width() * DOTS), round(copy.size.height() * DOTS), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(DOTS / MM, DOTS / MM)
    paint_sheet(painter, copy, number)
    painter.end()
    return image


def inked(image, left, top, right, bottom):
    """Whether anything is painted between these edges, in millimetres."""
    part = image.copy(round(left * DOTS), round(top * DOTS), round((right - left) * DOTS), round((bottom - top) * DOTS))
    row = part.bytesPerLine()
    data = bytes(part.constBits())
    return any(min(data[line * row : line * row + part.width()]) < 250 for line in range(part.height()))


def small(*blocks, **changes):
    """A document by hand with one part."""
    entries = (Entry("part", blocks, (Run("A heading"),)),)
    words = {"page_of": "Page {page} of {pages}", "reading_copy": "Reading copy"}
    made = Document(
        "quiz", "en", "Kedai", "Quiz", "Draft", Table((), header=False), (), (Annex("quiz", "", (), entries),), words
    )
    return replace(made, **changes)


@pytest.fixture(scope="module")
def all_copies(dressed, library):
    """Every document of a firm in each of its forms, and those of a smaller one in the longer language, laid out."""
    return [
        (kind, form, lay_out_copy(document, library, Look()))
        for sample in ("clinic", "bakery")
        for kind, form, document in every_document(library, sample)
        if sample == "clinic" or form == "ms"
    ]


def test_nothing_reaches_over_the_edge_of_a_page(all_copies):
    for kind, form, copy in all_copies:
        assert copy.pages, (kind.id, form)
        for page in copy.pages:
            assert page
            assert bottom_of(page) <= copy.style.room + 0.1, (kind.id, form)
            assert page[0].top == 0


def test_no_heading_is_left_alone_at_the_foot_of_a_page(all_copies):
    for kind, form, copy in all_copies:
        for page in copy.pages[:-1]:
            assert page[-1].strip.hold != TIED, (kind.id, form)


def test_documents_keep_to_the_pages_they_promise(all_copies):
    for kind, form, copy in all_copies:
        if kind.pages and form != "both":
            assert len(copy.pages) <= kind.pages, (kind.id, form)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("name", "form"), [("dos-and-donts", "both"), ("account-register", "ms"), ("policy", "en")])
def test_words_and_panels_stay_between_the_margins(library, name, form, design):
    copy = copy_of(library, "clinic", name, form, Look(design=design))
    wide, high = copy.size.width(), copy.size.height()
    for number in range(1, min(len(copy.pages), 3) + 1):
        image = picture(copy, number)
        assert not inked(image, 0, 0, SIDES - 1, high)
        assert not inked(image, wide - SIDES + 1, 0, wide, high)
        assert not inked(image, 0, 0, wide, paper.TOP - 10)
        assert not inked(image, 0, high - 8, wide, high)
        assert inked(image, SIDES, paper.TOP, wide - SIDES, high / 2)


@pytest.mark.parametrize(
    ("sample", "name", "form"),
    [
        ("clinic", "policy", "ms"),
        ("clinic", "response-chart", "both"),
        ("bakery", "policy", "both"),
        ("bakery", "dos-and-donts", "en"),
        ("bakery", "monitoring-schedule", "ms"),
    ],
)
def test_every_word_can_be_found_in_the_file(library, tmp_path, sample, name, form):
    document = document_of(library, sample, name, form)
    path = write_pdf(document, library, Look(), tmp_path / "copy.pdf")
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/ToUnicode" in data
    found = text_of(path)
    if found is None:
        return
    sides = (document.left, document.right) if isinstance(document, SideBySide) else (document,)
    for side in sides:
        words = {word for text in runs_in((side.sections, side.annexes)) for word in text.split()}
        missing = [word for word in words if squeezed(word) not in found]
        assert not missing


def test_the_foot_says_what_it_is_in_the_language_of_the_document(library, tmp_path):
    for form, said in (
        ("ms", ["Draf · Salinan untuk dibaca", "Halaman 2 daripada 2"]),
        ("en", ["Draft · Reading copy", "Page 2 of 2"]),
        ("both", ["Salinan untuk dibaca / Draft · Reading copy", "Halaman 1 daripada", "Page 1 of"]),
    ):
        path = write_pdf(document_of(library, "bakery", "quiz", form), library, Look(), tmp_path / f"{form}.pdf")
        found = text_of(path)
        if found is not None:
            assert all(squeezed(words) in found for words in said)


def test_the_file_says_its_title_and_has_all_pages(library):
    copy = copy_of(library, "bakery", "policy", "both")
    data = pdf_of(copy)
    assert title_of(data) == "Dasar media sosial / Social media policy - Kedai Roti Seri Murni"
    assert page_count(data) == len(copy.pages) > 10


def test_wide_documents_lie_on_their_side(library):
    copy = copy_of(library, "bakery", "account-register", "ms")
    assert copy.size.width() > copy.size.height()
    assert b"/MediaBox [0 0 842" in pdf_of(copy).replace(b".000", b"")
    assert not copy_of(library, "bakery", "quiz", "ms").is_landscape


def test_the_contents_name_the_pages(library):
    copy = copy_of(library, "clinic", "policy", "en")
    sections = copy.documents[0].sections
    begins = {
        placed.strip.mark: number
        for number, page in enumerate(copy.pages, start=1)
        for placed in page
        if placed.strip.mark
    }
    assert all(section.id in begins for section in sections)
    assert [begins[section.id] for section in sections] == sorted(begins[section.id] for section in sections)
    assert begins[sections[0].id] == 2  # a long policy has a title page


def test_the_rows_of_both_languages_stand_beside_each_other(library, tmp_path):
    """Left and right are as long as each other row by row, so each clause begins at the same height."""
    copy = copy_of(library, "bakery", "policy", "both")
    rows = [placed for page in copy.pages for placed in page if placed.strip.two_columns]
    assert len(rows) > 200
    marked = {placed.strip.mark for placed in rows}
    assert {clause.id for clause in copy.documents[0].clauses} <= marked


def test_the_languages_are_named_on_every_page_with_columns(library):
    copy = copy_of(library, "bakery", "policy", "both")
    for page in copy.pages[1:]:
        first = page[0].strip
        if any(placed.strip.two_columns for placed in page):
            assert first.mark or not first.two_columns  # a heading or the head itself


def test_the_firms_colour_and_logo_are_used(library):
    logo = QImage(60, 30, QImage.Format.Format_RGB32)
    logo.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    logo.save(buffer, "PNG")
    look = Look(colour="#7A1FA2", logo=Attached("logo.png", buffer.data().data()))
    copy = copy_of(library, "bakery", "quiz", "en", look)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(2 / MM, 2 / MM)
    paint_sheet(painter, copy, 1)
    painter.end()
    top = image.copy(0, 0, 420, 120)
    colours = {top.pixelColor(x, y).name() for x in range(top.width()) for y in range(top.height())}
    assert {"#ff0000", "#7a1fa2"} <= colours


def test_the_plain_design_fills_nothing(library):
    copy = copy_of(library, "bakery", "dos-and-donts", "en", Look(design="plain"))
    image = picture(copy, 1)
    data = bytes(image.constBits())
    assert data.count(255) > 0.8 * len(data)


def test_a_table_repeats_its_head_on_every_page(library):
    rows = ((Run("Head one"),), *(((Run(f"Row {number}"),)) for number in range(120)))
    copy = lay_out_copy(small(Table(rows=tuple((row,) for row in rows))), library, Look())
    assert len(copy.pages) > 2
    heads = {page[0].strip.paint for page in copy.pages[1:]}
    assert len(heads) == 1


def test_a_very_long_cell_and_a_very_long_word_lose_nothing(library, tmp_path):
    long_text = " ".join(f"word{number}" for number in range(3000))
    table = Table((((Run(long_text),), (Run("x" * 400),)),), header=False)
    copy = lay_out_copy(small(table, Paragraph((Run(long_text),)), ListBlock(((Run(long_text),),))), library, Look())
    assert all(bottom_of(page) <= copy.style.room + 0.1 for page in copy.pages)
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of(copy))
    found = text_of(path)
    if found is not None:
        assert found.count("word2999") == 3
        assert found.count("x") >= 400


def test_strange_text_does_no_harm(library):
    strange = "\x00\ud800 😀 شركة 中文 \u202e" + "\n\t line"
    document = small(
        Paragraph((Run(strange), Run(strange, gap=True))),
        ListBlock(((), (Run(" "),), (Run("one"),)), ordered=True),
        Field("", "text"),
        Field("A label that is far too long for the line it stands on, " * 4, "signature", "Aminah"),
        Table((), header=True),
        business_name="",
    )
    assert page_count(pdf_of(lay_out_copy(document, library, Look()))) == 1


def test_an_empty_document_is_one_page(library):
    copy = lay_out_copy(small(annexes=(Annex("quiz", "", (), ()),)), library, Look())
    assert len(copy.pages) == 1


def test_a_file_is_written_whole_or_not_at_all(library, tmp_path):
    document = document_of(library, "bakery", "quiz", "ms")
    target = tmp_path / "there" / "copy.pdf"
    with pytest.raises(OSError, match="there"):
        write_pdf(document, library, Look(), target)
    target = tmp_path / "copy.pdf"
    assert write_pdf(document, library, Look(), target) == target
    assert [path.name for path in tmp_path.iterdir()] == ["copy.pdf"]
