"""When the program speaks of tasks that are due, and of how many. The time it is is handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from desktop.core.text import Text
from desktop.core.watch.checklist import Item, Status


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours in which nothing is said, such as from 20:00 until 08:00. Two times that are the same are no hours."""

    starts: time
    ends: time

    def hold(self, now: time) -> bool:
        """Whether it is quiet at this time; hours may go over midnight."""
        if self.starts <= self.ends:
            return self.starts <= now < self.ends
        return now >= self.starts or now < self.ends


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is due."""

    today: int
    overdue: int
    title: Text
    """Of the task that waits longest."""

    @property
    def count(self) -> int:
        """How many tasks are due in all."""
        return self.today + self.overdue


def reminder_of(items: Sequence[Item]) -> Reminder | None:
    """What is to be said of a checklist; None where nothing is due."""
    overdue = [item for item in items if item.status is Status.OVERDUE]
    today = [item for item in items if item.status is Status.TODAY]
    due = [*overdue, *today]
    return Reminder(len(today), len(overdue), due[0].task.title) if due else None


def time_of(text: str, usual: time) -> time:
    """A time as the settings keep it, "20:00"; the usual one where it makes no sense."""
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return usual
