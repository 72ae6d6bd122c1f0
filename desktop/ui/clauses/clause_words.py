"""Clauses in the owner's words: marks, why one is in or out, the names of its wordings, its laws. No Qt."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from desktop import i18n
from desktop.core.condition_words import answer_asked_for, in_words
from desktop.core.conditions import parse
from desktop.core.library import POSTURES, Clause
from desktop.core.reference import Law, LawStatus
from desktop.core.selection import BODY, applies_when, choice_of, fitting_variant, variant_condition
from desktop.i18n import _
from desktop.ui.clauses.clause_states import ClauseState, Mark, Overview
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import CLAUSE_LINK, link, paragraph, question_link, reason, title_words
from desktop.ui.session import Session

MARK_ICONS = {
    Mark.IN: ("check", "success"),
    Mark.OUT: ("close", "muted"),
    Mark.PUT_IN: ("add", "accent"),
    Mark.LEFT_OUT: ("close", "accent"),
    Mark.OTHER_WORDING: ("list", "accent"),
    Mark.YOUR_WORDING: ("edit", "accent"),
    Mark.OWN: ("person", "accent"),
    Mark.LOCKED: ("lock", "muted"),
    Mark.LOOK: ("warning", "warning"),
}
"""Icon and colour of every mark."""


def mark_words(mark: Mark) -> str:
    """A mark in a word or two."""
    match mark:
        case Mark.IN:
            return _("In the policy")
        case Mark.OUT:
            return _("Left out")
        case Mark.PUT_IN:
            return _("Put in by you")
        case Mark.LEFT_OUT:
            return _("Left out by you")
        case Mark.OTHER_WORDING:
            return _("Wording chosen by you")
        case Mark.YOUR_WORDING:
            return _("Your wording")
        case Mark.OWN:
            return _("Your own")
        case Mark.LOCKED:
            return _("Locked")
        case Mark.LOOK:
            return _("Look at the other language")


def clause_name(session: Session, state: ClauseState) -> str:
    """Number and title: "3.2 Handing over accounts"."""
    return f"{state.number} {title_words(session, state.wording.title)}".strip()


def state_words(session: Session, state: ClauseState) -> str:
    """Why a clause is in or out, as rich text with links to the questions."""
    return "".join(_state_words(session, state))


def _state_words(session: Session, state: ClauseState) -> Iterator[str]:
    clause, choice = state.clause, choice_of(state.clause, session.facts)
    if state.is_own:
        yield paragraph(_("You wrote this clause. It is in the policy as long as you keep it."))
    elif clause.locked:
        yield paragraph(
            _("In the policy, and locked: it guards the rights of your staff, so it can be read but not changed.")
        )
    elif choice.included is None:
        yield from _as_answered(session, state)
    else:
        yield from _as_decided(session, state)
    if choice.reason:
        yield paragraph(_("Your reason: {reason}", reason=choice.reason))


def _as_answered(session: Session, state: ClauseState) -> Iterator[str]:
    if not state.is_in:
        if is_waiting(session, state.clause):
            yield paragraph(_("New in the library. It comes in when you agree to it, or when you put it in."))
            return
        yield _with_conditions(session, state.clause)
        return
    facts = [session.facts.by_question[name] for name in state.because]
    if not facts:
        yield paragraph(in_every_policy(locked=state.clause.locked))
        return
    go = _("Go to the question")
    lines = [
        "<br>".join(filter(None, (escape(reason(session, fact)), question_link(session, fact.question.id, go))))
        for fact in facts
    ]
    yield _list(lines) if len(lines) > 1 else f"<p>{lines[0]}</p>"


def _as_decided(session: Session, state: ClauseState) -> Iterator[str]:
    match state.marks[0]:
        case Mark.PUT_IN:
            yield paragraph(_("In the policy because you put it in."))
            if not is_waiting(session, state.clause):
                yield _with_conditions(session, state.clause)
        case Mark.LEFT_OUT:
            yield paragraph(_("You left it out. Your answers alone would bring it in."))
        case Mark.IN:
            yield paragraph(_("In the policy. You decided that it stays, whatever you answer."))
        case _:
            yield paragraph(_("Left out. You decided that it stays out, whatever you answer."))


def in_every_policy(*, locked: bool) -> str:
    """What is said of a clause that no answer brings in."""
    return _("This clause is in every policy.") if locked else _("In every policy, unless you leave it out.")


def is_waiting(session: Session, clause: Clause) -> bool:
    """Whether a clause is new in the library and the owner has not decided about it."""
    return any(update.clause_id == clause.id and update.old is None for update in session.clauses.updates)


def _with_conditions(session: Session, clause: Clause) -> str:
    """What does not hold now and would have to."""
    missing = [condition for condition in applies_when(clause) if not session.facts.holds(condition)]
    head = (
        _("The answers bring it in when:")
        if len(missing) == 1
        else _("The answers bring it in when all of this is so:")
    )
    return paragraph(head) + _list(_condition(session, condition) for condition in missing)


def _condition(session: Session, condition: str) -> str:
    told = in_words(session.library, condition, i18n.current())
    told = escape(told[:1].upper() + told[1:])
    names = parse(condition).names
    label = _("Go to the question")
    links = [
        question_link(session, name, label if len(names) == 1 else words(session.library.question[name].prompt))
        for name in names
    ]
    return "<br>".join(filter(None, (told, *links)))


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def wording_names(session: Session, clause: Clause) -> dict[str, str]:
    """The wordings of a clause with what to call them; the one that fits the answers says so."""
    fitting, _asked = fitting_variant(clause, session.facts)
    names = {BODY: _body_name(session, clause)}
    for name, variant in clause.variants.items():
        names[name] = _wording_name(session, name, variant_condition(name, variant))
    told = names[fitting]
    return names | {fitting: _("Fits your answers: {wording}", wording=told)}


def _body_name(session: Session, clause: Clause) -> str:
    """What to call a clause's first wording: the one way that the others leave, if they are for the other ways."""
    left = [name for name in POSTURES if name not in clause.variants]
    if len(left) == 1 and len(clause.variants) == len(POSTURES) - 1:
        return _wording_name(session, left[0], "")
    return _("The usual wording")


