"""What stands for every clause of the library and of the owner, in and out, and which of them are wanted. No Qt."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.core import document
from desktop.core.assemble import write_clause
from desktop.core.check_clauses import references
from desktop.core.everyday import Everyday
from desktop.core.facts import Facts
from desktop.core.fill import Fill
from desktop.core.library import Clause, Library
from desktop.core.selection import (
    Chosen,
    ClauseWording,
    applies,
    choice_of,
    fitting_variant,
    in_order,
    select,
    wording_of,
)
from desktop.core.text import Language
from desktop.core.wording import Wording

ANY_LAW = "*"
"""The wish for clauses that rest on some law."""


class Mark(StrEnum):
    """What an owner should see of a clause at a glance."""

    IN = "in"
    OUT = "out"
    PUT_IN = "put_in"
    LEFT_OUT = "left_out"
    OTHER_WORDING = "other_wording"
    YOUR_WORDING = "your_wording"
    OWN = "own"
    LOCKED = "locked"
    LOOK = "look"


_CHANGED = frozenset({Mark.PUT_IN, Mark.LEFT_OUT, Mark.OTHER_WORDING, Mark.YOUR_WORDING, Mark.OWN})


class Show(StrEnum):
    """Which clauses a list shows."""

    ALL = "all"
    IN = "in"
    OUT = "out"
    CHANGED = "changed"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the owner looks for."""

    words: str = ""
    show: Show = Show.ALL
    step: str = ""
    law: str = ""
    """Id of a law, or `ANY_LAW`; "" with laws or without."""


@dataclass(frozen=True, slots=True)
class ClauseState:
    """One clause as it stands."""

    clause: Clause
    number: str
    """"3.2"; "" for a clause that is out."""
    wording: ClauseWording
    marks: tuple[Mark, ...]
    because: tuple[str, ...] = ()
    laws: frozenset[str] = frozenset()
    """Ids of the laws it rests on that apply where the firm is."""

    @property
    def is_in(self) -> bool:
        """Whether it is printed."""
        return bool(self.number)

    @property
    def is_own(self) -> bool:
        """Whether the owner wrote it."""
        return Mark.OWN in self.marks

    def fits(self, wish: Wish) -> bool:
        """Whether it is among what the owner looks for, but for the words."""
        if wish.step and self.clause.step != wish.step:
            return False
        if wish.law and not (self.laws if wish.law == ANY_LAW else wish.law in self.laws):
            return False
        match wish.show:
            case Show.ALL:
                return True
            case Show.IN:
                return self.is_in
            case Show.OUT:
                return not self.is_in
            case Show.CHANGED:
                return not _CHANGED.isdisjoint(self.marks)
            case Show.LOCKED:
                return self.clause.locked


@dataclass(frozen=True, slots=True)
class Overview:
    """All clauses, in the order of the policy."""

    library: Library
    facts: Facts
    states: dict[str, ClauseState] = field(default_factory=dict[str, ClauseState])
    numbers: dict[str, str] = field(default_factory=dict[str, str])
    """Numbers of sections and clauses, by id."""

    def printed(self, state: ClauseState, language: Language) -> document.Clause:
        """A clause as it is printed, or would be if it were in."""
        chosen = Chosen(state.clause, state.number, state.wording, state.because, own=state.is_own)
        fill = Fill(Wording(self.library, self.facts, language), self.numbers)
        return write_clause(chosen, fill, Everyday(self.library, language))

    def leaning_on(self, clause_id: str) -> tuple[ClauseState, ...]:
        """The other clauses in the policy that make no sense without this one, or point to it."""
        inside = (state for state in self.states.values() if state.is_in and state.clause.id != clause_id)
        return tuple(s for s in inside if clause_id in {*s.clause.needs, *references(s.wording.title, s.wording.body)})

    def missing_for(self, clause: Clause) -> tuple[ClauseState, ...]:
        """The clauses this one makes no sense without, and that are out."""
        return self._those(clause.needs, is_in=False)

    def against(self, clause: Clause) -> tuple[ClauseState, ...]:
        """The clauses in the policy that say the opposite."""
        return self._those(clause.conflicts, is_in=True)

    def _those(self, ids: Collection[str], *, is_in: bool) -> tuple[ClauseState, ...]:
        found = (self.states.get(clause_id) for clause_id in ids)
        return tuple(state for state in found if state is not None and state.is_in is is_in)


def overview(library: Library, facts: Facts) -> Overview:
    """What stands now."""
    sections = select(library, facts)
    chosen = {chosen.clause.id: chosen for section in sections for chosen in section.clauses}
    applying = {law.id for law in library.laws if facts.holds(law.when)}
    states = {
        clause.id: _state(clause, chosen.get(clause.id), facts, applying)
        for step in library.steps
        for clause in in_order(library, facts, step.id)
    }
    numbers = {section.step.id: section.number for section in sections}
    return Overview(library, facts, states, numbers | {key: one.number for key, one in chosen.items()})


def _state(clause: Clause, chosen: Chosen | None, facts: Facts, applying: set[str]) -> ClauseState:
    wording = chosen.wording if chosen else wording_of(clause, facts)
    laws = frozenset(reference.partition(":")[0] for reference in clause.laws) & applying
    marks = tuple(_marks(clause, chosen, wording, facts))
    if chosen is None:
        return ClauseState(clause, "", wording, marks, laws=laws)
    return ClauseState(clause, chosen.number, wording, marks, chosen.because, laws)


def _marks(clause: Clause, chosen: Chosen | None, wording: ClauseWording, facts: Facts) -> Iterator[Mark]:
    if chosen is None:
        yield Mark.LEFT_OUT if choice_of(clause, facts).included is False and applies(clause, facts) else Mark.OUT
    else:
        yield Mark.PUT_IN if chosen.added else Mark.IN
    if clause.locked:
        yield Mark.LOCKED
        return
    answers = facts.answers
    if own := answers.own.get(clause.id):
        yield Mark.OWN
        if own.unchecked:
            yield Mark.LOOK
    elif wording.edited:
        yield Mark.YOUR_WORDING
        if answers.edits[clause.id].unchecked:
            yield Mark.LOOK
    elif choice_of(clause, facts).variant and fitting_variant(clause, facts)[0] != wording.variant:
        yield Mark.OTHER_WORDING
