"""What parts are made from beside their text: registers, the chart, situations, the quiz, the plan, the evidence."""

from collections.abc import Callable
from dataclasses import replace

from desktop.core.chart import lay_out
from desktop.core.document import Block, Box, Entry, ListBlock, Paragraph, Run, Runs, Table
from desktop.core.handout import Handout
from desktop.core.teaching import quiz_items, scenarios
from desktop.core.template import Hole
from desktop.core.watch import account_paper, evidence_paper, incident_paper, plan_paper, run_paper

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

_SEATS = 16
"""Rows of an attendance sheet at least."""

_CHART = (164.0, 212.0)
"""Room for the response chart on a page, in millimetres."""

_BLANK: Runs = (Run("", fill="text"),)
_SIGNED: Runs = (Run("", fill="signature"),)


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


def _heads(handout: Handout, kind: str, names: tuple[str, ...]) -> tuple[Runs, ...]:
    return tuple((Run(handout.word(f"{kind}_{name}")),) for name in names)


def _labelled(handout: Handout, key: str, runs: Runs) -> Paragraph:
    return Paragraph((Run(f"{handout.word(key)}: ", bold=True), *runs))


def _bold(run: Run) -> Run:
    return replace(run, bold=True)


def _made(name: str, *blocks: Block) -> Entry:
    return Entry(f"made-{name}", blocks)


SOURCES: dict[str, Callable[[Handout], tuple[Entry, ...]]] = {
    "accounts": account_paper.accounts,
    "people": _people,
    "staff": _staff,
    "scenarios": _scenarios,
    "scenario-notes": _scenario_notes,
    "quiz": _quiz,
    "quiz-key": _quiz_key,
    "chart": _chart,
    "patterns": _patterns,
    "tasks": plan_paper.schedule,
    "days-off": plan_paper.days_off,
    "watch-words": plan_paper.words,
    "gate": plan_paper.gate,
    "wall": plan_paper.wall,
    "month-head": evidence_paper.month_head,
    "month-tasks": evidence_paper.month_tasks,
    "month-ticks": evidence_paper.month_ticks,
    "month-posts": evidence_paper.month_posts,
    "month-incidents": evidence_paper.month_incidents,
    "month-reviews": evidence_paper.month_reviews,
    "month-cleared": evidence_paper.month_cleared,
    "incident-head": incident_paper.incident_head,
    "incident-post": incident_paper.incident_post,
    "incident-first": incident_paper.incident_first,
    "incident-keep": incident_paper.incident_keep,
    "incident-clock": incident_paper.incident_clock,
    "incident-notes": incident_paper.incident_notes,
    "incident-end": incident_paper.incident_end,
    "run-head": run_paper.run_head,
    "run-access": run_paper.run_access,
    "run-steps": run_paper.run_steps,
    "run-notes": run_paper.run_notes,
    "run-open": run_paper.run_open,
}
"""By the name that a part gives in `made_from`."""
