"""The policy check-up: what still stands between these answers and a policy to issue."""

from collections.abc import Iterable
from datetime import date

from desktop.core.answers import Answers
from desktop.core.assemble import Settled, settle
from desktop.core.check_answers import answer_findings
from desktop.core.check_clauses import clause_findings
from desktop.core.check_laws import law_findings
from desktop.core.check_tasks import task_findings
from desktop.core.findings import Finding, Severity
from desktop.core.gaps import gaps
from desktop.core.library import Library


def check_up(library: Library, answers: Answers, today: date | None = None) -> tuple[Finding, ...]:
    """Everything to see to, the weighty first, each kind in reading order. `today` tells old evidence from new."""
    return findings_of(settle(library, answers), today)


def findings_of(settled: Settled, today: date | None = None) -> tuple[Finding, ...]:
    """The same for answers that are settled already."""
    left = tuple(gaps(settled))
    found = (
        *answer_findings(settled, left),
        *clause_findings(settled, left),
        *task_findings(settled),
        *law_findings(settled, today),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.severity is not Severity.OPEN))


def is_ready(findings: Iterable[Finding]) -> bool:
    """Whether nothing weighty is left, so that the policy can be issued."""
    return all(finding.severity is not Severity.OPEN for finding in findings)
