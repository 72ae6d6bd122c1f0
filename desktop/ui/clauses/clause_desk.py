"""What the owner decides about clauses: in or out, which wording, own words, own clauses, changes of the library."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.core import updates
from desktop.core.answers import ClauseChoice, ClauseEdit, OwnClause
from desktop.core.own_words import checked_words, to_look_at
from desktop.core.selection import fitting_variant, is_in, library_wording, wording_of
from desktop.core.validate import AnswerError
from desktop.i18n import message
from desktop.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.core.library import Clause, Library
    from desktop.core.text import Language, Text
    from desktop.core.updates import Update
    from desktop.ui.session import Session


class ClauseDesk:
    """Decisions about clauses, each stored at once as one undo step labelled "clause:<id>"."""

    def __init__(self, session: Session) -> None:
        self._session = session
        if not session.file.read_only and not self.kept:
            with suppress(StoreError):  # on a full disk: the next opening does it
                session.file.begin_keeping(map(updates.kept_form, session.shipped.clauses))
            self.forget()

    @cached_property
    def library(self) -> Library:
        """The library as it stands in this file."""
        return updates.as_kept(self._session.shipped, self.kept)

    @cached_property
    def kept(self) -> dict[str, Clause]:
        """The clauses of the library as the owner last agreed to them."""
        return self._session.file.kept_clauses

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """What changed in the library since then."""
        return updates.updates(self._session.shipped, self.kept)

    def forget(self) -> None:
        """Read what the file keeps again at the next need."""
        for name in ("kept", "library", "updates"):
            self.__dict__.pop(name, None)

    def choice(self, clause_id: str) -> ClauseChoice:
        """What is decided about a clause."""
        return self._session.answers.choices.get(clause_id, ClauseChoice())

    def include(self, clause_id: str, included: bool | None, reason: str = "") -> bool:
        """Put a clause in or leave it out against the answers; None leaves it to them. Returns whether it is kept."""
        return self._choose(clause_id, replace(self.choice(clause_id), included=included, reason=reason.strip()))

    def swap(self, clause_id: str, variant: str) -> bool:
        """Print another wording; the one that fits the answers is no swap. Returns whether it is kept."""
        fitting, _asked = fitting_variant(self._session.library.clause[clause_id], self._session.facts)
        wanted = "" if variant == fitting else variant
        return self._choose(clause_id, replace(self.choice(clause_id), variant=wanted))

    def edit(self, clause_id: str, title: Text, body: Text) -> bool:
        """Keep the owner's wording of a library clause. Returns whether it is kept. Raises `AnswerError`."""
        session = self._session
        title, body = checked_words(session.library, title, body, session.answers.own)
        clause = session.library.clause[clause_id]
        if clause.locked:
            raise AnswerError(message("this clause is locked: it can be neither dropped nor edited"))
        now = wording_of(clause, session.facts)
        original = library_wording(clause, now.variant)
        if _same(title, original.title) and _same(body, original.body):
            return self.restore(clause_id)
        before = session.answers.edits.get(clause_id)
        flagged = before.unchecked if before else ()
        unchecked = to_look_at((now.title, now.body), (title, body), flagged)
        variant = before.variant if before else now.variant
        return self._put_edit(clause_id, ClauseEdit(title, body, variant, unchecked))

    def looked_at(self, clause_id: str, language: Language) -> bool:
        """Note that the other language still says the same. Returns whether it is kept."""
        answers = self._session.answers
        if own := answers.own.get(clause_id):
            return self._put_own(replace(own, unchecked=_without(own.unchecked, language)))
        edit = answers.edits[clause_id]
        return self._put_edit(clause_id, replace(edit, unchecked=_without(edit.unchecked, language)))

    def restore(self, clause_id: str) -> bool:
        """Go back to the wording of the library. Returns whether it is kept."""
        return clause_id not in self._session.answers.edits or self._put_edit(clause_id, None)

    def write(self, step: str, title: Text, body: Text, *, clause_id: str = "", after: str = "") -> str:
        """Keep a clause of the owner's own, new without an id. Returns its id, or "" where it is not kept.

        Raises `AnswerError`.
        """
        session = self._session
        title, body = checked_words(session.library, title, body, session.answers.own)
        unchecked: tuple[Language, ...] = ()
        if before := session.answers.own.get(clause_id):
            unchecked = to_look_at((before.title, before.body), (title, body), before.unchecked)
        own = OwnClause(clause_id or _new_id(), step, title, body, after, unchecked)
        return own.id if self._put_own(own) else ""

    def remove(self, clause_id: str) -> bool:
        """Remove a clause of the owner's own. Returns whether it is done."""
        file = self._session.file
        return self._session.store(lambda now: file.remove_own_clause(clause_id, f"clause:{clause_id}", now=now))

    def agree(self, update: Update) -> bool:
        """Take what the library says now; an edit of a wording that changed gives way. Returns whether it is kept."""
        return self._decided(f"update:{update.clause_id}", lambda now: self._agree(update, now))

    def agree_to_all(self) -> bool:
        """Take all that the library says now, as one step. Returns whether it is kept."""

        def change(now: datetime) -> None:
            for update in self.updates:
                self._agree(update, now)

        return self._decided("update:", change)

    def decline(self, update: Update) -> bool:
        """Keep what the file says, from now on as the owner's own decision. Returns whether it is kept."""
        if not self.can_decline(update):
            return self.agree(update)
        change = self._keep_as_own if update.new is None else self._hold
        return self._decided(f"update:{update.clause_id}", lambda now: change(update, now))

    def can_decline(self, update: Update) -> bool:
        """Whether there is anything to keep instead."""
        clause_id, library = update.clause_id, self._session.library
        if update.new is None:
            # a clause that can no longer be printed as it was may have been in the policy
            return clause_id not in library.clause or is_in(library.clause[clause_id], self._session.facts)
        return not update.new.locked and (not update.at_once or clause_id in self._session.answers.edits)

    def _agree(self, update: Update, now: datetime) -> None:
        file, clause_id = self._session.file, update.clause_id
        self._settle(update, now)
        locked = update.new is None or update.new.locked
        edit = self._session.answers.edits.get(clause_id)
        if edit is not None and (locked or update.rewords(edit.variant)):
            file.edit_clause(clause_id, None, "", now=now)
        if locked:
            file.choose_clause(clause_id, ClauseChoice(), "", now=now)
        elif update.old is None and self.choice(clause_id).included is False:
            file.choose_clause(clause_id, replace(self.choice(clause_id), included=None, reason=""), "", now=now)

    def _hold(self, update: Update, now: datetime) -> None:
        session, file = self._session, self._session.file
        choice, edit = updates.to_stay(session.shipped, self.kept, session.answers, update)
        file.edit_clause(update.clause_id, edit, "", now=now)
        file.choose_clause(update.clause_id, choice, "", now=now)
        self._settle(update, now)

    def _keep_as_own(self, update: Update, now: datetime) -> None:
        """What is gone from the library goes on as a clause of the owner's own."""
        session, file, clause_id = self._session, self._session.file, update.clause_id
        old = session.library.clause.get(clause_id, update.old)
        if old is None:
            raise LookupError(clause_id)
        wording, edit = wording_of(old, session.facts), session.answers.edits.get(clause_id)
        unchecked = edit.unchecked if edit else ()
        own = OwnClause(_new_id(), _step(session.library, old), wording.title, wording.body, unchecked=unchecked)
        file.save_own_clause(own, "", now=now)
        file.edit_clause(clause_id, None, "", now=now)
        file.choose_clause(clause_id, ClauseChoice(), "", now=now)
        self._settle(update, now)

    def _settle(self, update: Update, now: datetime) -> None:
        """From now on the file agrees with the library about this clause."""
        file = self._session.file
        if update.new is None:
            file.drop_kept_clause(update.clause_id, "", now=now)
        else:
            file.keep_clauses([updates.kept_form(update.new)], "", now=now)

    def _decided(self, label: str, change: Callable[[datetime], None]) -> bool:
        def whole(now: datetime) -> None:
            with self._session.file.change(label, now=now):
                change(now)
            self.forget()

        return self._session.store(whole)

    def _choose(self, clause_id: str, choice: ClauseChoice) -> bool:
        if choice == self.choice(clause_id):
            return True
        file = self._session.file
        return self._session.store(lambda now: file.choose_clause(clause_id, choice, f"clause:{clause_id}", now=now))

    def _put_edit(self, clause_id: str, edit: ClauseEdit | None) -> bool:
        file = self._session.file
        return self._session.store(lambda now: file.edit_clause(clause_id, edit, f"clause:{clause_id}", now=now))

    def _put_own(self, own: OwnClause) -> bool:
        file = self._session.file
        return self._session.store(lambda now: file.save_own_clause(own, f"clause:{own.id}", now=now))


def _same(mine: Text, original: Text) -> bool:
    keys = set(mine) | set(original)
    return all(mine.get(key, "").strip() == original.get(key, "").strip() for key in keys)


def _without(languages: tuple[Language, ...], language: Language) -> tuple[Language, ...]:
    return tuple(each for each in languages if each != language)


def _new_id() -> str:
    return f"own.{uuid.uuid4().hex[:8]}"


def _step(library: Library, clause: Clause) -> str:
    """The step of a clause; the first one where that step is no longer there."""
    return clause.step if clause.step in library.step else library.steps[0].id
