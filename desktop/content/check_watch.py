"""Checks of watching: tasks and the time they take, incidents, runs, places to search, tools."""

import re
from collections.abc import Iterator
from string import Formatter

from desktop.content.faults import Fault, no_clause, no_question, not_one_of
from desktop.content.passages import Passage
from desktop.content.reach import possible
from desktop.core.library import Kind, Library
from desktop.core.reference import EVERY, PLACES, Task
from desktop.core.watch.evidence import RUNS
from desktop.core.watch.incident_state import DATA_LEAK, KIND, KNOWN, NO_LEAK, REOPENED, TITLE
from desktop.core.watch.kinds import SearchPlace, Tool
from desktop.i18n import Message, message

TASKS, INCIDENTS, RUN_FILE = "monitoring/tasks.toml", "monitoring/incidents.toml", "monitoring/runs.toml"
SEARCH, TOOLS = "monitoring/search.toml", "monitoring/tools.toml"

MOST_MINUTES = 20
"""Minutes a week that a firm of under ten people begins with at most, over the year."""

TIMES = {"day": 364, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1, "event": 0}
"""How often a task of each rhythm comes in the 52 weeks of a year."""

_SMALL = "not staff_count >= 10"
_WORKING_DAYS = 5
"""Working days of a week that tasks are spread over; every firm has as many, or most of them."""
_LAST_DAY = 28
_MONTHS = {"quarter": 3, "half_year": 6, "year": 12}
_PRICES = ("free", "free_and_paid", "paid")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_TAKEN = (DATA_LEAK, NO_LEAK, REOPENED, TITLE, KIND, KNOWN)
"""Ids of steps that notes use for something else."""


def watch_ids(library: Library) -> Iterator[list[tuple[str, str]]]:
    """Ids that must differ from each other, with their files."""
    yield [(task.id, TASKS) for task in library.tasks]
    yield [(kind.id, INCIDENTS) for kind in library.incident_kinds]
    yield [(run.id, RUN_FILE) for run in library.runs]
    yield [(place.id, SEARCH) for place in library.search_places]
    yield [(tool.id, TOOLS) for tool in library.tools]
    for kind in library.incident_kinds:
        yield [(step.id, INCIDENTS) for step in (*kind.first, *kind.keep)]
    for run in library.runs:
        yield [(step.id, RUN_FILE) for step in run.steps]


