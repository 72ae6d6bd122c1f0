"""What an undo step is called in the menus."""

from desktop.core.library import Library
from desktop.i18n import _
from desktop.ui.content_words import words

_LONGEST = 48


def step_name(library: Library, label: str) -> str:
    """A label of the store in plain words: "answer:posture" → "answer to “How much room …?”"."""
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
        case _:
            return ""


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
