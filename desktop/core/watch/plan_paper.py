"""The plan on paper: the monitoring schedule with its tables, and the checklist that hangs on the wall."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.document import Block, Box, Entry, ListBlock, Paragraph, Run, Runs, Table, plain
from desktop.core.handout import Handout
from desktop.core.reference import EVERY, ChartNode
from desktop.core.text import Text
from desktop.core.watch import papers
from desktop.core.watch.plan import PlannedTask, plan_of
from desktop.core.watch.rhythm_words import days_of, weekday_words, when_words
from desktop.core.watch.working_days import WEEK

_WEEKS = 5
"""Weeks that a month can touch."""

_ONE_PAGE = 12
"""Tasks that fit on one page."""

_OUTSIDE = "outside_malaysia"

_TICK: Runs = (Run("", fill="tick"),)


def schedule(handout: Handout) -> tuple[Entry, ...]:
    """The tasks that are done, a table for each rhythm."""
    plan = plan_of(handout.settled)
    entries: list[Entry] = []
    for every in EVERY:
        if tasks := [task for task in plan if task.rhythm.every == every]:
            names = ("done", "what", "when", "who", "minutes", "keep")
            head = papers.heads(handout, *(f"task_{name}" for name in names))
            rows = tuple(_task(handout, task) for task in tasks)
            table = Table((head, *rows), shares=(3, 22, 8, 8, 4, 8))
            entries.append(Entry(f"tasks-{every}", (table,), (Run(handout.word(f"every_{every}")),)))
    return tuple(entries)


def _task(handout: Handout, task: PlannedTask) -> tuple[Runs, ...]:
    title = tuple(replace(run, bold=True) for run in _words(handout, task, task.title))
    steps = (run for step in task.steps for run in (Run(" "), *_words(handout, task, step)))
    stop = () if plain(title).endswith((".", "?", "!")) else (Run("."),)
    keep = _words(handout, task, task.keep) if any(task.keep.values()) else ()
    what = (*title, *stop, *steps)
    return _TICK, what, (Run(when_words(handout, task)),), _who(task), (Run(str(task.minutes)),), keep


def days_off(handout: Handout) -> tuple[Entry, ...]:
    """On which days nothing is due, and what becomes of tasks that fall on them."""
    calendar, days = handout.facts.answers.watch.calendar, days_of(handout)
    rest = [day for day in (*days.week, *range(WEEK)) if day in days.rest]
    rest = sorted(rest, key=lambda day: (day - (days.week[-1] if days.week else 0)) % WEEK)
    if rest:
        said = [handout.word("days_rest").format(days=weekday_words(handout, *rest))]
    else:
        said = [handout.word("days_no_rest")]
    if calendar.public_holidays and handout.facts.values.get("state") != _OUTSIDE:
        said.append(handout.word("days_public"))
    said.append(handout.word(f"days_{days.shift}"))
    if any(task.rhythm.every == "day" and task.on_rest_days for task in plan_of(handout.settled)):
        said.append(handout.word("days_every_day"))
    return papers.made("days-off", Paragraph((Run(" ".join(said)),)))


def gate(handout: Handout) -> tuple[Entry, ...]:
    """What comes before everything else: the safety gate of the response chart."""
    question, action = (_node(handout, kind) for kind in ("question", "action"))
    if question is None or action is None:
        return ()
    examples = (*handout.line(question.text), Run(" "), *handout.line(question.note))
    done = tuple(replace(run, bold=True) for run in handout.line(action.text))
    blocks = (Paragraph(examples), Paragraph((*done, Run(": "), *handout.line(action.note))))
    return papers.made("gate", Box("warning", (Run(handout.word("wall_danger")),), blocks))


def _node(handout: Handout, kind: str) -> ChartNode | None:
    """The first box of the gate that applies; the one for elsewhere comes after that for Malaysia."""
    nodes = (node for node in handout.settled.library.chart if node.tone == "danger" and node.kind == kind)
    return next((node for node in nodes if handout.facts.holds(node.when)), None)


def wall(handout: Handout) -> tuple[Entry, ...]:
    """Boxes for five weeks, and a line each for what comes more rarely. Without dates, so that it can be copied."""
    plan = plan_of(handout.settled)
    often = [task for task in plan if task.rhythm.every in ("day", "week")]
    rare = [task for task in plan if task.rhythm.every not in ("day", "week", "event")]
    events = [task for task in plan if task.rhythm.every == "event"]
    blocks: list[Block] = []
    if often:
        blocks += _weeks(handout, often)
    if rare:
        head = papers.heads(handout, "task_what", "task_when", "task_who", "wall_done_on", "wall_by")
        rows = tuple((*_named(handout, task), papers.DAY, papers.BLANK) for task in rare)
        blocks.append(Table((head, *rows), shares=(20, 14, 9, 6, 8)))
    if events:
        blocks.append(_events(handout, events))
    if not blocks:
        blocks.append(papers.said(handout, "wall_nothing"))
    return tuple(Entry(f"wall-{index}", (block,)) for index, block in enumerate(blocks))


def wall_pages(handout: Handout) -> int:
    """The pages the checklist for the wall promises: one, unless there are many tasks."""
    rows = sum(task.rhythm.every != "event" for task in plan_of(handout.settled))
    return 1 if rows <= _ONE_PAGE else handout.kind.pages


def _weeks(handout: Handout, tasks: list[PlannedTask]) -> Iterator[Block]:
    """What comes every day or week, with boxes for five weeks."""
    week = days_of(handout).week
    weeks = tuple((Run(handout.word("wall_week").format(number=number)),) for number in range(1, _WEEKS + 1))
    head = (*papers.heads(handout, "task_what", "task_when", "task_who"), *weeks)
    rows: list[tuple[Runs, ...]] = [head]
    for task in tasks:
        days = WEEK if task.on_rest_days else len(week)
        boxes = _boxes(days if task.rhythm.every == "day" else 1)
        rows.append((*_named(handout, task), *[boxes] * _WEEKS))
    wide = any(task.rhythm.every == "day" and task.on_rest_days for task in tasks) or len(week) == WEEK
    shares = (16, 7, 7, *[8] * _WEEKS) if wide else (18, 8, 8, *[6] * _WEEKS)
    yield Table(tuple(rows), shares=shares)


def _boxes(count: int) -> Runs:
    """Boxes to tick; where a cell is too narrow they go on in the next line."""
    return papers.joined(*[_TICK] * count, between=papers.ZERO_WIDTH_SPACE)


def _events(handout: Handout, tasks: list[PlannedTask]) -> Box:
    """What waits for an event, by whom to tell: in few lines, to save room."""
    titles: dict[str, list[Runs]] = {}
    for task in tasks:
        titles.setdefault(task.assignee.name if task.assignee else "", []).append(_words(handout, task, task.title))
    items = tuple(
        (*(replace(run, bold=True) for run in papers.written(name)), Run(": "), *papers.joined(*found))
        for name, found in titles.items()
    )
    return Box("plain", (Run(handout.word("wall_call")),), (ListBlock(items),))


def _named(handout: Handout, task: PlannedTask) -> tuple[Runs, Runs, Runs]:
    return _words(handout, task, task.title), (Run(when_words(handout, task)),), _who(task)


def _who(task: PlannedTask) -> Runs:
    return papers.words_of(task.assignee.name) if task.assignee else papers.BLANK


def _words(handout: Handout, task: PlannedTask, text: Text) -> Runs:
    """What the library says, with its answers; what the owner wrote, as it stands."""
    return (handout.wording.text(text),) if task.is_own else handout.line(text)
