"""A newer library beside the clauses a file agreed to."""

from dataclasses import replace

import pytest

from desktop.core.answers import Answers, ClauseChoice, ClauseEdit
from desktop.core.assemble import assemble, settle
from desktop.core.library import Example, Kind, Question, Variant
from desktop.core.reference import Law, LawStatus
from desktop.core.selection import is_in
from desktop.core.updates import Update, as_kept, kept_form, to_stay, updates
from tests.core.conftest import both

FIRM = Answers({"business_name": "Kedai"})


def kept(library):
    return {clause.id: kept_form(clause) for clause in library.clauses}


def with_clause(library, clause_id, **changes):
    clauses = tuple(replace(clause, **changes) if clause.id == clause_id else clause for clause in library.clauses)
    return replace(library, clauses=clauses)


def without(library, *clause_ids):
    return replace(library, clauses=tuple(clause for clause in library.clauses if clause.id not in clause_ids))


def without_question(library, name):
    return replace(library, questions=tuple(question for question in library.questions if question.id != name))


def only(library, before):
    found = updates(library, kept(before))
    assert len(found) == 1
    return found[0]


def read(library, answers=FIRM, language="en"):
    return {clause.id: str(clause.blocks) for clause in assemble(library, answers, language).clauses}


def words(text):
    return {"ms": f"{text} (ms).", "en": f"{text} (en)."}


def test_the_same_library_has_nothing_new(small):
    assert updates(small, kept(small)) == ()
    assert as_kept(small, kept(small)) is small


def test_a_file_that_keeps_no_clauses_has_nothing_to_compare(small):
    assert updates(small, {}) == ()
    assert as_kept(small, {}) is small


@pytest.mark.parametrize(
    "changes",
    [
        {"why": both("other")},
        {"example": Example(both("fine"), both("not"))},
        {"review": {"ms": {"of": "abc"}}},
        {"file": "elsewhere.toml"},
        {"laws": ("pdpa-2010",)},
        {"rule": False},
        {"title": {"en": "First (en) ", "ms": "First (ms)"}},
    ],
)
def test_what_no_reader_would_notice_is_no_change(small, changes):
    assert updates(with_clause(small, "one.first", **changes), kept(small)) == ()


@pytest.mark.parametrize(
    ("clause_id", "changes", "reworded"),
    [
        ("one.first", {"title": both("New")}, True),
        ("one.first", {"body": words("New")}, True),
        ("two.words", {"variants": {"strict": Variant(words("New"))}}, True),
        ("two.words", {"variants": {}}, True),
        ("two.words", {"variants": {"strict": Variant(words("Pendek"), "hours > 5")}}, True),
        ("one.agency", {"when": "hours > 5"}, False),
        ("one.strict", {"posture": ("strict", "balanced")}, False),
        ("two.full", {"detail": "short"}, False),
        ("one.first", {"step": "two"}, False),
        ("one.first", {"locked": True}, False),
    ],
)
def test_what_a_reader_would_notice_is_a_change(small, clause_id, changes, reworded):
    update = only(with_clause(small, clause_id, **changes), small)
    assert (update.clause_id, update.reworded) == (clause_id, reworded)
    assert update.old == kept_form(small.clause[clause_id])


def test_until_it_is_decided_the_policy_reads_as_it_did(small):
    new = with_clause(small, "one.first", title=both("New"), body=words("New"))
    new = with_clause(new, "two.words", variants={"strict": Variant(words("Other"))})
    new = with_clause(new, "two.where", when="False or hours > 100")
    standing = as_kept(new, kept(small))
    for posture in ("open", "strict"):
        answers = FIRM.answered("posture", posture)
        assert read(standing, answers) == read(small, answers)
    assert read(new) != read(small)


def test_a_new_clause_waits_outside(small):
    old = without(small, "two.where")
    update = only(small, old)
    assert (update.old, update.new, update.at_once) == (None, small.clause["two.where"], False)
    assert "two.where" not in read(as_kept(small, kept(old)))
    put_in = replace(FIRM, choices={"two.where": ClauseChoice(included=True)})
    assert "two.where" in read(as_kept(small, kept(old)), put_in), "the owner may want it before it is decided"


