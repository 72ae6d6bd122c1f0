"""What the owner decided about watching: from when, which tasks, which days, which words. All of it can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.core.text import Text

SHIFTS = ("after", "before", "stay")
"""Where a task goes that falls on a day without work: the next working day, the last one before, or nowhere."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a task comes, and on which day. Where the month is shorter than `day`, its last day counts."""

    every: str
    """See `desktop.core.reference.EVERY`."""
    weekday: int | None = None
    """The day of a week as `date.weekday` counts, Monday is 0; None is the first working day."""
    day: int = 1
    """The day of the month, 1 to 31, for a month and longer."""
    month: int = 1
    """Which month of a quarter (1 to 3), a half-year (1 to 6) or a year (1 to 12)."""


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """What the owner decided about a task of the library."""

    on: bool | None = None
    """Done or not done here; None leaves it to the answers and the size of the firm."""
    who: str = ""
    """Id of the person who does it; "" leaves it to the answers."""
    rhythm: Rhythm | None = None
    """Other days; None leaves it to the library."""
    since: date | None = None
    """The day from which it counts, where it was switched on or put on other days after the beginning.
    See `desktop.core.watch.effect`."""


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task the owner added."""

    id: str
    """Begins with "own-"; never used again."""
    title: Text
    rhythm: Rhythm
    steps: tuple[Text, ...] = ()
    who: str = ""
    """Id of a person, or ""."""
    minutes: int = 5
    keep: Text = field(default_factory=dict[str, str])
    """What to keep as evidence."""
    since: date | None = None
    """The day from which it counts: it was added or put on other days then; None is the beginning."""
    on: bool = True
    """Whether it is done here for now."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """On which days the firm works, where it differs from its state."""

    rest_days: frozenset[int] | None = None
    """Weekly rest days as `date.weekday` counts; None as the state has them. Seven are not allowed."""
    days_off: Mapping[date, str] = field(default_factory=dict[date, str])
    """Further days without work, with what they are called, as the owner wrote it."""
    working: frozenset[date] = frozenset()
    """Public holidays on which the firm works all the same."""
    public_holidays: bool = True
    """Whether the public holidays of the state are days without work."""
    shift: str = SHIFTS[0]


@dataclass(frozen=True, slots=True)
class WatchWords:
    """What the firm searches for, beside what the answers bring."""

    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Words the program proposed and the owner does not want, casefolded."""
    people: tuple[str, ...] = ()
    """Ids of people who agreed that their names are searched for."""


@dataclass(frozen=True, slots=True)
class WatchChoices:
    """All of it."""

    began: date | None = None
    """The day from which tasks count; None leaves it to the answers: see `desktop.core.watch.plan.begins`."""
    tasks: Mapping[str, TaskChoice] = field(default_factory=dict[str, TaskChoice])
    """By id of a task of the library."""
    own: Mapping[str, OwnTask] = field(default_factory=dict[str, OwnTask])
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    words: WatchWords = field(default_factory=WatchWords)
