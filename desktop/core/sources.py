"""What parts are made from beside their text: the registers, the chart, the situations, the quiz, the tasks."""

from collections.abc import Callable
from dataclasses import replace

from desktop.core.chart import lay_out
from desktop.core.document import Block, Box, Entry, ListBlock, Paragraph, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.reference import EVERY, Task
from desktop.core.schedule import tasks_of
from desktop.core.teaching import quiz_items, scenarios
from desktop.core.template import Hole
from desktop.core.text import side

ROLES = (
    "policy_owner",
    "deputy",
    "posters",
    "approver",
    "spokesperson",
    "complaint_handler",
    "monitoring_person",
    "incident_contact",
    "contact_person",
)
"""The questions that name who does what, in the order of the table."""

_FEW = 5
"""Rows of the register of accounts, headings included, that leave room for one more."""

_SEATS = 16
"""Rows of an attendance sheet at least."""

_CHART = (164.0, 212.0)
"""Room for the response chart on a page, in millimetres."""

_BLANK: Runs = (Run("", fill="text"),)
_DAY: Runs = (Run("", fill="date"),)
_TICK: Runs = (Run("", fill="tick"),)
_SIGNED: Runs = (Run("", fill="signature"),)


def _accounts(handout: Handout) -> tuple[Entry, ...]:
    """The register of accounts: what the answers say, and cells for what is written by hand."""
    heads = ("place", "keeper", "others", "two_step", "recovery", "agency", "checked")
    rows = [_heads(handout, "account", heads)]
    platforms = handout.settled.library.question.get("platforms")
    for account in handout.facts.answers.accounts.values():
        choice = platforms.choice(account.platform) if platforms else None
        platform = side(choice.label, handout.language) if choice else account.platform
        keeper = handout.facts.answers.people.get(account.owner)
        name: Runs = (Run(keeper.name),) if keeper else _BLANK
        rows.append(((Run(f"{platform}: "), Run(account.handle, bold=True)), name, _BLANK, _TICK, _BLANK, _BLANK, _DAY))
    rows += [(_BLANK, _BLANK, _BLANK, _TICK, _BLANK, _BLANK, _DAY)] * (3 if len(rows) <= _FEW else 2)
    return (_made("accounts", Table(tuple(rows), shares=(13, 8, 9, 5, 10, 8, 6))),)


def _people(handout: Handout) -> tuple[Entry, ...]:
    """Who does what. A task nobody was named for is left out."""
    rows = [
        ((Run(handout.word(f"who_{role}")),), handout.wording.runs(Hole(role)))
        for role in ROLES
        if handout.facts.values.get(role)
    ]
    return (_made("people", Table(tuple(rows), header=False)),) if rows else ()


def _staff(handout: Handout) -> tuple[Entry, ...]:
    """The attendance sheet: the people of the register, and rows for the others."""
    people = list(handout.facts.answers.people.values())
    rows = [_heads(handout, "staff", ("number", "name", "role", "language", "signature"))]
    for number in range(1, max(_SEATS, len(people) + 4) + 1):
        known = people[number - 1] if number <= len(people) else None
        role = (handout.wording.text(known.role),) if known and any(known.role.values()) else _BLANK
        name: Runs = (Run(known.name),) if known else _BLANK
        rows.append(((Run(str(number)),), name, role, _BLANK, _SIGNED))
    return (_made("staff", Table(tuple(rows), shares=(2, 9, 7, 5, 13))),)


def _scenarios(handout: Handout) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for number, each in enumerate(scenarios(handout.settled, handout.facts), start=1):
        cited = Run(f" ({handout.clause_number(each.clauses[0])})")
        ask = tuple(_bold(run) for run in handout.line(each.ask))
        blocks = (*handout.blocks(each.story), Paragraph((*ask, cited)))
        entries.append(Entry(f"scenario-{each.id}", blocks, (Run(f"{number}. "), *handout.line(each.title))))
    return tuple(entries)


def _scenario_notes(handout: Handout) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for number, each in enumerate(scenarios(handout.settled, handout.facts), start=1):
        blocks: list[Block] = [*handout.blocks(each.answer)]
        if each.bring_out:
            blocks.append(_labelled(handout, "notes_bring_out", handout.line(each.bring_out)))
        blocks.append(_labelled(handout, "notes_rests_on", (Run(f"{handout.clause_number(*each.clauses)}."),)))
        entries.append(Entry(f"notes-{each.id}", tuple(blocks), (Run(f"{number}. "), *handout.line(each.title))))
    return tuple(entries)