def test_a_clause_that_is_gone_stays_for_now(small):
    new = without(small, "two.where")
    update = only(new, small)
    assert (update.new, update.at_once) == (None, False)
    assert read(as_kept(new, kept(small))) == read(small)


def test_a_locked_clause_follows_at_once(small):
    new = with_clause(small, "one.locked", body=words("New rights"))
    assert only(new, small).at_once
    assert read(as_kept(new, kept(small)))["one.locked"] == read(new)["one.locked"]
    assert only(with_clause(small, "two.where", locked=True), small).at_once
    assert only(small, without(small, "one.locked")).at_once
    assert "one.locked" in read(as_kept(small, kept(without(small, "one.locked"))))


def test_a_clause_no_longer_locked_stays_locked_for_now(small):
    new = with_clause(small, "one.locked", locked=False, detail="full", when="uses_agency")
    update = only(new, small)
    assert not update.at_once
    assert "one.locked" in read(as_kept(new, kept(small)))
    choice, edit = to_stay(new, kept(small), FIRM, update)
    assert (choice, edit) == (ClauseChoice(included=True), None)


@pytest.mark.parametrize("name", ["uses_agency", "agency_person"])
def test_a_question_that_no_longer_exists_makes_the_old_form_give_way(small, name):
    """Asked for in the condition, and in the words."""
    new = with_clause(small, "one.agency", when="", body=words("Agency"))
    new = without_question(new, name)
    assert only(new, small).at_once
    assert read(as_kept(new, kept(small))) == read(new)


def test_a_choice_that_no_longer_exists_makes_the_old_form_give_way(small):
    old = with_clause(small, "one.first", when="'x' in platforms")
    shorter = replace(small.question["platforms"], choices=small.question["platforms"].choices[:2])
    questions = tuple(shorter if question.id == "platforms" else question for question in small.questions)
    assert only(replace(small, questions=questions), old).at_once


@pytest.mark.parametrize("changes", [{"when": "for x in"}, {"detail": "longest"}, {"body": words("{stray")}])
def test_what_a_newer_program_kept_does_no_harm(small, changes):
    old = with_clause(small, "one.first", **changes)
    assert only(small, old).at_once
    assert read(as_kept(small, kept(old))) == read(small)


def test_a_gone_clause_that_can_no_longer_be_printed_goes_at_once(small):
    new = without(without_question(small, "taboos"), "two.words")
    new = without_question(new, "own_words")
    assert only(new, small).new is None
    assert "two.words" not in as_kept(new, kept(small)).clause
    moved = replace(without(small, "two.words", "two.full", "two.where"), steps=small.steps[:1])
    assert "two.words" not in as_kept(moved, kept(small)).clause
    settle(as_kept(moved, kept(small)), FIRM)


def test_references_among_gone_clauses_still_hold(small):
    new = without(small, "one.first", "two.words")
    standing = as_kept(new, kept(small))
    assert read(standing)["two.words"] == read(small)["two.words"].replace("clause 1.1", "clause 1.2")
    less = as_kept(new, {name: clause for name, clause in kept(small).items() if name != "one.first"})
    assert "two.words" not in less.clause, "what it refers to was let go"


def test_an_older_form_may_refer_to_a_clause_that_is_gone(small):
    new = with_clause(without(small, "one.first"), "two.words", body=words("Alone"))
    assert [update.at_once for update in updates(new, kept(small))] == [False, False]
    less = {name: clause for name, clause in kept(small).items() if name != "one.first"}
    assert [update.at_once for update in updates(new, less)] == [True]


def test_a_questions_change_of_kind_does_no_harm(small):
    taboos = replace(small.question["taboos"], kind=Kind.TEXT)
    questions = tuple(taboos if question.id == "taboos" else question for question in small.questions)
    new = with_clause(replace(small, questions=questions), "two.words", body=words("New"))
    assert "two.words" in read(as_kept(new, kept(small)))


def stay(new, before, answers=FIRM):
    return to_stay(new, kept(before), answers, only(new, before))


