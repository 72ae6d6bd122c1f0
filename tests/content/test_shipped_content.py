"""The shipped texts: complete, consistent, and within what the house promises."""

import re
from dataclasses import replace
from typing import Any

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.check import check_library
from desktop.content.load import load_library
from desktop.content.passages import passages
from desktop.core.answers import Answers
from desktop.core.assemble import assemble
from desktop.core.conditions import parse
from desktop.core.facts import Source, resolve
from desktop.core.library import DETAILS, POSTURES, Kind
from desktop.core.selection import BODY, applies_when, select, variant_condition
from desktop.core.text import side
from desktop.render.outline import outline

LIBRARY = load_library()
STEPS = [
    "stance",
    "definition",
    "ownership",
    "confidentiality",
    "responsibility",
    "ground-rules",
    "taboo",
    "image",
    "monitoring",
    "training",
]


def test_the_checker_finds_nothing():
    assert [str(fault) for fault in check_library(LIBRARY)] == []


def test_the_ten_steps_stand_in_order():
    assert [step.id for step in LIBRARY.steps] == STEPS
    assert all(LIBRARY.questions_of(step) and LIBRARY.clauses_of(step) for step in STEPS)


def test_there_is_enough_of_everything():
    assert len(LIBRARY.questions) >= 50
    assert len(LIBRARY.clauses) >= 80
    assert len(LIBRARY.samples) >= 4
    assert 12 <= sum(question.essential for question in LIBRARY.questions) <= 14


def test_rights_complaints_and_due_process_are_locked():
    locked = {clause.id for clause in LIBRARY.clauses if clause.locked}
    assert {"stance.rights", "stance.speak-up", "image.fair-process"} <= locked


@pytest.mark.parametrize("posture", POSTURES)
@pytest.mark.parametrize("detail", DETAILS)
def test_the_essential_questions_alone_give_a_policy_of_all_ten_steps(posture, detail):
    document = assemble(LIBRARY, Answers({"posture": posture, "detail": detail}), "ms")
    assert [section.id for section in document.sections] == STEPS
    locked = {clause.id for clause in LIBRARY.clauses if clause.locked}
    assert locked <= {clause.id for clause in document.clauses}


def test_there_are_eight_samples_from_a_sole_trader_to_150_staff():
    staff = [resolve(LIBRARY, sample_answers(sample, LIBRARY)).values["staff_count"] for sample in LIBRARY.samples]
    assert len(staff) == 8
    assert (min(staff), max(staff)) == (1, 150)


def test_the_samples_reach_every_wording_of_every_clause():
    """As they stand, so that whoever looks round in all of them has seen the whole library."""
    reached: set[tuple[str, str]] = set()
    for sample in LIBRARY.samples:
        sections = select(LIBRARY, resolve(LIBRARY, sample_answers(sample, LIBRARY)))
        reached |= {(each.clause.id, each.wording.variant) for section in sections for each in section.clauses}
    wordings = {(clause.id, name) for clause in LIBRARY.clauses for name in (BODY, *clause.variants)}
    assert wordings - reached == set()


def test_the_samples_give_every_answer_there_is_to_choose():
    """Where one answer is chosen among more choices than there are samples, those that some condition asks about."""
    reached: set[tuple[str, Any]] = set()
    for sample in LIBRARY.samples:
        for fact in resolve(LIBRARY, sample_answers(sample, LIBRARY)).by_question.values():
            if fact.source is Source.ANSWERED:
                values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
                reached |= {(fact.question.id, value) for value in values if isinstance(value, str | bool)}
    conditions = [law.when for law in LIBRARY.laws]
    for clause in LIBRARY.clauses:
        conditions += [*applies_when(clause), *(variant_condition(*each) for each in clause.variants.items())]
    asked = {code for condition in conditions for code in parse(condition).codes}
    wanted: set[tuple[str, Any]] = set()
    for question in LIBRARY.questions:
        choices = {(question.id, choice.code) for choice in question.choices}
        if question.kind is Kind.YES_NO:
            choices = {(question.id, True), (question.id, False)}
        elif question.kind is Kind.CHOICE and len(choices) > len(LIBRARY.samples):
            choices &= asked
        wanted |= choices
    assert wanted - reached == set()


def test_some_samples_show_decisions_about_clauses():
    decided = [sample_answers(sample, LIBRARY) for sample in LIBRARY.samples]
    choices = [choice for answers in decided for choice in answers.choices.values()]
    assert {choice.included for choice in choices} == {True, False, None}
    assert any(choice.variant for choice in choices)
    assert all(choice.reason for choice in choices)
    assert any(answers.own for answers in decided)


