"""Answers are taken in the form they are kept in, or refused with a reason."""

from datetime import date, datetime

import pytest

from desktop.core.answers import Account, Answers, Person
from desktop.core.library import Kind
from desktop.core.validate import LONGEST, AnswerError, checked
from tests.core.conftest import choices, question

ROWS = Answers(people={"ali": Person("ali", "Ali")}, accounts={"fb": Account("fb", "facebook", "kedai")})
DAY = date(2027, 1, 31)
TAKEN = {
    Kind.NAME: [(" Kedai ", "Kedai")],
    Kind.TEXT: [("Kata", {"ms": "Kata", "en": "Kata"}), ({"ms": " Kata "}, {"ms": "Kata"})],
    Kind.LONG_TEXT: [({"ms": "a\nb", "en": "c"}, {"ms": "a\nb", "en": "c"})],
    Kind.LIST: [(["a", {"en": "b"}], ({"ms": "a", "en": "a"}, {"en": "b"})), ([], ())],
    Kind.NUMBER: [(1, 1), (9, 9)],
    Kind.DATE: [(DAY, DAY), ("2027-01-31", DAY)],
    Kind.YES_NO: [(True, True), (False, False)],
    Kind.CHOICE: [("a", "a")],
    Kind.CHOICES: [(["b", "a", "b"], ("b", "a")), ([], ())],
    Kind.PERSON: [("ali", "ali")],
    Kind.PEOPLE: [(["ali"], ("ali",))],
    Kind.ACCOUNT: [("fb", "fb")],
    Kind.ACCOUNTS: [(("fb",), ("fb",))],
}
REFUSED = {
    Kind.NAME: [3, None, {"ms": "x"}, "x" * (LONGEST + 1)],
    Kind.TEXT: [3, {"fr": "x"}, {"ms": 3}],
    Kind.LONG_TEXT: [["x"]],
    Kind.LIST: ["x", [3]],
    Kind.NUMBER: ["3", True, 0, 10, 1.5],
    Kind.DATE: ["31.1.2027", 3, datetime(2027, 1, 31)],  # noqa: DTZ001 - a moment is no day
    Kind.YES_NO: ["yes", 1],
    Kind.CHOICE: ["c", ["a"], None],
    Kind.CHOICES: ["a", ["c"]],
    Kind.PERSON: ["siti", ["ali"], {}],
    Kind.PEOPLE: ["ali", ["siti"]],
    Kind.ACCOUNT: ["ali"],
    Kind.ACCOUNTS: [["ali"], [["fb"]]],
}


def asked(kind):
    limits = {"minimum": 1, "maximum": 9} if kind is Kind.NUMBER else {}
    return question("q", kind, choices=choices("a", "b"), **limits)


def test_no_kind_is_forgotten():
    assert set(TAKEN) == set(REFUSED) == set(Kind)


@pytest.mark.parametrize(("kind", "given", "kept"), [(k, *pair) for k, pairs in TAKEN.items() for pair in pairs])
def test_what_fits_is_kept(small, kind, given, kept):
    taken = checked(small, asked(kind), given, ROWS)
    assert taken == kept
    assert type(taken) is type(kept)


@pytest.mark.parametrize("kind", Kind)
def test_every_question_may_be_not_sure(small, kind):
    assert checked(small, asked(kind), "not_sure", ROWS) == "not_sure"


@pytest.mark.parametrize(("kind", "given"), [(kind, value) for kind, values in REFUSED.items() for value in values])
def test_what_does_not_fit_is_refused_with_a_reason(small, kind, given):
    with pytest.raises(AnswerError) as refused:
        checked(small, asked(kind), given, ROWS)
    assert str(refused.value)
