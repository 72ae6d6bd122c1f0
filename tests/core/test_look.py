"""One colour of the firm, and what is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.look import BLACK, LEAST_CONTRAST, WHITE, contrast, is_colour, mixed, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_within_bounds(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
    assert contrast(one, one) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(BLACK, WHITE, 21), ("#777777", WHITE, 4.48), ("#767676", WHITE, 4.54), ("#FF0000", WHITE, 4.0)],
)
def test_contrast_is_that_of_the_standard(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)


@given(colours)
def test_text_in_any_colour_can_be_read_on_paper(colour):
    dark = readable(colour)
    assert is_colour(dark)
    assert contrast(dark, WHITE) >= LEAST_CONTRAST
    assert readable(dark) == dark


@given(colours)
def test_what_can_be_read_already_stays(colour):
    assert contrast(colour, WHITE) < LEAST_CONTRAST or readable(colour) == colour


@given(colours)
def test_a_colour_is_darkened_no_more_than_it_must_be(colour):
    dark = readable(colour)
    if dark != colour:
        lighter = mixed(dark, colour, 0.9)
        assert contrast(dark, WHITE) < LEAST_CONTRAST + 0.5 or lighter == dark
        assert all(int(dark[i : i + 2], 16) <= int(colour[i : i + 2], 16) for i in (1, 3, 5))


@given(colours, colours)
def test_text_can_be_read_on_a_tint_of_any_colour(colour, tinted):
    tint = mixed(tinted, WHITE, 0.12)
    assert contrast(readable(colour, tint), tint) >= LEAST_CONTRAST
    assert contrast("#222B33", tint) >= LEAST_CONTRAST


@given(colours, colours)
def test_mixing_reaches_both_ends(one, other):
    assert (mixed(one, other, 1), mixed(one, other, 0)) == (one, other)


@pytest.mark.parametrize("text", ["", "17596A", "#17596", "#17596A0", "#GGGGGG", "teal", " #17596A", "#17596A\n"])
def test_only_six_digits_after_a_hash_are_a_colour(text):
    assert not is_colour(text)
    assert is_colour("#17596a")
