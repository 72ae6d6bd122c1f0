"""A policy taken over in part equals one written from nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Person
from desktop.core.assemble import draft, settle, write
from desktop.core.forms import BOTH, draft_policy, laid_out, make
from tests.strategies import answers_to, decided_answers_to, value_of

LIBRARY = load_library()
BAKERY = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
FULL = BAKERY.answered("detail", "full")


@pytest.mark.parametrize("language", ["ms", "en"])
@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.one_of(decided_answers_to(LIBRARY), answers_to(LIBRARY), st.just(FULL), st.just(BAKERY)),
        min_size=2,
        max_size=4,
    )
)
def test_any_answers_after_any_others(language, states):
    before = None
    for answers in states:
        settled = settle(LIBRARY, answers)
        before = draft(settled, language, before=before)
        assert before.document == write(settled, language)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(LIBRARY.questions).flatmap(lambda q: st.tuples(st.just(q.id), value_of(q))),
        min_size=1,
        max_size=8,
    )
)
def test_one_answer_after_another(changes):
    answers, before = FULL, draft_policy(settle(LIBRARY, FULL), BOTH)
    for question_id, value in changes:
        answers = answers.answered(question_id, value)
        before = draft_policy(settle(LIBRARY, answers), BOTH, before)
        assert laid_out(before) == make(LIBRARY, answers, BOTH)


def test_a_name_in_the_register_reaches_the_clauses_that_print_it():
    before = draft(settle(LIBRARY, FULL), "en")
    person = next(iter(FULL.people.values()))
    renamed = replace(FULL, people=FULL.people | {person.id: Person(person.id, "Zaleha Noor", person.role)})
    after = draft(settle(LIBRARY, renamed), "en", before=before).document
    assert after == write(settle(LIBRARY, renamed), "en")
    assert after.clauses != before.document.clauses


def test_what_stays_the_same_is_the_same_object():
    before = draft(settle(LIBRARY, FULL), "ms")
    after = draft(settle(LIBRARY, FULL.answered("reply_hours", 31)), "ms", before=before)
    pairs = list(zip(before.document.clauses, after.document.clauses, strict=True))
    new = [clause.id for old, clause in pairs if clause is not old]
    assert new == [clause.id for old, clause in pairs if clause != old]
    assert 0 < len(new) < 5
    laws = [next(annex for annex in made.document.annexes if annex.id == "annex-laws") for made in (before, after)]
    assert all(one is other for one, other in zip(laws[0].entries, laws[1].entries, strict=True))


def test_another_language_or_library_takes_nothing_over():
    malay = draft(settle(LIBRARY, FULL), "ms")
    assert draft(settle(LIBRARY, FULL), "en", before=malay).document == write(settle(LIBRARY, FULL), "en")
    fewer = replace(LIBRARY, terms=LIBRARY.terms[1:])
    other = settle(fewer, FULL)
    assert draft(other, "ms", before=malay).document == write(other, "ms")
