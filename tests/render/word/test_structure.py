"""What a reader, a screen reader or Word's own tools find in the file."""

import datetime
from dataclasses import replace

import pytest
from hand_made import LIBRARY, clause, document, side_by_side
from reading import W, body, opened, parts, style_of, words_of

from desktop.core.bilingual import SideBySide
from desktop.core.document import ListBlock, Paragraph, Run, Section
from desktop.render.word import write_word

FORMS = [document("ms"), document("en"), side_by_side()]
IDS = ["ms", "en", "both"]


def styled(made, style):
    return [p.text for p in opened(write_word(made, LIBRARY)).paragraphs if p.style.style_id == style]


def test_headings_are_real_headings():
    made = document()
    assert styled(made, "Title") == ["Social media policy"]
    assert styled(made, "Heading1") == [f"en section {n}" for n in range(1, 11)]
    assert len(styled(made, "Heading2")) == 80
    assert styled(made, "AnnexHeading") == ["en Annex A: Laws", "en Annex B: Signatures"]


def test_title_block_names_the_firm_and_the_status():
    made = document()
    assert styled(made, "BusinessName") == ["Kedai Roti Seri Murni"]
    assert styled(made, "Status") == ["Draft"]
    control = opened(write_word(made, LIBRARY)).tables[0]
    assert [[cell.text for cell in row.cells] for row in control.rows] == [
        ["Status", "Draft"],
        ["Owner", "Aminah Yusof"],
    ]


def test_side_by_side_has_both_titles_and_no_word_twice():
    made = side_by_side()
    assert styled(made, "Title") == ["Dasar media sosial", "Social media policy"]
    assert styled(made, "Status") == ["Draf · Draft"]
    control = opened(write_word(made, LIBRARY)).tables[0]
    assert [[cell.text for cell in row.cells] for row in control.rows] == [
        ["Status", "Draf\nDraft"],
        ["Pemilik\nOwner", "Aminah Yusof"],
    ]


def clause_tables():
    return [t for t in opened(write_word(side_by_side(), LIBRARY)).tables if t.style.style_id == "SideBySideTable"]


def clause_rows():
    """The rows of all clauses by number; a clause with tables has only its heading there."""
    rows = [row for table in clause_tables()[:11] for row in table.rows[1:]]
    return {row.cells[0].paragraphs[0].text.removeprefix("ms clause "): row for row in rows}


def test_side_by_side_has_a_row_a_clause():
    for table in clause_tables():
        assert [cell.text for cell in table.rows[0].cells] == ["Bahasa Malaysia", "English"]
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    rows = clause_rows()
    assert list(rows) == [f"{section}.{index}" for section in range(1, 11) for index in range(1, 9)]
    for number, row in rows.items():
        left, right = (cell.paragraphs[0].text for cell in row.cells)
        assert (left, right) == (f"ms clause {number}", f"en clause {number}")
        assert {cell.paragraphs[0].style.style_id for cell in row.cells} == {"Heading2"}


def test_rows_that_fit_a_page_are_kept_whole():
    whole = {number: row._tr.find(f"{W}trPr/{W}cantSplit") is not None for number, row in clause_rows().items()}
    assert [number for number, kept in whole.items() if not kept] == ["2.1"]


def long_clause(*blocks):
    """The rows of a clause in both languages, without the one that names them, and whether each is kept whole."""
    sides = [
        replace(document(language), sections=(Section("s", "1", (Run("S"),), (clause(1, 1, language, *blocks),)),))
        for language in ("ms", "en")
    ]
    data = write_word(SideBySide(*(replace(side, annexes=()) for side in sides)), LIBRARY)
    table = next(t for t in opened(data).tables if t.style.style_id == "SideBySideTable")
    return [(row, row._tr.find(f"{W}trPr/{W}cantSplit") is not None) for row in table.rows[1:]]


def test_a_long_clause_has_several_rows():
    words, points = Paragraph((Run("word " * 60),)), ListBlock(((Run("point " * 20),),) * 4)
    (one, one_whole), *others = long_clause(words, words, words)
    assert len(others) == 2
    assert one_whole
    assert all(whole for _, whole in others)
    assert [p.style.style_id for p in one.cells[0].paragraphs] == ["Heading2", "ColumnText"]
    assert len(long_clause(Paragraph((Run("short"),)), Paragraph((Run("short"),)))) == 1
    first, second = long_clause(words, points)
    assert all(p.paragraph_format.keep_with_next for p in first[0].cells[0].paragraphs)
    assert not second[1]  # it begins below its words and goes on over the page


def test_no_row_is_tied_to_the_next():
    """Word keeps a row with the next one if its paragraphs ask to be kept; whole tables would stick together."""
    for number, row in clause_rows().items():
        tied = number == "1.1"  # the heading of a clause whose tables stand below it
        for cell in row.cells:
            assert cell.paragraphs[0].paragraph_format.keep_with_next is tied
            assert tied or not any(p.paragraph_format.keep_with_next for p in cell.paragraphs)


