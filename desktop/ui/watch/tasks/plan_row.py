"""One task of the plan: done here or not, and the way to its day and person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import minute_words, rhythm_words, who_words


class PlanRow(Retranslated, QWidget):
    """The tick decides at once; the rest is asked in a dialog."""

    switched = Signal(object, bool)
    """A `PlannedTask`, and whether it is done here from now on."""
    change_wanted = Signal(object)
    """A `PlannedTask` that is to get another day or person."""

    def __init__(self, session: Session, task: PlannedTask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.task = task
        self.tick = Tick(compact=True)
        self.line_label = plain_label("small")
        self.line_label.setContentsMargins(theme.GIANT, 0, 0, 0)
        self.change_button = link_button()
        self.tick.clicked.connect(lambda on: self.switched.emit(self.task, on))
        self.change_button.clicked.connect(lambda: self.change_wanted.emit(self.task))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.tick)
        told.addWidget(self.line_label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.TINY)
        row.addLayout(told, 1)
        row.addWidget(self.change_button)
        self.show_task(task)

    def show_task(self, task: PlannedTask) -> None:
        """Show the task as it is planned now."""
        self.task = task
        self.tick.setChecked(task.is_on)
        self.tick.setEnabled(not self._session.read_only)
        self.change_button.setEnabled(not self._session.read_only)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        task, title = self.task, words(self.task.title)
        self.tick.setText(title)
        parts = (self._standing(), rhythm_words(task), who_words(task), minute_words(task.minutes))
        self.line_label.setText(" · ".join(filter(None, parts)))
        self.tick.setAccessibleDescription(self.line_label.text())
        self.change_button.setText(_("Change…"))
        self.change_button.setAccessibleName(_("Change: {task}", task=title))

    def _standing(self) -> str:
        task = self.task
        if task.is_own:
            return _("Added by you")
        choice = self._session.watch.choices.tasks.get(task.id)
        is_chosen = choice is not None and choice.on is not None
        return "" if task.is_on or is_chosen else _("Not in the plan to begin with")