def watch_conditions(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every condition of watching: file, key, source."""
    for task in library.tasks:
        yield TASKS, f"{task.id} when", task.when
    for kind in library.incident_kinds:
        yield INCIDENTS, f"{kind.id} when", kind.when
        for step in (*kind.first, *kind.keep):
            yield INCIDENTS, f"{kind.id} {step.id} when", step.when
    for run in library.runs:
        for step in run.steps:
            yield RUN_FILE, f"{run.id} {step.id} when", step.when
    for place in library.search_places:
        yield SEARCH, f"{place.id} when", place.when


def watch_holes(passage: Passage) -> frozenset[str]:
    """What a text may have filled in beside answers."""
    if passage.file != RUN_FILE or passage.place.endswith(" more"):
        return frozenset()
    return frozenset({"name", "day", "account"} if passage.place.endswith(" access") else {"name", "day"})


def watch_faults(library: Library) -> Iterator[Fault]:
    """Faults in what watching is made of. Conditions are known to be sound."""
    for task in library.tasks:
        yield from _task_faults(library, task)
    if (minutes := most_minutes(library)) > MOST_MINUTES:
        cause = message(
            "a firm of under ten people may begin with {minutes} minutes a week; {most} is the most",
            minutes=round(minutes, 1),
            most=MOST_MINUTES,
        )
        yield Fault(TASKS, "basic", cause)
    yield from _incident_faults(library)
    yield from _run_faults(library)
    for place in library.search_places:
        yield from _search_faults(place)
    for tool in library.tools:
        yield from _tool_faults(tool)


def clause_faults(library: Library, file: str, place: str, names: tuple[str, ...]) -> Iterator[Fault]:
    """Clauses that are named and do not exist."""
    for name in names:
        if name not in library.clause:
            yield Fault(file, place, no_clause(name))


def most_minutes(library: Library) -> float:
    """The most minutes a week that some answers of a firm of under ten people make it begin with."""
    tasks = [task for task in library.tasks if task.basic and TIMES.get(task.every) and not _never(library, task)]
    beside = {
        (one.id, other.id)
        for index, one in enumerate(tasks)
        for other in tasks[:index]
        if possible(library, [_SMALL, one.when, other.when])
    }
    return _heaviest(tasks, beside) / TIMES["week"]


def _heaviest(tasks: list[Task], beside: set[tuple[str, str]]) -> int:
    """The most minutes a year of tasks that can all apply together; the later task of a pair comes first."""
    if not tasks:
        return 0
    *others, last = tasks
    together = [task for task in others if (last.id, task.id) in beside]
    with_it = last.minutes * TIMES[last.every] + _heaviest(together, beside)
    return with_it if len(together) == len(others) else max(with_it, _heaviest(others, beside))


def _never(library: Library, task: Task) -> bool:
    return not possible(library, [_SMALL, task.when])


def _task_faults(library: Library, task: Task) -> Iterator[Fault]:
    if task.every not in EVERY:
        yield Fault(TASKS, f"{task.id} every", not_one_of(task.every, EVERY))
    if task.place and task.place not in PLACES:
        yield Fault(TASKS, f"{task.id} place", not_one_of(task.place, PLACES))
    person = library.question.get(task.who)
    if person is None:
        yield Fault(TASKS, f"{task.id} who", no_question(task.who))
    elif person.kind is not Kind.PERSON:
        yield Fault(TASKS, f"{task.id} who", message("this must be a question that asks for one person"))
    elif person.when and possible(library, [task.when, f"not ({person.when})"]):
        cause = message("“{name}” may not be asked when this task applies", name=task.who)
        yield Fault(TASKS, f"{task.id} who", cause)
    for key, said in (("steps", task.steps), ("why", task.why), ("keep", task.keep)):
        if not said:
            yield Fault(TASKS, f"{task.id} {key}", message("this is missing"))
    last_month = _MONTHS.get(task.every, 1)
    for key, value, low, high in (
        ("weekday", task.weekday, 0, _WORKING_DAYS - 1 if task.every == "week" else 0),
        ("day", task.day, 1, 1 if task.every in ("day", "week", "event") else _LAST_DAY),
        ("month", task.month, 1, last_month),
        ("minutes", task.minutes, 1, 240),
    ):
        if not low <= value <= high:
            yield Fault(TASKS, f"{task.id} {key}", _between(low, high))
    yield from clause_faults(library, TASKS, f"{task.id} serves", task.serves)


def _incident_faults(library: Library) -> Iterator[Fault]:
    for kind in library.incident_kinds:
        for key, steps in (("first", kind.first), ("keep", kind.keep)):
            if not steps:
                yield Fault(INCIDENTS, f"{kind.id} {key}", message("this is missing"))
            for step in steps:
                if step.id in _TAKEN:
                    yield Fault(INCIDENTS, f"{kind.id} {step.id}", message("this id is used by the program itself"))
                if ":" in step.id:
                    yield Fault(INCIDENTS, f"{kind.id} {step.id}", message("an id of a step has no colon"))


def _run_faults(library: Library) -> Iterator[Fault]:
    known = {run.id for run in library.runs}
    for run in library.runs:
        if run.id not in RUNS:
            yield Fault(RUN_FILE, run.id, not_one_of(run.id, RUNS))
        if any("{account}" not in words for words in run.access.values()):
            yield Fault(RUN_FILE, f"{run.id} access", message("{hole} is missing", hole="{account}"))
        for step in run.steps:
            if ":" in step.id:
                yield Fault(RUN_FILE, f"{run.id} {step.id}", message("an id of a step has no colon"))
    if known:
        for missing in (name for name in RUNS if name not in known):
            yield Fault(RUN_FILE, missing, message("this is missing"))


def _search_faults(place: SearchPlace) -> Iterator[Fault]:
    try:
        holes = [name for _, name, _, _ in Formatter().parse(place.line) if name is not None]
    except ValueError:
        holes = []
    if len(holes) != 1 or holes[0] not in ("word", "tag", "all"):
        known = "{word}, {tag}, {all}"
        yield Fault(SEARCH, f"{place.id} line", message("the line must hold one of {known}", known=known))
    elif bool(place.joined) != (holes == ["all"]):
        yield Fault(SEARCH, f"{place.id} joined", message("this goes together with {hole}", hole="{all}"))


def _between(low: int, high: int) -> Message:
    return message("this must be a number from {low} to {high}", low=low, high=high)


def _tool_faults(tool: Tool) -> Iterator[Fault]:
    if tool.price not in _PRICES:
        yield Fault(TOOLS, f"{tool.id} price", not_one_of(tool.price, _PRICES))
    if not _MONTH.fullmatch(tool.as_at):
        yield Fault(TOOLS, f"{tool.id} as_at", message("a month is written as “2026-11”"))
    if not tool.name.strip():
        yield Fault(TOOLS, f"{tool.id} name", message("this is missing"))
