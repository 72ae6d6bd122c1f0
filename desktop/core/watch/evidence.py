"""What is kept as evidence. Nothing of it is ever changed or erased: a mistake is corrected by a further entry.

`number` is 0 until the file gives one. `written` is the moment of writing, with its time zone; days are days as the
firm's clock shows them. Names of people and titles are kept as they were, so that history stays readable when somebody
has left. Files are named, not stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.core.text import Text

DONE, SKIPPED, WITHDRAWN, HAPPENED = "done", "skipped", "withdrawn", "happened"
OUTCOMES = (DONE, SKIPPED, WITHDRAWN, HAPPENED)
"""Of a tick: done; not done, with a reason; an earlier tick was a mistake; what a task waits for came about."""


@dataclass(frozen=True, slots=True)
class Tick:
    """What became of a task."""

    task: str
    """Id of the task."""
    occurrence: date
    """The day by its rhythm, before days off moved it, of the newest occurrence this settles. For a task on an event,
    the day of the event."""
    due: date
    """The day that occurrence was due, as days off had moved it."""
    on: date
    """The day it was done, skipped, withdrawn or came about."""
    outcome: str
    missed: int = 0
    """How many periods had passed without it, beside the one it is for."""
    by: str = ""
    """Name of who did it."""
    note: str = ""
    """For what is skipped or withdrawn: why."""
    file: str = ""
    """Name of a screenshot or file."""
    corrects: int = 0
    """Number of the tick that no longer counts because of this one; 0 for none."""
    written: datetime | None = None
    number: int = 0
    missed_days: tuple[date, ...] = field(default=(), compare=False)
    """The days on which what was missed had been due. They are written with the tick and counted by day, not read."""

    @property
    def is_on_time(self) -> bool:
        """Whether it was done on its day or before. What passed without it before that is counted as missed."""
        return self.outcome == DONE and self.on <= self.due


WRITERS = ("customer", "former_customer", "staff", "former_staff", "applicant", "press", "unknown")
ABOUT = ("firm", "product", "staff", "workplace")
TONES = ("good", "neutral", "bad")
TRUTHS = ("true", "false", "mixed", "unknown")

SENT = "sent"
"""Stands at the last box of a path whose reply was sent. Without it a reply is a draft."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post or mention in the log, as it was last written down. A change is a further row with the same `entry`."""

    seen: date
    """The day it was found."""
    where: str
    """Code of a platform (`platforms`), or the owner's own word for another place."""
    writer: str = "unknown"
    """One of `WRITERS`."""
    about: tuple[str, ...] = ()
    """Some of `ABOUT`."""
    link: str = ""
    text: str = ""
    """What was written, in the writer's words or in short."""
    language: str = ""
    """The language of the post: a language id, or ""."""
    file: str = ""
    """Name of the screenshot."""
    tone: str = "neutral"
    truth: str = "unknown"
    path: tuple[tuple[str, str], ...] = ()
    """The way through the response chart: id of each box with the answer given ("yes" or "no"). At the last box, `SENT`
    where the reply was sent, else ""."""
    reply: str = ""
    """The reply, sent or only drafted."""
    action: str = ""
    """What was done."""
    by: str = ""
    """Name of who did it; of who noted it, while nothing is done."""
    done: date | None = None
    """The day it was done."""
    outcome: str = ""
    """How it ended. With one, the entry is settled."""
    incident: int = 0
    """Number of the incident it belongs to; 0 for none."""
    written: datetime | None = None
    entry: int = 0
    """Number of this entry: 1, 2, 3; 0 until it is stored."""
    number: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nothing says yet how it ended."""
        return not self.outcome

    @property
    def is_sent(self) -> bool:
        """Whether somebody said that the reply was sent."""
        return bool(self.reply and self.path) and self.path[-1][1] == SENT


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that the safety gate of the response chart stopped, or that the owner opened."""

    kind: str
    """Id of a kind in monitoring/incidents.toml."""
    opened: datetime
    """When it became known; with it the hours count that the law gives where personal data leaked."""
    title: str
    """In a few words of the owner's, such as "Customer list sent to the wrong group". A note may give it another."""
    data_leak: bool = False
    """Whether personal data leaked."""
    entry: int = 0
    """Number of the entry of the log it began with; 0 for none."""
    by: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What was added to an incident or a run: something done, kept, decided, or its end."""

    subject: int
    """Number of the incident or the run."""
    on: datetime
    """When it happened."""
    step: str = ""
    """Id of what was ticked off: something to keep, to do, or an access; "" for free words. What else it may say of an
    incident is in `desktop.core.watch.incident_state`."""
    text: str = ""
    file: str = ""
    by: str = ""
    closes: bool = False
    corrects: int = 0
    """Number of the note that no longer counts because of this one."""
    written: datetime | None = None
    number: int = 0


RUNS = ("joiner", "leaver", "agency")


@dataclass(frozen=True, slots=True)
class Run:
    """Somebody joins or leaves, or the agency changes: what is to be seen to, as the registers were on that day."""

    kind: str
    """One of `RUNS`."""
    name: str
    """Of the person or agency."""
    day: date
    """First or last day."""
    steps: tuple["RunStep", ...]
    person: str = ""
    """Id in the register of people, or ""."""
    written: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class RunStep:
    """One thing to see to in a run. What it says is kept with the run."""

    id: str
    """Id of a step in monitoring/runs.toml; with an account, "access:" and the id of the account."""
    title: Text
    is_access: bool = False
    """Whether it is an access to be given or taken away."""


@dataclass(frozen=True, slots=True)
class AccessReview:
    """Somebody looked at who can enter an account."""

    account: str
    """Id of the account."""
    handle: str
    """Its platform and name, as they were."""
    on: date
    by: str = ""
    note: str = ""
    """What was found or changed."""
    written: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Cleared:
    """Settled entries of the log were deleted because their time was over. How many is all that is kept of them."""

    before: date
    """Entries settled before this day."""
    count: int
    by: str = ""
    written: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class DayCount:
    """The ticks of one day that still count."""

    done: int = 0
    late: int = 0
    """Of those done, how many were late."""
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The ticks of one month that still count, by the day on which something was done."""

    on_time: int = 0
    late: int = 0
    skipped: int = 0
    missed: int = 0
    """Periods that passed without it."""

    @property
    def due(self) -> int:
        """How often something was to be done. What was skipped for a reason is not among it."""
        return self.on_time + self.late + self.missed

    @property
    def percent(self) -> int | None:
        """How much of that was done on time; None where nothing was to be done."""
        return round(100 * self.on_time / self.due) if self.due else None

    def __add__(self, other: "MonthCount") -> "MonthCount":
        """Both together."""
        return MonthCount(
            self.on_time + other.on_time,
            self.late + other.late,
            self.skipped + other.skipped,
            self.missed + other.missed,
        )


