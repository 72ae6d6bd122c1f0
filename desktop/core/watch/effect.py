"""From which day a change of the plan counts, so that nobody is late with what was not asked of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.core.watch.checklist import Item
from desktop.core.watch.choices import OwnTask, TaskChoice, WatchChoices
from desktop.core.watch.plan import PlannedTask


def counted_from(
    choices: WatchChoices, before: Iterable[Item], plan: Iterable[PlannedTask], began: date, today: date
) -> WatchChoices:
    """The choices with the day from which tasks count that are new in a plan or on other days in it.

    `before` is the checklist as it was before the change, `plan` what it is to be made of. What is open stays open: a
    task on other days counts from the newest occurrence that is open, one with nothing open and a new one from today.
    """
    if today <= began:
        return choices
    known = {item.task.id: item for item in before}
    days = {
        task.id: _since(known.get(task.id), today)
        for task in plan
        if task.is_on and task.rhythm.every != "event" and _is_other(known.get(task.id), task)
    }
    return replace(choices, tasks=_tasks(choices, days), own=_own(choices, days)) if days else choices


def _is_other(item: Item | None, task: PlannedTask) -> bool:
    return item is None or (item.task.rhythm, item.task.from_start) != (task.rhythm, task.from_start)


def _since(item: Item | None, today: date) -> date:
    if item is None or item.due is None or item.occurrence is None or item.due > today:
        return today
    return min(item.occurrence, today)


def _tasks(choices: WatchChoices, days: Mapping[str, date]) -> dict[str, TaskChoice]:
    changed = {
        name: replace(choices.tasks.get(name, TaskChoice()), since=day)
        for name, day in days.items()
        if name not in choices.own
    }
    return {**choices.tasks, **changed}


def _own(choices: WatchChoices, days: Mapping[str, date]) -> dict[str, OwnTask]:
    return {name: replace(own, since=days[name]) if name in days else own for name, own in choices.own.items()}
