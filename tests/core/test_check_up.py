"""What still stands between answers and a policy to issue, and how far the answers have come."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.answers import Account, Answers, ClauseChoice, Person
from desktop.core.check_up import check_up, is_ready
from desktop.core.facts import resolve
from desktop.core.progress import progress
from desktop.core.reference import Contradiction, Law, LawStatus
from desktop.i18n import worded
from tests.core.checking import (
    ALI,
    LAW,
    OPEN,
    PERSON,
    QUESTION,
    REVIEW,
    TODAY,
    answers,
    clause,
    found,
    printing,
    said,
    with_clause,
    with_clauses,
    with_questions,
)
from tests.core.conftest import both, choices, question


def test_what_is_complete_has_nothing_to_see_to(small):
    findings = check_up(small, answers())
    assert findings == ()
    assert is_ready(findings)


class TestAnswers:
    def test_each_open_question_is_found_once_and_where_it_is_answered(self, small):
        """Essential or not: the gap in the text and the missing answer are one thing to see to."""
        assert found(small, Answers({"hours": "not_sure"})) == [
            (OPEN, QUESTION, "business_name"),
            (OPEN, QUESTION, "platforms"),
            (OPEN, QUESTION, "own_words"),
            (REVIEW, QUESTION, "hours"),
        ]
        assert "[own words (en)]" in said(small, Answers(), "own_words")[0]

    def test_not_sure_is_open_only_where_it_leaves_a_gap(self, small):
        unsure = answers({"platforms": "not_sure", "hours": "not_sure", "business_name": "not_sure"})
        assert found(small, unsure) == [
            (OPEN, QUESTION, "business_name"),
            (OPEN, QUESTION, "platforms"),
            (REVIEW, QUESTION, "hours"),
        ]
        assert said(small, unsure, "platforms") == ["you were not sure here, so the text has a gap: [platforms (en)]"]

    def test_a_gap_is_asked_for_in_the_language_of_the_interface(self, small):
        (finding,) = [f for f in check_up(small, Answers()) if f.place == "platforms"]
        assert "[platforms (ms)]" in worded(finding.what, "ms")

    def test_questions_that_are_not_asked_are_left_in_peace(self, small):
        assert found(small, answers({"agency_person": "not_sure"})) == []

    def test_an_answer_that_names_somebody_who_left_is_open(self, small):
        named = answers({"uses_agency": True, "agency_person": "ali"})
        assert found(small, named) == [(OPEN, QUESTION, "agency_person")]
        assert found(small, replace(named, people={"ali": ALI})) == []

    def test_one_of_several_who_left_is_open_too(self, small):
        library = printing(with_questions(small, question("posters", "people")), "posters")
        named = answers({"posters": ("ali", "siti")}, people={"ali": ALI})
        assert found(library, named) == [(OPEN, QUESTION, "posters")]
        assert "no longer listed" in said(library, named, "posters")[0]

    @pytest.mark.parametrize(("printed", "severity"), [(False, REVIEW), (True, OPEN)])
    def test_a_role_that_nobody_has(self, small, printed, severity):
        """Watch is chosen, and nobody keeps it."""
        library = with_questions(small, question("watcher", "person", when="hours > 0", gap=both("who watches")))
        silent = clause("two.watch", body=both("Somebody watches."), when="not watcher")
        library = printing(library, "watcher") if printed else with_clauses(library, silent)
        assert found(library, answers()) == [(severity, QUESTION, "watcher")]
        assert found(library, answers({"watcher": "ali"}, people={"ali": ALI})) == []

    def test_the_control_table_prints_who_to_ask(self, small):
        library = with_questions(small, question("contact_person", "person"))
        assert found(library, answers()) == [(OPEN, QUESTION, "contact_person")]

    def test_contradictions_weigh_what_the_content_says(self, small):
        def against(severe):
            told = Contradiction("c", "uses_agency and hours < 5", both("x"), both("y"), "hours", severe=severe)
            return replace(small, contradictions=(told,))

        opposed = answers({"uses_agency": True, "agency_person": "ali", "hours": 2}, people={"ali": ALI})
        assert found(against(True), opposed) == [(OPEN, QUESTION, "hours")]
        assert found(against(False), opposed) == [(REVIEW, QUESTION, "hours")]
        assert said(against(False), opposed, "hours") == ["x (en)"]
        assert found(against(True), answers({"hours": 2})) == []

    def test_what_is_missing_is_not_said_to_contradict_as_well(self, small):
        told = Contradiction("c", "not business_name", both("x"), both("y"), "business_name", severe=True)
        library = replace(small, contradictions=(told,))
        assert said(library, Answers(), "business_name") == ["this question is not answered yet"]
        unsure = Contradiction("c", "hours < 5", both("x"), both("y"), "hours", severe=True)
        guessed = answers({"hours": "not_sure"})  # nobody said that it is less than 5
        assert found(replace(small, contradictions=(unsure,)), guessed) == [(REVIEW, QUESTION, "hours")]
        assert said(replace(small, contradictions=(unsure,)), guessed, "hours") == [
            "you were not sure here; the cautious answer is used until you decide"
        ]
        aside = Contradiction("c", "hours < 5 and not uses_agency", both("x"), both("y"), "uses_agency", severe=True)
        guessed = answers({"hours": "not_sure", "uses_agency": False})
        words = "something is not decided yet here, and may not go with your other answers"
        assert said(replace(small, contradictions=(aside,)), guessed, "uses_agency") == [words]
        assert (REVIEW, QUESTION, "uses_agency") in found(replace(small, contradictions=(aside,)), guessed)
        nobody = Contradiction("c", "not watcher", both("x"), both("y"), "watcher")
        library = with_questions(small, question("watcher", "person"))
        library = with_clauses(library, clause("two.watch", when="not watcher"))
        assert said(library, answers(), "watcher") == ["nobody has this role yet"]
        assert said(replace(library, contradictions=(nobody,)), answers(), "watcher") == ["x (en)"]

    def test_a_contradiction_at_a_question_that_is_not_asked_is_none(self, small):
        told = Contradiction("c", "not uses_agency", both("x"), both("y"), "agency_person", severe=True)
        assert found(replace(small, contradictions=(told,)), answers()) == []


class TestLanguages:
    """The owner's words in one language only."""

    def test_each_language_is_named_once_for_every_text(self, small):
        half = answers({"own_words": {"ms": "Kata", "en": " "}, "taboos": ({"en": "gossip"}, {"ms": "a", "en": "b"})})
        assert found(small, half) == [(OPEN, QUESTION, "own_words"), (OPEN, QUESTION, "taboos")]
        assert "English" in said(small, half, "own_words")[0]
        assert "Bahasa Malaysia" in said(small, half, "taboos")[0]

    def test_words_that_stand_in_brackets_are_no_gap(self, small):
        for language in ("ms", "en"):
            assert len(said(small, answers({"own_words": {language: "Kata"}}), "own_words")) == 1

    def test_what_the_policy_does_not_come_out_in_is_not_missed(self, small):
        codes = ("ms", "en", "both")
        library = with_questions(small, question("document_language", "choice", choices=choices(*codes)))
        library = printing(library, "document_language")
        half = {"own_words": {"ms": "Kata"}}
        assert found(library, answers(half | {"document_language": "ms"})) == []
        for chosen in ("en", "both"):
            assert found(library, answers(half | {"document_language": chosen})) == [(OPEN, QUESTION, "own_words")]

    def test_while_the_language_is_only_suggested_no_words_are_missing(self, small):
        codes = choices("ms", "en", "both")
        library = with_questions(small, question("document_language", "choice", choices=codes, default="both"))
        library = printing(library, "document_language")
        assert found(library, answers({"own_words": {"ms": "Kata"}})) == [(REVIEW, QUESTION, "own_words")]

    def test_a_role_in_one_language_only_is_named_with_the_person(self, small):
        agency = {"uses_agency": True, "agency_person": "ali"}
        half = answers(agency, people={"ali": Person("ali", "Ali", {"ms": "Pemilik"})})
        assert found(small, half) == [(OPEN, PERSON, "ali")]
        assert said(small, half, "ali") == ["the role of Ali is not written in English yet"]

    def test_a_person_who_is_named_without_a_role(self, small):
        agency = {"uses_agency": True, "agency_person": "siti"}
        siti = {"siti": Person("siti", "Siti"), "abu": Person("abu", "Abu", {"ms": "Kerani"})}
        assert found(small, answers(agency, people=siti)) == [(REVIEW, PERSON, "siti")]
        assert found(small, answers(people=siti)) == []


