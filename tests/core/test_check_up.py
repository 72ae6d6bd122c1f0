"""What still stands between answers and a policy to issue, and how far the answers have come."""

from desktop.core.answers import Answers, Person
from desktop.core.check_up import Severity, check_up
from desktop.core.facts import resolve
from desktop.core.progress import progress

READY = {
    "business_name": "Kedai",
    "own_words": {"ms": "Kata", "en": "Words"},
    "platforms": ("x",),
    "start": "not_sure",
}


def found(library, values, **registers):
    return [(f.severity, f.place) for f in check_up(library, Answers(values, **registers))]


def test_what_is_complete_has_nothing_to_see_to(small):
    assert found(small, {key: value for key, value in READY.items() if key != "start"}) == []


def test_essential_questions_come_first_and_each_gap_once(small):
    findings = check_up(small, Answers({"hours": "not_sure"}))
    assert [(f.severity, f.place) for f in findings] == [
        (Severity.OPEN, "business_name"),
        (Severity.REVIEW, "hours"),
        (Severity.REVIEW, "one.first"),  # the gap where the name belongs
        (Severity.REVIEW, "two.words"),
        (Severity.REVIEW, "two.where"),
    ]
    assert "[the firm (ms)]" in str(findings[2].what)


def test_words_in_one_language_only_are_named_with_the_other(small):
    values = READY | {"own_words": {"ms": "Kata", "en": " "}, "taboos": ({"en": "gossip"}, {"ms": "a", "en": "b"})}
    findings = [f for f in check_up(small, Answers(values)) if f.place in ("own_words", "taboos")]
    assert ["English" in str(f.what) for f in findings] == [True, False]
    assert [f.place for f in findings] == ["own_words", "taboos"]


def test_a_role_in_one_language_only_is_named_with_the_person(small):
    people = {"ali": Person("ali", "Ali", {"ms": "Pemilik"}), "siti": Person("siti", "Siti")}
    assert (Severity.REVIEW, "Ali") in found(small, READY, people=people)
    assert (Severity.REVIEW, "Siti") not in found(small, READY, people=people)


def test_an_answer_that_names_somebody_who_left_is_to_be_looked_at(small):
    values = READY | {"uses_agency": True, "agency_person": "ali"}
    assert (Severity.REVIEW, "agency_person") in found(small, values)
    ali = {"ali": Person("ali", "Ali")}
    assert (Severity.REVIEW, "agency_person") not in found(small, values, people=ali)


def test_questions_that_are_not_asked_are_left_in_peace(small):
    assert "agency_person" not in [place for _, place in found(small, READY | {"agency_person": "not_sure"})]


def test_progress_counts_what_is_asked(small):
    nothing = progress(resolve(small, Answers()))
    assert (nothing.answered, nothing.essential_open, nothing.complete) == (0, ("business_name",), False)
    some = progress(resolve(small, Answers({"business_name": "not_sure", "uses_agency": True, "hours": 3})))
    assert some.asked == nothing.asked + 1  # who at the agency
    assert (some.answered, some.not_sure, some.complete) == (3, ("business_name",), True)
    assert progress(resolve(small, Answers({"hours": 3})), "one") == progress(resolve(small, Answers({"hours": 3})))
    assert progress(resolve(small, Answers()), "two").asked == 0
