"""What is said about open points before documents are made."""

from collections.abc import Collection

from desktop.core.findings import Severity
from desktop.i18n import _
from desktop.ui.check.finding_words import whole_words
from desktop.ui.session import Session

_NAMED = 3
"""Open things that are named before the rest is only counted: enough to see what is meant."""

_WITH_POLICY = "policy"
"""The drawer of the policy and what goes with it."""


def open_points(session: Session) -> str:
    """What keeps the policy from being ready, the first few by name; "" where nothing does."""
    found = [finding for finding in session.findings if finding.severity is Severity.OPEN]
    if not found:
        return ""
    told = [f"• {whole_words(session, finding)}" for finding in found]
    lines = (
        _("Things that keep this policy from being ready: {count}", count=len(found)),
        *(told[:_NAMED] if len(told) <= _NAMED else (*told[:_NAMED], "• …")),
        _("You can make the documents all the same; what is missing stands in them in [square brackets]."),
    )
    return "\n".join(lines)


def matter_for(session: Session, documents: Collection[str]) -> bool:
    """Whether the policy or what goes with it is among these documents; a paper of its own has its own gaps."""
    return any(kind.group == _WITH_POLICY for kind in session.library.documents if kind.id in documents)
