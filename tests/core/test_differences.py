from hypothesis import given
from hypothesis import strategies as st

from desktop.core.differences import Change, Piece, differences

WORDS = st.lists(
    st.sampled_from(["staff", "must", "not", "post", ".", ",", " ", "  ", "\n", "\n\n- ", "{business_name}", "é🍞"]),
    max_size=14,
).map("".join)


def said(before, after):
    return [(piece.kind.value, piece.text) for piece in differences(before, after)]


def kept(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


def test_words_are_compared_whole():
    assert said("Staff may post photos.", "Staff must post photos.") == [
        ("same", "Staff "),
        ("removed", "may "),
        ("added", "must "),
        ("same", "post photos."),
    ]


def test_the_end_of_a_text_is_no_difference():
    assert said("Ask first.", "Ask first. Then post.") == [("same", "Ask first. "), ("added", "Then post.")]
    assert said("Ask first. Then post.", "Ask first.") == [("same", "Ask first."), ("removed", " Then post.")]


def test_an_item_of_a_list_that_came_is_all_that_is_marked():
    assert said("Never:\n\n- one", "Never:\n\n- one\n- two") == [("same", "Never:\n\n- one"), ("added", "\n- two")]


def test_hyphens_and_apostrophes_do_not_break_words():
    assert said("kata-kata", "kata") == [("removed", "kata-kata"), ("added", "kata")]
    assert [piece.text for piece in differences("", "don't")] == ["don't"]


def test_equal_texts_are_one_piece():
    assert differences("Both the same.\n\n- yes", "Both the same.\n\n- yes") == (
        Piece("Both the same.\n\n- yes", Change.SAME),
    )
    assert differences("", "") == ()


@given(WORDS, WORDS)
def test_nothing_gets_lost(before, after):
    pieces = differences(before, after)
    assert kept(pieces, Change.SAME, Change.ADDED) == after
    assert "".join(kept(pieces, Change.SAME, Change.REMOVED).split()) == "".join(before.split())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(before, after):
    assert kept(differences(before, after), Change.SAME, Change.ADDED) == after


def test_long_texts_take_no_time():
    before = " ".join(f"word{number % 97} the staff" for number in range(900))
    assert differences(before, before.replace("word5 ", "other "))
