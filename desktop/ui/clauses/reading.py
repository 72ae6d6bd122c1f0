"""How words of a clause will read once the firm's answers stand in them. No Qt."""

from dataclasses import dataclass, replace

from desktop.core import document
from desktop.core.answers import ClauseEdit, OwnClause
from desktop.core.assemble import Settled, settle, write_clause
from desktop.core.breadth import reaches_too_far
from desktop.core.document import plain
from desktop.core.everyday import Everyday
from desktop.core.fill import Fill
from desktop.core.library import Clause, own_clause
from desktop.core.own_words import checked_words
from desktop.core.selection import BODY, Chosen, ClauseWording, wording_of
from desktop.core.text import Language, Text, side
from desktop.core.validate import AnswerError
from desktop.core.wording import Wording
from desktop.i18n import Message, _
from desktop.ui.content_words import words
from desktop.ui.preview.clause_list import words_of
from desktop.ui.session import Session

_DRAFT = "own.draft"
_MOST = 3
"""Hints shown at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Words of a clause that are not kept yet."""

    clause_id: str
    """"" for a clause of the owner's own that is new."""
    title: Text
    body: Text
    step: str = ""
    """Set for a clause of the owner's own."""
    after: str = ""


def printed(session: Session, draft: Draft, language: Language) -> document.Clause:
    """The clause as it would be printed if the draft were kept."""
    answers, clause_id = session.answers, draft.clause_id or _DRAFT
    if draft.step:
        own = OwnClause(clause_id, draft.step, draft.title, draft.body, draft.after)
        clause, answers = own_clause(own), replace(answers, own={**answers.own, clause_id: own})
    else:
        clause = session.library.clause[clause_id]
        edit = ClauseEdit(draft.title, draft.body)
        answers = replace(answers, edits={**answers.edits, clause_id: edit})
    settled = settle(session.library, answers)
    chosen = (chosen for section in settled.selection for chosen in section.clauses)
    found = next((each for each in chosen if each.clause.id == clause_id), None)
    return _written(settled, found or Chosen(clause, "", wording_of(clause, settled.facts), ()), language)


def plain_words(session: Session, clause: Clause, title: Text, body: Text, language: Language) -> tuple[str, str]:
    """Title and text of a wording as they read now, without their layout."""
    chosen = Chosen(clause, "", ClauseWording(BODY, title, body), ())
    found = _written(settle(session.library, session.answers), chosen, language)
    return plain(found.title), "\n\n".join(map(_lines, found.blocks))


def both_ways(
    session: Session, clause: Clause, old: tuple[Text, Text], new: tuple[Text, Text], language: Language
) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and text of two wordings to be compared: as they read, or as they are written where that is the same."""
    read = [plain_words(session, clause, *texts, language) for texts in (old, new)]
    written = [(side(title, language), side(body, language)) for title, body in (old, new)]
    before, after = written if read[0] == read[1] and written[0] != written[1] else read
    return before, after


def faults(session: Session, title: Text, body: Text) -> dict[Language, Message]:
    """Why words cannot be kept, by language; under "" what is wrong with the whole."""
    library, own, found = session.library, session.answers.own, dict[Language, Message]()
    for language in (each.id for each in library.languages):
        if not (side(title, language) or side(body, language)):
            continue
        sides = ({language: side(text, language) or "–"} for text in (title, body))
        try:
            checked_words(library, *sides, own)
        except AnswerError as error:
            found[language] = error.reason
    if not found:
        try:
            checked_words(library, title, body, own)
        except AnswerError as error:
            found[""] = error.reason
    return found


def hints(session: Session, title: str, body: str, language: Language) -> tuple[str, ...]:
    """Friendly words about what may reach too far."""
    found = reaches_too_far(session.library, f"{title}\n\n{body}", language)
    return tuple(_("“{words}”: {why}", words=reach.phrase, why=words(reach.why)) for reach in found[:_MOST])


def _lines(block: document.Block) -> str:
    match block:
        case document.ListBlock(items, ordered):
            letters = (f"({chr(ord('a') + index)})" if ordered else "•" for index in range(len(items)))
            return "\n".join(f"{letter} {plain(item)}" for letter, item in zip(letters, items, strict=True))
        case _:
            return words_of((block,))


def _written(settled: Settled, chosen: Chosen, language: Language) -> document.Clause:
    fill = Fill(Wording(settled.library, settled.facts, language), settled.numbers)
    return write_clause(chosen, fill, Everyday(settled.library, language))
