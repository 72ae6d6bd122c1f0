"""A newer library beside the wording a business file was made from: what changed, and what stands until it is decided.

A file keeps the clauses it last agreed to. Until the owner has seen a change, the policy reads as it did; locked
clauses alone follow the library at once, since nobody may keep an older form of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.core.answers import Answers, ClauseChoice, ClauseEdit
from desktop.core.conditions import ConditionError, parse
from desktop.core.facts import resolve
from desktop.core.library import DETAILS, Clause, Library, Variant
from desktop.core.selection import BODY, is_in, wording_of
from desktop.core.template import Pointer, TemplateError, inlines
from desktop.core.text import Text, side
from desktop.core.uses import bodies, questions_of

_NEVER = "False"
"""The condition of a clause that is new and not agreed to yet."""


@dataclass(frozen=True)
class Update:
    """One clause that differs between the file and the library. `old` or `new` is None where it is new or gone."""

    clause_id: str
    old: Clause | None
    new: Clause | None
    at_once: bool = False
    """Whether the new form holds already: it is locked, or the old one asks for what is no longer there."""

    @property
    def reworded(self) -> bool:
        """Whether the words differ, not only when they are printed."""
        return self.old is None or self.new is None or _words(self.old) != _words(self.new)

    def rewords(self, variant: str) -> bool:
        """Whether the words of one wording differ, title included."""
        if self.old is None or self.new is None:
            return True
        before, after = (
            [_sides(text) for text in (clause.title, wordings(clause).get(variant, {}))]
            for clause in (self.old, self.new)
        )
        return before != after


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
    clauses = [_standing(clause, pending.get(clause.id)) for clause in library.clauses]
    return replace(library, clauses=(*clauses, *_gone(library, kept).values()))


def to_stay(
    library: Library, kept: Mapping[str, Clause], answers: Answers, update: Update
) -> tuple[ClauseChoice, ClauseEdit | None]:
    """The choice and the edit that keep a clause as the file has it, once the file agrees to the new form.

    Only what would read differently is held fast: the rest goes on following the answers.
    """
    choice = answers.choices.get(update.clause_id, ClauseChoice())
    edit = answers.edits.get(update.clause_id)
    if update.new is None:
        return choice, edit
    if update.old is None:
        return replace(choice, included=False), edit
    before = as_kept(library, kept)
    after = as_kept(library, {**kept, update.clause_id: kept_form(update.new)})
    old, new = before.clause[update.clause_id], after.clause[update.clause_id]
    facts, facts_after = resolve(before, answers), resolve(after, answers)
    stood = is_in(old, facts)
    if stood != is_in(new, facts_after):
        choice = replace(choice, included=stood)
    wording, follows = wording_of(old, facts), wording_of(new, facts_after)
    if edit is None and stood and (wording.title, wording.body) != (follows.title, follows.body):
        edit = ClauseEdit(wording.title, wording.body, wording.variant)
    return choice, edit


def wordings(clause: Clause) -> dict[str, Text]:
    """The bodies of a clause by the name of the wording."""
    return {BODY: clause.body} | {name: variant.body for name, variant in clause.variants.items()}


def _updates(library: Library, kept: Mapping[str, Clause]) -> Iterator[Update]:
    gone = _gone(library, kept)
    for clause in library.clauses:
        old = kept.get(clause.id)
        if old is None or _printed(old) != _printed(clause):
            works = old is None or _still_works(library, _older(clause, old), gone)
            yield Update(clause.id, old, clause, at_once=clause.locked or not works)
    for clause_id, old in kept.items():
        if clause_id not in library.clause:
            yield Update(clause_id, old, None)


def _gone(library: Library, kept: Mapping[str, Clause]) -> dict[str, Clause]:
    """Clauses that the library no longer has and that can still be printed, without laws that are gone too."""
    gone = {
        name: replace(clause, laws=tuple(law for law in clause.laws if law.partition(":")[0] in library.law))
        for name, clause in kept.items()
        if name not in library.clause and clause.step in library.step
    }
    while True:  # one may refer to another that cannot be printed
        works = {name: clause for name, clause in gone.items() if _still_works(library, clause, gone)}
        if len(works) == len(gone):
            return gone
        gone = works


def _printed(clause: Clause) -> tuple[object, ...]:
    """What a reader of the policy could notice."""
    conditions = tuple((name, variant.when) for name, variant in clause.variants.items())
    return clause.step, _words(clause), conditions, clause.when, clause.posture, clause.detail, clause.locked


def _words(clause: Clause) -> tuple[object, ...]:
    """Title and wordings. A side that is not written is as good as a blank one."""
    return tuple(wordings(clause)), [_sides(text) for text in (clause.title, *wordings(clause).values())]


def _sides(text: Text) -> dict[str, str]:
    return {language: words for language in text if (words := side(text, language))}


def _standing(clause: Clause, update: Update | None) -> Clause:
    """The form that stands."""
    if update is None:
        return clause
    return replace(clause, when=_NEVER) if update.old is None else _older(clause, update.old)


def _older(clause: Clause, old: Clause) -> Clause:
    """A clause in the older form; what only explains it is of today."""
    return replace(
        clause,
        title=old.title,
        body=old.body,
        variants=old.variants,
        when=old.when,
        posture=old.posture,
        detail=old.detail,
        locked=old.locked,
    )


def _still_works(library: Library, clause: Clause, gone: Mapping[str, Clause]) -> bool:
    """Whether an older form can be printed: all it asks for and refers to is there."""
    try:
        codes = [pair for condition in _conditions(clause) for pair in parse(condition).codes]
        if clause.detail not in DETAILS or not questions_of(clause) <= library.question.keys():
            return False
    except ConditionError:
        return False
    known = all(not library.question[name].choices or library.question[name].choice(code) for name, code in codes)
    return known and all(name in library.clause or name in library.step or name in gone for name in _targets(clause))


def _conditions(clause: Clause) -> tuple[str, ...]:
    return (clause.when, *(variant.when for variant in clause.variants.values()))


def _targets(clause: Clause) -> Iterator[str]:
    for text in (clause.title, *bodies(clause)):
        for words in text.values():
            try:
                yield from (piece.target for piece in inlines(words) if isinstance(piece, Pointer))
            except TemplateError:
                yield ""


def _plain_variants(clause: Clause) -> dict[str, Variant]:
    return {name: replace(variant, example=None, quiz=None) for name, variant in clause.variants.items()}
