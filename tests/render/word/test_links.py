"""Contents and cross-references lead somewhere, in the reader's language."""

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import W, body, style_of, words_of

from desktop.render.word import write_word


def bookmarks(data):
    return {mark.get(f"{W}name"): mark.getparent() for mark in body(data).iter(f"{W}bookmarkStart")}


def links(data):
    return [(link.get(f"{W}anchor"), link) for link in body(data).iter(f"{W}hyperlink")]


@pytest.mark.parametrize("made", [document("ms"), document("en"), side_by_side()], ids=["ms", "en", "both"])
def test_every_link_has_a_bookmark(made):
    data = write_word(made, LIBRARY)
    marks = bookmarks(data)
    assert {anchor for anchor, _ in links(data)} <= set(marks)
    identities = [mark.get(f"{W}id") for mark in body(data).iter(f"{W}bookmarkStart")]
    assert len(identities) == len(set(identities)) == len(marks)
    assert identities == [mark.get(f"{W}id") for mark in body(data).iter(f"{W}bookmarkEnd")]
    assert all(name.isascii() and name.isidentifier() and len(name) <= 40 for name in marks)


def test_contents_name_every_heading_in_order():
    made = document()
    data = write_word(made, LIBRARY)
    marks = bookmarks(data)
    lines = [(anchor, link) for anchor, link in links(data) if style_of(link.getparent()).startswith("TOC")]
    assert len(lines) == 10 + 80 + 2
    for anchor, link in lines:
        assert words_of(link).endswith(words_of(marks[anchor]))
    assert words_of(lines[1][1]) == "1.1en clause 1.1"


def test_contents_of_both_languages_lead_to_their_own_column():
    data = write_word(side_by_side(), LIBRARY)
    marks = bookmarks(data)
    for anchor, link in links(data):
        if style_of(link.getparent()) == "TOC2":
            assert words_of(link).endswith(words_of(marks[anchor]))
            assert anchor.endswith("_ms" if "ms clause" in words_of(link) else "_en")


def test_reference_leads_to_its_clause():
    data = write_word(document(), LIBRARY)
    (found,) = [anchor for anchor, link in links(data) if words_of(link) == "clause\u00a02.3"]
    assert words_of(bookmarks(data)[found]) == "en clause 2.3"
