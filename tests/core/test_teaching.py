"""Situations and quiz questions follow the policy."""

from dataclasses import replace

import pytest

from desktop.core.answers import Answers, ClauseChoice, ClauseEdit
from desktop.core.assemble import settle
from desktop.core.document import ListBlock, Paragraph, Table, plain
from desktop.core.forms import make
from desktop.core.library import Quiz
from desktop.core.reference import DocumentKind, Part, Scenario
from desktop.core.teaching import ITEMS, SCENARIOS, quiz_items, scenarios
from tests.core.conftest import both

FIRM = Answers({"business_name": "Kedai Ros"})


def quiz(name):
    return Quiz(both(f"What of {name}?"), both("right"), (both("wrong"), both("worse")), both("so it is"))


@pytest.fixture
def taught(small):
    """The small library, every clause with a quiz item, and sheets made of them."""
    words = {key: both(key) for key in ("key_number", "key_answer", "key_because", "key_clause", "notes_rests_on")}
    words |= {"notes_bring_out": both("bring out"), "clause_numbers": both("clauses {numbers}")}
    kinds = tuple(
        DocumentKind(name, both(name), both("for"), ("ms", "en", "both"))
        for name in ("quiz", "quiz-key", "scenarios", "scenario-notes")
    )
    return replace(
        small,
        words=small.words | words,
        documents=(*small.documents, *kinds),
        clauses=tuple(replace(clause, quiz=quiz(clause.id)) for clause in small.clauses),
        parts=tuple(Part("made", document=kind.id, made_from=kind.id) for kind in kinds),
        scenarios=tuple(
            Scenario(name, clauses, both(name), both("story"), both("ask"), both("answer"), when=when)
            for name, clauses, when in (
                ("plain", ("one.first", "one.strict"), ""),
                ("strict", ("one.strict",), ""),
                ("agency", ("one.first", "one.agency"), "uses_agency"),
            )
        ),
    )


def entries(library, name, answers=FIRM):
    return make(library, answers, "en", document=name).annexes[0].entries


def test_the_quiz_asks_of_the_chosen_clauses_only(taught):
    asked = [item.clause.clause.id for item in quiz_items(settle(taught, FIRM))]
    assert asked == ["one.first", "one.locked", "two.words", "two.where"]


def test_a_reworded_clause_is_not_asked_about(taught):
    edit = ClauseEdit(both("First"), {"ms": "Lain.", "en": "Otherwise."})
    answers = replace(FIRM, edits={"one.first": edit}, choices={"two.words": ClauseChoice(included=False)})
    assert [item.clause.clause.id for item in quiz_items(settle(taught, answers))] == ["one.locked", "two.where"]


def test_the_quiz_takes_from_every_section_in_turn(taught):
    first = next(clause for clause in taught.clauses if clause.id == "one.first")
    many = tuple(replace(first, id=f"one.more-{index}") for index in range(20))
    items = quiz_items(settle(replace(taught, clauses=(*many, *taught.clauses)), FIRM))
    assert len(items) == ITEMS
    assert {item.clause.clause.step for item in items} == {"one", "two"}
    numbers = [tuple(map(int, item.clause.number.split("."))) for item in items]
    assert numbers == sorted(numbers)


def test_the_key_names_the_letter_of_the_right_answer(taught):
    (key,) = entries(taught, "quiz-key")[0].blocks
    assert isinstance(key, Table)
    for row, sheet in zip(key.rows[1:], entries(taught, "quiz"), strict=True):
        question, options = sheet.blocks
        assert isinstance(question, Paragraph)
        assert isinstance(options, ListBlock)
        letter = plain(row[1])[1]
        assert plain(options.items[ord(letter) - ord("a")]) == "right (en)"
        assert plain(row[3]) in plain(question.runs)


def test_the_quiz_sheet_does_not_give_its_answers_away(taught):
    said = " ".join(plain(b.runs) for e in entries(taught, "quiz") for b in e.blocks if isinstance(b, Paragraph))
    assert "so it is" not in said


def test_the_quiz_is_the_same_in_every_copy(taught):
    assert quiz_items(settle(taught, FIRM)) == quiz_items(settle(taught, FIRM))


def test_situations_stand_where_the_policy_has_their_clause(taught):
    settled = settle(taught, FIRM)
    assert [each.id for each in scenarios(settled, settled.facts)] == ["plain"]
    strict = settle(taught, FIRM.answered("posture", "strict").answered("uses_agency", True))
    assert [each.id for each in scenarios(strict, strict.facts)] == ["plain", "strict", "agency"]


def test_a_situation_about_a_reworded_clause_is_left_out(taught):
    edit = ClauseEdit(both("First"), {"ms": "Lain.", "en": "Otherwise."})
    settled = settle(taught, replace(FIRM, edits={"one.first": edit}))
    assert scenarios(settled, settled.facts) == ()


def test_a_sheet_holds_no_more_situations_than_a_session(taught):
    many = tuple(replace(taught.scenarios[0], id=f"more-{index}") for index in range(30))
    settled = settle(replace(taught, scenarios=many), FIRM)
    assert len(scenarios(settled, settled.facts)) == SCENARIOS


def test_the_sheet_cites_the_clause_and_the_notes_cite_all_that_are_there(taught):
    (sheet,) = entries(taught, "scenarios")
    assert plain(sheet.blocks[-1].runs) == "ask (en) (clause\u00a01.1)"
    (notes,) = entries(taught, "scenario-notes")
    assert plain(notes.blocks[-1].runs) == "notes_rests_on (en): clause\u00a01.1."
    strict = FIRM.answered("posture", "strict")
    assert plain(entries(taught, "scenario-notes", strict)[0].blocks[-1].runs).endswith("clauses\u00a01.1, 1.2 (en).")
    assert "answer" not in " ".join(plain(block.runs) for block in sheet.blocks)
