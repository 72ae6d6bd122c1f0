"""Findings about laws: evidence that is older than a year."""

from collections.abc import Iterator
from datetime import date

from desktop.core.assemble import Settled
from desktop.core.findings import REVIEW, Finding, Where
from desktop.core.reference import Law
from desktop.i18n import message, spoken

_OLD = 12
"""Months after which evidence is old."""


def law_findings(settled: Settled, today: date | None) -> Iterator[Finding]:
    """One finding a law whose evidence is old on that day; without a day none is."""
    if today is None:
        return
    for law in laws_behind(settled):
        if _age(law, today) > _OLD:
            what = message("the evidence for “{law}” is older than a year", law=spoken(law.title))
            why = message("Laws change. Have it looked up before you issue the policy.")
            yield REVIEW(Where.LAW, law.id, what, why)


def laws_behind(settled: Settled) -> tuple[Law, ...]:
    """The laws that the clauses of the policy rest on and that apply where the firm is, in the order of the library."""
    named = {
        reference.partition(":")[0]
        for section in settled.selection
        for each in section.clauses
        for reference in each.clause.laws
    }
    return tuple(law for law in settled.library.laws if law.id in named and settled.facts.holds(law.when))


def _age(law: Law, today: date) -> int:
    """Months since the evidence."""
    year, _, month = law.evidence.partition("-")
    return (today.year - int(year)) * 12 + today.month - int(month)