def test_an_account_that_nobody_keeps(small):
    library = printing(with_questions(small, question("pages", "accounts")), "pages")
    accounts = {"fb": Account("fb", "x", "@kedai", "ali"), "tt": Account("tt", "tiktok", "@roti", "siti")}
    kept = answers({"pages": ("fb", "tt")}, people={"ali": ALI}, accounts=accounts)
    assert found(library, kept) == [(REVIEW, QUESTION, "pages")]
    assert said(library, kept, "pages") == ["nobody keeps the account @roti"]


class TestLaws:
    @pytest.fixture
    def library(self, small):
        laws = tuple(
            Law(name, both(name), both("means"), LawStatus.IN_FORCE, month, "confirmed", when=when)
            for name, month, when in (
                ("old", "2026-08", ""),
                ("new", "2026-09", ""),
                ("elsewhere", "2020-01", "uses_agency"),
                ("unused", "2020-01", ""),
            )
        )
        references = ("old:3", "old:4", "new", "elsewhere:1")
        return with_clause(replace(small, laws=laws), "two.where", laws=references)

    def test_evidence_is_old_after_a_year(self, library):
        findings = check_up(library, answers(), TODAY)
        assert [(f.severity, f.where, f.place) for f in findings] == [(REVIEW, LAW, "old")]
        assert is_ready(findings)
        assert found(library, answers(), date(2027, 10, 1)) == [(REVIEW, LAW, "old"), (REVIEW, LAW, "new")]

    def test_without_a_day_nothing_is_old(self, library):
        assert found(library, answers()) == []

    def test_only_laws_the_policy_rests_on_count(self, library):
        out = {"two.where": ClauseChoice(included=False)}
        assert found(library, answers(choices=out), TODAY) == []


def test_what_weighs_comes_first_and_keeps_the_policy_from_being_ready(small):
    findings = check_up(small, Answers({"hours": "not_sure", "platforms": ("x",), "own_words": both("w")}))
    assert [f.severity for f in findings] == [OPEN, REVIEW]
    assert not is_ready(findings)
    assert is_ready(findings[1:])


def test_every_finding_says_what_and_why(small):
    for finding in check_up(small, Answers({"hours": "not_sure"})):
        assert str(finding.what)
        assert str(finding.why)


def test_progress_counts_what_is_asked(small):
    nothing = progress(resolve(small, Answers()))
    assert (nothing.answered, nothing.essential_open, nothing.complete) == (0, ("business_name",), False)
    some = progress(resolve(small, Answers({"business_name": "not_sure", "uses_agency": True, "hours": 3})))
    assert some.asked == nothing.asked + 1  # who at the agency
    assert (some.answered, some.not_sure, some.complete) == (3, ("business_name",), True)
    assert progress(resolve(small, Answers({"hours": 3})), "one") == progress(resolve(small, Answers({"hours": 3})))
    assert progress(resolve(small, Answers()), "two").asked == 0
