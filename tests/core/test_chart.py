"""The response chart: which boxes stand, where they stand, what the whole of it says."""

from dataclasses import replace
from itertools import combinations
from math import isclose

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.answers import Answers
from desktop.core.chart import Chart, ChartError, chart_of, lay_out
from desktop.core.chart_layout import label_of
from desktop.core.document import Run, plain
from desktop.core.facts import resolve
from desktop.core.fill import Fill
from desktop.core.letters import line_count, width
from desktop.core.library import Clause, Kind, Library, Question
from desktop.core.reference import ChartNode
from desktop.core.wording import Wording
from tests.strategies import ODD

WORDS = {"chart_yes": {"en": "Yes"}, "chart_no": {"en": "No"}, "chart_go_on": {"en": "Go on to {number}."}}


def node(name, kind, **more):
    return ChartNode(name, kind, {"en": more.pop("text", f"{name.capitalize()} text")}, **more)


NODES = (
    node("begin", "start", next="safe"),
    node("safe", "question", yes="stop", no="ours", tone="danger", note={"en": "Threats, leaks"}),
    node("stop", "action", tone="danger", when="strict_gate", instead="pause"),
    node("pause", "action"),
    node("ours", "question", yes="true", no="leave"),
    node("leave", "end"),
    node("true", "question", yes="sorry", no="rest", text="True?"),
    node("sorry", "action", note={"en": "Ask {firm}."}),
    node("rest", "end"),
)


def ids(chart: Chart) -> list[str]:
    rows = [name for row in chart.rows for name in (row.question.id, row.leaf.id, row.answer)]
    return [chart.start.id, *rows, chart.last.id]


def changed(name, **fields):
    return tuple(replace(each, **fields) if each.id == name else each for each in NODES)


def always(_condition):
    return True


def drawn(nodes=NODES, columns=2, height=200.0, width=164.0, firm="Seri Murni"):
    empty = {"en": ""}
    firm_question = Question("firm", Kind.NAME, empty, empty, empty, step="one", gap={"en": "the firm"})
    gate = Question("strict_gate", Kind.YES_NO, empty, empty, empty, step="one", default=True)
    uses_both = Clause("a.b", "a", empty, empty, {"en": "{firm}"}, when="strict_gate", detail="short")
    library = Library("", (), WORDS, (), (), (firm_question, gate), (uses_both,), (), (), chart=nodes)
    facts = resolve(library, Answers({"firm": firm} if firm else {}))
    return lay_out(library, Fill(Wording(library, facts, "en"), {}), width=width, height=height, columns=columns)


def test_questions_follow_each_other_with_what_ends_them_beside():
    expected = ["begin", "safe", "stop", "yes", "ours", "leave", "no", "true", "sorry", "yes", "rest"]
    found = ids(chart_of(NODES, always))
    # the last question has two ends; the one beside it is for the same answer as above
    assert found == [*expected[:7], "true", "rest", "no", "sorry"]


def test_a_box_whose_condition_does_not_hold_gives_its_place_to_another():
    assert ids(chart_of(NODES, lambda when: not when))[2] == "pause"


@pytest.mark.parametrize(
    ("nodes", "at", "words"),
    [
        ((), "", "start"),
        (NODES[1:], "", "start"),
        (changed("begin", next="nowhere"), "begin", "nowhere"),
        (changed("begin", next="leave"), "leave", "a question must stand here"),
        (changed("safe", yes="ours", no="true"), "safe", "both answers"),
        (changed("true", yes="safe"), "safe", "two arrows"),
        (changed("true", yes="leave"), "leave", "two arrows"),
        (changed("true", no="leave"), "leave", "two arrows"),
        (changed("true", yes="begin"), "true", "back to the start"),
        (changed("true", no=""), "true", "nowhere"),
        (changed("stop", when="x", instead="stop"), "stop", "circle"),
        (changed("stop", instead=""), "safe", "nowhere"),
    ],
)
def test_boxes_that_make_no_chart_are_refused(nodes, at, words):
    with pytest.raises(ChartError) as error:
        chart_of(nodes, lambda when: not when or words not in ("circle", "nowhere"))
    assert error.value.node == at
    assert words in str(error.value.reason)


def test_the_whole_chart_is_said_in_words():
    assert drawn().says.splitlines() == [
        "Begin text.",
        "1. Safe text. Threats, leaks. Yes: Stop text. No: Go on to 2.",
        "2. Ours text. Yes: Go on to 3. No: Leave text.",
        "3. True? Yes: Sorry text. Ask Seri Murni. No: Rest text.",
    ]


