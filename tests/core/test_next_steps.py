"""What is best done next, over many situations."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from desktop.core.next_steps import MOST, NextStep, Situation, StepKind, next_steps

TODAY = date(2027, 6, 1)
FRESH = Situation(TODAY, first_open=12, settle=9, deeper="stance", deeper_open=5)
ANSWERED = Situation(TODAY, deeper="taboo", deeper_open=4)
MADE = replace(ANSWERED, made=frozenset({"policy"}))
HANDED_OUT = replace(ANSWERED, made=frozenset({"policy", "acknowledgement"}))
FINISHED = replace(HANDED_OUT, deeper="", deeper_open=0)


def kinds(situation):
    return [step.kind for step in next_steps(situation)]


def test_a_fresh_policy_begins_with_the_first_questions_and_nothing_else():
    assert next_steps(FRESH) == (NextStep(StepKind.FIRST_QUESTIONS, 12),)
    assert FRESH.is_beginning


def test_one_question_left_is_still_the_one_thing():
    assert kinds(replace(FRESH, first_open=1)) == [StepKind.FIRST_QUESTIONS]


def test_after_the_first_questions_what_is_open_is_settled_and_then_the_policy_made():
    steps = next_steps(replace(ANSWERED, settle=3))
    assert steps == (
        NextStep(StepKind.SETTLE, 3),
        NextStep(StepKind.MAKE, targets=("policy",)),
        NextStep(StepKind.GO_DEEPER, 4, ("taboo",)),
    )


def test_a_policy_with_nothing_open_is_made():
    assert kinds(ANSWERED) == [StepKind.MAKE, StepKind.GO_DEEPER]
    assert not ANSWERED.is_beginning


def test_a_paper_without_the_policy_does_not_count_as_the_policy():
    assert kinds(replace(ANSWERED, made=frozenset({"quiz"})))[0] is StepKind.MAKE


def test_what_was_made_is_handed_out_once():
    assert next_steps(MADE)[0] == NextStep(StepKind.HAND_OUT, targets=("acknowledgement",))
    assert kinds(HANDED_OUT) == [StepKind.GO_DEEPER]
    assert kinds(FINISHED) == []


def test_once_the_policy_is_made_the_owner_is_led_to_the_tasks_until_they_have_begun():
    waiting = replace(HANDED_OUT, tasks=14)
    assert kinds(waiting) == [StepKind.WATCH, StepKind.GO_DEEPER]
    assert StepKind.WATCH not in kinds(replace(ANSWERED, tasks=14))
    assert StepKind.WATCH not in kinds(replace(waiting, can_change=False))
    assert StepKind.WATCH not in kinds(replace(waiting, first_open=1))


@pytest.mark.parametrize(
    "change", [{"settle": 1}, {"out_of_date": ("policy",)}, {"papers": frozenset({"policy"})}, {"first_open": 1}]
)
def test_a_policy_that_is_not_right_is_not_handed_out_nor_one_nobody_signs_for(change):
    assert StepKind.HAND_OUT not in kinds(replace(MADE, **change))


def test_a_paper_that_is_out_of_date_does_not_keep_the_policy_from_being_handed_out():
    assert kinds(replace(MADE, out_of_date=("quiz",))) == [
        StepKind.MAKE_AGAIN,
        StepKind.HAND_OUT,
        StepKind.GO_DEEPER,
    ]


def test_what_is_out_of_date_is_made_again_all_at_once():
    steps = next_steps(replace(FINISHED, out_of_date=("policy", "quiz")))
    assert steps == (NextStep(StepKind.MAKE_AGAIN, 2, ("policy", "quiz")),)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(31, None), (30, False), (1, False), (0, False), (-1, True), (-400, True)],
)
def test_the_review_is_spoken_of_from_thirty_days_before(days, expected):
    day = TODAY + timedelta(days=days)
    steps = next_steps(replace(FINISHED, review=day))
    assert steps == (() if expected is None else (NextStep(StepKind.REVIEW, day=day, is_late=expected),))


def test_a_policy_that_was_never_made_needs_no_review():
    assert StepKind.REVIEW not in kinds(replace(ANSWERED, review=TODAY - timedelta(days=1)))


def test_a_late_review_goes_before_what_follows_from_it_and_a_near_one_after():
    busy = replace(FINISHED, settle=1, out_of_date=("policy",))
    late = replace(busy, review=TODAY - timedelta(days=1))
    assert kinds(late) == [StepKind.REVIEW, StepKind.SETTLE, StepKind.MAKE_AGAIN]
    near = replace(busy, review=TODAY)
    assert kinds(near) == [StepKind.SETTLE, StepKind.MAKE_AGAIN, StepKind.REVIEW]


def test_changed_clauses_are_decided_before_anything_is_made_of_them():
    busy = replace(HANDED_OUT, changes=2, settle=1, out_of_date=("policy",))
    assert kinds(busy) == [StepKind.CHANGES, StepKind.SETTLE, StepKind.MAKE_AGAIN]
    assert next_steps(busy)[0].count == 2


def test_a_first_question_of_a_newer_version_does_not_hide_what_is_out_of_date():
    again = replace(HANDED_OUT, first_open=1, settle=1, out_of_date=("policy",))
    assert kinds(again) == [StepKind.FIRST_QUESTIONS, StepKind.MAKE_AGAIN]
    assert not again.is_beginning


def test_a_file_that_is_open_only_to_look_at_offers_documents_and_nothing_that_changes_it():
    busy = replace(MADE, changes=1, settle=0, out_of_date=("quiz",), can_change=False)
    assert kinds(busy) == [StepKind.MAKE_AGAIN, StepKind.HAND_OUT]
    assert kinds(replace(FRESH, can_change=False)) == []
    assert not replace(FRESH, can_change=False).is_beginning
    assert kinds(replace(ANSWERED, settle=2, can_change=False)) == [StepKind.MAKE]


def every_situation():
    for first, settle, changes, made, old, review, deeper, change in product(
        (0, 2), (0, 1), (0, 3), ((), ("policy",), ("policy", "acknowledgement")), ((), ("policy",)),
        (None, -3, 3, 300), ("", "taboo"), (True, False),
    ):  # fmt: skip
        day = None if review is None else TODAY + timedelta(days=review)
        yield Situation(
            TODAY, first, settle, changes, frozenset(made), tuple(set(old) & set(made)),
            review=day, deeper=deeper, deeper_open=len(deeper), can_change=change,
        )  # fmt: skip


def test_never_more_than_three_never_one_twice_and_every_one_says_what_it_is_about():
    for situation in every_situation():
        steps = next_steps(situation)
        assert len(steps) <= MOST
        assert len({step.kind for step in steps}) == len(steps)
        assert all(step.count or step.targets or step.day for step in steps)
        if situation.first_open and situation.can_change:
            assert steps[0].kind is StepKind.FIRST_QUESTIONS


def test_an_open_incident_comes_before_everything():
    waiting = replace(FRESH, incidents=("Leak", "Crowd"))
    assert next_steps(waiting)[0] == NextStep(StepKind.INCIDENT, 2, ("Leak",))
    assert StepKind.INCIDENT not in kinds(replace(waiting, can_change=False))
