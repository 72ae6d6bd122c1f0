"""Incidents, runs, what is noted about them, reviews of access, and what reports are told of all of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desktop.core.watch.evidence import (
    DONE,
    WITHDRAWN,
    AccessReview,
    Entry,
    Incident,
    Note,
    Records,
    Run,
    RunStep,
    Tick,
)
from desktop.core.watch.incident_state import REOPENED
from desktop.store.business_file import BusinessFile
from desktop.store.evidence_book import EvidenceBook
from tests.store.circumstances import START, at

DAY = START.date()
KL = timezone(timedelta(hours=8))


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def moment(number: int) -> datetime:
    return at(days=number).replace(tzinfo=KL)


@pytest.fixture
def book(file: BusinessFile) -> EvidenceBook:
    return file.evidence


def incident(opened: int, title: str = "Senarai pelanggan", entry: int = 0) -> Incident:
    return Incident("leak", moment(opened), title, True, entry, "Siti")


def test_incidents_are_kept_newest_first(book: EvidenceBook) -> None:
    first = book.add_incident(incident(0), now=at())
    second = book.add_incident(replace(incident(-5), data_leak=False), now=at())
    assert first == replace(incident(0), number=1)
    assert first.opened.utcoffset() == timedelta(hours=8)
    assert book.incidents() == (second, first)
    assert book.add_incident(Incident("x", at(2), "Tanpa zon"), now=at()).opened == at(2).astimezone()


def test_notes_are_kept_in_the_order_they_were_written(book: EvidenceBook) -> None:
    for number in (1, 2):
        book.add_incident(incident(number), now=at())
    said = Note(1, moment(3), "keep.screenshot", "Disimpan", "skrin.png", "Siti")
    first = book.add_note("incident", said, now=at())
    assert first == replace(said, number=1, written=at().astimezone())
    second = book.add_note("incident", Note(1, moment(1), text="Lebih awal"), now=at())
    book.add_note("incident", Note(2, moment(1)), now=at())
    assert book.notes("incident", 1) == (first, second)
    assert book.notes("run", 1) == ()


@pytest.mark.parametrize("note", [Note(7, moment(0)), Note(1, moment(0), corrects=7), Note(1, moment(0), corrects=2)])
def test_a_note_about_nothing_is_refused(book: EvidenceBook, note: Note) -> None:
    for number in (1, 2):
        book.add_incident(incident(number), now=at())
        book.add_note("incident", Note(number, moment(0)), now=at())
    with pytest.raises(ValueError, match=r"7|2"):
        book.add_note("incident", note, now=at())
    with pytest.raises(ValueError, match="1"):
        book.add_note("run", Note(1, moment(0)), now=at())
    with pytest.raises(ValueError, match="tick"):
        book.add_note("tick", Note(1, moment(0)), now=at())  # type: ignore[arg-type]


def test_an_end_may_be_a_mistake(book: EvidenceBook) -> None:
    book.add_incident(incident(0), now=at())
    assert not book.is_closed("incident", 1)
    end = book.add_note("incident", Note(1, moment(1), closes=True), now=at())
    assert book.is_closed("incident", 1)
    book.add_note("incident", Note(1, moment(2), text="Masih ada lagi", corrects=end.number), now=at())
    assert not book.is_closed("incident", 1)
    book.add_note("incident", Note(1, moment(3), closes=True), now=at())
    assert book.is_closed("incident", 1)
    book.add_note("incident", Note(1, moment(4), REOPENED), now=at())
    assert not book.is_closed("incident", 1)


def test_letters_that_no_file_can_hold_are_replaced_in_runs(book: EvidenceBook) -> None:
    run = book.add_run(Run("leaver", "Al\ud800i", DAY, (RunStep("keys", {"ms": "Kunci\udfff"}),)), now=at())
    assert (run.name, run.steps) == ("Al\ufffdi", (RunStep("keys", {"ms": "Kunci\ufffd"}),))


def test_runs_keep_what_they_asked_for(book: EvidenceBook) -> None:
    steps = (RunStep("keys", {"ms": "Kunci", "en": "Keys"}), RunStep("access:fb", {"ms": "Facebook"}, is_access=True))
    run = book.add_run(Run("leaver", "Ali", DAY, steps, "ali"), now=at())
    assert run == Run("leaver", "Ali", DAY, steps, "ali", at().astimezone(), 1)
    later = book.add_run(Run("agency", "Studio", day(-9), ()), now=at())
    assert book.runs() == (later, run)
    note = book.add_note("run", Note(1, moment(0), "access:fb", by="Siti"), now=at())
    assert (book.notes("run", 1), book.is_closed("run", 1)) == ((note,), False)


def test_the_review_written_down_last_counts(book: EvidenceBook) -> None:
    book.add_review(AccessReview("fb", "Facebook @kedai", day(5), "Siti"), now=at())
    other = book.add_review(AccessReview("ig", "Instagram @kedai", DAY), now=at())
    right = book.add_review(AccessReview("fb", "Facebook @kedai", day(1), "Siti", "Bukan 5 hari bulan"), now=at())
    assert book.reviews() == {"fb": right, "ig": other}


def test_names_are_those_of_all_who_did_something(book: EvidenceBook) -> None:
    assert book.known_names() == ()
    for by in ("siti", "Ali", "", "siti"):
        book.add_tick(Tick("t", DAY, DAY, DAY, DONE, by=by), {}, now=at())
    book.add_entry(Entry(DAY, "x", by="Zul"), now=at())
    book.add_incident(replace(incident(0), by="Mei"), now=at())
    book.add_note("incident", Note(1, moment(0), by="Raju"), now=at())
    book.add_review(AccessReview("fb", "x", DAY, "Aminah"), now=at())
    assert book.known_names() == ("Ali", "Aminah", "Mei", "Raju", "siti", "Zul")


def test_the_newest_month_of_which_there_is_anything(book: EvidenceBook) -> None:
    assert book.last_month(day(999)) is None
    book.add_tick(Tick("t", DAY, DAY, day(-40), DONE), {}, now=at())
    assert book.last_month(DAY) == date(2026, 12, 1)
    book.add_entry(Entry(DAY, "x"), now=at())
    assert (book.last_month(DAY), book.last_month(day(-31))) == (date(2027, 1, 1), date(2026, 12, 1))
    assert book.last_month(date(2027, 1, 2)) == date(2027, 1, 1), "of the whole month"
    book.add_incident(incident(40), now=at())
    assert (book.last_month(DAY), book.last_month(day(40))) == (date(2027, 1, 1), date(2027, 3, 1))


@pytest.fixture
def filled(book: EvidenceBook) -> EvidenceBook:
    """December, January and February."""
    for number in (-40, -3, 0, 3):
        book.add_tick(Tick("t", day(number), day(number), day(number), DONE), {"en": "Task"}, now=at())
        book.add_entry(Entry(day(number), "x", text=f"{number}"), now=at())
    book.add_tick(Tick("t", day(-3), day(-3), day(3), WITHDRAWN, corrects=2), {"en": "Task"}, now=at())
    for opened in (-40, -35, -2, 4):
        book.add_incident(incident(opened, f"{opened}", entry=1 if opened == -2 else 0), now=at())
    book.add_note("incident", Note(1, moment(-38), closes=True), now=at())
    book.add_note("incident", Note(2, moment(-1), closes=True), now=at())
    book.add_run(Run("leaver", "Ali", DAY, (RunStep("keys", {"en": "Keys"}),)), now=at())
    book.add_note("run", Note(1, moment(0), "keys"), now=at())
    book.add_review(AccessReview("fb", "x", DAY), now=at())
    return book


def test_a_report_of_a_month(filled: EvidenceBook) -> None:
    told = filled.records(date(2027, 1, 14))
    assert told.month == date(2027, 1, 1)
    assert [tick.number for tick in told.ticks] == [2, 3]
    assert told.corrected == {2}, "corrected in the month after"
    assert told.titles == {"t": {"en": "Task"}}
    assert [entry.text for entry in told.entries] == ["-3", "0"]
    assert [one.title for one in told.incidents] == ["-35", "-2"], "known then and not over before"
    assert {number: len(notes) for number, notes in told.incident_notes.items()} == {2: 1, 3: 0}
    assert (told.incident, told.run, told.run_notes, told.cleared, told.overdue) == (0, None, (), (), {})
    assert told.reviews == filled.reviews()


def test_a_report_of_an_incident(filled: EvidenceBook) -> None:
    filled.add_entry(Entry(day(1), "x", text="Lagi", incident=3), now=at())
    told = filled.records(None, incident=3)
    assert (told.month, told.ticks, told.incident) == (None, (), 3)
    assert [one.title for one in told.incidents] == ["-2"]
    assert [entry.text for entry in told.entries] == ["-40", "Lagi"]
    assert set(told.incident_notes) == {3}
    both = filled.records(DAY, incident=3)
    assert [one.title for one in both.incidents] == ["-2", "-35"]
    assert [entry.text for entry in both.entries] == ["-40", "-3", "0", "Lagi"]


def test_a_report_of_a_run(filled: EvidenceBook) -> None:
    told = filled.records(None, run=1)
    assert told.run == filled.runs()[0]
    assert [note.step for note in told.run_notes] == ["keys"]


def test_a_report_of_nothing_is_a_form(book: EvidenceBook) -> None:
    assert book.records(None, incident=5, run=5) == Records()
    assert book.records(DAY) == Records(month=date(2027, 1, 1), missed={})


def test_what_was_deleted_is_in_the_report_of_its_month(book: EvidenceBook) -> None:
    book.add_entry(Entry(day(-90), "x", outcome="Ok", done=day(-90)), now=at())
    cleared = book.clear_entries(day(-30), "Siti", now=at().replace(tzinfo=UTC))
    assert book.records(DAY).cleared == (cleared,)
    assert book.records(day(9)).cleared == ()
