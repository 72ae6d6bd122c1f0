"""Why a clause is in, in sentences, and links to where that can be changed."""

from html import escape

from desktop.core.facts import Fact, Source
from desktop.core.library import NOT_SURE
from desktop.core.template import Hole, parse_line_loosely
from desktop.core.text import Text
from desktop.i18n import _
from desktop.ui.content_words import answer_words, words
from desktop.ui.session import Session

QUESTION_LINK, CLAUSE_LINK = "question:", "clause:"
"""Schemes of links; the window answers them with the question, or with the clause on its page."""


def reason(session: Session, fact: Fact) -> str:
    """One sentence about a question that brought a clause in or chose its wording."""
    prompt = words(fact.question.prompt)
    answer = answer_words(session.library, session.answers, fact.question, fact.value) or _("nothing")
    match fact.source:
        case Source.ANSWERED:
            return _("Because you answered “{question}” with: {answer}", question=prompt, answer=answer)
        case Source.NOT_SURE:
            careful = _careful(session, fact)
            return _("Because you are not sure about “{question}”: {answer}", question=prompt, answer=careful)
        case Source.SUGGESTED:
            return _("Because the suggestion for “{question}” is: {answer}", question=prompt, answer=answer)
        case Source.EMPTY:
            return _("Because “{question}” is not answered yet", question=prompt)
        case Source.NOT_ASKED:
            return _("Because “{question}” does not concern you", question=prompt)


def title_words(session: Session, title: Text) -> str:
    """A clause's title in the language of the interface, with short answers in their places."""
    told = words(title)
    if "{" not in told and "[[" not in told:
        return told
    return "".join(_told(session, piece) for piece in parse_line_loosely(told))


def link(target: str, label: str) -> str:
    """A link in rich text."""
    return f'<a href="{escape(target)}">{escape(label)}</a>'


def question_link(session: Session, question_id: str, label: str) -> str:
    """A link to a question; "" where it is not asked now."""
    fact = session.facts.by_question.get(question_id)
    if fact is None or fact.source is Source.NOT_ASKED:
        return ""
    return link(QUESTION_LINK + question_id, label)


def paragraph(text: str) -> str:
    """Plain words as a paragraph of rich text."""
    return f"<p>{escape(text)}</p>"


def _careful(session: Session, fact: Fact) -> str:
    value = fact.value if fact.value != NOT_SURE else None
    answer = answer_words(session.library, session.answers, fact.question, value)
    return _("the cautious answer counts, {answer}", answer=answer) if answer else _("noted for review")


def _told(session: Session, piece: object) -> str:
    if isinstance(piece, Hole) and (fact := session.facts.by_question.get(piece.question)):
        told = answer_words(session.library, session.answers, fact.question, fact.value)
        return told or f"[{words(fact.question.gap or fact.question.prompt)}]"
    return str(getattr(piece, "text", "")) or "[…]"
