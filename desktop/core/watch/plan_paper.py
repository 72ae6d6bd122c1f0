"""The plan on paper: the monitoring schedule with its tables, and the checklist that hangs on the wall."""

from dataclasses import replace
from math import ceil

from desktop.core.document import Block, Box, Entry, ListBlock, Paragraph, Run, Runs, Table, plain
from desktop.core.handout import Handout
from desktop.core.reference import EVERY, ChartNode
from desktop.core.text import Text
from desktop.core.watch import papers
from desktop.core.watch.plan import PlannedTask, plan_of
from desktop.core.watch.rhythm_words import days_of, weekday_words, when_words
from desktop.core.watch.watch_words import WordKind, watch_words
from desktop.core.watch.working_days import WEEK

_WEEKS = 5
"""Weeks that a month can touch."""

_ONE_PAGE = 12
"""Tasks that fit on one page."""

_TABLES = 3
"""People with a table each."""

_FEW = 2
"""People with a line each for what waits for an event; more stand in one after another, to save room."""

_MOST_WORDS = 24
"""Words of a kind that are printed; all of them stand in the program."""

_OUTSIDE = "outside_malaysia"

_TICK: Runs = (Run("", fill="tick"),)


_COLUMNS = ("task_done", "task_what", "task_when", "task_who", "task_minutes", "task_keep")


def schedule(handout: Handout) -> tuple[Entry, ...]:
    """The tasks that are done, a table for each rhythm."""
    plan = plan_of(handout.settled)
    entries: list[Entry] = []
    for every in EVERY:
        if tasks := [task for task in plan if task.rhythm.every == every]:
            rows = [papers.heads(handout, *_COLUMNS)]
            rows += [_task(handout, task) for task in tasks]
            shares = (3, 21, 8, 10, 4, 8)
            if every == "event":  # the heading says when
                rows = [(*row[:2], *row[3:]) for row in rows]
                shares = (3, 26, 11, 4, 9)
            table = Table(tuple(rows), shares=shares)
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


def words(handout: Handout) -> tuple[Entry, ...]:
    """What is searched for. Names of people stand in it only where they agreed."""
    found = watch_words(handout.settled, handout.facts.answers.watch.words)
    rows: list[tuple[str, Runs]] = []
    for key, kinds in _WORD_KINDS:
        if listed := [word.text for word in found if word.kind in kinds]:
            rows.append((key, papers.words_of(", ".join(listed[:_MOST_WORDS]))))
    if not rows:
        return ()
    table = papers.labelled(handout, rows)
    if any(word.kind is WordKind.PERSON for word in found):
        return papers.made("watch-words", table)
    return papers.made("watch-words", table, papers.said(handout, "words_no_staff"))


_WORD_KINDS = (
    ("words_names", (WordKind.FIRM, WordKind.ACCOUNT, WordKind.OWN)),
    ("words_misspellings", (WordKind.MISSPELLING,)),
    ("words_hashtags", (WordKind.HASHTAG,)),
    ("words_people", (WordKind.PERSON,)),
)


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
    """Boxes for five weeks, and one for what comes more rarely. Without dates, so that it can be copied every month."""
    often, rare, events = _by_rhythm(handout)
    blocks: list[Block] = []
    blocks += [_weeks(handout, tasks) for tasks in _sheets(handout, often)]
    blocks += [_rare(handout, tasks) for tasks in _sheets(handout, rare)]
    if events:
        blocks.append(_events(handout, events))
    if not blocks:
        blocks.append(papers.said(handout, "wall_nothing"))
    return tuple(Entry(f"wall-{index}", (block,)) for index, block in enumerate(blocks))


def wall_pages(handout: Handout) -> int:
    """The pages the checklist for the wall promises: one, unless there are many tasks."""
    often, rare, _events = _by_rhythm(handout)
    return 1 if len(often) + ceil(len(rare) / 2) <= _ONE_PAGE else handout.kind.pages


def _by_rhythm(handout: Handout) -> tuple[list[PlannedTask], ...]:
    """The tasks that come every day or week, those that come more rarely, and those that wait for an event."""
    plan = plan_of(handout.settled)
    groups = (("day", "week"), ("month", "quarter", "half_year", "year"), ("event",))
    return tuple([task for task in plan if task.rhythm.every in group] for group in groups)


