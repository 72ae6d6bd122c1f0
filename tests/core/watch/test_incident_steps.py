"""The steps of an incident, with those of a leak of personal data beside them."""

from datetime import UTC, datetime

import pytest

from desktop.content.load import load_library
from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import DATA_LEAK, KIND, state_of
from desktop.core.watch.incident_steps import IncidentSteps, all_steps, steps_of

KINDS = load_library().incident_kinds
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
LEAK = Note(1, NOON, step=DATA_LEAK, number=1)


def ids(steps):
    return [step.id for step in steps]


def found(kind, *notes, holds=lambda _when: True):
    incident = Incident(kind, NOON, "x")
    return steps_of(KINDS, incident, state_of(incident, notes), holds)


def kind(name):
    return next(each for each in KINDS if each.id == name)


def test_without_a_leak_they_are_those_of_the_kind():
    steps = found("threat")
    assert ids(steps.first) == ids(kind("threat").first)
    assert steps.leak == ()
    assert ids(steps.keep) == ids(kind("threat").keep)


@pytest.mark.parametrize("name", [each.id for each in KINDS if not each.data_leak])
def test_a_leak_brings_its_own_beside_them_and_no_id_twice(name):
    steps = found(name, LEAK)
    assert ids(steps.leak) == [f"leak:{step.id}" for step in kind("leak").first]
    assert len(set(ids(steps.all))) == len(steps.all)
    assert set(ids(steps.all)) <= set(ids(all_steps(KINDS, Incident(name, NOON, "x"))))
    assert "leak:reason" in ids(steps.keep)


def test_a_leak_itself_has_them_already():
    assert found("leak", LEAK) == IncidentSteps(kind("leak").first, (), kind("leak").keep)


def test_what_does_not_fit_the_answers_is_left_out_unless_it_is_ticked():
    ticked = Note(1, NOON, step="leak:stop", number=2)
    steps = found("threat", ticked, holds=lambda when: not when)
    assert "call" not in ids(steps.first)
    assert ids(steps.leak) == ["leak:stop"], "the leak was none, but something was done"
    assert "leak:stop" not in ids(steps.open({"leak:stop": ticked}))


def test_a_kind_that_is_no_longer_known_has_none():
    assert found("gone").all == ()
    assert found("gone", LEAK).leak, "but a leak is a leak"


def test_another_kind_has_its_own_ids_and_the_first_kind_keeps_its():
    threat = Note(1, NOON, step=KIND, text="threat", number=1)
    changed = found("fake", threat)
    assert ids(changed.first) == [f"threat:{step.id}" for step in kind("threat").first]
    back = Note(1, NOON, step=KIND, text="fake", number=2)
    assert found("fake", threat, back) == found("fake")
    was_leak = found("leak", threat, LEAK)
    assert ids(was_leak.leak) == ids(kind("leak").first), "what was ticked of it still counts"
    assert found("threat", Note(1, NOON, step=KIND, text="gone", number=3)).all == ()
