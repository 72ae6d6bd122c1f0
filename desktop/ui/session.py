"""An open business file as the window sees it: answers in, signals out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.business_files import SAMPLE
from desktop.core import forms
from desktop.core.answers import Account, Answers, Person
from desktop.core.assemble import Edition, Settled, settle
from desktop.core.bilingual import SideBySide
from desktop.core.check_up import findings_of
from desktop.core.document import Document
from desktop.core.drafts import Draft
from desktop.core.facts import Facts
from desktop.core.findings import Finding, Severity
from desktop.core.library import Clause, Library
from desktop.core.look import Look
from desktop.core.validate import checked
from desktop.store.business_file import BusinessFile
from desktop.store.errors import StoreError
from desktop.ui.clauses.clause_desk import ClauseDesk
from desktop.ui.documents.made_copies import MadeCopies
from desktop.ui.watch.watch_desk import WatchDesk


class Session(QObject):
    """Every change goes through here: checked, stored at once, then announced."""

    answers_changed = Signal(str)
    """Id of the question that was answered; "" when any may have changed (undo, registers)."""
    form_changed = Signal(str)
    undo_changed = Signal()
    failed = Signal(object)
    """A `StoreError`: the change was not kept, and the answers are as they were."""
    moved = Signal()
    """Work goes on in another file; what was refused before can be kept now."""

    def __init__(self, library: Library, file: BusinessFile, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.shipped = library
        """The library of this version of the program; `library` is what stands in this file."""
        self.file = file
        self.is_sample = bool(file.setting(SAMPLE))
        """Whether it is a copy of a sample, not the firm's own policy."""
        self._clock = clock
        self.clauses = ClauseDesk(self)
        self.copies = MadeCopies(file, lambda: self.today, self)
        self.watch = WatchDesk(self)
        self._chosen = forms.chosen_form(library, self.facts)
        before = file.setting("form")
        self._drafts: tuple[Draft, ...] = ()
        self.was_refused = False
        """Whether the file did not take the last change."""
        self._form = before if before in forms.form_names(library) else self._chosen

    @property
    def library(self) -> Library:
        """The library as it stands in this file: with the older form of clauses whose change is not decided yet."""
        return self.clauses.library

    @property
    def answers(self) -> Answers:
        """The answers and registers as stored."""
        return self.file.answers

    @cached_property
    def settled(self) -> Settled:
        """What the answers come to: facts, clauses that are in, numbers."""
        return settle(self.library, self.answers)

    @property
    def facts(self) -> Facts:
        """What every question comes to."""
        return self.settled.facts

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the check-up finds, the weighty first."""
        return findings_of(self.settled, self.today)

    @property
    def open_count(self) -> int:
        """How many things keep the policy from being ready."""
        return sum(finding.severity is Severity.OPEN for finding in self.findings)

    @cached_property
    def document(self) -> Document | SideBySide:
        """The policy as it stands, in the form being previewed."""
        self._drafts = forms.draft_policy(self.settled, self._form, self._drafts)
        return forms.laid_out(self._drafts)

    @property
    def edition(self) -> Edition:
        """What documents say of themselves when they are made now."""
        return Edition(dated=self.file.changed.date())

    @property
    def form(self) -> str:
        """The form being previewed: a language id or "both"."""
        return self._form

    def show_form(self, form: str) -> None:
        """Preview another form. It is remembered in the file."""
        if form == self._form:
            return
        self._form = form
        self.__dict__.pop("document", None)
        with self._guarded():
            self.file.set_setting("form", form)
        self.form_changed.emit(form)

    @property
    def read_only(self) -> bool:
        """Whether the file is open only to look at."""
        return self.file.read_only

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._clock().date()

    def answer(self, question_id: str, value: Any) -> bool:
        """Store an answer; None takes it back. Returns whether it is kept.

        Raises `AnswerError` where it does not fit the question.
        """
        if value is not None:
            value = checked(self.library, self.library.question[question_id], value, self.answers)
        if self.answers.values.get(question_id) == value:
            return True
        now = self._clock()
        return self._store(
            lambda: self.file.set_answer(question_id, value, f"answer:{question_id}", now=now), question_id
        )

    def save_person(self, person: Person) -> bool:
        """Add a person or change one. Returns whether it is kept."""
        if self.answers.people.get(person.id) == person:
            return True
        now = self._clock()
        return self._store(lambda: self.file.save_person(person, f"person:{person.name}", now=now))

    def answer_with_person(self, question_id: str, person: Person, value: Any) -> bool:
        """Add a person and answer with it, as one step. Returns whether it is kept."""
        now = self._clock()

        def change() -> None:
            with self.file.change(f"answer:{question_id}", now=now):
                self.file.save_person(person, "", now=now)
                self._answer_within(question_id, value, now)

        return self._store(change, question_id)

    def remove_person(self, person_id: str) -> bool:
        """Take a person out of the register. Returns whether it is done."""
        now, name = self._clock(), self.answers.people[person_id].name
        return self._store(lambda: self.file.remove_person(person_id, f"person:{name}", now=now))

    def save_account(self, account: Account, new_keeper: Person | None = None) -> bool:
        """Add an account or change one, as one step with a keeper who is new. Returns whether it is kept."""
        if self.answers.accounts.get(account.id) == account and new_keeper is None:
            return True
        now = self._clock()

        def change() -> None:
            with self.file.change(f"account:{account.handle}", now=now):
                self._save_account_within(account, new_keeper, now)

        return self._store(change)

    def answer_with_account(
        self, question_id: str, account: Account, value: Any, new_keeper: Person | None = None
    ) -> bool:
        """Add an account, and its keeper if new, and answer with it, as one step. Returns whether it is kept."""
        now = self._clock()

        def change() -> None:
            with self.file.change(f"answer:{question_id}", now=now):
                self._save_account_within(account, new_keeper, now)
                self._answer_within(question_id, value, now)

        return self._store(change, question_id)

    def remove_account(self, account_id: str) -> bool:
        """Take an account out of the register. Returns whether it is done."""
        now, handle = self._clock(), self.answers.accounts[account_id].handle
        return self._store(lambda: self.file.remove_account(account_id, f"account:{handle}", now=now))

    def set_look(self, look: Look) -> bool:
        """Choose how documents look. Returns whether it is kept."""
        if look == self.answers.look:
            return True
        now = self._clock()
        return self._store(lambda: self.file.set_look(look, "look:", now=now))

    def undo(self) -> str:
        """Take back the last change. Returns its label, such as "answer:posture"."""
        return self._step(self.file.undo_label or "", self.file.undo)

    def redo(self) -> str:
        """Make the last undone change again. Returns its label."""
        return self._step(self.file.redo_label or "", self.file.redo)

    def store(self, change: Callable[[datetime], object]) -> bool:
        """Make a change of the file, given the time, and announce it. Returns whether it is kept."""
        now = self._clock()
        return self._store(lambda: change(now))

    def remember_place(self, page: str, question: str, clause: str = "") -> None:
        """Keep in the file where the owner is, and the clause read last, if any; no change of the policy."""
        with suppress(StoreError):  # the file cannot be written: that was said when it mattered
            self.file.set_setting("page", page)
            self.file.set_setting("question", question)
            if clause:
                self.file.set_setting("clause", clause)

    @Slot()
    def begin_day(self) -> None:
        """It is another day: what is due, and how old evidence is, may be another."""
        self._changed("")

    @property
    def known_clauses(self) -> tuple[Clause, ...]:
        """The clauses the owner last agreed to, even where the file can no longer be read."""
        try:
            return tuple(self.clauses.kept.values())
        except StoreError:
            return ()

    def go_on_in(self, file: BusinessFile) -> None:
        """Work on in another file that says the same, because the first can no longer be written."""
        before, self.file = self.file, file
        self.copies.go_on_in(file)
        self.clauses.forget()
        before.close()
        self.moved.emit()
        self._changed("")

    def close(self) -> None:
        """Close the file; every answer is in it already."""
        self.watch.evidence.rest()
        self.file.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            self.failed.emit(error)

    def _store(self, change: Callable[[], object], question_id: str = "") -> bool:
        """Make a change of the file and announce what there is then. Returns whether it is kept."""
        kept = False
        with self._guarded():
            change()
            kept = True
        self.was_refused = not kept and not self.read_only
        self._changed(question_id)
        return kept

    def _step(self, label: str, take: Callable[[], object]) -> str:
        if label.startswith("update:"):
            self.clauses.forget()
        self._store(take, _question_of(label))
        return label

    def _answer_within(self, question_id: str, value: Any, now: datetime) -> None:
        value = checked(self.library, self.library.question[question_id], value, self.file.answers)
        self.file.set_answer(question_id, value, "", now=now)

    def _save_account_within(self, account: Account, new_keeper: Person | None, now: datetime) -> None:
        if new_keeper is not None:
            self.file.save_person(new_keeper, "", now=now)
        self.file.save_account(account, "", now=now)

    def _forget(self) -> None:
        for name in ("settled", "findings", "document"):
            self.__dict__.pop(name, None)

    def _changed(self, question_id: str) -> None:
        self._forget()
        chosen = forms.chosen_form(self.library, self.facts)
        if chosen != self._chosen:  # the preview follows the owner's choice of language
            self._chosen = chosen
            self.show_form(chosen)
        self.watch.forget()
        self.answers_changed.emit(question_id)
        self.undo_changed.emit()


def _question_of(label: str) -> str:
    kind, _, name = label.partition(":")
    return name if kind == "answer" else ""