def _sheets(handout: Handout, tasks: list[PlannedTask]) -> list[list[PlannedTask]]:
    """The tasks of each table: all in one where they are to fit on a page, or are shared by many; else by person."""
    by_person = [own for _name, own in _by_person(tasks)]
    together = wall_pages(handout) == 1 or len(by_person) > _TABLES
    return [tasks] if tasks and together else by_person


def _weeks(handout: Handout, tasks: list[PlannedTask]) -> Table:
    """What is done every day or week, with boxes for five weeks."""
    weeks = tuple((Run(handout.word("wall_week").format(number=number)),) for number in range(1, _WEEKS + 1))
    rows: list[tuple[Runs, ...]] = [(*_heads(handout, tasks), *weeks)]
    for task in tasks:
        boxes = _boxes(handout, task) if task.rhythm.every == "day" else _TICK
        rows.append((*_named(handout, task, tasks), *[boxes] * _WEEKS))
    return Table(tuple(rows), shares=(44, 24, *[15] * _WEEKS))


def _boxes(handout: Handout, task: PlannedTask) -> Runs:
    """A box for each working day, and a little apart one for each rest day where the task comes on it too."""
    days = days_of(handout)
    groups = [_TICK * len(days.week), _TICK * len(days.rest) if task.on_rest_days else ()]
    return papers.joined(*filter(None, groups), between=" ")


def _rare(handout: Handout, tasks: list[PlannedTask]) -> Table:
    """What is done every month or more rarely, two tasks beside each other to save room."""
    cells = [(_TICK, *_named(handout, task, tasks)) for task in tasks]
    head = (*papers.heads(handout, "task_done"), *_heads(handout, tasks))
    if len(cells) == 1:
        return Table((head, *cells), shares=(3, 15, 40))
    cells += [((), (), ())] * (len(cells) % 2)
    rows = tuple((*cells[index], *cells[index + 1]) for index in range(0, len(cells), 2))
    return Table(((*head, *head), *rows), shares=(3, 13, 14, 3, 13, 14))


def _heads(handout: Handout, tasks: list[PlannedTask]) -> tuple[Runs, Runs]:
    """What is to be done, or who does it where it is one person; and when, by whom where it is several."""
    what, when, both = papers.heads(handout, "task_what", "task_when", "task_who_when")
    names = {_name_of(task) for task in tasks}
    if len(names) > 1:
        return what, both
    return papers.words_of(*names) or what, when


def _by_person(tasks: list[PlannedTask]) -> list[tuple[str, list[PlannedTask]]]:
    """The tasks of each person, in the order of their first ones."""
    found: dict[str, list[PlannedTask]] = {}
    for task in tasks:
        found.setdefault(_name_of(task), []).append(task)
    return list(found.items())


def _name_of(task: PlannedTask) -> str:
    return task.assignee.name if task.assignee else ""


def _events(handout: Handout, tasks: list[PlannedTask]) -> Box:
    """What waits for an event, by whom to tell: in few lines, to save room."""
    items: list[Runs] = []
    for name, own in _by_person(tasks):
        titles = papers.joined(*(_words(handout, task, task.title) for task in own))
        items.append((*(replace(run, bold=True) for run in papers.written(name)), Run(": "), *titles))
    told = ListBlock(tuple(items)) if len(items) <= _FEW else Paragraph(papers.joined(*items, between=" · "))
    return Box("plain", (Run(handout.word("wall_call")),), (told,))


def _named(handout: Handout, task: PlannedTask, among: list[PlannedTask]) -> tuple[Runs, Runs]:
    """What is to be done and when; before it by whom, where not one person does all of these tasks."""
    when = (Run(when_words(handout, task)),)
    if len({_name_of(each) for each in among}) > 1:
        when = papers.joined(papers.written(_name_of(task)), when, between=": ")
    return _words(handout, task, task.title), when


def _who(task: PlannedTask) -> Runs:
    return papers.words_of(task.assignee.name) if task.assignee else papers.BLANK


def _words(handout: Handout, task: PlannedTask, text: Text) -> Runs:
    """What the library says, with its answers; what the owner wrote, as it stands."""
    return (handout.wording.text(text),) if task.is_own else handout.line(text)