def test_what_is_still_to_be_answered_stands_in_brackets():
    runs = next(shape for shape in drawn(firm="").shapes if shape.id == "sorry").note
    assert [(run.text, run.gap) for run in runs] == [("Ask ", False), ("[the firm]", True), (".", False)]


def test_a_name_that_ends_in_a_full_stop_gets_no_second_one():
    runs = next(shape for shape in drawn(firm="Murni Sdn. Bhd.").shapes if shape.id == "sorry").note
    assert plain(runs) == "Ask Murni Sdn. Bhd."


def test_a_name_that_nobody_has_is_shortened():
    runs = next(shape for shape in drawn(firm="X" * 10_000).shapes if shape.id == "sorry").note
    assert plain(runs).endswith("X….")
    assert len(plain(runs)) < 100


def test_letters_are_as_large_as_the_page_allows():
    sizes = [drawn(height=height).points for height in (60, 90, 200)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
    assert drawn(height=90).height <= 90
    assert drawn(height=200).height <= 200


def test_on_telephones_what_to_do_stands_below_its_question():
    made = {shape.id: shape for shape in drawn(columns=1, width=90, height=0).shapes}
    for question, leaf in (("safe", "stop"), ("ours", "leave")):
        assert made[leaf].top > made[question].top + made[question].height
        assert made[leaf].left > made[question].left


FIXED = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="{}[]"), min_size=1, max_size=200),
    st.sampled_from([" ", "a b " * 60, "Perkataan-perkataan " * 12, "陈记面包 " * 20, "👩‍🍳" * 40, "W" * 300]),
)


@st.composite
def charts(draw):
    """Charts of random length and words; the way on is now yes, now no."""
    count = draw(st.integers(1, 9))
    nodes = [ChartNode("start", "start", {"en": draw(FIXED)}, {"en": draw(FIXED)}, next="q0")]
    for index in range(count):
        on = f"q{index + 1}" if index + 1 < count else "last"
        yes, no = (on, f"a{index}") if draw(st.booleans()) else (f"a{index}", on)
        tone = draw(st.sampled_from(["", "danger", "good"]))
        nodes.append(ChartNode(f"q{index}", "question", {"en": draw(FIXED)}, {"en": draw(FIXED)}, tone, yes, no))
        kind = draw(st.sampled_from(["action", "end"]))
        nodes.append(ChartNode(f"a{index}", kind, {"en": f"{draw(FIXED)}{{firm}}"}, {"en": draw(FIXED)}))
    return (*nodes, ChartNode("last", "end", {"en": draw(FIXED)}))


def box(place):
    return place.left, place.top, place.left + place.width, place.top + place.height


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(charts(), st.sampled_from([(2, 164, 212), (1, 90, 0), (2, 162, 60), (1, 60, 300)]), st.sampled_from(ODD))
def test_no_two_things_touch_whatever_the_words(nodes, room, firm):
    columns, wide, high = room
    drawing = drawn(nodes, columns, high, wide, firm)
    boxes = [box(shape) for shape in drawing.shapes]
    labels = [box(label_of(arrow, drawing.points)) for arrow in drawing.arrows if arrow.label]
    for one, other in combinations([*boxes, *labels], 2):
        assert not overlap(one, other)
    for left, top, right, bottom in [*boxes, *labels]:
        assert 0 <= left < right <= drawing.width + 0.001
        assert 0 <= top < bottom <= drawing.height + 0.001
    assert drawing.width == wide
    assert len(drawing.arrows) == len(drawing.shapes) - 1
    for arrow in drawing.arrows:
        (x, y), (to_x, to_y) = arrow.points
        assert any((isclose(y, bottom) and left < x < right) or isclose(x, right) for left, top, right, bottom in boxes)
        assert any((isclose(to_y, top) and left < to_x < right) or isclose(to_x, left) for left, top, right, _ in boxes)
        line = (x, y, to_x, to_y)
        assert not any(overlap(line, other) for other in [*boxes, *labels])


def test_lines_are_counted_as_they_are_printed():
    assert line_count((Run("one two"),), 100, 10) == 1
    assert line_count((Run("word " * 10),), width("word word", 10) + 0.1, 10) == 5
    assert line_count((Run("X" * 100),), width("X" * 10, 10) + 0.1, 10) == 10
    assert line_count((Run("a", bold=True), Run("b c")), width("ab", 10, bold=True) + 0.1, 10) == 2
    assert line_count((), 50, 10) == line_count((Run("  "),), 50, 10) == 0
    assert width("bold", 10, bold=True) > width("bold", 10)
    assert width("陈", 10) > width("é", 10)