def test_what_would_read_differently_is_held_fast(small):
    choice, edit = stay(with_clause(small, "two.where", body=words("New")), small)
    where = small.clause["two.where"]
    assert choice == ClauseChoice(), "the answers go on deciding whether it is in"
    assert edit == ClauseEdit(where.title, where.body, "body")


def test_the_wording_that_is_printed_is_held_fast(small):
    new = with_clause(small, "two.words", variants={"strict": Variant(words("New"))})
    strict = FIRM.answered("posture", "strict")
    assert stay(new, small) == (ClauseChoice(), None), "another wording changed than the one in use"
    _choice, edit = stay(new, small, strict)
    assert edit == ClauseEdit(small.clause["two.words"].title, {"ms": "Pendek.", "en": "Short."}, "strict")
    swapped = replace(FIRM, choices={"two.words": ClauseChoice(variant="strict", reason="shorter")})
    choice, edit = stay(new, small, swapped)
    assert (choice, edit.variant) == (ClauseChoice(variant="strict", reason="shorter"), "strict")


def test_the_owners_own_wording_is_left_alone(small):
    mine = ClauseEdit(both("Mine"), words("Mine"), "body", ("en",))
    edited = replace(FIRM, edits={"two.where": mine})
    assert stay(with_clause(small, "two.where", body=words("New")), small, edited) == (ClauseChoice(), mine)


@pytest.mark.parametrize(
    ("changes", "included"),
    [
        ({"when": "uses_agency"}, True),
        ({"when": "hours > 1"}, None),
        ({"detail": "full"}, True),
        ({"posture": ()}, True),
    ],
)
def test_being_in_is_held_fast_only_where_it_would_change(small, changes, included):
    choice, edit = stay(with_clause(small, "two.where", **changes), small)
    assert (choice.included, edit) == (included, None)


def test_being_out_is_held_fast_too(small):
    choice, edit = stay(with_clause(small, "one.agency", when="", body=words("New")), small)
    assert (choice.included, edit) == (False, None), "words that are not printed are nobody's own"


def test_a_new_clause_is_left_out(small):
    old = without(small, "two.where")
    assert stay(small, old) == (ClauseChoice(included=False), None)
    wanted = replace(FIRM, choices={"two.where": ClauseChoice(included=True, reason="r")})
    assert stay(small, old, wanted)[0].included is False


def test_held_fast_it_reads_as_it_did(small):
    """Whatever changes in the library: declined, the policy of today stays as it is."""
    for changes in ({"title": both("New")}, {"body": words("New")}, {"when": "uses_agency"}, {"detail": "full"}):
        for clause in small.clauses:
            new = with_clause(small, clause.id, **changes)
            if clause.locked or not updates(new, kept(small)):
                continue
            choice, edit = stay(new, small)
            answers = replace(FIRM, choices={clause.id: choice}, edits={clause.id: edit} if edit else {})
            assert read(new, answers) == read(small), (clause.id, changes)


def test_what_is_gone_needs_no_choice(small):
    assert stay(without(small, "two.where"), small) == (ClauseChoice(), None)


def test_a_new_question_may_come_with_the_clause(small):
    question = Question("shops", Kind.NUMBER, both("Shops"), both("why"), both("example"), step="one", default=3)
    new = replace(small, questions=(*small.questions, question))
    new = with_clause(new, "two.where", body=words("{shops}"))
    choice, edit = stay(new, small)
    assert (choice.included, edit.body) == (None, small.clause["two.where"].body)
    assert is_in(new.clause["two.where"], settle(new, FIRM).facts)


def test_the_words_of_an_update_may_be_missing():
    assert Update("x", None, None).reworded


def test_a_clause_that_is_gone_forgets_laws_that_are_gone_too(small):
    law = Law("new", both("Law"), both("means"), LawStatus.IN_FORCE, "2026-09", "high")
    before = with_clause(replace(small, laws=(law,)), "two.where", laws=("new:3", "gone:7"))
    now = replace(without(before, "two.where"), laws=(law,))
    assert as_kept(now, kept(before)).clause["two.where"].laws == ("new:3",)