def test_tables_of_a_clause_stand_across_both_columns():
    ruled = [t for t in opened(write_word(side_by_side(), LIBRARY)).tables if t.style.style_id == "RuledTable"]
    assert [cell.text for cell in ruled[1].rows[0].cells] == ["Kind", "Keep for"]
    assert sum(column.width.twips for column in ruled[1].columns) == 9298


def test_lines_to_sign_are_filled_in_once():
    lines = ["Name\t\t", "Date\t\t", "Name\t\t", "Signature\t\t", "Signature\t\t"]
    assert styled(side_by_side(), "SignLine") == lines
    assert styled(document(), "SignLine") == lines


def test_runs_are_styled_by_what_they_mean():
    runs = {
        run.text: run.style.style_id
        for paragraph in opened(write_word(document(), LIBRARY)).paragraphs
        for run in paragraph.runs
    }
    assert runs["defined term"] == "DefinedTerm"
    assert runs["[still to be written]"] == "Gap"
    assert runs["nowhere"] == "DefaultParagraphFont"


def test_lists_are_lists():
    made = document()
    assert styled(made, "ListBullet") == ["bread 🍞 👩‍🍳", "مخبز السعادة", "third"]
    assert len(styled(made, "ListNumber")) == 5


def test_table_with_a_heading_row_repeats_it():
    heading, labelled = opened(write_word(document(), LIBRARY)).tables[1:3]
    assert heading.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert heading.rows[0].cells[0].paragraphs[0].style.style_id == "TableHeading"
    assert labelled.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is None
    assert labelled.rows[0].cells[0].paragraphs[0].style.style_id == "TableLabel"


def test_annex_begins_a_page_when_it_asks_to():
    headings = [p for p in opened(write_word(document(), LIBRARY)).paragraphs if p.style.style_id == "AnnexHeading"]
    assert [bool(p.paragraph_format.page_break_before) for p in headings] == [False, True]


@pytest.mark.parametrize("made", FORMS, ids=IDS)
def test_nothing_is_empty_but_what_ends_a_table(made):
    empty = [p for p in body(write_word(made, LIBRARY)).iter(f"{W}p") if not words_of(p).strip()]
    assert {style_of(p) for p in empty} <= {"TableEnd"}


@pytest.mark.parametrize("made", FORMS, ids=IDS)
def test_tables_never_touch_and_cells_end_in_a_paragraph(made):
    for table in body(write_word(made, LIBRARY)).iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p"


@pytest.mark.parametrize("made", FORMS, ids=IDS)
def test_every_table_has_a_name_and_fits_the_page(made):
    for table in body(write_word(made, LIBRARY)).iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        assert sum(int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")) <= 9298


@pytest.mark.parametrize("made", FORMS, ids=IDS)
def test_pages_are_a4(made):
    for section in opened(write_word(made, LIBRARY)).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_header_and_footer_say_what_and_which_page():
    section = opened(write_word(side_by_side(), LIBRARY)).sections[0]
    assert section.header.paragraphs[0].text == "Kedai Roti Seri Murni\tDasar media sosial · Social media policy"
    for footer in (section.footer, section.first_page_footer):
        element = footer.paragraphs[0]._p
        assert words_of(element).startswith("Draf · DraftHalaman ")
        fields = [field.get(f"{W}instr").strip() for field in element.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"] * 2
        assert all(words_of(field).isdigit() for field in element.iter(f"{W}fldSimple"))


def test_word_asks_no_question_on_opening():
    settings = parts(write_word(document(), LIBRARY))["word/settings.xml"]
    assert settings.find(f"{W}updateFields") is None
    assert settings.find(f"{W}themeFontLang").get(f"{W}val") == "en-GB"


def test_properties_name_title_firm_and_language():
    found = opened(write_word(document("ms"), LIBRARY)).core_properties
    assert (found.title, found.author, found.language) == ("Dasar media sosial", "Kedai Roti Seri Murni", "ms-MY")
    assert found.subject == "Kedai Roti Seri Murni · Draf"
    assert found.created is None


def test_dates_come_from_the_document_only():
    found = opened(write_word(document(dated=datetime.date(2027, 1, 2)), LIBRARY)).core_properties
    assert found.created == found.modified == datetime.datetime(2027, 1, 2, tzinfo=datetime.UTC)


def test_short_document_has_no_title_page():
    made = document(sections=2, clauses=2)
    breaks = [p.text for p in opened(write_word(made, LIBRARY)).paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["en Annex B: Signatures"]


@pytest.mark.parametrize("side", [False, True])
def test_document_without_parts_has_no_contents(side):
    made = [replace(document(language), sections=(), annexes=()) for language in ("ms", "en")]
    found = opened(write_word(SideBySide(*made) if side else made[1], LIBRARY))
    assert not [p for p in found.paragraphs if p.style.style_id == "TOCHeading"]
    assert len(found.sections) == 1
