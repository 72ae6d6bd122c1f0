"""Handouts in one language: headings, lists, panels, and what is filled in."""

from dataclasses import replace

import pytest
from hand_made import LIBRARY, clause, document
from hand_made_sheets import box, panels, sheet
from reading import W, body, numbered, opened, parts, style_of, words_of

from desktop.core.document import Annex, Box, Columns, Entry, Field, ListBlock, Run, Section, Table
from desktop.render.word import write_word

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def value(element, path):
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def controls(data):
    return {value(control, "sdtPr/alias"): control for control in body(data).iter(f"{W}sdt")}


def tables_of(data, style):
    return [table for table in body(data).iter(f"{W}tbl") if value(table, "tblPr/tblStyle") == style]


def styled(data, style):
    return [p for p in body(data).iter(f"{W}p") if style_of(p) == style]


SHEET = write_word(sheet(), LIBRARY)


def test_title_block_is_small_and_has_no_table():
    first = [(style_of(p), words_of(p)) for p in body(SHEET).findall(f"{W}p")[:3]]
    assert first == [
        ("SheetFirm", "Kedai Roti Seri Murni"),
        ("SheetTitle", "Social media policy"),
        ("SheetStatus", "Draft"),
    ]
    assert body(SHEET)[3].tag == f"{W}p"


def test_parts_have_real_headings():
    headings = styled(SHEET, "PartHeading")
    assert [words_of(p) for p in headings] == ["1. en Lists", "en Panels", "en Register", "en Form"]
    style = next(s for s in parts(SHEET)["word/styles.xml"] if s.get(f"{W}styleId") == "PartHeading")
    assert value(style, "pPr/outlineLvl") == "0"
    assert style.find(f"{W}pPr/{W}keepNext") is not None
    marks = [p.find(f"{W}bookmarkStart").get(f"{W}name") for p in headings]
    assert marks == ["part_1_en", "part_2_en", "part_3_en", "part_4_en"]


def test_headings_below_the_heading_of_an_annex_are_lower():
    annex = Annex("a", "A", (Run("Annex A"),), (Entry("e", (), (Run("Part"),)), Entry("f", (box("en"),))))
    data = write_word(replace(sheet(), annexes=(annex,)), LIBRARY)
    (part,), (careful,) = styled(data, "PartHeading"), styled(data, "BoxHeadingWarning")
    assert (value(part, "pPr/outlineLvl"), value(careful, "pPr/outlineLvl")) == ("1", "2")


def test_a_panel_in_a_clause_is_headed_below_the_clause():
    section = Section("s", "1", (Run("S"),), (clause(1, 1, "en", box("en")),))
    data = write_word(replace(document(), sections=(section,), annexes=()), LIBRARY)
    assert value(styled(data, "BoxHeadingWarning")[0], "pPr/outlineLvl") == "2"
    assert value(tables_of(data, "PanelTable")[0], "tblPr/tblCaption") == "en Careful"


