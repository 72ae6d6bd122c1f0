"""The pages of an open policy beside the ten steps: what they are called and what is counted there."""

from desktop.core.forms import applying
from desktop.i18n import _
from desktop.ui.session import Session

HOME, FIRST = "home", "first"
"""Above the steps: what to do next, and the essential questions of every step."""

CLAUSES, CHECK_UP, DOCUMENTS, WATCH = "clauses", "check-up", "documents", "watch"

WHOLE = (CLAUSES, CHECK_UP, DOCUMENTS, WATCH)
"""Below the steps, in the order of the list: the pages about the whole policy."""

LATER = (CHECK_UP, DOCUMENTS, WATCH)
"""What is counted there takes longer than a key press should."""

ICONS = {HOME: "home", CLAUSES: "list", CHECK_UP: "success", DOCUMENTS: "document", WATCH: "eye"}


def title(page: str) -> str:
    """What a page is called."""
    match page:
        case "home":
            return _("Home")
        case "clauses":
            return _("Clauses")
        case "check-up":
            return _("Check-up")
        case "watch":
            return _("Watch")
        case _:
            return _("Documents")


def count(session: Session, page: str) -> int:
    """How many clauses are in, things are to be settled, documents apply, or tasks and incidents wait."""
    match page:
        case "home":
            return 0
        case "clauses":
            return sum(len(section.clauses) for section in session.settled.selection)
        case "check-up":
            return session.open_count
        case "watch":
            return sum(_waiting(session))
        case _:
            return len(applying(session.settled))


def counted(session: Session, page: str, number: int) -> str:
    """What is counted, in words; "" where there is nothing to say."""
    match page:
        case "home":
            return ""
        case "clauses":
            return _("{count} in the policy", count=number)
        case "check-up":
            return _("{count} to settle", count=number) if number else ""
        case "watch":
            return _waiting_words(*_waiting(session)) if number else ""
        case _:
            return _("{count} papers", count=number) if number else ""


def _waiting(session: Session) -> tuple[int, int]:
    """How many tasks are overdue, and how many incidents are open."""
    watch = session.watch
    return len(watch.overdue), len(watch.open_incidents)


def _waiting_words(overdue: int, incidents: int) -> str:
    """The same in words."""
    opened = _("1 incident open") if incidents == 1 else _("{count} incidents open", count=incidents)
    parts = (_("{count} overdue", count=overdue) if overdue else "", opened if incidents else "")
    return ", ".join(filter(None, parts))
