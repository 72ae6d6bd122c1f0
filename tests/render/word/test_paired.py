"""Handouts in two languages: what is read stands side by side, what is filled in stands once."""

from dataclasses import replace

import pytest
from hand_made import LIBRARY
from hand_made_sheets import both, box, chart, pair_of, panels, register, said, sheet
from reading import W, body, language_of, numbered, style_of, words_of

from desktop.core.bilingual import PairingError
from desktop.core.document import Box, Columns, Entry, Field, ListBlock, Paragraph, Run, Table
from desktop.render.word import write_word

BOTH = write_word(both(), LIBRARY)
TAGS = {"ms": "ms-MY", "en": "en-GB"}


def tables(data, style):
    return [t for t in body(data).iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == style]


def rows(table):
    return [[words_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]


def written(make):
    """A part in both languages, made by a function of the language."""
    return write_word(pair_of(lambda language: [Entry("e", (make(language),))]), LIBRARY)


def styled(data, style):
    return [words_of(p) for p in body(data).iter(f"{W}p") if style_of(p) == style]


def test_title_and_status_stand_in_both_languages():
    first = [(style_of(p), words_of(p)) for p in body(BOTH).findall(f"{W}p")[:3]]
    assert first == [
        ("SheetFirm", "Kedai Roti Seri Murni"),
        ("SheetTitle", "Dasar media sosial · Social media policy"),
        ("SheetStatus", "Draf · Draft"),
    ]


def test_a_heading_names_the_part_once_in_both_languages():
    headings = styled(BOTH, "PartHeading")
    assert headings == [
        "1. ms Lists · en Lists",
        "ms Panels · en Panels",
        "ms Register · en Register",
        "ms Form · en Form",
    ]


def test_long_headings_have_a_line_a_language():
    data = write_word(pair_of(lambda language: [Entry("e", (), said(language, "word " * 10))]), LIBRARY)
    assert "\n" in styled(data, "PartHeading")[0]


def test_a_heading_that_is_the_same_stands_once():
    data = write_word(pair_of(lambda _: [Entry("e", (), (Run("WhatsApp"),))]), LIBRARY)
    assert styled(data, "PartHeading") == ["WhatsApp"]
    assert [mark.get(f"{W}name") for mark in body(data).iter(f"{W}bookmarkStart")] == ["part_1_ms", "part_1_en"]


def test_every_word_says_its_language():
    for run in body(BOTH).iter(f"{W}r"):
        language = words_of(run)[:2]
        if language in TAGS and words_of(run)[2:3] == " ":
            assert language_of(run) == TAGS[language]


def test_items_stand_beside_items():
    found = rows(tables(BOTH, "PlainTable")[1])
    assert found[0] == ["Bahasa Malaysia", "English"]
    assert all(left.replace("ms ", "en ") == right for left, right in found[1:])
    assert len(found) == 1 + 1 + 3 + 2 + 2 + 2


def test_both_columns_count_on_their_own():
    counted = [item for item in numbered(BOTH, "ColumnNumber") if "step" in item[1]]
    labels = ["1.", "2.", "(a)", "(b)", "1.", "2."]
    assert [label for label, _ in counted] == [label for label in labels for _ in range(2)]


def test_panels_stand_one_below_the_other_with_the_languages_in_columns():
    do, dont = tables(BOTH, "PanelTable")[:2]
    assert rows(do) == [["ms Do", "en Do"], ["ms do one", "en do one"], ["ms do two", "en do two"]]
    assert rows(dont) == [["ms Do not", "en Do not"], ["ms do not", "en do not"]]
    assert do.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_what_is_filled_in_in_a_panel_stands_once():
    data = written(box)
    two, one = tables(data, "PanelTable")
    assert len(rows(two)) == 4
    ((inside,),) = rows(one)
    assert inside.startswith("ms in the panel · en in the panel")
    assert inside.count("☐") == 1


def test_a_panel_without_a_heading_is_headed_by_the_languages():
    data = written(lambda language: replace(box(language), title=()))
    assert rows(tables(data, "PanelTable")[0])[0] == ["Bahasa Malaysia", "English"]


def test_a_table_stands_once_with_both_languages_in_its_cells():
    (table,) = tables(BOTH, "FormTable")
    lines = [[[words_of(p) for p in c.findall(f"{W}p")] for c in r.findall(f"{W}tc")] for r in table.findall(f"{W}tr")]
    assert lines[0] == [
        ["ms Account", "en Account"],
        ["ms Two-step", "en Two-step"],
        ["ms Checked", "en Checked"],
    ]
    assert lines[1][0] == ["@seri"]
    assert lines[1][1] == ["☐"]
    assert lines[2][1] == ["☐ ms done", "en done"]
    assert len(list(table.iter(f"{W}sdt"))) == 5


def test_the_second_language_is_muted():
    styles = {words_of(p): style_of(p) for p in tables(BOTH, "FormTable")[0].iter(f"{W}p")}
    assert styles["ms Account"] == "TableHeading"
    assert styles["en Account"] == styles["en done"] == "TableSecond"


def test_lines_and_boxes_to_tick_stand_once():
    lines = [line.partition("_")[0].rstrip() for line in styled(BOTH, "SheetField")]
    assert "ms name · en name" in lines
    assert "ms signature · en signature" in lines
    assert len(lines) == 4 + 2
    assert "☐ms point 0 · en point 0☐ms point 1 · en point 1☐ms point 2 · en point 2" in styled(BOTH, "SheetText")
    names = [c.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for c in body(BOTH).iter(f"{W}sdt")]
    assert names.count("ms point 0 / en point 0") == 1
    assert names.count("ms name / en name") == 1


def test_the_languages_are_named_once():
    named = [words for words in styled(BOTH, "ColumnName") if words]
    assert named == ["Bahasa Malaysia", "English"]
    assert set(styled(BOTH, "ColumnNameUnseen")) == {"Bahasa Malaysia", "English"}


def test_each_language_has_its_own_drawing_on_its_own_page():
    data = written(chart)
    drawn = [e for e in body(data).iter() if e.tag.endswith("}docPr") or e.tag == f"{W}pageBreakBefore"]
    assert [e.get("descr", "page") for e in drawn] == ["ms chart in words", "page", "en chart in words"]


def test_parts_without_headings_share_their_columns():
    words = [lambda language, n=n: Entry(f"e{n}", (Paragraph(said(language, f"words {n}")),)) for n in range(3)]
    data = write_word(pair_of(lambda language: [make(language) for make in words]), LIBRARY)
    (table,) = tables(data, "PlainTable")
    assert len(rows(table)) == 1 + 3


def longer(block):
    """The same kind of block, one thing longer."""
    more = (Run("more"),)
    match block:
        case ListBlock(items):
            return replace(block, items=(*items, more))
        case Table(rows):
            return replace(block, rows=(*rows, rows[-1]))
        case Box(blocks=blocks):
            return replace(block, blocks=(*blocks, Paragraph(more)))
        case Columns(boxes):
            return Columns((*boxes, boxes[0]))


MADE = [
    lambda language: ListBlock((said(language, "item"),)),
    lambda language: ListBlock((said(language, "item"),), mark="tick"),
    register,
    box,
    panels,
]


@pytest.mark.parametrize("make", MADE)
def test_sides_of_different_shape_are_refused(make):
    for other in (longer(make("en")), Field("Name"), ListBlock((), mark="tick")):
        made = replace(both(), left=sheet("ms", [Entry("e", (make("ms"),))]), right=sheet("en", [Entry("e", (other,))]))
        with pytest.raises(PairingError):
            write_word(made, LIBRARY)


def test_rows_of_different_length_are_refused():
    table = register("en")
    short = replace(table, rows=(*table.rows[:-1], table.rows[-1][:-1]))
    made = replace(both(), left=sheet("ms", [Entry("e", (table,))]), right=sheet("en", [Entry("e", (short,))]))
    with pytest.raises(PairingError):
        write_word(made, LIBRARY)


def test_parts_of_different_length_are_refused():
    one, two = Entry("e", (box("ms"),)), Entry("e", (box("en"), box("en")))
    with pytest.raises(PairingError):
        write_word(replace(both(), left=sheet("ms", [one]), right=sheet("en", [two])), LIBRARY)
