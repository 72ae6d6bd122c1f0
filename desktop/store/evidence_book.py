"""The evidence in a business file: ticks, the log, incidents, runs, reviews. It is added to, and read.

Every entry is a transaction of its own. Undo leaves evidence alone, and so does the date of the last change.
"""

from collections.abc import Iterable
from datetime import date, datetime

from desktop.core.text import Text
from desktop.core.watch.evidence import (
    AccessReview,
    Cleared,
    DayCount,
    Entry,
    Incident,
    MonthCount,
    Note,
    Records,
    Run,
    Tick,
)
from desktop.store import case_rows, evidence_rows, log_rows, tick_rows
from desktop.store.case_rows import Book
from desktop.store.log_rows import Filters
from desktop.store.open_file import OpenFile


class EvidenceBook:
    """What was done and seen. All methods raise `StoreError`; days asked for include both ends."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file

    def add_tick(self, tick: Tick, title: Text, *, now: datetime) -> Tick:
        """Write down what became of a task, and what it is called. A tick can be corrected once: then the correction.

        Raises `ValueError` for one that corrects what is not there, is of another task or was corrected already.
        """
        with self._file.noting(now) as connection:
            number = tick_rows.add_tick(connection, tick, title, now)
            return tick_rows.read_ticks(connection, limit=1, before=number + 1)[0]

    def settled(self, today: date) -> dict[str, date]:
        """The newest occurrence of each task that was done or skipped, by the ticks that count."""
        with self._file.looking() as connection:
            return tick_rows.settled(connection, today)

    def happened(self, today: date) -> dict[str, tuple[date, ...]]:
        """Days of events by task, the oldest first, that a task was not yet done for."""
        with self._file.looking() as connection:
            return tick_rows.happened(connection, today)

    def ticks(
        self, *, task: str = "", since: date | None = None, until: date | None = None, limit: int = 0, before: int = 0
    ) -> tuple[Tick, ...]:
        """Ticks as they were written, the newest first; `before` is the number of the last one shown, to go on from."""
        with self._file.looking() as connection:
            return tick_rows.read_ticks(connection, task=task, since=since, until=until, limit=limit, before=before)

    def corrected(self, numbers: Iterable[int]) -> frozenset[int]:
        """Which of these ticks no longer count."""
        with self._file.looking() as connection:
            return tick_rows.corrected(connection, numbers)

    def titles(self) -> dict[str, Text]:
        """What tasks were called when they were last ticked, by id; those that are gone too."""
        with self._file.looking() as connection:
            return tick_rows.titles(connection)

    def days(self, since: date, until: date) -> dict[date, DayCount]:
        """What was done on each day. Days without a tick that counts are left out."""
        with self._file.looking() as connection:
            return tick_rows.days(connection, since, until)

    def months(self, since: date, until: date) -> dict[date, MonthCount]:
        """The same by the first day of each month."""
        with self._file.looking() as connection:
            return tick_rows.months(connection, since, until)

    def add_entry(self, entry: Entry, *, now: datetime) -> Entry:
        """Write a post or mention down: a new one where `entry.entry` is 0, else a further row of that one."""
        with self._file.noting(now) as connection:
            number = log_rows.add_entry(connection, entry, now)
            return evidence_rows.required(log_rows.read_entry(connection, number))

    def entries(
        self,
        find: str = "",
        *,
        state: str = "",
        where: str = "",
        tone: str = "",
        since: date | None = None,
        until: date | None = None,
        limit: int = 0,
        skip: int = 0,
    ) -> tuple[Entry, ...]:
        """The newest row of each entry, those found last first. `find` holds beginnings of words, all to be there."""
        filters = Filters(find, state, where, tone, since, until)
        with self._file.looking() as connection:
            return log_rows.read_entries(connection, filters, limit=limit, skip=skip)

    def entry_count(
        self,
        find: str = "",
        *,
        state: str = "",
        where: str = "",
        tone: str = "",
        since: date | None = None,
        until: date | None = None,
    ) -> int:
        """How many entries there are of those."""
        filters = Filters(find, state, where, tone, since, until)
        with self._file.looking() as connection:
            return log_rows.count_entries(connection, filters)

    def entry(self, number: int) -> Entry | None:
        """The newest row of an entry; None where there is none."""
        with self._file.looking() as connection:
            return log_rows.read_entry(connection, number)

    def history(self, number: int) -> tuple[Entry, ...]:
        """All rows of an entry, the oldest first."""
        with self._file.looking() as connection:
            return log_rows.read_history(connection, number)

    def mentions(self, since: date, until: date) -> dict[tuple[date, str, str], int]:
        """How many entries were found, by the first day of the month, tone and place."""
        with self._file.looking() as connection:
            return log_rows.mentions(connection, since, until)

    def old_entries(self, before: date) -> int:
        """How many entries of the log `clear_entries` would delete."""
        with self._file.looking() as connection:
            return log_rows.count_over(connection, before)

    def clear_entries(self, before: date, by: str, *, now: datetime) -> Cleared:
        """Delete the entries settled before a day that belong to no incident, with all rows, and note how many."""
        with self._file.noting(now) as connection:
            return log_rows.clear_entries(connection, before, by, now)

    def cleared(self) -> tuple[Cleared, ...]:
        """When entries were deleted, the oldest first."""
        with self._file.looking() as connection:
            return log_rows.read_cleared(connection)

    def add_incident(self, incident: Incident, *, now: datetime) -> Incident:
        """Write an incident down."""
        with self._file.noting(now) as connection:
            number = case_rows.add_incident(connection, incident, now)
            return case_rows.read_incidents(connection, number)[0]

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, the newest first."""
        with self._file.looking() as connection:
            return case_rows.read_incidents(connection)

    def add_note(self, book: Book, note: Note, *, now: datetime) -> Note:
        """Add to an incident or a run. Raises `ValueError` where there is no such one."""
        with self._file.noting(now) as connection:
            number = case_rows.add_note(connection, book, note, now)
            return case_rows.read_notes(connection, book, note.subject, number)[0]

    def notes(self, book: Book, number: int) -> tuple[Note, ...]:
        """What was added to an incident or a run, the oldest first."""
        with self._file.looking() as connection:
            return case_rows.read_notes(connection, book, number)

    def is_closed(self, book: Book, number: int) -> bool:
        """Whether a note that still counts says that it is over."""
        with self._file.looking() as connection:
            return case_rows.is_closed(connection, book, number)

    def add_run(self, run: Run, *, now: datetime) -> Run:
        """Write down that somebody joins or leaves, or that the agency changes."""
        with self._file.noting(now) as connection:
            number = case_rows.add_run(connection, run, now)
            return case_rows.read_runs(connection, number)[0]

    def runs(self) -> tuple[Run, ...]:
        """All of them, the newest first."""
        with self._file.looking() as connection:
            return case_rows.read_runs(connection)

    def add_review(self, review: AccessReview, *, now: datetime) -> AccessReview:
        """Write down that somebody looked at who can enter an account."""
        with self._file.noting(now) as connection:
            case_rows.add_review(connection, review, now)
            return case_rows.read_reviews(connection, review.account)[review.account]

    def reviews(self) -> dict[str, AccessReview]:
        """The review of each account that was written down last, by the id of the account."""
        with self._file.looking() as connection:
            return case_rows.read_reviews(connection)

    def last_month(self, until: date) -> date | None:
        """The first day of the newest month, up to that of a day, of which there is anything; None without one."""
        with self._file.looking() as connection:
            return evidence_rows.last_month(connection, until)

    def records(self, month: date | None, *, incident: int = 0, run: int = 0) -> Records:
        """What documents are told of a month, an incident or a run. What is overdue is not known here."""
        with self._file.looking() as connection:
            return evidence_rows.records(connection, month, incident, run)

    def is_empty(self) -> bool:
        """Whether nothing was ever written down."""
        with self._file.looking() as connection:
            return evidence_rows.is_empty(connection)

    def known_names(self) -> tuple[str, ...]:
        """Names of those who did something before, in the order of the alphabet."""
        with self._file.looking() as connection:
            return evidence_rows.known_names(connection)
