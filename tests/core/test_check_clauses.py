"""What the check-up says about clauses: neighbours, wording against the answers, the owner's own words."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.answers import ClauseChoice, ClauseEdit, OwnClause
from desktop.core.check_up import check_up, is_ready
from desktop.core.library import Variant
from desktop.core.reference import Overbroad
from tests.core.checking import (
    ALI,
    CLAUSE,
    OPEN,
    QUESTION,
    REVIEW,
    answers,
    found,
    printing,
    said,
    with_clause,
    with_questions,
)
from tests.core.conftest import both, choices, question


class TestClauses:
    def test_what_a_clause_needs_or_points_to_and_is_left_out(self, small):
        library = with_clause(small, "two.where", needs=("one.first", "one.agency"))
        out = {"one.first": ClauseChoice(included=False)}
        assert found(library, answers()) == [(OPEN, CLAUSE, "two.where")]  # one.agency
        library = with_clause(small, "two.where", needs=("one.first",))
        assert found(library, answers()) == []
        assert found(library, answers(choices=out)) == [(OPEN, CLAUSE, "two.words"), (OPEN, CLAUSE, "two.where")]
        assert said(library, answers(choices=out), "two.words") == [
            "this clause needs “First (en)”, which is left out"  # once, though both languages point to it
        ]

    def test_a_clause_that_is_out_needs_nothing(self, small):
        library = with_clause(small, "one.agency", needs=("one.strict",))
        assert found(library, answers()) == []

    def test_clauses_that_say_the_opposite(self, small):
        """Said once, whether one of the two names the other or both do."""
        library = with_clause(small, "one.first", conflicts=("two.where", "one.agency"))
        assert said(library, answers(), "one.first") == ["this clause contradicts “Where (en)”, which is in too"]
        for mutual in (library, with_clause(library, "two.where", conflicts=("one.first",))):
            assert found(mutual, answers()) == [(OPEN, CLAUSE, "one.first")]
        out = {"two.where": ClauseChoice(included=False)}
        assert found(library, answers(choices=out)) == []

    def test_put_in_against_the_answers(self, small):
        added = answers({"agency_person": "ali"}, people={"ali": ALI}, choices={"one.agency": ClauseChoice(True)})
        severities = found(small, added)
        assert (REVIEW, CLAUSE, "one.agency") in severities
        assert "your answers say it does not fit" in said(small, added, "one.agency")[-1]

    def test_a_gap_that_no_question_can_fill_is_found_at_the_clause(self, small):
        added = answers(choices={"one.agency": ClauseChoice(True)})
        assert found(small, added) == [(OPEN, CLAUSE, "one.agency"), (REVIEW, CLAUSE, "one.agency")]
        assert said(small, added, "one.agency")[0] == "a gap is left in the text: [who at the agency (en)]"
        used = answers({"uses_agency": True}, choices={"one.agency": ClauseChoice(True)})
        assert found(small, used) == [(OPEN, QUESTION, "agency_person")]

    def test_a_longer_or_stricter_policy_than_asked_for_contradicts_nothing(self, small):
        chosen = {"one.strict": ClauseChoice(True), "two.full": ClauseChoice(True)}
        assert found(small, answers({"start": date(2027, 1, 1)}, choices=chosen)) == []

    def test_what_is_new_in_the_library_and_put_in_early_contradicts_nothing(self, small):
        library = with_clause(small, "two.where", when="False")
        assert found(library, answers(choices={"two.where": ClauseChoice(True)})) == []

    def test_what_the_owner_decided_about_a_locked_clause_counts_for_nothing(self, small):
        edit = ClauseEdit({"en": "x"}, {"en": "at all times"}, "old", unchecked=("ms",))
        library = replace(small, overbroad=BROAD)
        changed = answers(choices={"one.locked": ClauseChoice(False)}, edits={"one.locked": edit})
        assert found(library, changed) == []


class TestSwappedWording:
    @pytest.fixture
    def library(self, small):
        variants = {
            "strict": Variant(both("Short.")),
            "agency": Variant(both("Agency."), when="uses_agency"),
            "slow": Variant(both("Slow."), when="hours > 40"),
        }
        return with_clause(small, "two.where", variants=variants)

    @pytest.mark.parametrize(
        ("values", "variant", "clashes"),
        [
            ({}, "agency", True),
            ({}, "strict", False),  # how strict is the owner's to choose
            ({}, "body", False),
            ({"posture": "strict"}, "body", False),
            ({"uses_agency": True}, "agency", False),
            ({"uses_agency": True}, "body", True),
            ({"uses_agency": True, "hours": 50}, "slow", False),
            ({}, "gone", False),
            ({}, "", False),
        ],
    )
    def test_it_fits_the_answers_or_not(self, library, values, variant, clashes):
        swapped = answers(
            {"agency_person": "ali"} | values,
            people={"ali": ALI},
            choices={"two.where": ClauseChoice(variant=variant)},
        )
        assert found(library, swapped) == ([(REVIEW, CLAUSE, "two.where")] if clashes else [])

    def test_an_edit_of_a_wording_that_no_longer_fits(self, library):
        edit = ClauseEdit(both("Where"), both("Mine."), "body")
        edited = answers({"agency_person": "ali"}, people={"ali": ALI}, edits={"two.where": edit})
        assert found(library, edited) == []
        stale = replace(edited, values={**edited.values, "uses_agency": True})
        assert found(library, stale) == [(REVIEW, CLAUSE, "two.where")]
        assert "made from a wording that no longer fits" in said(library, stale, "two.where")[0]


BROAD = (
    Overbroad("en", "at all times", both("why")),
    Overbroad("ms", "pada setiap masa", both("why")),
    Overbroad("en", "never", both("why"), beside=("post",), unless=("because",), owner_only=True),
)


class TestOwnersWords:
    @pytest.fixture
    def library(self, small):
        return replace(small, overbroad=BROAD)

    def own(self, ms, en, **more):
        return answers(own={"own.1": OwnClause("own.1", "two", both("Mine"), {"ms": ms, "en": en}, **more)})

    def test_too_broad_in_either_language(self, library):
        both_ways = self.own("Sopan pada setiap masa.", "Be polite at all times. At ALL times!")
        assert found(library, both_ways) == [(OPEN, CLAUSE, "own.1")] * 2
        assert said(library, both_ways, "own.1") == [
            "“pada setiap masa” may reach too far to stand",
            "“at all times” may reach too far to stand",
        ]

    def test_what_only_a_rule_of_thumb_objects_to_does_not_hold_the_policy_up(self, library):
        findings = check_up(library, self.own("Jangan.", "Never post prices."))
        assert [(f.severity, f.place) for f in findings] == [(REVIEW, "own.1")]
        assert is_ready(findings)
        assert found(library, self.own("Jangan.", "Never post prices because they change.")) == []

    def test_the_prose_of_answers_is_read_too(self, library):
        broad = answers({"own_words": {"ms": "Kata", "en": "At all times."}, "taboos": (both("fine"), both("never"))})
        assert found(library, broad) == [(OPEN, QUESTION, "own_words")]

    def test_a_title_is_read_too(self, library):
        edit = ClauseEdit({"ms": "Di mana", "en": "At all times"}, both("Mine."), "body")
        assert found(library, answers(edits={"two.where": edit})) == [(OPEN, CLAUSE, "two.where")]

    def test_an_edit_does_not_answer_for_what_the_library_says(self, library):
        body = {"ms": "Jangan siar.", "en": "Never post prices."}
        library = with_clause(library, "two.where", body=body)
        edit = ClauseEdit(both("Where"), body | {"en": "Never post any prices."}, "body")
        assert found(library, answers()) == []
        assert found(library, answers(edits={"two.where": edit})) == []
        worse = replace(edit, body=body | {"en": "Never post prices. At all times."}, variant="gone")
        assert (OPEN, CLAUSE, "two.where") in found(library, answers(edits={"two.where": worse}))

    def test_a_language_nobody_looked_at_since(self, library):
        edit = ClauseEdit(both("Where"), both("Mine."), "body", unchecked=("ms", "gone"))
        changed = answers(edits={"two.where": edit})
        assert found(library, changed) == [(OPEN, CLAUSE, "two.where")]
        assert "Bahasa Malaysia" in said(library, changed, "two.where")[0]
        assert found(library, self.own("Saya.", "Mine.", unchecked=("en",))) == [(OPEN, CLAUSE, "own.1")]

    def test_a_language_the_policy_does_not_come_out_in_can_wait(self, library):
        asked = question("document_language", "choice", choices=choices("ms", "en", "both"))
        library = printing(with_questions(library, asked), "document_language")
        changed = self.own("Saya.", "Mine.", unchecked=("en",))
        changed = replace(changed, values={**changed.values, "document_language": "ms"})
        assert found(library, changed) == [(REVIEW, CLAUSE, "own.1")]

    def test_a_missing_language_is_named_once_for_title_and_text(self, library):
        half = answers(own={"own.1": OwnClause("own.1", "two", {"en": "Mine"}, {"en": "Mine."})})
        assert said(library, half, "own.1") == ["these words are not written in Bahasa Malaysia yet"]
        titled = answers(own={"own.1": OwnClause("own.1", "two", {"en": "Mine"}, both("Mine."))})
        assert found(library, titled) == [(OPEN, CLAUSE, "own.1")]

    def test_words_that_point_to_what_is_gone(self, library):
        assert said(library, self.own("a", "See [[ref:own.9]]."), "own.1") == [
            "this clause points to a clause that is no longer there"
        ]
        assert said(library, self.own("a", "See {gone}."), "own.1") == ["a gap is left in the text: [gone]"]
        assert found(library, self.own("a {hours}", "See [[step:one]] and {hours}.")) == []
        alone = replace(library, clauses=tuple(c for c in library.clauses if c.step == "two" and c.id != "two.words"))
        assert said(alone, self.own("a", "See [[step:one]]."), "own.1") == [
            "this clause points to “One (en)”, which is empty"
        ]

    def test_a_title_points_and_asks_too(self, library):
        def titled(words):
            return answers(edits={"two.where": ClauseEdit({"ms": "Di mana", "en": words}, both("Mine."), "body")})

        assert said(library, titled("See {gone}"), "two.where") == ["a gap is left in the text: [gone]"]
        assert said(library, titled("See [[ref:one.agency]]"), "two.where") == [
            "this clause needs “Agency (en)”, which is left out"
        ]

    def test_an_edited_clause_that_is_left_out_is_left_in_peace(self, library):
        edit = ClauseEdit(both("Where"), {"en": "At all times."}, "body")
        out = {"two.where": ClauseChoice(included=False)}
        assert found(library, answers(edits={"two.where": edit}, choices=out)) == []
