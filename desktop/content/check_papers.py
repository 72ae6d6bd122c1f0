"""Checks of contradictions, and of the parts of documents other than the policy."""

from collections.abc import Iterator

from desktop.content.faults import Fault
from desktop.content.reach import possible
from desktop.core.library import Library
from desktop.core.template import Hole, Inline, Pointer, TemplateError, inlines
from desktop.core.text import side
from desktop.i18n import message


def paper_faults(library: Library) -> Iterator[Fault]:
    """Faults in contradictions and parts. Conditions are known to be sound."""
    for each in library.contradictions:
        if each.question not in library.question:
            cause = message("there is no question called “{name}”", name=each.question)
            yield Fault("contradictions.toml", f"{each.id} question", cause)
        if not possible(library, [each.when]):
            yield Fault("contradictions.toml", f"{each.id} when", message("no answers contradict each other so"))
    yield from _part_faults(library)


def _part_faults(library: Library) -> Iterator[Fault]:
    """Parts stand in documents without clauses, so they refer to none."""
    for part in library.parts:
        file = f"documents/{part.document}.toml"
        if library.document(part.document) is None:
            yield Fault(file, "", message("documents.toml has no document “{name}”", name=part.document))
        for text in (part.title, part.body):
            for language in library.languages:
                for piece in readable(side(text, language.id)):
                    match piece:
                        case Hole(name) if name not in library.question:
                            yield Fault(file, part.id, message("there is no question called “{name}”", name=name))
                        case Pointer(target=target):
                            yield Fault(file, part.id, message("there is no clause called “{name}”", name=target))
                        case _:
                            pass


def readable(body: str) -> tuple[Inline, ...]:
    """The pieces of a body; none where it cannot be read."""
    try:
        return tuple(inlines(body))
    except TemplateError:  # the check of words has said so
        return ()
