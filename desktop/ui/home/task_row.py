"""The tasks that come on one day, in three lines."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import day_words
from desktop.ui.home.panel import plain_label
from desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Coming:
    """Tasks of one day."""

    day: date
    tasks: tuple[PlannedTask, ...]
    every: str = ""
    """Their rhythm, where it is one and the same: see `desktop.core.reference.EVERY`."""
    is_overdue: bool = False


class TaskRow(QWidget):
    """The day, the first task, and how much more there is and who does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_label, self._title_label, self._who_label = plain_label("small"), plain_label(), plain_label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY // 2)
        for label in (self._day_label, self._title_label, self._who_label):
            column.addWidget(label)

    @property
    def text(self) -> str:
        """All words of the row, a line each."""
        return "\n".join(label.text() for label in (self._day_label, self._title_label, self._who_label))

    def show_coming(self, session: Session, coming: Coming) -> None:
        """Show the tasks of one day, or those that are overdue."""
        day = day_words(coming.day, session.today)
        self._day_label.setText(_("Overdue") if coming.is_overdue else _rhythm(coming.every, day))
        self._title_label.setText(_titles(coming.tasks))
        minutes = sum(task.minutes for task in coming.tasks)
        self._who_label.setText(_time(minutes, _who(coming.tasks)))


def _rhythm(every: str, day: str) -> str:
    match every:
        case "day":
            return _("{day} · every day", day=day)
        case "week":
            return _("{day} · every week", day=day)
        case "month":
            return _("{day} · every month", day=day)
        case "quarter":
            return _("{day} · every three months", day=day)
        case "half_year":
            return _("{day} · every half year", day=day)
        case "year":
            return _("{day} · every year", day=day)
        case _:
            return day


def _titles(tasks: tuple[PlannedTask, ...]) -> str:
    first, more = words(tasks[0].title), len(tasks) - 1
    if more == 1:
        return _("{task}, and one more task", task=first)
    return _("{task}, and {count} more tasks", task=first, count=more) if more else first


def _time(minutes: int, people: str) -> str:
    """How long it takes whom; nobody is named with ""."""
    if minutes == 1:
        return _("{people}: about a minute", people=people) if people else _("About a minute")
    if people:
        return _("{people}: about {minutes} minutes", people=people, minutes=minutes)
    return _("About {minutes} minutes", minutes=minutes)


def _who(tasks: tuple[PlannedTask, ...]) -> str:
    """The people who do them; "" where nobody is named."""
    return ", ".join(dict.fromkeys(task.assignee.name for task in tasks if task.assignee))
