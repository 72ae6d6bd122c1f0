"""What the policy promises of watching has a task that carries it out."""

from dataclasses import replace

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import ClauseChoice
from desktop.core.assemble import settle
from desktop.core.check_up import check_up, is_ready
from desktop.core.findings import Severity, Where
from desktop.core.watch.choices import TaskChoice
from desktop.core.watch.plan import plan_of

LIBRARY = load_library()
CLAUSE = "monitoring.what-we-watch"


@pytest.fixture
def bakery():
    return sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)


def switched(answers, *, on, keep=0):
    """All tasks that carry the clause out, but for so many, switched on or off."""
    serving = [task.id for task in plan_of(settle(LIBRARY, answers), with_off=True) if CLAUSE in task.serves]
    tasks = {task: TaskChoice(on=on) for task in serving[keep:]} | {
        task: TaskChoice(on=True) for task in serving[:keep]
    }
    return replace(answers, watch=replace(answers.watch, tasks=tasks))


def findings(answers):
    return [finding for finding in check_up(LIBRARY, answers) if str(finding.what).startswith("no task carries")]


def test_a_promise_whose_tasks_are_switched_off_is_found(bakery):
    off = switched(bakery, on=False)
    found = {finding.place: finding for finding in findings(off)}
    assert found[CLAUSE].where is Where.CLAUSE
    assert found[CLAUSE].severity is Severity.REVIEW
    titles = [task.title["en"] for task in LIBRARY.tasks if task.id in off.watch.tasks]
    assert any(f"“{title}” is switched off" in str(found[CLAUSE].what) for title in titles)
    assert is_ready(check_up(LIBRARY, off)) == is_ready(check_up(LIBRARY, bakery))


def test_one_task_that_is_on_is_enough(bakery):
    assert CLAUSE not in [finding.place for finding in findings(switched(bakery, on=False, keep=1))]
    assert findings(switched(bakery, on=True)) == []


def test_a_clause_that_is_left_out_promises_nothing(bakery):
    off = replace(switched(bakery, on=False), choices={CLAUSE: ClauseChoice(included=False)})
    assert CLAUSE not in [finding.place for finding in findings(off)]


@pytest.mark.parametrize("sample", LIBRARY.samples, ids=lambda sample: sample.id)
def test_samples_promise_nothing_that_is_switched_off(sample):
    answers = sample_answers(sample, LIBRARY)
    assert findings(answers) == []
    assert is_ready(check_up(LIBRARY, answers))
