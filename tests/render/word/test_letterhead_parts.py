"""Documents on the firm's letterhead: its headers and footers, page and margins; our text and styles."""

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import W, opened, parts_read, words_of
from test_soundness import findings

from desktop.core.look import DESIGNS, Attached, Look
from desktop.render.word import base, write_word
from tests.letterheads import BY_LIBREOFFICE, even_differs, first_page_differs, lying, other_prefixes, png, with_picture

MADE = {
    "picture": with_picture(),
    "first page": first_page_differs(),
    "even pages": even_differs(),
    "lying": lying(),
    "other prefixes": other_prefixes(),
    "LibreOffice": BY_LIBREOFFICE.read_bytes(),
}


def look(name, **more):
    return Look(letterhead=Attached(f"{name}.docx", MADE[name]), **more)


def codes(footer):
    root = footer._element
    said = [field.get(f"{W}instr") for field in root.iter(f"{W}fldSimple")]
    said += [code.text for code in root.iter(f"{W}instrText")]
    return {word for text in said for word in text.split()}


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("design", DESIGNS)
def test_the_file_is_sound_and_always_the_same(name, design, tmp_path):
    kinds = (document("ms"), side_by_side(), document(sections=0))
    for turn, made in enumerate(kinds):
        data = write_word(made, LIBRARY, look(name, design=design))
        assert data == write_word(made, LIBRARY, look(name, design=design))
        if turn == (list(MADE).index(name) + DESIGNS.index(design)) % len(kinds):  # the validator takes its time
            assert findings(data, tmp_path / "made.docx") == []


def test_page_and_margins_are_those_of_the_letterhead():
    for section in opened(write_word(document(), LIBRARY, look("picture"))).sections:
        assert [round(each.mm) for each in (section.page_width, section.left_margin, section.right_margin)] == [
            210,
            30,
            15,
        ]
        assert round(section.top_margin.mm) == 45
    (section, *_) = opened(write_word(document(), LIBRARY, look("first page"))).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (216, 279)


def test_tables_and_tabs_follow_the_margins():
    width = base.paper_of(look("picture")).page.text_width
    package = opened(write_word(side_by_side(), LIBRARY, look("picture")))
    assert width == 11906 - 1701 - 850
    for table in package.tables:
        assert sum(column.width.twips for column in table.columns) <= width
    assert package.styles["Line to fill in"].paragraph_format.tab_stops[-1].position.twips == width


def test_header_and_footer_say_what_they_said():
    section = opened(write_word(document(), LIBRARY, look("picture"))).sections[0]
    assert "12 Jalan Besar" in words_of(section.header._element)
    assert len(list(section.header._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"))) == 1
    assert words_of(section.footer._element).endswith("Tel 03-8733 0000serimurni.exampleSSM 201901012345")
    assert png() in parts_read(write_word(document(), LIBRARY, look("picture"))).values()


@pytest.mark.parametrize("name", MADE)
def test_page_and_number_of_pages_stand_somewhere(name):
    section = opened(write_word(document(), LIBRARY, look(name))).sections[0]
    footers = [section.footer]
    if section.different_first_page_header_footer:
        footers.append(section.first_page_footer)
    if name == "even pages":
        footers.append(section.even_page_footer)
    for footer in footers:
        assert {"PAGE", "NUMPAGES"} <= codes(footer)


def test_page_numbers_are_not_said_twice():
    section = opened(write_word(document(), LIBRARY, look("first page"))).sections[0]
    assert section.different_first_page_header_footer
    for footer in (section.footer, section.first_page_footer):
        assert words_of(footer._element) == "Social media policy · DraftPage  of "


def test_other_heads_on_the_first_and_on_even_pages():
    section = opened(write_word(document(), LIBRARY, look("first page"))).sections[0]
    assert words_of(section.first_page_header._element).startswith("Klinik Keluarga SejahteraDr Tan")
    assert words_of(section.header._element) == "Klinik Keluarga Sejahtera"
    even = opened(write_word(document(), LIBRARY, look("even pages")))
    assert even.settings.odd_and_even_pages_header_footer
    assert words_of(even.sections[0].even_page_header._element) == "Even"


def test_styles_of_the_letterhead_stand_beside_ours():
    package = opened(write_word(document(), LIBRARY, look("first page", design="classic")))
    header = package.sections[0].first_page_header
    name, doctor = (paragraph.style for paragraph in header.paragraphs)
    assert (name.name, doctor.name) == ("Letterhead heading 1", "Letterhead Intense Quote")
    assert name.font.size.pt == 14
    assert package.styles["Heading 1"].font.size.pt != 14
    ids = [style.style_id for style in package.styles]
    assert len(ids) == len(set(ids))
    based = [style.base_style for style in package.styles if style.style_id.startswith("Letterhead-")]
    assert all(style is None or style.style_id.startswith("Letterhead-") for style in based)


def test_a_letterhead_has_its_own_logo():
    with_logo = look("picture", logo=Attached("logo.png", png(50, 50)))
    assert write_word(document(), LIBRARY, with_logo) == write_word(document(), LIBRARY, look("picture"))


def test_what_is_no_letterhead_is_left_out():
    broken = Look(letterhead=Attached("x.docx", b"PK"))
    assert write_word(document(), LIBRARY, broken) == write_word(document(), LIBRARY)


def test_high_headers_leave_less_room():
    assert base.paper_of(look("picture")).room == base.paper_of(look("picture")).page.text_height
    first = base.paper_of(look("first page"))
    assert first.room < first.page.text_height