@dataclass(frozen=True, slots=True)
class Records:
    """What documents are told of the evidence: one month, one incident, one run. Empty: forms to be filled in."""

    month: date | None = None
    """The first day of the month that a report is about."""
    ticks: tuple[Tick, ...] = ()
    """Of that month, the oldest first, with those that were corrected."""
    corrected: frozenset[int] = frozenset()
    """Numbers of those ticks that no longer count, whenever they were corrected."""
    titles: Mapping[str, Text] = field(default_factory=dict[str, Text])
    """Titles of tasks by id, as they were when they were last ticked."""
    began: date | None = None
    """The day from which tasks count; None where it is not known. Ticks before it are told, and not counted."""
    missed: Mapping[str, int] | None = None
    """By id of the task, how many days of that month had passed without it when it was ticked, then or later; None
    where that is only known of the ticks of the month."""
    overdue: Mapping[str, tuple[date, ...]] = field(default_factory=dict[str, tuple[date, ...]])
    """By id of the task, the days that passed without it up to the day of the report, and are still open."""
    entries: tuple[Entry, ...] = ()
    """Found in that month, the oldest first; for an incident, its entry is among them."""
    incident: int = 0
    """Number of the incident that an incident report is about; 0: a form to be filled in."""
    incidents: tuple[Incident, ...] = ()
    """Known in that month, or still open; the one that an incident report is about comes first."""
    incident_notes: Mapping[int, tuple[Note, ...]] = field(default_factory=dict[int, tuple[Note, ...]])
    """By number of the incident, the oldest first."""
    run: Run | None = None
    """What a leaver record is about."""
    run_notes: tuple[Note, ...] = ()
    reviews: Mapping[str, AccessReview] = field(default_factory=dict[str, AccessReview])
    """The last review of each account, by its id."""
    cleared: tuple[Cleared, ...] = ()
