import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.core.answers import Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person
from desktop.core.reference import EVERY
from desktop.core.watch.choices import SHIFTS, OwnTask, Rhythm, TaskChoice, WatchChoices, WatchWords, WorkCalendar
from desktop.core.watch.evidence import Tick
from desktop.store.business_file import BusinessFile
from tests.store.circumstances import START, at

LETTERS = st.text(max_size=8)
SIDES = st.dictionaries(st.sampled_from(["ms", "en", "ta"]), LETTERS, max_size=3)
VALUES = st.one_of(
    LETTERS,
    st.integers(),
    st.booleans(),
    st.dates(),
    SIDES,
    st.lists(LETTERS, max_size=3).map(tuple),
    st.lists(SIDES, max_size=3).map(tuple),
)
IDS = st.sampled_from("abc")
LANGUAGES = st.lists(st.sampled_from(["ms", "en"]), max_size=2).map(tuple)
CHOICES = st.builds(ClauseChoice, st.sampled_from([None, True, False]), st.sampled_from(["", "strict"]), LETTERS)
EDITS = st.builds(ClauseEdit, SIDES, SIDES, st.sampled_from(["", "body"]), LANGUAGES)


RHYTHMS = st.builds(Rhythm, st.sampled_from(EVERY), st.none() | st.integers(0, 6), st.integers(1, 31))
TASKS = st.builds(TaskChoice, st.sampled_from([None, True, False]), LETTERS, st.none() | RHYTHMS)
OWN_TASKS = st.builds(
    OwnTask, st.sampled_from(["own-1", "own-2"]), SIDES, RHYTHMS, st.lists(SIDES, max_size=2).map(tuple)
)
WORDS = st.lists(LETTERS, max_size=2).map(tuple)
CALENDARS = st.builds(
    WorkCalendar,
    st.none() | st.frozensets(st.integers(0, 6), max_size=6),
    st.dictionaries(st.dates(), LETTERS, max_size=2),
    st.frozensets(st.dates(), max_size=2),
    st.booleans(),
    st.sampled_from(SHIFTS),
)


def exact(answers: Answers) -> str:
    """Tells 1 from True, and a tuple from a list."""
    by_id = (answers.values, answers.choices, answers.edits)
    in_order = (answers.people, answers.accounts, answers.own)
    watch, calendar = answers.watch, answers.watch.calendar
    days = (sorted(calendar.rest_days or ()), sorted(calendar.days_off.items()), sorted(calendar.working))
    rest = (calendar.rest_days is None, calendar.public_holidays, calendar.shift, watch.began, watch.words)
    tasks = (sorted(watch.tasks.items()), list(watch.own.items()))
    by_ids, orders = [sorted(rows.items()) for rows in by_id], [list(rows.items()) for rows in in_order]
    return repr([*by_ids, *orders, days, rest, tasks])


