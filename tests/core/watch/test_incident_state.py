"""What the notes of an incident come to, and the hours that are left."""

from datetime import datetime, timedelta, timezone

from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import (
    DATA_LEAK,
    KNOWN,
    NO_LEAK,
    REOPENED,
    TITLE,
    as_now,
    hours_left,
    left_open,
    state_of,
    steps_left,
    time_left,
)
from desktop.core.watch.kinds import Step

NOON = datetime(2027, 1, 4, 12, tzinfo=timezone(timedelta(hours=8)))


def incident(**fields):
    return Incident("leak", NOON, "List", **fields)


def note(number, **fields):
    return Note(1, NOON, number=number, **fields)


def test_a_tick_that_was_taken_back_no_longer_counts():
    notes = (note(1, step="call"), note(2, step="keep"), note(3, step="call", corrects=1))
    assert state_of(incident(), notes).ticked == {"keep": notes[1]}
    again = (*notes, note(4, step="call"))
    assert set(state_of(incident(), again).ticked) == {"call", "keep"}


def test_whether_data_leaked_is_what_was_said_last():
    assert state_of(incident(data_leak=True), ()).is_leak
    found = (note(1, step=DATA_LEAK),)
    assert state_of(incident(), found).is_leak
    assert not state_of(incident(), (*found, note(2, step=NO_LEAK))).is_leak
    assert state_of(incident(data_leak=True), (note(1, step=NO_LEAK), note(2, corrects=1))).is_leak


def test_closed_opened_again_and_closed_again():
    over = note(1, closes=True, text="Over")
    assert state_of(incident(), (over,)).closed == over
    opened = note(2, step=REOPENED, corrects=1)
    assert state_of(incident(), (over, opened)).closed is None
    assert state_of(incident(), (over, opened, note(3, closes=True))).closed == note(3, closes=True)


def test_the_hours_count_from_the_moment_it_was_known_whatever_the_time_zone():
    assert time_left(incident(), NOON) == timedelta(hours=72)
    elsewhere = (NOON + timedelta(hours=80)).astimezone(timezone(timedelta(hours=-5)))
    assert time_left(incident(), elsewhere) == timedelta(hours=-8)


def test_the_name_is_the_one_given_last():
    assert state_of(incident(), ()).title == "List"
    notes = (note(1, step=TITLE, text="Leak, Facebook"), note(2, step=TITLE, text="Leak"))
    assert state_of(incident(), notes).title == "Leak"
    assert state_of(incident(), (*notes, note(3, corrects=2))).title == "Leak, Facebook"


def test_what_was_open_when_it_was_closed_stays_with_the_note():
    steps = (Step("call", {}), Step("leak:commissioner", {}))
    over = note(1, closes=True, text="Over.", step=left_open(steps))
    assert steps_left(over) == ("call", "leak:commissioner")
    assert state_of(incident(), (over,)).closed == over
    assert state_of(incident(), (over,)).ticked == {}
    assert left_open(()) == ""
    assert steps_left(note(1, closes=True)) == ()
    assert steps_left(note(1, step="call")) == ()


def test_hours_that_were_not_over_when_it_was_closed():
    leak, over = incident(data_leak=True), note(1, closes=True)
    assert hours_left(state_of(leak, (over,))) == NOON + timedelta(hours=72)
    assert hours_left(state_of(leak, ())) is None, "it is open"
    assert hours_left(state_of(incident(), (over,))) is None, "nothing leaked"
    late = Note(1, NOON + timedelta(hours=72), number=1, closes=True)
    assert hours_left(state_of(leak, (late,))) is None


def test_another_moment_moves_the_hours():
    earlier = note(1, step=KNOWN, text=(NOON - timedelta(hours=10)).isoformat())
    now = as_now(incident(), state_of(incident(), (earlier,)))
    assert time_left(now, NOON) == timedelta(hours=62)
    over = note(2, closes=True)
    leak = incident(data_leak=True)
    assert hours_left(state_of(leak, (earlier, over))) == NOON + timedelta(hours=62)
    assert as_now(leak, state_of(leak, ())) == leak
