"""Which questions of the quick way are asked together. Pure."""

from collections.abc import Iterable

from desktop.core.library import Kind, Question

_ROOM = 10
"""How much one screen holds, in the measure of `_size`: a short list of choices beside a line to fill in."""

_SIZES = {Kind.NAME: 1, Kind.NUMBER: 1, Kind.YES_NO: 1, Kind.DATE: 1, Kind.PERSON: 2, Kind.PEOPLE: 3}

_LISTED = 10
"""Longer lists of choices are folded into one line."""


def groups(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """One or two questions at a time, in order: two of the same step that fit on the screen together."""
    found: list[tuple[Question, ...]] = []
    for question in questions:
        before = found[-1] if found else ()
        if len(before) == 1 and before[0].step == question.step and _size(before[0]) + _size(question) <= _ROOM:
            found[-1] = (*before, question)
        else:
            found.append((question,))
    return tuple(found)


def _size(question: Question) -> int:
    """Lines a question takes, about."""
    match question.kind:
        case Kind.CHOICE:
            return len(question.choices) if len(question.choices) <= _LISTED else 1
        case Kind.CHOICES:
            return 2 + len(question.choices) // 3
        case kind:
            return _SIZES.get(kind, 4)