def worded_alike(turn):
    """The library with one of its wordings as the only one of each clause that has so many, and those clauses."""

    def alone(clause):
        body = list(clause.variants.values())[turn].body
        return replace(clause, body=body, variants={}, when="", posture=POSTURES, detail=DETAILS[0])

    changed = {clause.id: alone(clause) for clause in LIBRARY.clauses if len(clause.variants) > turn}
    return replace(LIBRARY, clauses=tuple(changed.get(each.id, each) for each in LIBRARY.clauses)), changed


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("turn", range(max(len(clause.variants) for clause in LIBRARY.clauses)))
def test_every_wording_can_be_assembled(turn, language):
    """Each in its turn; the checker proves that answers lead to it."""
    library, changed = worded_alike(turn)
    policy = assemble(library, Answers({"detail": "full"}), language)
    assert changed
    assert changed.keys() <= {clause.id for clause in policy.clauses}
    assert not re.search(r".*(?:\{|\}|\[\[|\]\]).*", outline(policy))


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
@pytest.mark.parametrize("language", ["ms", "en"])
def test_sample_policies_show_no_holes(sample, language):
    text = outline(assemble(LIBRARY, sample_answers(sample, LIBRARY), language))
    assert not re.search(r"\{|\}|\[\[|\]\]", text)


ENGLISH = re.compile(
    r"\b(the|and|you|your|with|must|should|this|that|when|which|policy|account|business|staff)\b", re.I
)
MALAY = re.compile(r"\b(yang|dan|anda|kami|dengan|untuk|tidak|dalam|ini|itu|kepada|dasar|akaun|perniagaan)\b", re.I)


def test_no_language_stands_in_the_place_of_the_other():
    """Two function words of the other language in one text are a sentence left behind."""
    strays = [
        f"{passage.file} {passage.place} {language}"
        for passage in passages(LIBRARY)
        for language, other in (("ms", ENGLISH), ("en", MALAY))
        if len(set(map(str.lower, other.findall(re.sub(r"[“\"*].*?[”\"*]", "", side(passage.text, language)))))) >= 2
    ]
    assert strays == []


FORBIDDEN_ACTS = re.compile(r"\b(211|Online Safety Act|Keselamatan Dalam Talian|Act 854|Akta 854|Act 866|Akta 866)\b")


def test_laws_that_do_not_bind_staff_are_not_held_against_them():
    assert "online-safety-2025" not in LIBRARY.law
    resting = {clause.id for clause in LIBRARY.clauses if "cyber-security-2024" in clause.laws}
    assert resting == {"taboo.critical-systems"}, "a designated firm's own duty, and nothing else"
    assert not [c.id for c in LIBRARY.clauses for words in c.body.values() if FORBIDDEN_ACTS.search(words)]
    assert not [law for clause in LIBRARY.clauses for law in clause.laws if law == "cma-1998:211"]


def test_clause_bodies_name_no_statutes():
    """Plain words in the clauses; the annex lists the laws."""
    statute = re.compile(r"\b(Act|Akta|Ordinance|Ordinan|Penal Code|Kanun Keseksaan)\b")
    named = {
        clause.id
        for clause in LIBRARY.clauses
        for text in (clause.body, *(variant.body for variant in clause.variants.values()))
        for words in text.values()
        if statute.search(words)
    }
    assert named == set()


@pytest.mark.parametrize(
    ("state", "law"),
    [("selangor", "law-employment-1955"), ("sabah", "law-sabah-labour"), ("sarawak", "law-sarawak-labour")],
)
def test_the_annex_lists_the_labour_law_of_the_state(state, law):
    document = assemble(LIBRARY, Answers({"state": state, "detail": "full"}), "en")
    laws = next(annex for annex in document.annexes if annex.id == "annex-laws")
    labour = {"law-employment-1955", "law-sabah-labour", "law-sarawak-labour"}
    assert {entry.id for entry in laws.entries} & labour == {law}


def test_outside_malaysia_no_law_is_cited():
    document = assemble(LIBRARY, Answers({"state": "outside_malaysia"}), "en")
    assert "annex-laws" not in {annex.id for annex in document.annexes}


@pytest.mark.parametrize("language", ["ms", "en"])
def test_the_first_questions_are_read_in_less_than_five_minutes(language):
    """With everything an owner may unfold, at 180 words a minute."""
    words = 0
    for question in (question for question in LIBRARY.questions if question.essential):
        texts = [question.prompt, question.why, question.example, *(choice.label for choice in question.choices)]
        words += sum(len(side(text, language).split()) for text in texts)
    assert words / 180 < 5


def test_there_are_as_many_questions_and_clauses_as_an_afternoon_can_bear():
    assert 60 <= len(LIBRARY.questions) <= 80
    assert len(LIBRARY.clauses) >= 140
