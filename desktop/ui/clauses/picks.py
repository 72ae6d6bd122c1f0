"""What can be put into a clause: answers, and references to other clauses. No Qt."""

from collections.abc import Iterator

from desktop import i18n
from desktop.core.assemble import settle
from desktop.core.document import plain
from desktop.core.library import Kind, Question
from desktop.core.template import Hole
from desktop.core.wording import Wording
from desktop.i18n import _
from desktop.ui.clauses.pick_dialog import Pick
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import title_words
from desktop.ui.session import Session

_LONGEST = 140
"""Letters of an answer that are shown."""

_SEVERAL = (Kind.LIST, Kind.CHOICES, Kind.PEOPLE, Kind.ACCOUNTS)


def answer_picks(session: Session) -> list[Pick]:
    """Every answer, with how it reads now."""
    language = i18n.current() if i18n.current() in session.library.language else session.library.languages[0].id
    wording = Wording(session.library, session.facts, language)
    return [pick for question in session.library.questions for pick in _of_question(wording, question)]


def clause_picks(session: Session, but: str) -> list[Pick]:
    """Every clause of the policy that can be referred to, but for one."""
    settled = settle(session.library, session.answers)
    picks: list[Pick] = []
    for section in settled.selection:
        for chosen in section.clauses:
            if chosen.clause.id != but:
                title = f"{chosen.number} {title_words(session, chosen.wording.title)}"
                also = " ".join(chosen.wording.title.values())
                picks.append(Pick(f"[[ref:{chosen.clause.id}]]", title, words(section.step.title), also))
    return picks


def _of_question(wording: Wording, question: Question) -> Iterator[Pick]:
    prompt, also = words(question.prompt), " ".join((*question.prompt.values(), question.id))
    whole = _read(wording, Hole(question.id))
    match question.kind:
        case Kind.PERSON:
            yield Pick(f"{{{question.id}}}", prompt, _("Name and role: {words}", words=whole), also)
            name, role = (_read(wording, Hole(question.id, part)) for part in ("name", "role"))
            yield Pick(f"{{{question.id}.name}}", prompt, _("Name only: {words}", words=name), also)
            yield Pick(f"{{{question.id}.role}}", prompt, _("Role only: {words}", words=role), also)
        case kind if kind in _SEVERAL:
            yield Pick(f"{{{question.id}}}", prompt, _("In one sentence: {words}", words=whole), also)
            entries = _cut(" · ".join(plain(entry) for entry in wording.entries(question.id))) or whole
            yield Pick(f"- {{each:{question.id}}}", prompt, _("One line for each: {words}", words=entries), also)
        case _:
            yield Pick(f"{{{question.id}}}", prompt, _("Reads: {words}", words=whole), also)


def _read(wording: Wording, hole: Hole) -> str:
    return _cut(plain(wording.runs(hole)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
