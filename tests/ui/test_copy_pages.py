"""Strips on pages: what hangs together stays together, and nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.copies.pages import balanced, bottom_of, paged
from desktop.ui.copies.strips import (
    FREE,
    KEPT,
    TIED,
    columns_headed,
    headed,
    height_of,
    held,
    held_with_next,
    paragraph_of,
    row,
    space,
    stacked,
)

ROOM = 100.0


def strips(*heights, hold=FREE, above=0.0):
    return [replace(space(height), hold=hold, above=above, mark=str(index)) for index, height in enumerate(heights)]


def marks(pages):
    return [[placed.strip.mark for placed in page] for page in pages]


def test_pages_are_filled_one_after_the_other():
    assert marks(paged(strips(40, 40, 40, 40, 40), ROOM)) == [["0", "1"], ["2", "3"], ["4"]]


def test_the_space_above_is_left_out_at_the_top_of_a_page():
    pages = paged(strips(50, 50, above=20), ROOM)
    assert [[placed.top for placed in page] for page in pages] == [[0], [0]]
    assert bottom_of(pages[0]) == 50


def test_what_is_kept_together_moves_to_the_next_page():
    made = [*strips(60), *held(strips(30, 30), KEPT)]
    assert marks(paged(made, ROOM)) == [["0"], ["0", "1"]]


def test_what_does_not_fit_on_any_page_is_torn_where_it_hangs_together_least():
    made = [*strips(50), *held([*held(strips(30, 30), TIED), *held(strips(30, 30), TIED)], KEPT)]
    assert marks(paged(made, ROOM)) == [["0"], ["0", "1"], ["0", "1"]]
    assert marks(paged(held(strips(60, 60, 60), TIED), ROOM)) == [["0"], ["1"], ["2"]]


def test_a_heading_stays_with_the_first_two_lines_of_what_follows():
    made = [*strips(60), *held_with_next(strips(10), TIED), *paragraph_of(strips(20, 20, 20, 20, 20))]
    pages = paged(made, ROOM)
    assert marks(pages) == [["0"], ["0", "0", "1", "2"], ["3", "4"]]


def test_a_part_can_begin_a_page():
    made = [*strips(10), replace(space(10), new_page=True), *strips(10)]
    assert [len(page) for page in paged(made, ROOM)] == [1, 2]
    assert [len(page) for page in paged(made[1:], ROOM)] == [2]


def test_a_head_is_repeated_on_every_page():
    head = replace(space(20), mark="head")
    pages = paged(headed([head], strips(30, 30, 30, 30)), ROOM)
    assert marks(pages) == [["head", "0", "1"], ["head", "2", "3"]]


def test_the_head_of_columns_stands_above_the_first_of_them_only():
    head = replace(space(20), mark="head", hold=TIED)
    heading = replace(space(10), hold=TIED, mark="heading")
    wide, rows = replace(space(60), mark="wide"), [replace(each, two_columns=True) for each in strips(30, 30)]
    pages = paged(columns_headed(head, [wide, heading, *rows]), ROOM)
    assert marks(pages) == [["wide"], ["heading", "head", "0", "1"]]
    pages = paged(columns_headed(head, [*rows, wide, heading, *rows]), ROOM)
    assert marks(pages) == [["head", "0", "1"], ["wide", "heading", "0"], ["head", "1"]]


def test_a_row_too_high_for_a_page_comes_in_pieces():
    made = row([(0.0, strips(*[10] * 30)), (50.0, strips(*[10] * 5))], 90)
    assert [each.height for each in made] == [90, 90, 90, 30]
    assert height_of(row([(0.0, strips(10, 10)), (50.0, strips(30))], 90)) == 30


def test_stacked_strips_are_as_high_as_all_of_them():
    assert stacked(strips(10, 20, above=5)).height == 35
    assert stacked([]).height == 0


def test_balanced_pages_are_about_equally_full():
    pages = balanced(strips(*[10] * 12), ROOM)
    assert [len(page) for page in pages] == [6, 6]
    assert balanced([], ROOM) == []


def test_balanced_pages_tear_nothing_more():
    made = [*held(strips(*[10] * 9), KEPT), *held(strips(10, 10), KEPT)]
    assert [len(page) for page in balanced(made, ROOM)] == [9, 2]


@pytest.mark.parametrize("laid", [paged, balanced])
@given(
    made=st.lists(
        st.builds(
            lambda height, above, hold, new_page: replace(space(height), above=above, hold=hold, new_page=new_page),
            st.floats(0.5, 140),
            st.floats(0, 20),
            st.sampled_from([FREE, FREE, KEPT, TIED]),
            st.booleans(),
        ),
        max_size=40,
    )
)
def test_every_strip_is_placed_once_in_order_and_none_over_another(laid, made):
    marked = [replace(strip, mark=str(index)) for index, strip in enumerate(made)]
    pages = laid(marked, ROOM)
    assert [mark for page in marks(pages) for mark in page] == [strip.mark for strip in marked]
    for page in pages:
        bottom = 0.0
        for placed in page:
            assert placed.top >= bottom - 0.01
            bottom = placed.top + placed.strip.height
        assert bottom <= ROOM + 0.02 or len(page) == 1
