"""Findings about tasks: what the policy promises of watching, and the owner switched off."""

from collections.abc import Iterator

from desktop.core.assemble import Settled
from desktop.core.findings import REVIEW, Finding, Where
from desktop.core.watch.plan import plan_of
from desktop.i18n import message, spoken

_STEP = "monitoring"


def task_findings(settled: Settled) -> Iterator[Finding]:
    """A finding for each clause of monitoring whose tasks are all off, where that is the owner's doing.

    A small firm begins without some tasks; that is the program's advice and no contradiction.
    """
    choices = settled.facts.answers.watch.tasks
    if all(choice.on is not False for choice in choices.values()):
        return
    plan = plan_of(settled, with_off=True)
    for section in settled.selection:
        for clause in (chosen.clause for chosen in section.clauses if section.step.id == _STEP):
            serving = [task for task in plan if clause.id in task.serves]
            switched_off = [task for task in serving if task.id in choices and choices[task.id].on is False]
            if switched_off and not any(task.is_on for task in serving):
                what = message("no task carries this out: “{task}” is switched off", task=spoken(switched_off[0].title))
                why = message(
                    "Switch the task on again under “Watch”, or leave the clause out. Staff see what is not kept."
                )
                yield REVIEW(Where.CLAUSE, clause.id, what, why)