def test_parts_begin_a_page_where_they_ask_for_it():
    breaks = [words_of(p) for p in body(SHEET).iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert breaks == ["en Register", ""]


def test_first_part_stays_with_the_title():
    data = write_word(sheet(made=[Entry("e", (), (Run("Part"),), new_page=True)]), LIBRARY)
    assert not list(body(data).iter(f"{W}pageBreakBefore"))


def test_every_numbered_list_begins_at_one():
    counted = [item for item in numbered(SHEET, "SheetPoint") if item[0] != "•"]
    steps = ["en step 0", "en step 1"]
    expected = [("1.", steps[0]), ("2.", steps[1]), ("(a)", steps[0]), ("(b)", steps[1]), ("1.", steps[0])]
    assert counted[:5] == expected
    assert numbered(SHEET, "BoxPoint")[3:5] == [("1.", "en first"), ("2.", "en second")]


def test_boxes_to_tick_are_controls_that_say_what_is_ticked():
    for name in ("en point 0", "en tick in the panel", "en Two-step: @seri"):
        box = controls(SHEET)[name].find(f"{W}sdtPr/{W14}checkbox")
        assert box.find(f"{W14}checked").get(f"{W14}val") == "0"
        assert {box.find(f"{W14}{state}State").get(f"{W14}font") for state in ("checked", "unchecked")} == {"MS Gothic"}
        assert words_of(controls(SHEET)[name]) == "☐"


def test_lines_of_a_form_are_written_on_screen_and_on_paper():
    made = controls(SHEET)
    assert made["en name"].find(f"{W}sdtPr/{W}text") is not None
    assert set(words_of(made["en name"])) == {"_"}
    assert "en signature" not in made
    assert words_of(made["en role"]) == "Owner"
    assert made["en role"].find(f"{W}sdtPr/{W}showingPlcHdr") is None
    for line in styled(SHEET, "SheetField"):
        assert [tab.get(f"{W}leader") for tab in line.iter(f"{W}tab") if tab.get(f"{W}leader")] == ["underscore"]


@pytest.mark.parametrize(("language", "tag"), [("ms", "ms-MY"), ("en", "en-GB")])
def test_days_are_picked_from_a_calendar_in_the_language(language, tag):
    day = controls(write_word(sheet(language), LIBRARY))[f"{language} day"].find(f"{W}sdtPr/{W}date")
    assert value(day, "lid") == tag
    assert value(day, "dateFormat") == "d MMMM yyyy"


def test_a_line_in_running_text_can_be_seen_and_a_cell_is_blank():
    inside, *_ = [c for c in body(SHEET).iter(f"{W}sdt") if value(c, "sdtPr/alias").startswith("en I, , agree")]
    assert len(words_of(inside)) > 15
    assert not words_of(controls(SHEET)["en Checked: @seri"]).strip()


def test_every_control_has_a_name_and_a_number_of_its_own():
    made = list(body(SHEET).iter(f"{W}sdt"))
    assert len(made) > 15
    assert all(value(control, "sdtPr/alias") for control in made)
    assert len({value(control, "sdtPr/id") for control in made}) == len(made)
    assert len({value(control, "sdtPr/tag") for control in made}) == len(made)


def test_long_label_leaves_the_line_whole():
    data = write_word(sheet(made=[Entry("e", (Field("A question " * 7), Field("Name")))]), LIBRARY)
    long, short = styled(data, "SheetField")
    assert len(long.findall(f"{W}pPr/{W}tabs/{W}tab")) == 1
    assert len(short.findall(f"{W}pPr/{W}tabs/{W}tab")) == 2
    assert value(next(body(data).iter(f"{W}sdt")), "sdtPr/alias").endswith("…")


def test_rows_to_write_in_are_high_enough():
    (table,) = tables_of(SHEET, "FormTable")
    heights = [row.find(f"{W}trPr/{W}trHeight") is not None for row in table.findall(f"{W}tr")]
    assert heights == [False, True, True]


def test_columns_are_as_wide_as_their_longest_word():
    rows = (((Run("Done"),), (Run("What"),)), ((Run("", fill="tick"),), (Run("word " * 30),)))
    data = write_word(sheet(made=[Entry("e", (Table(rows, shares=(1, 30)),))]), LIBRARY)
    first, second = (int(column.get(f"{W}w")) for column in body(data).iter(f"{W}gridCol"))
    assert first > 600
    assert 9290 <= first + second <= 9298


def test_panels_side_by_side_are_one_table_headed_by_their_headings():
    table = tables_of(SHEET, "PanelTable")[0]
    heading, content = table.findall(f"{W}tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert [words_of(cell) for cell in heading.findall(f"{W}tc")] == ["en Do", "en Do not"]
    assert [words_of(cell) for cell in content.findall(f"{W}tc")] == ["en do oneen do two", "en do not"]
    assert value(table, "tblPr/tblCaption") == "en Do / en Do not"


def test_what_colour_says_signs_say_too():
    signs = {words: label for label, words in numbered(SHEET, "BoxPoint")}
    assert (signs["en do one"], signs["en do not"]) == ("✓", "✗")


def test_a_panel_is_kept_on_one_page_where_it_fits():
    def whole(letters):
        block = panels("en")
        long = ListBlock(((Run("x" * letters),),))
        made = Columns((block.boxes[0], Box("bad", (Run("No"),), (long,))))
        table = tables_of(write_word(sheet(made=[Entry("e", (made,))]), LIBRARY), "PanelTable")[0]
        return table.findall(f"{W}tr")[1].find(f"{W}trPr/{W}cantSplit") is not None

    assert whole(100)
    assert not whole(5_000)


def test_a_panel_without_a_heading_is_called_after_the_part():
    block = box("en")
    made = Entry("e", (replace(block, title=()),), (Run("The part"),))
    (table,) = tables_of(write_word(sheet(made=[made]), LIBRARY), "PanelTable")
    assert value(table, "tblPr/tblCaption") == "The part"
    assert len(table.findall(f"{W}tr")) == 1


def test_pictures_of_a_drawing_say_what_they_show():
    drawn = [e for e in body(SHEET).iter() if e.tag.endswith("}docPr")]
    assert [e.get("descr") for e in drawn] == ["en chart in words"]


def test_nothing_is_empty_but_what_ends_a_table():
    paragraphs = opened(SHEET).element.body.iter(f"{W}p")
    empty = [p for p in paragraphs if not words_of(p).strip() and not list(p.iter(f"{W}sdt", f"{W}drawing"))]
    assert {style_of(p) for p in empty} == {"TableEnd"}
