import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.core.answers import Account, Answers, ClauseChoice, ClauseEdit, OwnClause, Person
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


def exact(answers: Answers) -> str:
    """Tells 1 from True, and a tuple from a list."""
    by_id = (answers.values, answers.choices, answers.edits)
    in_order = (answers.people, answers.accounts, answers.own)
    return repr([*(sorted(rows.items()) for rows in by_id), *(list(rows.items()) for rows in in_order)])


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
            key: Account(key, account.platform, account.handle, "" if account.owner == row else account.owner)
            for key, account in self.now.accounts.items()
        }
        self.changed(step["label"], replace(self.now, people=people, accounts=accounts))

    @rule(row=IDS, handle=LETTERS, owner=IDS)
    def save_account(self, row: str, handle: str, owner: str) -> None:
        step = self.tick()
        account = Account(row, "tiktok", handle, owner if owner in self.now.people else "")
        self.file.save_account(account, **step)
        self.changed(step["label"], replace(self.now, accounts={**self.now.accounts, row: account}))

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


TestBusinessFile = BusinessFileMachine.TestCase
TestBusinessFile.settings = settings(max_examples=35, stateful_step_count=25, deadline=None)
