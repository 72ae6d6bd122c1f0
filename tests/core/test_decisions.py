"""What the owner decides about clauses, and how the document follows."""

from dataclasses import replace

import pytest

from desktop.core.answers import Answers, ClauseChoice, ClauseEdit, OwnClause
from desktop.core.assemble import assemble
from desktop.core.document import plain
from desktop.core.facts import Source, resolve
from desktop.core.selection import BODY

TITLE = {"ms": "Tajuk kami", "en": "Our title"}


def document(library, answers, language="en"):
    return assemble(library, answers, language)


def clause(library, answers, clause_id, language="en"):
    return next((c for c in document(library, answers, language).clauses if c.id == clause_id), None)


def words(found):
    return "\n".join(plain(block.runs) for block in found.blocks)


def test_a_clause_is_left_out_against_the_answers_and_the_rest_is_renumbered(small):
    before = document(small, Answers())
    after = document(small, Answers(choices={"one.first": ClauseChoice(included=False)}))
    assert [c.id for c in after.clauses] == [c.id for c in before.clauses if c.id != "one.first"]
    assert [c.number for c in after.sections[0].clauses] == ["1.1"]


def test_a_clause_is_put_in_against_the_answers_and_says_so(small):
    answers = Answers(choices={"one.strict": ClauseChoice(included=True)})
    assert clause(small, Answers(), "one.strict") is None
    found = clause(small, answers, "one.strict")
    assert found is not None and found.added
    assert not clause(small, answers, "one.first").added


def test_putting_in_a_clause_that_is_in_anyway_is_no_addition(small):
    found = clause(small, Answers(choices={"one.first": ClauseChoice(included=True)}), "one.first")
    assert not found.added


def test_a_clause_of_a_longer_policy_brings_its_questions_with_it(small):
    short = {"detail": "short"}
    assert resolve(small, Answers(short)).by_question["start"].source is Source.NOT_ASKED
    answers = Answers(short, choices={"two.full": ClauseChoice(included=True)})
    assert resolve(small, answers).by_question["start"].source is Source.EMPTY
    assert clause(small, answers, "two.full") is not None


def test_a_gated_question_of_a_clause_put_in_brings_its_gate_with_it(small):
    answers = Answers({"detail": "short"}, choices={"one.agency": ClauseChoice(included=True)})
    facts = resolve(small, answers).by_question
    assert facts["uses_agency"].source is not Source.NOT_ASKED
    assert facts["agency_person"].source is Source.NOT_ASKED  # nobody works there


@pytest.mark.parametrize(("variant", "expected"), [("strict", "Short."), (BODY, "secret"), ("gone", "secret")])
def test_a_wording_is_swapped_in(small, variant, expected):
    answers = Answers(choices={"two.words": ClauseChoice(variant=variant)})
    assert expected in words_of_clause(small, answers)


def test_the_plain_wording_is_swapped_in_where_another_fits(small):
    strict = {"posture": "strict"}
    assert "Short." in words_of_clause(small, Answers(strict))
    assert "secret" in words_of_clause(small, Answers(strict, choices={"two.words": ClauseChoice(variant=BODY)}))


def words_of_clause(library, answers):
    found = clause(library, answers, "two.words")
    return " ".join(plain(block.runs) for block in found.blocks if hasattr(block, "runs"))


def test_the_owners_wording_stands_whatever_the_answers_choose(small):
    edit = ClauseEdit(TITLE, {"ms": "Kata {hours}.", "en": "Ours, {hours} hours."}, "body")
    for posture in ("open", "strict"):
        found = clause(small, Answers({"posture": posture, "hours": 7}, edits={"two.words": edit}), "two.words")
        assert (plain(found.title), words(found), found.edited) == ("Our title", "Ours, 7 hours.", True)


@pytest.mark.parametrize(
    "answers",
    [
        Answers(choices={"one.locked": ClauseChoice(included=False, variant="strict")}),
        Answers(edits={"one.locked": ClauseEdit(TITLE, {"ms": "Tiada", "en": "None"})}),
    ],
    ids=["left out", "reworded"],
)
def test_a_locked_clause_can_be_neither_dropped_nor_reworded(small, answers):
    found = clause(small, answers, "one.locked")
    assert (words(found), found.edited) == ("Rights.", False)


def test_own_clauses_stand_where_they_were_put(small):
    body = {"ms": "Ini.", "en": "This."}
    own = {
        "own.a": OwnClause("own.a", "one", TITLE, body, after="one.first"),
        "own.b": OwnClause("own.b", "one", TITLE, body),
        "own.c": OwnClause("own.c", "one", TITLE, body, after="one.gone"),
    }
    found = document(small, Answers(own=own)).sections[0].clauses
    assert [c.id for c in found] == ["one.first", "own.a", "one.locked", "own.b", "own.c"]
    assert [c.number for c in found] == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert [c.own for c in found] == [False, True, False, True, True]


def test_an_own_clause_follows_a_clause_that_is_left_out(small):
    own = {"own.a": OwnClause("own.a", "one", TITLE, {"ms": "Ini.", "en": "This."}, after="one.strict")}
    found = document(small, Answers(own=own)).sections[0].clauses
    assert [c.id for c in found] == ["one.first", "own.a", "one.locked"]


def test_an_own_clause_may_be_the_only_one_of_its_step(small):
    library = replace(small, clauses=tuple(c for c in small.clauses if c.step == "one"))
    own = {"own.a": OwnClause("own.a", "two", TITLE, {"ms": "Ini.", "en": "This."})}
    found = document(library, Answers(own=own))
    assert [(s.id, s.number) for s in found.sections] == [("one", "1"), ("two", "2")]


def test_words_in_one_language_print_in_brackets_in_the_other(small):
    own = {"own.a": OwnClause("own.a", "one", {"ms": "Tajuk"}, {"ms": "Satu.\n\n- dua\n- **tiga**"})}
    found = clause(small, Answers(own=own), "own.a")
    assert plain(found.title) == "[Tajuk]"
    first, listed = found.blocks
    assert plain(first.runs) == "[Satu.]"
    assert [plain(item) for item in listed.items] == ["[dua]", "[tiga]"]
    assert all(run.gap and run.language == "ms" for run in (*found.title, *first.runs))
    assert plain(clause(small, Answers(own=own), "own.a", "ms").title) == "Tajuk"


@pytest.mark.parametrize("body", ["{gone}", "- {each:gone}", "a {broken", "# not known here", "[[ref:one.gone]]"])
def test_words_of_an_older_program_are_printed_as_well_as_can_be(small, body):
    text = {"ms": body, "en": body}
    found = clause(small, Answers(edits={"one.first": ClauseEdit(TITLE, text)}), "one.first")
    assert found is not None and found.edited
