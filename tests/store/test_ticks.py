"""Ticks: only added, corrected by further ticks, and counted by what stands in the end."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, WITHDRAWN, DayCount, MonthCount, Tick
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from desktop.store.evidence_book import EvidenceBook
from tests.store.circumstances import START, at

TITLE = {"ms": "Baca ulasan", "en": "Read reviews"}
DAY = START.date()


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def tick(task: str = "reviews", at: int = 0, outcome: str = DONE, *, corrects: int = 0, missed: int = 0) -> Tick:
    return Tick(task, day(at), day(at), day(at), outcome, missed, corrects=corrects)


@pytest.fixture
def book(file: BusinessFile) -> EvidenceBook:
    return file.evidence


def add(book: EvidenceBook, tick: Tick) -> int:
    return book.add_tick(tick, TITLE, now=at()).number


def test_a_tick_is_kept_as_it_was_said(file: BusinessFile, path: Path, copies: Path) -> None:
    assert file.evidence.is_empty()
    said = Tick("reviews", day(-2), day(-1), DAY, DONE, 3, "Siti", "Dua ulasan baharu", "ulasan.png")
    now = datetime(2027, 1, 31, 9, 0, 0, 123, timezone(timedelta(hours=8)))
    kept = file.evidence.add_tick(said, TITLE, now=now)
    assert kept == replace(said, number=1, written=now.replace(microsecond=0))
    assert kept.written
    assert kept.written.utcoffset() == timedelta(hours=8)
    file.close()
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as again:
        assert again.evidence.ticks() == (kept,)
        assert again.evidence.titles() == {"reviews": TITLE}
        assert not again.evidence.is_empty()


def test_a_clock_without_a_zone_is_the_clock_of_the_system(book: EvidenceBook) -> None:
    written = book.add_tick(tick(), TITLE, now=at(3)).written
    assert written == at(3).astimezone()


def test_letters_that_no_file_can_hold_are_replaced(book: EvidenceBook) -> None:
    kept = book.add_tick(replace(tick(), note="a\ud800b", by="\udfff"), {"en": "\ud800"}, now=at())
    assert (kept.note, kept.by, book.titles()) == ("a\ufffdb", "\ufffd", {"reviews": {"en": "\ufffd"}})


@pytest.mark.parametrize(
    "wrong", [tick(outcome="forgotten"), tick(outcome=WITHDRAWN), tick(corrects=7), tick(corrects=-1)], ids=str
)
def test_a_tick_that_says_nothing_is_refused(book: EvidenceBook, wrong: Tick) -> None:
    with pytest.raises(ValueError):
        add(book, wrong)
    assert book.is_empty()


def test_titles_are_those_of_the_last_tick(book: EvidenceBook) -> None:
    add(book, tick())
    book.add_tick(tick(at=1), {"en": "Read all reviews"}, now=at())
    book.add_tick(tick(at=2), {}, now=at())
    assert book.titles() == {"reviews": {"en": "Read all reviews"}}


def test_the_newest_occurrence_counts_whatever_the_order_of_writing(book: EvidenceBook) -> None:
    add(book, tick(at=5))
    add(book, tick(at=2, outcome=SKIPPED))
    add(book, tick("posts", at=1, outcome=HAPPENED))
    assert book.settled(day(9)) == {"reviews": day(5)}


def test_what_lies_beyond_tomorrow_does_not_count_yet(book: EvidenceBook) -> None:
    add(book, tick(at=0))
    add(book, tick(at=5))
    add(book, tick("posts", at=5, outcome=HAPPENED))
    assert book.settled(day(3)) == {"reviews": day(0)}
    assert book.happened(day(3)) == {}
    assert book.settled(day(4)) == {"reviews": day(5)}
    assert book.happened(day(4)) == {"posts": (day(5),)}


def test_a_withdrawal_may_be_withdrawn(book: EvidenceBook) -> None:
    first = add(book, tick())
    second = add(book, tick(outcome=WITHDRAWN, corrects=first))
    assert (book.settled(DAY), book.corrected([first, second, 99])) == ({}, {first})
    third = add(book, tick(outcome=WITHDRAWN, corrects=second))
    assert (book.settled(DAY), book.corrected([first, second, third])) == ({"reviews": DAY}, {second})
    add(book, tick(outcome=WITHDRAWN, corrects=third))
    assert (book.settled(DAY), book.corrected([first, second, third])) == ({}, {first, third})


def test_a_tick_written_anew_takes_the_place_of_the_other(book: EvidenceBook) -> None:
    first = add(book, tick(at=0))
    second = add(book, replace(tick(at=0), on=day(2), corrects=first))
    assert book.days(day(0), day(9)) == {day(2): DayCount(done=1, late=1)}
    add(book, tick(at=2, outcome=WITHDRAWN, corrects=second))
    assert (book.settled(day(9)), book.days(day(0), day(9))) == ({}, {})


def test_a_tick_is_corrected_once_and_then_its_correction(book: EvidenceBook) -> None:
    first = add(book, tick())
    add(book, tick(corrects=first))
    with pytest.raises(ValueError, match=str(first)):
        add(book, tick(corrects=first))
    assert len(book.ticks()) == 2


def test_a_tick_of_one_task_does_not_correct_that_of_another(book: EvidenceBook) -> None:
    first = add(book, tick("reviews"))
    with pytest.raises(ValueError, match=str(first)):
        add(book, tick("posts", outcome=WITHDRAWN, corrects=first))
    assert (book.settled(DAY), len(book.ticks())) == ({"reviews": DAY}, 1)


def test_the_last_day_there_is_has_no_tomorrow(book: EvidenceBook) -> None:
    add(book, tick())
    add(book, tick("posts", outcome=HAPPENED))
    assert book.settled(date.max) == {"reviews": DAY}
    assert book.happened(date.max) == {"posts": (DAY,)}


def test_an_event_waits_until_it_is_seen_to(book: EvidenceBook) -> None:
    add(book, tick("posts", 1, HAPPENED))
    add(book, tick("posts", 3, HAPPENED))
    assert book.happened(day(9)) == {"posts": (day(1), day(3))}
    done = add(book, tick("posts", 1))
    assert book.happened(day(9)) == {"posts": (day(3),)}
    add(book, tick("posts", 3, SKIPPED))
    assert book.happened(day(9)) == {}
    again = add(book, tick("posts", 3, HAPPENED))
    assert book.happened(day(9)) == {"posts": (day(3),)}, "a second one on the same day"
    add(book, tick("posts", 3, WITHDRAWN, corrects=again))
    assert book.happened(day(9)) == {}
    add(book, tick("posts", 1, corrects=done))
    assert book.happened(day(9)) == {}
    add(book, tick("posts", 0, HAPPENED))
    assert book.happened(day(9)) == {"posts": (day(0),)}, "one remembered late"


def test_a_tick_done_for_an_event_and_corrected_later_does_not_swallow_the_next(book: EvidenceBook) -> None:
    add(book, tick("posts", 1, HAPPENED))
    done = add(book, tick("posts", 1))
    add(book, tick("posts", 1, HAPPENED))
    add(book, replace(tick("posts", 1, corrects=done), note="Other words"))
    assert book.happened(day(9)) == {"posts": (day(1),)}


def test_ticks_are_shown_newest_first_a_page_at_a_time(book: EvidenceBook) -> None:
    numbers = [add(book, tick("reviews" if i % 2 else "posts", i)) for i in range(6)]
    assert [one.number for one in book.ticks()] == numbers[::-1]
    page = book.ticks(limit=4)
    assert [one.number for one in (*page, *book.ticks(limit=4, before=page[-1].number))] == numbers[::-1]
    assert [one.number for one in book.ticks(task="reviews")] == [6, 4, 2]
    assert [one.number for one in book.ticks(task="reviews", since=day(1), until=day(3))] == [4, 2]


def test_days_and_months_count_what_stands(book: EvidenceBook) -> None:
    add(book, tick(at=0))  # 31 January
    add(book, tick("posts", at=0, outcome=SKIPPED, missed=2))
    add(book, replace(tick("posts", at=1), due=day(0)))
    add(book, tick(at=1, missed=1))
    add(book, tick("posts", at=1, outcome=HAPPENED))
    wrong = add(book, tick(at=2))
    add(book, replace(tick(at=2, outcome=WITHDRAWN, corrects=wrong), on=day(5)))
    assert book.days(day(0), day(9)) == {day(0): DayCount(1, 0, 1), day(1): DayCount(2, 1, 0)}
    assert book.days(day(1), day(1)) == {day(1): DayCount(2, 1, 0)}
    assert book.months(day(0), day(9)) == {
        date(2027, 1, 1): MonthCount(1, 0, 1, 2),
        date(2027, 2, 1): MonthCount(1, 1, 0, 1),
    }


def test_a_tick_that_makes_no_sense_is_damage_when_it_is_read(path: Path, copies: Path) -> None:
    with apsw.Connection(str(path)) as connection:
        connection.execute("INSERT INTO tick VALUES (1, 1, 't', 'x', 'x', 'x', 'done', 0, '', '', '', 0, 'x')")
    connection.close()
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(1))
        with pytest.raises(Damaged, match="damaged and cannot be read"):
            file.evidence.ticks()


SAID = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 9), st.integers(0, 3), st.sampled_from([DONE, SKIPPED, HAPPENED]))
    | st.tuples(
        st.just("corrects"), st.integers(0, 30), st.integers(0, 9), st.sampled_from([DONE, SKIPPED, WITHDRAWN])
    ),
    max_size=30,
)


def standing(ticks: list[Tick]) -> list[Tick]:
    """The ticks that count: what follows them in their chain are withdrawals that cancel one another."""
    by = {one.corrects: one for one in ticks if one.corrects}

    def counts(one: Tick) -> bool:
        after: list[str] = []
        while one.number in by:
            one = by[one.number]
            after.append(one.outcome)
        return set(after) <= {WITHDRAWN} and len(after) % 2 == 0

    return [one for one in ticks if one.outcome != WITHDRAWN and counts(one)]


@given(SAID)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_chain_of_corrections(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, int, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("chains")
    with BusinessFile.create(folder / "a.dasar", now=START, backup_folder=folder / "copies") as file:
        book, ticks = file.evidence, list[Tick]()
        for task, first, second, outcome in said:
            one = Tick(task, day(first), day(first), day(first + second), outcome, missed=second % 2)
            if task == "corrects":
                open_to_it = [tick for tick in ticks if all(other.corrects != tick.number for other in ticks)]
                if not open_to_it:
                    continue
                target = open_to_it[first % len(open_to_it)]
                one = replace(target, outcome=outcome, on=day(second), corrects=target.number, number=0)
            ticks.append(book.add_tick(one, TITLE, now=at()))
        count = standing(ticks)
        newest: dict[str, date] = {}
        days: dict[date, list[Tick]] = defaultdict(list)
        for one in count:
            if one.outcome in (DONE, SKIPPED):
                newest[one.task] = max(one.occurrence, newest.get(one.task, one.occurrence))
                days[one.on].append(one)
        assert book.settled(day(99)) == newest
        assert {one.number for one in ticks if one.outcome != WITHDRAWN} - book.corrected(
            one.number for one in ticks
        ) == {one.number for one in count}
        assert book.days(day(0), day(99)) == {
            when: DayCount(
                sum(one.outcome == DONE for one in ones),
                sum(one.outcome == DONE and not one.is_on_time for one in ones),
                sum(one.outcome == SKIPPED for one in ones),
            )
            for when, ones in days.items()
        }


def test_utc_is_a_zone_too(book: EvidenceBook) -> None:
    assert book.add_tick(tick(), TITLE, now=at().replace(tzinfo=UTC)).written == at().replace(tzinfo=UTC)


def test_what_was_missed_counts_in_the_month_it_was_due_whenever_it_was_ticked(book: EvidenceBook) -> None:
    missed = (date(2027, 1, 28), date(2027, 1, 29), date(2027, 2, 1))
    late = Tick("reviews", date(2027, 2, 2), date(2027, 2, 2), date(2027, 2, 2), DONE, 3, missed_days=missed)
    kept = book.add_tick(late, TITLE, now=at())
    year = (date(2027, 1, 1), date(2027, 12, 31))
    told = {date(2027, 1, 1): MonthCount(missed=2), date(2027, 2, 1): MonthCount(on_time=1, missed=1)}
    assert book.months(*year) == told
    assert set(book.days(*year)) == {date(2027, 2, 2)}, "a day on which nothing was done is no day of work"
    assert book.records(date(2027, 1, 1)).missed == {"reviews": 2}
    again = book.add_tick(replace(late, by="Siti", corrects=kept.number, missed_days=()), TITLE, now=at())
    assert book.months(*year) == told, "put right, it settles the same"
    book.add_tick(replace(late, outcome=WITHDRAWN, corrects=again.number, missed_days=()), TITLE, now=at())
    assert not any(count.due for count in book.months(*year).values())
    assert book.records(date(2027, 1, 1)).missed == {}
