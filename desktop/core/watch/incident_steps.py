"""The steps of an incident: those of its kind and, where personal data leaked, those of a leak beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import IncidentState
from desktop.core.watch.kinds import IncidentKind, Step


@dataclass(frozen=True, slots=True)
class IncidentSteps:
    """What to do and to keep, with ids as notes name them."""

    first: tuple[Step, ...] = ()
    leak: tuple[Step, ...] = ()
    """What to do because personal data leaked; () where the kind is itself such a leak, or nothing leaked."""
    keep: tuple[Step, ...] = ()

    @property
    def all(self) -> tuple[Step, ...]:
        """All of them, in the order in which they are shown."""
        return (*self.first, *self.leak, *self.keep)

    def open(self, ticked: Mapping[str, Note]) -> tuple[Step, ...]:
        """Those that are not ticked."""
        return tuple(step for step in self.all if step.id not in ticked)


def steps_of(
    kinds: Iterable[IncidentKind], incident: Incident, state: IncidentState, holds: Callable[[str], bool]
) -> IncidentSteps:
    """The steps that fit the answers, and those that are ticked all the same."""

    def fitting(steps: Sequence[Step]) -> tuple[Step, ...]:
        return tuple(step for step in steps if holds(step.when) or step.id in state.ticked)

    known = tuple(kinds)
    kind = next((each for each in known if each.id == state.kind), None)
    first, keep = map(fitting, _named(kind, incident)) if kind else ((), ())
    if kind is not None and kind.data_leak:
        return IncidentSteps(first, (), keep)
    leak = next((each for each in known if each.data_leak and holds(each.when)), None)
    beside = _named(leak, incident) if leak else ((), ())
    if not state.is_leak:  # of a leak that was none, what was ticked stays in sight
        beside = tuple(tuple(step for step in steps if step.id in state.ticked) for steps in beside)
    kept = [step.title for step in keep]
    further = (step for step in fitting(beside[1]) if step.title not in kept)
    return IncidentSteps(first, fitting(beside[0]), (*keep, *further))


def all_steps(kinds: Iterable[IncidentKind], incident: Incident) -> tuple[Step, ...]:
    """Every step that a note of the incident may name, whatever the answers and its kind."""
    return tuple(step for kind in kinds for steps in _named(kind, incident) for step in steps)


def _named(kind: IncidentKind, incident: Incident) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps of a kind with ids as notes name them: other kinds than that it was opened with stand before theirs."""
    if kind.id == incident.kind:
        return kind.first, kind.keep
    first, keep = (tuple(replace(step, id=f"{kind.id}:{step.id}") for step in each) for each in (kind.first, kind.keep))
    return first, keep
