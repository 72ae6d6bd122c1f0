"""The page can lie on its side, and a long document can do without a title page."""

from dataclasses import replace

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import W, body, opened
from test_soundness import findings

from desktop.core.bilingual import SideBySide
from desktop.core.look import DESIGNS, Look
from desktop.render.word import base, write_word


def lying(made):
    if isinstance(made, SideBySide):
        return SideBySide(lying(made.left), lying(made.right))
    return replace(made, landscape=True)


FORMS = [document(sections=2, clauses=2), side_by_side(sections=2, clauses=2), document(sections=0)]
IDS = ["one", "both", "sheet"]


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("made", FORMS, ids=IDS)
def test_a_page_on_its_side_is_as_wide_as_it_was_high(made, design, tmp_path):
    data = write_word(lying(made), LIBRARY, Look(design))
    assert findings(data, tmp_path / "made.docx") == []
    for section in opened(data).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
        assert section._sectPr.find(f"{W}pgSz").get(f"{W}orient") == "landscape"


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("made", [*FORMS, *map(lying, FORMS)])
def test_tables_and_tabs_are_as_wide_as_the_page(made, design):
    wide = base.paper_of(Look(design), landscape=getattr(made, "left", made).landscape).page.text_width
    data = write_word(made, LIBRARY, Look(design))
    outer = [table for table in body(data) if table.tag == f"{W}tbl"]
    assert outer
    for table in outer:
        indent = int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w"))
        assert wide - 3 <= indent + sum(int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")) <= wide
    assert opened(data).styles["footer"].paragraph_format.tab_stops[0].position.twips == wide


def test_without_a_cover_the_text_begins_below_the_title():
    cover, none = (opened(write_word(document(), LIBRARY, Look(cover=cover))) for cover in (True, False))
    breaks = [[p.text for p in made.paragraphs if p.paragraph_format.page_break_before] for made in (cover, none)]
    assert breaks == [["Contents", "en section 1", "en Annex B: Signatures"], ["en Annex B: Signatures"]]
    for made in (cover, none):
        assert [cell.text for cell in made.tables[0].columns[0].cells] == ["Status", "Owner"]


def test_without_a_cover_two_languages_begin_below_the_title_too():
    made = opened(write_word(side_by_side(), LIBRARY, Look(cover=False)))
    breaks = [p.text for p in made.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["ms Annex B: Signatures\nen Annex B: Signatures"]