def _quiz(handout: Handout) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    for number, item in enumerate(quiz_items(handout.settled), start=1):
        question = (Run(f"{number}. ", bold=True), *(_bold(run) for run in handout.line(item.quiz.question)))
        cited = Run(f" ({handout.clause_number(item.clause.clause.id)})")
        options = ListBlock(tuple(handout.line(option) for option in item.options), ordered=True)
        entries.append(Entry(f"quiz-{item.clause.clause.id}", (Paragraph((*question, cited)), options)))
    return tuple(entries)


def _quiz_key(handout: Handout) -> tuple[Entry, ...]:
    rows = [_heads(handout, "key", ("number", "answer", "because", "clause"))]
    for number, item in enumerate(quiz_items(handout.settled), start=1):
        letter = Run(f"({chr(ord('a') + item.right)}) ", bold=True)
        rows.append(
            (
                (Run(str(number)),),
                (letter, *handout.line(item.quiz.right)),
                handout.line(item.quiz.because),
                (Run(item.clause.number),),
            )
        )
    return (_made("quiz-key", Table(tuple(rows), shares=(1, 6, 8, 2))),)


def _chart(handout: Handout) -> tuple[Entry, ...]:
    width, height = _CHART
    drawing = lay_out(handout.settled.library, handout.fill, width=width, height=height, columns=2)
    return (_made("chart", drawing),)


def _patterns(handout: Handout) -> tuple[Entry, ...]:
    """Words to begin a reply with, a panel each, in the order of the chart."""
    entries: list[Entry] = []
    for node in handout.settled.library.chart:
        for pattern in handout.settled.library.patterns:
            if pattern.node == node.id and handout.facts.holds(pattern.when):
                said = tuple(block for block in handout.blocks(pattern.body) if isinstance(block, Paragraph))
                entries.append(Entry(f"pattern-{pattern.id}", (Box("plain", handout.line(pattern.title), said),)))
    return tuple(entries)


def _tasks(handout: Handout) -> tuple[Entry, ...]:
    """The tasks of monitoring, a table for each rhythm."""
    entries: list[Entry] = []
    for every in EVERY:
        if tasks := tasks_of(handout.settled.library, handout.facts, every):
            head = _heads(handout, "task", ("done", "what", "who", "minutes", "keep"))
            rows = tuple(_task(handout, task) for task in tasks)
            table = Table((head, *rows), shares=(3, 25, 11, 4, 9))
            entries.append(Entry(f"tasks-{every}", (table,), (Run(handout.word(f"every_{every}")),)))
    return tuple(entries)


def _task(handout: Handout, task: Task) -> tuple[Runs, ...]:
    title = tuple(_bold(run) for run in handout.line(task.title))
    what = (*title, Run("."), *(run for step in task.steps for run in (Run(" "), *handout.line(step))))
    keep = handout.line(task.keep) if task.keep else ()
    return _TICK, what, handout.wording.runs(Hole(task.who, "name")), (Run(str(task.minutes)),), keep


def _heads(handout: Handout, kind: str, names: tuple[str, ...]) -> tuple[Runs, ...]:
    return tuple((Run(handout.word(f"{kind}_{name}")),) for name in names)


def _labelled(handout: Handout, key: str, runs: Runs) -> Paragraph:
    return Paragraph((Run(f"{handout.word(key)}: ", bold=True), *runs))


def _bold(run: Run) -> Run:
    return replace(run, bold=True)


def _made(name: str, *blocks: Block) -> Entry:
    return Entry(f"made-{name}", blocks)


SOURCES: dict[str, Callable[[Handout], tuple[Entry, ...]]] = {
    "accounts": _accounts,
    "people": _people,
    "staff": _staff,
    "scenarios": _scenarios,
    "scenario-notes": _scenario_notes,
    "quiz": _quiz,
    "quiz-key": _quiz_key,
    "chart": _chart,
    "patterns": _patterns,
    "tasks": _tasks,
}
"""By the name that a part gives in `made_from`."""
