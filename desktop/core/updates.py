"""A newer library beside the wording a business file was made from: what changed, and what stands until it is decided.

A file keeps the clauses it last agreed to. Until the owner has seen a change, the policy reads as it did; locked
clauses alone follow the library at once, since nobody may keep an older form of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.core.answers import Answers, ClauseEdit
from desktop.core.conditions import parse
from desktop.core.facts import resolve
from desktop.core.library import Clause, Library, Variant
from desktop.core.selection import BODY, is_in, wording_of
from desktop.core.template import Pointer, TemplateError, inlines
from desktop.core.text import Text
from desktop.core.uses import bodies, questions_of

_NEVER = "False"
"""The condition of a clause that is new and not agreed to yet."""


@dataclass(frozen=True)
class Update:
    """One clause that differs between the file and the library. `old` or `new` is None where it is new or gone."""

    clause_id: str
    old: Clause | None
    new: Clause | None

    @cached_property
    def at_once(self) -> bool:
        """Whether the new form holds already: it cannot be refused."""
        return self.new is not None and self.new.locked


def kept_form(clause: Clause) -> Clause:
    """What a file keeps of a clause: all that decides how and when it is printed."""
    return replace(clause, example=None, quiz=None, variants=_plain_variants(clause), review={}, file="")


def updates(library: Library, kept: Mapping[str, Clause]) -> tuple[Update, ...]:
    """What changed since the file agreed, in the order of the library. Nothing where the file keeps no clauses."""
    return tuple(_updates(library, kept)) if kept else ()


def as_kept(library: Library, kept: Mapping[str, Clause]) -> Library:
    """The library with the older form of every clause that the owner has not decided about."""
    pending = {update.clause_id: update for update in updates(library, kept) if not update.at_once}
    if not pending:
        return library
    clauses = [_standing(library, clause, pending.get(clause.id)) for clause in library.clauses]
    gone = [update.old for update in pending.values() if update.new is None and update.old is not None]
    usable = [clause for clause in gone if clause.step in library.step and _still_works(library, clause)]
    return replace(library, clauses=tuple(clauses + usable))


def kept_as_edit(library: Library, kept: Mapping[str, Clause], answers: Answers, clause_id: str) -> ClauseEdit:
    """The old wording of a clause as the owner's own, for one who keeps it. Raises `KeyError`."""
    before = as_kept(library, kept)
    wording = wording_of(before.clause[clause_id], resolve(before, answers))
    return ClauseEdit(wording.title, wording.body, wording.variant)


def stands(library: Library, kept: Mapping[str, Clause], answers: Answers, clause_id: str) -> bool:
    """Whether a clause is in as the file has it. Raises `KeyError`."""
    before = as_kept(library, kept)
    return is_in(before.clause[clause_id], resolve(before, answers))


def wordings(clause: Clause) -> dict[str, Text]:
    """The bodies of a clause by the name of the wording."""
    return {BODY: clause.body} | {name: variant.body for name, variant in clause.variants.items()}


def _updates(library: Library, kept: Mapping[str, Clause]) -> Iterator[Update]:
    for clause in library.clauses:
        old = kept.get(clause.id)
        if old is None or _printed(old) != _printed(clause):
            yield Update(clause.id, old, clause)
    for clause_id, old in kept.items():
        if clause_id not in library.clause:
            yield Update(clause_id, old, None)


def _printed(clause: Clause) -> tuple[object, ...]:
    """What a reader of the policy could notice."""
    variants = tuple((name, variant.body, variant.when) for name, variant in clause.variants.items())
    return clause.step, clause.title, clause.body, variants, clause.when, clause.posture, clause.detail, clause.locked


def _standing(library: Library, clause: Clause, update: Update | None) -> Clause:
    """The form that stands. An old form that asks for what is no longer there gives way."""
    if update is None:
        return clause
    if update.old is None:
        return replace(clause, when=_NEVER)
    old = replace(
        clause,
        title=update.old.title,
        body=update.old.body,
        variants=update.old.variants,
        when=update.old.when,
        posture=update.old.posture,
        detail=update.old.detail,
    )
    return old if _still_works(library, old) else clause


def _still_works(library: Library, clause: Clause) -> bool:
    if not questions_of(clause) <= library.question.keys():
        return False
    codes = [pair for condition in _conditions(clause) for pair in parse(condition).codes]
    known = all(not library.question[name].choices or library.question[name].choice(code) for name, code in codes)
    return known and all(target in library.clause or target in library.step for target in _targets(clause))


def _conditions(clause: Clause) -> tuple[str, ...]:
    return (clause.when, *(variant.when for variant in clause.variants.values()))


def _targets(clause: Clause) -> Iterator[str]:
    for text in bodies(clause):
        for words in text.values():
            try:
                yield from (piece.target for piece in inlines(words) if isinstance(piece, Pointer))
            except TemplateError:
                yield ""


def _plain_variants(clause: Clause) -> dict[str, Variant]:
    return {name: replace(variant, example=None, quiz=None) for name, variant in clause.variants.items()}
