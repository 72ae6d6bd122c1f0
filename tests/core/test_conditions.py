import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.conditions import ConditionError, parse


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("", {}, True),
        ("films_children", {"films_children": True}, True),
        ("films_children", {}, False),
        ("not films_children", {"films_children": False}, True),
        ("'tiktok' in platforms", {"platforms": ("tiktok", "whatsapp")}, True),
        ("'tiktok' in platforms", {"platforms": ()}, False),
        ("'tiktok' in platforms", {}, False),
        ("'tiktok' not in platforms", {}, True),
        ("state in ('sabah', 'sarawak')", {"state": "sabah"}, True),
        ("state != 'outside_malaysia'", {"state": None}, True),
        ("staff_count <= 10 and posture == 'strict'", {"staff_count": 10, "posture": "strict"}, True),
        ("staff_count <= 10", {}, False),
        ("(a or b) and not c", {"a": False, "b": True, "c": False}, True),
        ("watch_words", {"watch_words": ()}, False),
        ("owner == helper", {"owner": "aminah", "helper": "aminah"}, True),
    ],
)
def test_conditions_read_answers(source, values, expected):
    assert parse(source).holds(values) is expected


def test_a_condition_names_its_questions_and_codes():
    condition = parse("uses_agency and ('tiktok' in platforms or state == 'sabah')")
    assert condition.names == ("uses_agency", "platforms", "state")
    assert set(condition.codes) == {("platforms", "tiktok"), ("state", "sabah")}


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os').system('true')",
        "platforms[0]",
        "answers.values",
        "lambda: 1",
        "a if b else c",
        "[x for x in platforms]",
        "f'{a}'",
        "a < b < c",
        "1 +",
        "(platforms, staff_count)",
        "a := 1",
    ],
)
def test_nothing_but_conditions_is_let_through(source):
    with pytest.raises(ConditionError):
        parse(source)


@given(st.text(max_size=60))
def test_any_text_is_a_condition_or_a_clear_error(text):
    try:
        parse(text).holds({})
    except ConditionError as error:
        assert str(error)
