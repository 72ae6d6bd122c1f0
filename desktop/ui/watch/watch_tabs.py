"""The tabs of the page of watching: what each is called, what is counted there, and how it is made."""

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui.session import Session
from desktop.ui.watch.watch_desk import WatchDesk

TASKS, LOG, INCIDENTS, WORDS, ACCOUNTS, OVERVIEW = "tasks", "log", "incidents", "words", "accounts", "overview"
TABS = (TASKS, LOG, INCIDENTS, WORDS, ACCOUNTS, OVERVIEW)
"""In the order they stand."""

HELP = {LOG: "log", INCIDENTS: "incidents", WORDS: "watch-words", ACCOUNTS: "accounts"}
"""Tabs with a topic of the guide of their own."""


def tab_title(tab: str) -> str:
    """What a tab is called."""
    match tab:
        case "tasks":
            return _("Tasks")
        case "log":
            return _("Log")
        case "incidents":
            return _("Incidents")
        case "words":
            return _("Watch words")
        case "accounts":
            return _("Accounts")
        case _:
            return _("Overview")


def open_count(session: Session, tab: str) -> int:
    """How much is open there: overdue tasks, entries without an end, incidents that go on."""
    try:
        return _open_count(session.watch, tab)
    except StoreError:  # the file is out of reach for now: that is said when something is to be kept
        return 0


def _open_count(watch: WatchDesk, tab: str) -> int:
    match tab:
        case "tasks":
            return len(watch.overdue)
        case "log":
            return watch.evidence.entry_count(state="open")
        case "incidents":
            return len(watch.open_incidents)
        case _:
            return 0


def counted(tab: str, count: int) -> str:
    """What is counted there, in words; "" where nothing is open."""
    if not count:
        return ""
    match tab:
        case "tasks":
            return _("{count} overdue", count=count)
        case _:
            return _("{count} open", count=count)


def make_view(session: Session, tab: str) -> QWidget:
    """The view of a tab. Each is imported where it is made: nobody waits for one that is not shown."""
    match tab:
        case "tasks":
            from desktop.ui.watch.tasks.task_view import TaskView

            return TaskView(session)
        case "log":
            from desktop.ui.watch.log.log_view import LogView

            return LogView(session)
        case "incidents":
            from desktop.ui.watch.incidents.incident_view import IncidentView

            return IncidentView(session)
        case "words":
            from desktop.ui.watch.words.word_view import WordView

            return WordView(session)
        case "accounts":
            from desktop.ui.watch.accounts.account_view import AccountView

            return AccountView(session)
        case _:
            from desktop.ui.watch.overview.overview_view import OverviewView

            return OverviewView(session)
