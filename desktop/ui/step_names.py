"""What an undo step is called in the menus."""

from collections.abc import Mapping

from desktop.core.answers import OwnClause
from desktop.core.library import Library
from desktop.i18n import _
from desktop.ui.content_words import words

_LONGEST = 48


def step_name(library: Library, label: str, own: Mapping[str, OwnClause] | None = None) -> str:
    """A label of the store in plain words: "answer:posture" → "answer to “How much room …?”".

    `own` are the clauses the owner wrote.
    """
    kind, _colon, name = label.partition(":")
    match kind:
        case "answer":
            question = library.question.get(name)
            if question is None:  # a question of older content
                return _("an answer")
            return _("answer to “{question}”", question=_cut(words(question.prompt)))
        case "person":
            return _("the person {name}", name=_cut(name))
        case "account":
            return _("the account {name}", name=_cut(name))
        case "clause":
            return _clause_name(library, name, own or {})
        case "update":
            title = _title(library, name)
            return _("the library’s change to “{title}”", title=title) if title else _("a change of the library")
        case "look":
            return _("the look of the documents")
        case "watch":
            return _watch_name(library, name)
        case _:
            return ""


def _watch_name(library: Library, name: str) -> str:
    what, _colon, task_id = name.partition(":")
    match what:
        case "began":
            return _("the day the tasks begin")
        case "calendar":
            return _("the working days")
        case "words":
            return _("the watch words")
        case _:
            title = next((words(task.title) for task in library.tasks if task.id == task_id), "")
            return _("the task “{title}”", title=_cut(title)) if title else _("a task of your own")


def _clause_name(library: Library, clause_id: str, own: Mapping[str, OwnClause]) -> str:
    if clause_id in own:
        return _("your clause “{title}”", title=_cut(words(own[clause_id].title)))
    if title := _title(library, clause_id):
        return _("the clause “{title}”", title=title)
    # one of the owner's own that is removed, or a clause of older content
    return _("a clause of your own") if clause_id.startswith("own.") else _("a clause")


def _title(library: Library, clause_id: str) -> str:
    clause = library.clause.get(clause_id)
    return _cut(words(clause.title)) if clause else ""


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
