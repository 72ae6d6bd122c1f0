"""Conditions in words."""

import pytest

from desktop.content.load import load_library
from desktop.core.condition_words import all_in_words, in_words
from desktop.core.conditions import ConditionError
from desktop.core.selection import applies_when, variant_condition

LIBRARY = load_library()


def test_every_condition_of_the_content_can_be_said_in_every_language():
    for language in LIBRARY.language:
        for clause in LIBRARY.clauses:
            conditions = [variant_condition(name, variant) for name, variant in clause.variants.items()]
            for condition in (*applies_when(clause), *conditions):
                said = in_words(LIBRARY, condition, language)
                assert said
                assert "==" not in said
                assert "_" not in said


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("", ""),
        ("uses_agency", "the answer to “{uses_agency}” is “Yes”"),
        ("not uses_agency", "the answer to “{uses_agency}” is “No”"),
        ("posture == 'strict'", "the answer to “{posture}” is “{posture:strict}”"),
        ("posture in ('open', 'strict')", "the answer to “{posture}” is “{posture:open}” or “{posture:strict}”"),
        ("not (posture == 'open')", "the answer to “{posture}” is not “{posture:open}”"),
        ("'tiktok' in platforms", "“{platforms:tiktok}” is ticked under “{platforms}”"),
        ("'tiktok' not in platforms", "“{platforms:tiktok}” is not ticked under “{platforms}”"),
        (
            "'tiktok' in platforms or 'x' in platforms",
            "“{platforms:tiktok}” or “{platforms:x}” is ticked under “{platforms}”",
        ),
        ("staff_count >= 6", "the answer to “{staff_count}” is at least 6"),
        ("deputy", "“{deputy}” has an answer"),
        ("not deputy", "“{deputy}” has no answer"),
        (
            "deputy and (uses_agency or posture == 'open')",
            "“{deputy}” has an answer and (the answer to “{uses_agency}” is “Yes” "
            "or the answer to “{posture}” is “{posture:open}”)",
        ),
        ("False", "never"),
    ],
)
def test_conditions_in_words(condition, expected):
    assert in_words(LIBRARY, condition, "en") == filled(expected)


def filled(pattern):
    for question in LIBRARY.questions:
        for choice in question.choices:
            pattern = pattern.replace(f"{{{question.id}:{choice.code}}}", choice.label["en"])
        pattern = pattern.replace(f"{{{question.id}}}", question.prompt["en"])
    return pattern


def test_conditions_that_must_all_hold():
    said = all_in_words(LIBRARY, ("deputy", "uses_agency"), "ms")
    assert said.count(" dan ") == 1
    assert all_in_words(LIBRARY, (), "ms") == ""


def test_what_is_no_condition_is_refused():
    with pytest.raises(ConditionError):
        in_words(LIBRARY, "import os", "en")


def test_an_interface_in_a_language_the_content_has_not_reads_the_first_one():
    said = in_words(LIBRARY, "posture == 'strict'", "gone")
    assert said == in_words(LIBRARY, "posture == 'strict'", LIBRARY.languages[0].id)
