"""Gaps in the text: where a reader of the policy would find a bracketed prompt instead of an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.assemble import Settled
from desktop.core.facts import Source
from desktop.core.selection import Chosen
from desktop.core.template import Hole, Pointer, parse_line_loosely, parse_loosely, pieces
from desktop.core.wording import Wording

_CONTROL_TABLE = ("policy_owner", "contact_person")
"""Questions that every policy prints, below its title."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One place that nothing fills."""

    clause: str
    """Id of the clause it is in; "" for the control table."""
    piece: Hole | Pointer


def gaps(settled: Settled) -> Iterator[Gap]:
    """Every gap in reading order, but for references to clauses of the library that are out."""
    wording = Wording(settled.library, settled.facts, settled.library.languages[0].id)
    for question in _CONTROL_TABLE:
        if question in settled.library.question and _is_empty(wording, Hole(question)):
            yield Gap("", Hole(question))
    for section in settled.selection:
        for each in section.clauses:
            for piece in _places(each):
                if _is_gap(settled, wording, piece):
                    yield Gap(each.clause.id, piece)


def is_asked(settled: Settled, gap: Gap) -> bool:
    """Whether there is a question whose answer fills the gap."""
    if not isinstance(gap.piece, Hole):
        return False
    fact = settled.facts.by_question.get(gap.piece.question)
    return fact is not None and fact.source is not Source.NOT_ASKED


def _places(each: Chosen) -> Iterator[Hole | Pointer]:
    """The places of a clause that wait for words, in every language."""
    for title in each.wording.title.values():
        yield from (piece for piece in parse_line_loosely(title) if isinstance(piece, Hole | Pointer))
    for body in each.wording.body.values():
        yield from (piece for piece in pieces(parse_loosely(body)) if isinstance(piece, Hole | Pointer))


def _is_gap(settled: Settled, wording: Wording, piece: Hole | Pointer) -> bool:
    match piece:
        case Hole(each=True):  # a list without entries is not printed
            return False
        case Hole():
            return _is_empty(wording, piece)
        case Pointer("ref", target) if target in settled.library.clause:
            return False
        case Pointer(target=target):
            return target not in settled.numbers


def _is_empty(wording: Wording, hole: Hole) -> bool:
    """Whether a prompt is printed; words that stand in another language only are no prompt."""
    return any(run.gap and not run.language for run in wording.runs(hole))
