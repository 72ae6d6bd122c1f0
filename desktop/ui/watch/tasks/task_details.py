"""What a task is: its short steps, why it matters, what to keep, and what became of it the last times."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.reference import PLACES
from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.history_list import HistoryList
from desktop.ui.watch.tasks.task_words import rhythm_words
from desktop.ui.watch.tasks.tick_button import tick_size


class TaskDetails(Retranslated, QWidget):
    """Opens below the row of a task."""

    mistake_found = Signal(object)
    tab_wanted = Signal(str)
    """The owner goes to where the task is done."""

    def __init__(self, session: Session, task: PlannedTask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self.steps_label, self.why_label, self.keep_label = plain_label(), plain_label("muted"), plain_label("muted")
        self.rhythm_label = plain_label("muted")
        self.place_button = link_button("next")
        self.place_button.clicked.connect(lambda: self.tab_wanted.emit(self._task.place))
        self.history = HistoryList(session, task.id)
        self.history.mistake_found.connect(self.mistake_found)
        column = QVBoxLayout(self)
        column.setContentsMargins(tick_size() + theme.SMALL, 0, theme.SMALL, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.steps_label)
        column.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.why_label, self.keep_label, self.rhythm_label, self.history):
            column.addWidget(widget)
        self.retranslate()

    def show_task(self, task: PlannedTask) -> None:
        """Show the task as it is now, and what is kept of it."""
        self._task = task
        self.retranslate()
        self.history.show_history()

    def retranslate(self) -> None:
        """Set the words."""
        task = self._task
        steps = [words(step) for step in task.steps]
        self.steps_label.setText("\n".join(f"{place}. {step}" for place, step in enumerate(steps, 1)))
        self.steps_label.setVisible(bool(steps))
        self.place_button.setText(_place_words(task.place))
        self.place_button.setVisible(task.place in PLACES)
        why, keep = words(task.why), words(task.keep)
        self.why_label.setText(_("Why: {why}", why=why))
        self.why_label.setVisible(bool(why))
        self.keep_label.setText(_("Keep: {what}", what=keep))
        self.keep_label.setVisible(bool(keep))
        self.rhythm_label.setText(rhythm_words(task))


def _place_words(place: str) -> str:
    """The way to where a task is done."""
    match place:
        case "log":
            return _("Open the log")
        case "incidents":
            return _("Open the incidents")
        case "words":
            return _("Open the watch words")
        case "accounts":
            return _("Open the accounts")
        case _:
            return _("Open the overview")
