"""A change of the library in plain words. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop import i18n
from desktop.core.condition_words import all_in_words
from desktop.core.conditions import ConditionError
from desktop.core.library import Clause
from desktop.core.selection import applies, applies_when, choice_of, fitting_variant, is_in
from desktop.core.text import Text
from desktop.core.updates import Update, wordings
from desktop.i18n import _
from desktop.ui.preview.reasons import title_words
from desktop.ui.session import Session

Wording = tuple[Text, Text]
"""Title and text."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The wordings to be shown beside each other. None where there is none."""

    old: Wording | None
    new: Wording | None
    in_use: bool = True
    """Whether these are the wordings the firm's answers lead to."""


def sides_of(session: Session, update: Update) -> Sides:
    """The wording in use, old and new; another one where only that changed."""
    old, new = (_in_use(session, clause) if clause else None for clause in (update.old, update.new))
    if old is None or new is None or old != new or not update.reworded:
        return Sides(old, new)
    before, after = wordings(_there(update.old)), wordings(_there(update.new))
    name = next(name for name in (*after, *before) if before.get(name) != after.get(name))
    sides = [
        (clause.title, texts[name]) if name in texts else None
        for clause, texts in ((_there(update.old), before), (_there(update.new), after))
    ]
    return Sides(*sides, in_use=False)


def name_of(session: Session, update: Update) -> str:
    """The title of the clause."""
    return title_words(session, _there(update.new or update.old).title)


def kind_of(update: Update) -> str:
    """What happened to the clause, in a word or two."""
    if update.new is None:
        return _("No longer there")
    if update.new.locked:
        return _("New, and locked") if update.old is None else _("Changed at once: it is locked")
    if update.old is None:
        return _("New")
    if update.at_once:
        return _("Changed at once")
    return _("Other wording") if update.reworded else _("Used in other cases")


def notes_of(session: Session, update: Update) -> list[str]:
    """What the owner should know before deciding."""
    return list(_notes(session, update))


def choices_of(update: Update, *, can_decline: bool) -> tuple[str, str]:
    """The words for taking the change and for keeping what there is; "" where there is no choice."""
    if not can_decline:
        return (_("Let it go") if update.new is None else _("Understood")), ""
    if update.new is None:
        return _("Let it go"), _("Keep it as our own")
    if update.old is None:
        return _("Take it in"), _("Leave it out")
    return (_("Take the new wording") if update.reworded else _("Take the change")), _("Keep what we have")


def every_choice() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All that `choices_of` may say: for taking, and for keeping."""
    take = _("Let it go"), _("Understood"), _("Take it in"), _("Take the new wording"), _("Take the change")
    return take, (_("Keep it as our own"), _("Leave it out"), _("Keep what we have"))


def _notes(session: Session, update: Update) -> Iterator[str]:
    new, locked = update.new, update.new is not None and update.new.locked
    if locked:
        yield _("This clause guards the rights of your staff. It always stands in its newest form.")
    elif update.new is not None and update.at_once:
        yield _("The older wording asked for something that is no longer there, so the new one is in use already.")
    yield _presence(session, update)
    if new is not None and update.old is not None and not locked:
        yield from _cases(session, update.old, new)
        if not sides_of(session, update).in_use:
            yield _("The wording you use stays as it is. This is another one of the same clause.")
    if edit := session.answers.edits.get(update.clause_id):
        yield from _about_edit(update, edit.variant, locked=locked)


def _about_edit(update: Update, variant: str, *, locked: bool) -> Iterator[str]:
    if locked:
        yield _("You had worded it yourself. A locked clause is printed as the library has it.")
    elif update.new is None:
        yield _("You worded it yourself. Your wording is what can be kept.")
    elif update.rewords(variant):
        yield _("You worded it yourself. Taking the new wording puts yours away.")
    else:
        yield _("You worded it yourself. Your wording stays, whatever you decide here.")


def _presence(session: Session, update: Update) -> str:
    """Whether the clause is in this policy."""
    standing, facts = session.library.clause.get(update.clause_id), session.facts
    if standing is None:
        return _("It can no longer be printed as it was: it asked for something that is no longer there.")
    if is_in(standing, facts):
        return _("It is in your policy.")
    if update.new is not None and update.old is None:
        fits = applies(update.new, facts)
        return (
            _("Your answers call for it.") if fits else _("Your answers do not call for it now; it would stand ready.")
        )
    return _("It is not in your policy now.")


def _cases(session: Session, old: Clause, new: Clause) -> Iterator[str]:
    """When it was printed and when it will be, where that differs."""
    if applies_when(old) == applies_when(new) and old.locked == new.locked:
        return
    try:
        before, after = (all_in_words(session.library, applies_when(clause), i18n.current()) for clause in (old, new))
    except (ConditionError, LookupError):  # it asked a question that is no longer there
        yield _("It is used in other cases than before.")
        return
    always = _("always")
    yield _("Until now it is used when: {condition}", condition=before or always)
    yield _("From now on it is used when: {condition}", condition=after or always)


def _in_use(session: Session, clause: Clause) -> Wording:
    """The library's wording that the owner's was made from, or that was chosen, or that fits the answers."""
    texts, edit = wordings(clause), session.answers.edits.get(clause.id)
    wanted = (edit.variant if edit else "", choice_of(clause, session.facts).variant)
    fitting, _asked = fitting_variant(clause, session.facts)
    return clause.title, texts[next((name for name in wanted if name in texts), fitting)]


def _there(clause: Clause | None) -> Clause:
    if clause is None:
        raise LookupError
    return clause
