"""The training pack on the shipped content: every paper of every sample, in every form."""

import re

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers, ClauseChoice
from desktop.core.assemble import settle
from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.document import Document
from desktop.core.forms import applying, make
from desktop.core.library import DETAILS
from desktop.core.reference import GROUPS
from desktop.core.teaching import ITEMS, quiz_items, scenarios
from desktop.render.outline import outline

LIBRARY = load_library()
SAMPLES = [sample.id for sample in LIBRARY.samples]
CONTRACT = {
    "policy",
    "acknowledgement",
    "privacy-notice",
    "dos-and-donts",
    "before-you-post",
    "scenarios",
    "quiz",
    "manager-guide",
    "spokesperson-playbook",
    "response-chart",
    "house-rules",
    "starter-leaver",
    "media-consent",
    "creator-points",
    "session-plan",
    "account-register",
    "monitoring-schedule",
    "lawyer-pack",
    "strategy",
    "advocate-invitation",
    "own-good-name",
    "quiz-key",
    "scenarios-notes",
    "wall-checklist",
    "evidence-report",
    "incident-report",
    "leaver-record",
}
_NUMBER = re.compile(r"\b(?:clauses?|fasal)[ \u00a0](\d+\.\d+(?:, \d+\.\d+)*)")
LEAST_SCENARIOS = 8


def answers_of(name):
    return sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)


def papers(name):
    answers = answers_of(name)
    return [(kind, answers) for kind in applying(settle(LIBRARY, answers))]


def sides(document):
    return (document.left, document.right) if isinstance(document, SideBySide) else (document,)


def test_every_document_of_the_contract_is_there():
    assert {kind.id for kind in LIBRARY.documents} == CONTRACT
    assert all(kind.group in GROUPS and all(kind.audience.values()) for kind in LIBRARY.documents)


def test_a_small_firm_is_offered_five_papers_first():
    assert sum(kind.first for kind in LIBRARY.documents) == 5


def test_every_document_applies_to_some_sample_and_not_every_one_to_all():
    offered = {name: {kind.id for kind, _ in papers(name)} for name in SAMPLES}
    assert set().union(*offered.values()) == CONTRACT
    conditional = {kind.id for kind in LIBRARY.documents if kind.when}
    lacking = set().union(*(CONTRACT - ids for ids in offered.values()))
    assert lacking <= conditional
    assert len(lacking) >= 3


@pytest.mark.parametrize("name", SAMPLES)
def test_no_paper_leaves_anything_open(name):
    """What a sample answers is printed; nothing stands in square brackets but what the reader fills in."""
    for kind, answers in papers(name):
        if kind.id == "lawyer-pack":  # it lists what is open
            continue
        for form in kind.languages:
            for side in sides(make(LIBRARY, answers, form, document=kind.id)):
                gaps = [run.text for run in runs_of(side) if run.gap]
                assert gaps == [], f"{kind.id} {form}"


def runs_of(document):
    for clause in document.clauses:
        yield from _runs(clause.blocks)
    for annex in document.annexes:
        for entry in annex.entries:
            yield from entry.heading
            yield from _runs(entry.blocks)


def _runs(value):
    if isinstance(value, tuple):
        for each in value:
            yield from _runs(each)
    elif hasattr(value, "gap"):
        yield value
    else:
        for field in ("runs", "items", "rows", "title", "blocks", "boxes", "shapes", "text", "note"):
            if isinstance(inner := getattr(value, field, None), tuple):
                yield from _runs(inner)


@pytest.mark.parametrize("name", SAMPLES)
def test_both_languages_of_a_paper_have_the_same_parts(name):
    for kind, answers in papers(name):
        if "both" in kind.languages:
            document = make(LIBRARY, answers, "both", document=kind.id)
            assert isinstance(document, SideBySide)
            for section in document.sections():
                assert clause_rows(section)
            for annex in document.annexes():
                rows = entry_rows(annex)
                assert rows, kind.id
                for row in rows:
                    shapes = [[type(block) for block in entry.blocks] for entry in (row.left, row.right)]
                    assert shapes[0] == shapes[1], f"{kind.id} {row.left.id}"


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_clause_a_paper_cites_is_in_the_policy(name, detail):
    answers = answers_of(name).answered("detail", detail)
    numbers = set(settle(LIBRARY, answers).numbers.values())
    for kind in applying(settle(LIBRARY, answers)):
        if kind.id == "lawyer-pack":
            continue
        document = make(LIBRARY, answers, "en" if "en" in kind.languages else "both", document=kind.id)
        text = "\n".join(map(outline, sides(document)))
        cited = {number for found in _NUMBER.findall(text) for number in found.split(", ")}
        assert cited <= numbers, kind.id


@pytest.mark.parametrize("name", SAMPLES)
def test_a_session_has_situations_and_questions_enough(name):
    for detail in DETAILS:
        answers = answers_of(name).answered("detail", detail)
        settled = settle(LIBRARY, answers)
        assert len(scenarios(settled, settled.all_facts)) >= LEAST_SCENARIOS
        assert len(quiz_items(settled)) == ITEMS


def test_papers_leave_out_what_the_policy_leaves_out():
    answers = answers_of("clinic")
    without = Answers(
        answers.values,
        answers.people,
        answers.accounts,
        {clause.id: ClauseChoice(included=False) for clause in LIBRARY.clauses},
    )
    numbers = settle(LIBRARY, without).numbers
    locked = {clause.id for clause in LIBRARY.clauses if clause.locked}
    assert {name for name in numbers if name in LIBRARY.clause} == locked
    for kind in applying(settle(LIBRARY, without)):
        for form in kind.languages:
            for side in sides(make(LIBRARY, without, form, document=kind.id)):
                assert isinstance(side, Document)
                if kind.id != "lawyer-pack":
                    cited = {n for found in _NUMBER.findall(outline(side)) for n in found.split(", ")}
                    assert cited <= set(numbers.values()), kind.id
    assert {item.clause.clause.id for item in quiz_items(settle(LIBRARY, without))} <= locked


def test_staff_never_see_the_key_or_the_notes():
    answers = answers_of("clinic")
    settled = settle(LIBRARY, answers)
    quiz = outline(make(LIBRARY, answers, "en", document="quiz"))
    assert not [item.clause.clause.id for item in quiz_items(settled) if item.quiz.because["en"] in quiz]
    sheet = outline(make(LIBRARY, answers, "en", document="scenarios"))
    facts = settled.all_facts
    assert not [each.id for each in scenarios(settled, facts) if each.answer["en"][:60] in sheet]
