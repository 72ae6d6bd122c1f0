"""When the policy is to be read again."""

from datetime import date

import pytest

from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.facts import resolve
from desktop.core.watch.review import review_date


@pytest.fixture(scope="module")
def library():
    return load_library()


def facts_of(library, **values):
    return resolve(library, Answers({"business_name": "Kedai", **values}))


@pytest.mark.parametrize(
    ("starts", "months", "expected"),
    [
        (date(2027, 1, 1), 12, date(2028, 1, 1)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 12, 31), 11, date(2028, 11, 30)),
        (date(2027, 1, 15), 24, date(2029, 1, 15)),
        (date(9999, 6, 1), 12, None),
    ],
)
def test_the_review_date_follows_from_the_answers(library, starts, months, expected):
    assert review_date(facts_of(library, effective_date=starts, review_months=months)) == expected


def test_without_a_starting_day_there_is_no_review_date(library):
    assert review_date(facts_of(library)) is None
    assert review_date(facts_of(library, effective_date="not_sure")) is None