def _wording_name(session: Session, name: str, condition: str) -> str:
    question = session.library.question.get("posture")
    choice = question.choice(name) if question and name in POSTURES else None
    if choice is not None:
        return words(choice.label)
    if asked := answer_asked_for(session.library, condition, i18n.current()):  # what sets it apart comes first
        return _("{answer} as the answer to “{question}”", answer=asked[0], question=asked[1])
    told = in_words(session.library, condition, i18n.current())
    return _("When {condition}", condition=told)


def law_words(law: Law, sections: tuple[str, ...]) -> str:
    """A law behind a clause: title, sections, how far it is in force, how old the evidence is, what it means."""
    head = f"<b>{escape(words(law.title))}</b>"
    if sections:
        head += f", {escape(_sections(law, sections))}"
    notes = [_status(law), _("Evidence as at {month}", month=_month(law.evidence))]
    if law.check_again:
        notes.append(_("Check again before relying on it"))
    note = f"<i>{escape(' · '.join(notes))}</i>"
    return f'<p style="margin-bottom: 12px">{head}<br>{note}<br>{escape(words(law.means))}</p>'


def _sections(law: Law, sections: tuple[str, ...]) -> str:
    listed = ", ".join(sections)
    if law.unit == "article":
        return _("Article {numbers}", numbers=listed) if len(sections) == 1 else _("Articles {numbers}", numbers=listed)
    return _("section {numbers}", numbers=listed) if len(sections) == 1 else _("sections {numbers}", numbers=listed)


def _status(law: Law) -> str:
    match law.status:
        case LawStatus.IN_FORCE:
            if law.in_force:
                return _("In force since {date}", date=i18n.format_date(date.fromisoformat(law.in_force)))
            return _("In force")
        case LawStatus.PARTLY:
            return _("Partly in force")
        case LawStatus.PENDING:
            return _("Not confirmed as in force")
        case LawStatus.REPEALED:
            return _("No longer in force")
        case LawStatus.UNKNOWN:
            return _("Not confirmed whether it is in force")


def _month(month: str) -> str:
    return i18n.format_month(date.fromisoformat(f"{month}-01"))


def laws_words(overview: Overview, state: ClauseState) -> str:
    """The laws a clause rests on, as rich text."""
    sections: dict[str, list[str]] = {}
    for reference in state.clause.laws:
        law_id, _colon, section = reference.partition(":")
        sections.setdefault(law_id, []).extend([section] if section else [])
    laws = [law for law in overview.library.laws if law.id in state.laws]
    if sections and not laws:
        return paragraph(_("It rests on laws of Malaysia, which do not apply where your business is."))
    return "".join(law_words(law, tuple(sections[law.id])) for law in laws)


def neighbour_words(session: Session, overview: Overview, clause: Clause) -> str:
    """What a clause needs and what it conflicts with, as rich text with links."""
    parts: list[str] = []
    for head, ids in ((_("It needs:"), clause.needs), (_("It says the opposite of:"), clause.conflicts)):
        known = [overview.states[clause_id] for clause_id in ids if clause_id in overview.states]
        if known:
            lines = (
                f"{link(CLAUSE_LINK + state.clause.id, clause_name(session, state))} "
                f"({escape(mark_words(state.marks[0]))})"
                for state in known
            )
            parts.append(paragraph(head) + _list(lines))
    return "".join(parts)
