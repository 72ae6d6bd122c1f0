"""Since when a task is in the plan, so that nobody is late with what the answers did not ask for before.

Answers bring tasks: an agency taken on in June brings those about agencies, which do not count from January. A file
remembers which tasks it has met, and on which day; one that was not in the plan on a later day is met anew.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from desktop.core.watch.plan import PlannedTask

KNOWN = "known_tasks"
"""The setting of a business file that remembers it."""


@dataclass(frozen=True, slots=True)
class Known:
    """The tasks that were met."""

    day: date
    """The last day on which it was looked."""
    tasks: Mapping[str, date | None]
    """By id, the day each was met; None for those from the beginning."""


def met(known: Known | None, plan: Iterable[PlannedTask], began: date, today: date) -> Known:
    """What is known after a look at the plan of today. At the first look all tasks are from the beginning.

    A task that is gone is forgotten on another day: an answer taken back at once changes nothing. A day to come, from a
    clock that was wrong, counts as today.
    """
    here = [task.id for task in plan if task.is_on]
    if known is None:
        return Known(today, dict.fromkeys(here))
    is_later = today > known.day
    kept = {name: day for name, day in known.tasks.items() if not is_later or name in here}
    first = None if today <= began else today
    tasks = {**kept, **{name: _not_after(kept[name], today) if name in kept else first for name in here}}
    return Known(today, tasks)


def counted(plan: Iterable[PlannedTask], known: Known) -> tuple[PlannedTask, ...]:
    """The plan, each task counting from the day it was met, or later where the owner's choice says so."""
    return tuple(_counted(task, known.tasks.get(task.id)) for task in plan)


def text_of(known: Known) -> str:
    """What is known as the file keeps it."""
    tasks = {name: day.isoformat() if day else "" for name, day in known.tasks.items()}
    return json.dumps({"day": known.day.isoformat(), "tasks": tasks}, separators=(",", ":"))


def known_of(text: str) -> Known | None:
    """What the file keeps; None where it keeps nothing that makes sense."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        said = cast("dict[str, Any]", json.loads(text))
        tasks = {str(name): date.fromisoformat(day) if day else None for name, day in said["tasks"].items()}
        return Known(date.fromisoformat(said["day"]), tasks)
    return None


def _not_after(day: date | None, today: date) -> date | None:
    return min(day, today) if day else None


def _counted(task: PlannedTask, day: date | None) -> PlannedTask:
    if day is None or task.rhythm.every == "event" or (task.since is not None and task.since >= day):
        return task
    return replace(task, since=day)
