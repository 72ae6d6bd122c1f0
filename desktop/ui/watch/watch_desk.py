"""Watching as the window sees it: what is due, and what is kept as evidence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.content.public_holidays import days_of_work
from desktop.core.watch.checklist import EVENT, Item, Status, checklist, missed_days, tick_of
from desktop.core.watch.choices import OwnTask, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from desktop.core.watch.effect import counted_from
from desktop.core.watch.evidence import HAPPENED, WITHDRAWN, AccessReview, Cleared, Entry, Incident, Note, Run, Tick
from desktop.core.watch.known import KNOWN, Known, counted, known_of, met, text_of
from desktop.core.watch.overview import open_days
from desktop.core.watch.plan import PlannedTask, begins, plan_of
from desktop.core.watch.record_names import newest
from desktop.core.watch.register import state_of_run, who_left
from desktop.core.watch.working_days import WorkingDays
from desktop.store.errors import StoreError
from desktop.ui.watch.evidence_reader import EvidenceReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from desktop.core.text import Text
    from desktop.core.watch.evidence import Records
    from desktop.store.evidence_book import EvidenceBook
    from desktop.ui.session import Session

TASKS, LOG, INCIDENTS, ACCOUNTS, RUNS = "tasks", "log", "incidents", "accounts", "runs"

_ME = "watch_me"
"""The setting of the file for who works here."""


class WatchDesk(QObject):
    """The one door to watching: reads are worked out when they are asked for, changes are stored at once."""

    changed = Signal(str)
    """What is another now: "tasks", "log", "incidents", "accounts" or "runs"."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.was_kept_last = False
        """Whether evidence was kept after the last change that can be undone."""
        self.evidence = EvidenceReader(session)
        """What is kept, to be read; it is written through this desk only."""

    @property
    def choices(self) -> WatchChoices:
        """What the owner decided."""
        return self._session.answers.watch

    @property
    def _book(self) -> EvidenceBook:
        """Where it is written; read without a word where it is out of reach."""
        return self._session.file.evidence

    @cached_property
    def has_begun(self) -> bool:
        """Whether the owner said from when tasks count, or a task was ticked already."""
        if self.choices.began is not None:
            return True
        try:
            return bool(self._book.ticks(limit=1))
        except StoreError:  # the file is out of reach for now: that is said when something is to be kept
            return False

    @cached_property
    def began(self) -> date:
        """The day from which tasks count."""
        return begins(self._session.settled, self._session.file.created) or self._session.today

    @cached_property
    def days(self) -> WorkingDays:
        """The days on which the firm works."""
        return days_of_work(self._session.settled, self.began, self._session.today)

    @cached_property
    def whole_plan(self) -> tuple[PlannedTask, ...]:
        """Every task that fits the answers, also those that are not done here."""
        plan = plan_of(self._session.settled, with_off=True)
        return counted(plan, self._met(plan)) if self.has_begun else plan

    @property
    def plan(self) -> tuple[PlannedTask, ...]:
        """The tasks that are done here."""
        return tuple(task for task in self.whole_plan if task.is_on)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The checklist of today. Raises `StoreError`: an empty one would say that all is done."""
        today, book = self._session.today, self._book
        return checklist(self.plan, self.days, self.began, book.settled(today), today, book.happened(today))

    @property
    def overdue(self) -> tuple[Item, ...]:
        """What should have been done before today; nothing before the owner began or while the file is out of reach."""
        if not self.has_begun:
            return ()
        try:
            return tuple(item for item in self.items if item.status is Status.OVERDUE)
        except StoreError:
            return ()

    @property
    def open_days(self) -> dict[str, tuple[date, ...]]:
        """The days that passed without what is overdue, by the id of the task."""
        return open_days(self.overdue, self.days, self.began, self._session.today)

    @property
    def open_incidents(self) -> tuple[Incident, ...]:
        """Incidents that are not over, the newest first; none while the file is out of reach."""
        with suppress(StoreError):
            book = self._book
            return tuple(each for each in book.incidents() if not book.is_closed("incident", each.number))
        return ()

    @cached_property
    def gone(self) -> frozenset[str]:
        """Ids of people who left; some may still be among the firm's people."""
        runs = self.evidence.runs()
        states = (state_of_run(run, self.evidence.notes("run", run.number)) for run in runs)
        return who_left(zip(runs, states, strict=True), self._session.today)

    def item(self, task_id: str) -> Item | None:
        """Where a task stands; None where it is not done here."""
        return next((item for item in self.items if item.task.id == task_id), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Names to choose from: the register of people, then others who did something before."""
        people = (person.name for person in self._session.answers.people.values())
        return tuple(dict.fromkeys((*people, *self.evidence.known_names())))

    def begin(self, day: date) -> bool:
        """Tasks count from this day. Returns whether it is kept."""
        return self._choose(replace(self.choices, began=day), "began")

    @property
    def me(self) -> str:
        """Name of whoever works here, as chosen last; "" where nobody is."""
        with suppress(StoreError):
            return self._session.file.setting(_ME)
        return ""

    def be(self, name: str) -> None:
        """Remember in the file who works here."""
        with suppress(StoreError):  # it is only not remembered
            self._session.file.set_setting(_ME, name)

    def choose(self, task_id: str, choice: TaskChoice) -> bool:
        """Decide about a task of the library; one that decides nothing is forgotten. Returns whether it is kept."""
        tasks = {key: old for key, old in self.choices.tasks.items() if key != task_id}
        if choice != TaskChoice():
            tasks[task_id] = choice
        return self._choose_task(replace(self.choices, tasks=tasks), task_id)

    def save_own(self, task: OwnTask) -> bool:
        """Add a task of the owner's, or change it. Returns whether it is kept."""
        return self._choose_task(replace(self.choices, own={**self.choices.own, task.id: task}), task.id)

    def remove_own(self, task_id: str) -> bool:
        """Remove a task of the owner's; what was done of it stays in the evidence. Returns whether it is kept."""
        own = {key: old for key, old in self.choices.own.items() if key != task_id}
        return self._choose(replace(self.choices, own=own), f"task:{task_id}")

    def set_calendar(self, calendar: WorkCalendar) -> bool:
        """Decide on which days the firm works. Returns whether it is kept."""
        return self._choose(replace(self.choices, calendar=calendar), "calendar")

    def set_words(self, words: WatchWords) -> bool:
        """Decide which words are searched for. Returns whether it is kept."""
        return self._choose(replace(self.choices, words=words), "words")

    def tick(self, item: Item, outcome: str, *, on: date, by: str = "", note: str = "", file: str = "") -> Tick | None:
        """Note what became of a task; on an earlier day, of what was open of it then. Returns what is kept."""
        if on < self._session.today and item.task.rhythm.every != EVENT:
            item = self._item_on(item, on)
        missed = missed_days(item, self.days, self.began)
        tick = tick_of(item, outcome, on=on, by=by, note=note, file=file, missed=missed)
        return self._tick(tick, item.task.title)

    def earliest(self, task: PlannedTask) -> date:
        """The first day on which what is open of a task can have been done; today at the latest."""
        settled = self.evidence.settled(self._session.today).get(task.id)
        first = max(self.began, task.since or self.began)
        return min(max(first, settled + timedelta(days=1)) if settled else first, self._session.today)

    def happened(self, task_id: str, day: date, by: str = "", note: str = "") -> Tick | None:
        """Note that something came about that a task waits for. Returns what is kept."""
        title = self.title(task_id)
        return self._tick(Tick(task_id, day, day, day, HAPPENED, by=by, note=note), title)

    def withdraw(self, tick: Tick, why: str, by: str = "") -> Tick | None:
        """Note that a tick was a mistake; both stay in the history. Returns what is kept."""
        if self.evidence.corrected((tick.number,)):
            return None
        today = self._session.today
        further = Tick(tick.task, tick.occurrence, tick.due, today, WITHDRAWN, by=by, note=why, corrects=tick.number)
        return self._tick(further, self.title(tick.task))

    def retick(self, tick: Tick, changed: Tick) -> Tick | None:
        """Put a tick right by a further one; both stay in the history. Returns what is kept."""
        if self.evidence.corrected((tick.number,)):
            return None
        return self._tick(replace(changed, corrects=tick.number, number=0, written=None), self.title(tick.task))

    def title(self, task_id: str) -> Text:
        """What a task is called, or was when it was last ticked."""
        known = {task.id: task.title for task in self.whole_plan}
        return known.get(task_id) or self.evidence.titles().get(task_id) or {}

    def add_entry(self, entry: Entry) -> Entry | None:
        """Log a post or mention, or a further row of it. Returns what is kept."""
        return self._keep(LOG, lambda now: self._book.add_entry(entry, now=now))

    def add_incident(self, incident: Incident) -> Incident | None:
        """Open an incident. Returns what is kept."""
        return self._keep(INCIDENTS, lambda now: self._book.add_incident(incident, now=now))

    def add_note(self, book: str, note: Note) -> Note | None:
        """Add to an "incident" or a "run". Returns what is kept."""
        kind = INCIDENTS if book == "incident" else RUNS
        return self._keep(kind, lambda now: self._book.add_note(book, note, now=now))

    def add_run(self, run: Run) -> Run | None:
        """Begin seeing to somebody who joins or leaves, or to a change of agency. Returns what is kept."""
        return self._keep(RUNS, lambda now: self._book.add_run(run, now=now))

    def add_review(self, review: AccessReview) -> AccessReview | None:
        """Note that somebody looked at who can enter an account. Returns what is kept."""
        return self._keep(ACCOUNTS, lambda now: self._book.add_review(review, now=now))

    def clear_entries(self, before: date, by: str = "") -> Cleared | None:
        """Delete entries of the log that were settled before a day. Returns what is kept of them: how many."""
        return self._keep(LOG, lambda now: self._book.clear_entries(before, by, now=now))

    def records(self, month: date | None = None, incident: int | None = None, run: int | None = None) -> Records:
        """What documents are told: of a month, else of the newest with evidence; of an incident and a run, else of the
        newest of each, those that are open first. 0 makes a form to be filled in by hand.
        """
        today, book = self._session.today, self.evidence
        wanted = month or book.last_month(today) or today.replace(day=1)
        if incident is None:
            incident = newest((one.number for one in book.incidents()), lambda one: book.is_closed("incident", one))
        if run is None:
            run = newest((one.number for one in book.runs()), lambda one: book.is_closed("run", one))
        found = book.records(wanted, incident=incident, run=run)
        return replace(found, began=self.began, overdue=self.open_days)

    def forget(self) -> None:
        """Answers, choices or the day are others: work everything out again at the next need."""
        for name in ("began", "days", "whole_plan", "items", "has_begun", "gone"):
            self.__dict__.pop(name, None)
        self.was_kept_last = False
        self.changed.emit(TASKS)

    def _tick(self, tick: Tick, title: Text) -> Tick | None:
        return self._keep(TASKS, lambda now: self._book.add_tick(tick, title, now=now))

    def _item_on(self, item: Item, day: date) -> Item:
        settled = self.evidence.settled(self._session.today)
        return next(iter(checklist((item.task,), self.days, self.began, settled, day)), item)

    def _met(self, plan: tuple[PlannedTask, ...]) -> Known:
        """The tasks met up to today, which the file remembers."""
        file = self._session.file
        before = known_of(file.setting(KNOWN))
        known = met(before, plan, self.began, self._session.today)
        if known != before:
            with suppress(StoreError):  # the next look remembers it
                file.set_setting(KNOWN, text_of(known))
        return known

    def _choose_task(self, choices: WatchChoices, task_id: str) -> bool:
        """Nobody is late with what was not in the plan, or was on other days, before this choice."""
        plan = plan_of(self._session.settled, watch=choices)
        if self.has_begun:
            choices = counted_from(choices, self.items, plan, self.began, self._session.today)
        return self._choose(choices, f"task:{task_id}")

    def _choose(self, choices: WatchChoices, what: str) -> bool:
        if choices == self.choices:
            return True
        file = self._session.file
        return self._session.store(lambda now: file.set_watch(choices, f"watch:{what}", now=now))

    def _keep(self, kind: str, put: Callable[[datetime], Any]) -> Any:
        """Keep evidence and say so; None where the file does not take it, which the session announces."""
        try:
            kept = put(self._session.now)
        except StoreError as error:
            self._session.failed.emit(error)
            return None
        for name in ("items", "has_begun", "gone"):
            self.__dict__.pop(name, None)
        self.was_kept_last = True
        self.changed.emit(kind)
        return kept