class BusinessFileMachine(RuleBasedStateMachine):
    """A business file against lists of what was."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.dasar"
        self.copies = Path(self.folder.name) / "copies"
        self.file = BusinessFile.create(self.path, now=START, backup_folder=self.copies)
        self.clock = 0
        self.past: list[tuple[str, Answers]] = []
        self.now = Answers()
        self.future: list[tuple[str, Answers]] = []
        self.ticks: list[Tick] = []

    def teardown(self) -> None:
        self.file.close()
        self.folder.cleanup()

    def changed(self, label: str, after: Answers) -> None:
        if exact(after) != exact(self.now):
            self.past.append((label, self.now))
            self.future.clear()
            self.now = after

    def tick(self) -> dict[str, Any]:
        self.clock += 1
        return {"label": f"Step {self.clock}", "now": at(self.clock)}

    def with_row(self, person: Person) -> Answers:
        return replace(self.now, people={**self.now.people, person.id: person})

    @rule(question=IDS, value=VALUES)
    def set_answer(self, question: str, value: Any) -> None:
        step = self.tick()
        self.file.set_answer(question, value, **step)
        self.changed(step["label"], self.now.answered(question, value))

    @rule(question=IDS)
    def take_back(self, question: str) -> None:
        step = self.tick()
        self.file.set_answer(question, None, **step)
        self.changed(step["label"], self.now.answered(question, None))

    @rule(row=IDS, name=LETTERS, role=SIDES)
    def save_person(self, row: str, name: str, role: dict[str, str]) -> None:
        step = self.tick()
        person = Person(row, name, role)
        self.file.save_person(person, **step)
        self.changed(step["label"], self.with_row(person))

    @rule(row=IDS, name=LETTERS, question=IDS)
    def answer_with_new_person(self, row: str, name: str, question: str) -> None:
        step = self.tick()
        person = Person(row, name)
        with self.file.change(**step):
            self.file.save_person(person, **step)
            self.file.set_answer(question, row, **step)
        self.changed(step["label"], self.with_row(person).answered(question, row))

    @rule(row=IDS)
    def remove_person(self, row: str) -> None:
        step = self.tick()
        self.file.remove_person(row, **step)
        people = {key: person for key, person in self.now.people.items() if key != row}
        accounts = {
            key: replace(
                account,
                owner="" if account.owner == row else account.owner,
                administrators=tuple(person for person in account.administrators if person != row),
                recovery_email="" if account.recovery_email == row else account.recovery_email,
                recovery_phone="" if account.recovery_phone == row else account.recovery_phone,
            )
            for key, account in self.now.accounts.items()
        }
        self.changed(step["label"], replace(self.now, people=people, accounts=accounts))

    @rule(row=IDS, handle=LETTERS, owner=IDS)
    def save_account(self, row: str, handle: str, owner: str) -> None:
        step = self.tick()
        account = Account(row, "tiktok", handle, owner if owner in self.now.people else "")
        self.file.save_account(account, **step)
        self.changed(step["label"], replace(self.now, accounts={**self.now.accounts, row: account}))

    @rule(row=IDS, others=st.lists(IDS, max_size=3).map(tuple), holder=IDS, agency=LETTERS)
    def save_who_can_enter(self, row: str, others: tuple[str, ...], holder: str, agency: str) -> None:
        step = self.tick()
        known = tuple(person for person in others if person in self.now.people)
        holder = holder if holder in self.now.people else ""
        account = Account(row, "x", "y", "", known, holder, holder, "app", agency, agency)
        self.file.save_account(account, **step)
        self.changed(step["label"], replace(self.now, accounts={**self.now.accounts, row: account}))

    @rule(task=IDS, choice=TASKS)
    def choose_task(self, task: str, choice: TaskChoice) -> None:
        tasks = {key: old for key, old in self.now.watch.tasks.items() if key != task}
        if choice != TaskChoice():
            tasks[task] = choice
        self.set_watch(replace(self.now.watch, tasks=tasks))

    @rule(own=OWN_TASKS)
    def save_own_task(self, own: OwnTask) -> None:
        self.set_watch(replace(self.now.watch, own={**self.now.watch.own, own.id: own}))

    @rule(own=st.sampled_from(["own-1", "own-2"]))
    def remove_own_task(self, own: str) -> None:
        left = {key: task for key, task in self.now.watch.own.items() if key != own}
        self.set_watch(replace(self.now.watch, own=left))

    @rule(calendar=CALENDARS, began=st.none() | st.dates(), added=WORDS, people=WORDS)
    def set_calendar_and_words(
        self, calendar: WorkCalendar, began: date | None, added: tuple[str, ...], people: tuple[str, ...]
    ) -> None:
        words = WatchWords(added, people=people)
        self.set_watch(replace(self.now.watch, calendar=calendar, began=began, words=words))

    def set_watch(self, watch: WatchChoices) -> None:
        step = self.tick()
        self.file.set_watch(watch, **step)
        self.changed(step["label"], replace(self.now, watch=watch))

    @rule(task=IDS, note=LETTERS)
    def write_evidence(self, task: str, note: str) -> None:
        day = START.date()
        self.ticks.insert(0, self.file.evidence.add_tick(Tick(task, day, day, day, "done", note=note), {}, now=START))

    @rule(row=IDS)
    def remove_account(self, row: str) -> None:
        step = self.tick()
        self.file.remove_account(row, **step)
        accounts = {key: account for key, account in self.now.accounts.items() if key != row}
        self.changed(step["label"], replace(self.now, accounts=accounts))

    @rule(clause=IDS, choice=CHOICES)
    def choose_clause(self, clause: str, choice: ClauseChoice) -> None:
        step = self.tick()
        self.file.choose_clause(clause, choice, **step)
        choices = {key: old for key, old in self.now.choices.items() if key != clause}
        if choice != ClauseChoice():
            choices[clause] = choice
        self.changed(step["label"], replace(self.now, choices=choices))

    @rule(clause=IDS, edit=EDITS | st.none())
    def edit_clause(self, clause: str, edit: ClauseEdit | None) -> None:
        step = self.tick()
        self.file.edit_clause(clause, edit, **step)
        edits = {key: old for key, old in self.now.edits.items() if key != clause}
        self.changed(step["label"], replace(self.now, edits=edits | ({clause: edit} if edit else {})))

    @rule(clause=IDS, step_id=IDS, title=SIDES, body=SIDES, after=IDS, unchecked=LANGUAGES)
    def save_own_clause(
        self,
        clause: str,
        step_id: str,
        title: dict[str, str],
        body: dict[str, str],
        after: str,
        unchecked: tuple[str, ...],
    ) -> None:
        step = self.tick()
        own = OwnClause(clause, step_id, title, body, after, unchecked)
        self.file.save_own_clause(own, **step)
        self.changed(step["label"], replace(self.now, own={**self.now.own, clause: own}))

    @rule(clause=IDS)
    def remove_own_clause(self, clause: str) -> None:
        step = self.tick()
        self.file.remove_own_clause(clause, **step)
        own = {key: old for key, old in self.now.own.items() if key != clause}
        self.changed(step["label"], replace(self.now, own=own))

    @rule(clause=IDS, edit=EDITS)
    def keep_an_edited_clause_as_own(self, clause: str, edit: ClauseEdit) -> None:
        """Several tables in one step."""
        step = self.tick()
        own = OwnClause(clause, "one", edit.title, edit.body)
        with self.file.change(**step):
            self.file.save_own_clause(own, **step)
            self.file.edit_clause(clause, None, **step)
        edits = {key: old for key, old in self.now.edits.items() if key != clause}
        self.changed(step["label"], replace(self.now, edits=edits, own={**self.now.own, clause: own}))

    @rule()
    def undo(self) -> None:
        label = self.file.undo()
        assert label == (self.past[-1][0] if self.past else None)
        if label:
            self.future.append((label, self.now))
            self.now = self.past.pop()[1]

    @rule()
    def redo(self) -> None:
        label = self.file.redo()
        assert label == (self.future[-1][0] if self.future else None)
        if label:
            self.past.append((label, self.now))
            self.now = self.future.pop()[1]

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file = BusinessFile.open(self.path, now=at(self.clock), backup_folder=self.copies)

    @invariant()
    def says_what_was_said(self) -> None:
        assert exact(self.file.answers) == exact(self.now)
        assert list(self.file.answers.values) == sorted(self.now.values)
        assert self.file.undo_label == (self.past[-1][0] if self.past else None)
        assert self.file.redo_label == (self.future[-1][0] if self.future else None)
        last = int(self.past[-1][0].split()[1]) if self.past else 0
        assert self.file.changed == at(last)
        assert self.file.evidence.ticks() == tuple(self.ticks)


TestBusinessFile = BusinessFileMachine.TestCase
TestBusinessFile.settings = settings(max_examples=35, stateful_step_count=25, deadline=None)
