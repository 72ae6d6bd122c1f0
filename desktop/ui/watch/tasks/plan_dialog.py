"""The plan: every task that fits the answers, done here or not, with its day and who does it."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.reference import EVERY
from desktop.core.watch.choices import TaskChoice
from desktop.core.watch.plan import PlannedTask, minutes_a_week
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.preview.reasons import title_words
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.tasks.choice_dialog import ChoiceDialog
from desktop.ui.watch.tasks.own_task_dialog import OwnTaskDialog
from desktop.ui.watch.tasks.plan_row import PlanRow
from desktop.ui.watch.tasks.task_words import every_words, week_words

_WIDTH = 720
_ENOUGH = 20
"""Minutes a week that a small firm should not go beyond to begin with."""
_SMALL = 10
"""A firm with fewer people is small."""


class PlanDialog(ScrolledDialog):
    """Every change is kept at once, and can be undone in the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session = session
        self.dialog: QDialog | None = None
        """What is asked about one task, while it is open."""
        self.intro_label, self.total_label, self.note_label = plain_label("muted"), plain_label("strong"), plain_label()
        self.banner = Banner()
        self.rows: dict[str, PlanRow] = {}
        """By task id."""
        self._headings: dict[str, QLabel] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add_button = QPushButton()
        self.add_button.setIcon(theme.icon("add"))
        self.add_button.setEnabled(not session.read_only)
        self.add_button.clicked.connect(lambda: self._open(OwnTaskDialog(session, parent=self)))
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = self._buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self.column.addWidget(self.intro_label)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        for widget in (self.banner, self.total_label, self.note_label, self._buttons):
            self.foot.addWidget(widget)
        session.watch.changed.connect(self._refresh)
        self.retranslate()
        self._show()
        self.close_button.setDefault(True)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("The plan"))
        self.intro_label.setText(
            _(
                "These tasks fit your answers. What is ticked is done here. "
                "Every change counts at once and can be undone."
            )
        )
        self.add_button.setText(_("&Add a task of your own…"))
        for every, label in self._headings.items():
            label.setText(every_words(every))
        self._say_total()

    def _refresh(self, kind: str) -> None:
        if kind == "tasks":
            self._show()

    def _show(self) -> None:
        """Show the plan as it is now; rows that stay are kept."""
        plan = self._session.watch.whole_plan
        wanted = {task.id for task in plan}
        for task_id in self.rows.keys() - wanted:
            row = self.rows.pop(task_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        place = 0
        for every in EVERY:
            tasks = [task for task in plan if task.rhythm.every == every]
            self._put(self._heading(every), place)
            self._headings[every].setVisible(bool(tasks))
            place += 1
            for task in tasks:
                self._put(self._row(task), place)
                place += 1
        self._say_total()

    def _put(self, widget: QWidget, place: int) -> None:
        if self._list.indexOf(widget) != place:
            self._list.removeWidget(widget)
            self._list.insertWidget(place, widget)

    def _heading(self, every: str) -> QLabel:
        if every not in self._headings:
            label = self._headings[every] = plain_label("heading")
            label.setContentsMargins(0, theme.MEDIUM, 0, theme.TINY)
            label.setText(every_words(every))
        return self._headings[every]

    def _row(self, task: PlannedTask) -> PlanRow:
        row = self.rows.get(task.id)
        if row is None:
            row = self.rows[task.id] = PlanRow(self._session, task)
            row.switched.connect(self._switch)
            row.change_wanted.connect(self._change)
        else:
            row.show_task(task)
        return row

    def _say_total(self) -> None:
        watch = self._session.watch
        minutes, count = minutes_a_week(watch.plan, watch.days), len(watch.plan)
        told = _("{count} tasks are done here: {minutes}.", count=count, minutes=week_words(minutes))
        if told != self.total_label.text():
            self.total_label.setText(told)
            self.total_label.setAccessibleName(told)
        staff = self._session.settled.all_facts.values.get("staff_count")
        is_small = not isinstance(staff, int) or staff < _SMALL
        self.note_label.setText(
            _(
                "For a small firm {count} minutes a week are enough to begin with. "
                "Little that is done beats much that is not.",
                count=_ENOUGH,
            )
        )
        self.note_label.setVisible(is_small and minutes > _ENOUGH)

    def _switch(self, task: PlannedTask, is_on: bool) -> None:
        watch = self._session.watch
        self.banner.clear()
        if own := watch.choices.own.get(task.id):
            is_kept = watch.save_own(replace(own, on=is_on))
        else:
            before = watch.choices.tasks.get(task.id, TaskChoice())
            is_kept = watch.choose(task.id, replace(before, on=is_on))
        if not is_kept:
            self._show()
        elif not is_on:
            self._say_needed(task)

    def _say_needed(self, task: PlannedTask) -> None:
        """A clause that speaks of the task is named, and nothing more."""
        title = next((title for title in self._clauses(task)), "")
        if title:
            told = message(
                "“{task}” is off. Your policy says that it is done: {clause}. See to it in another way, or change the "
                "clause too.",
                task=words(task.title),
                clause=title,
            )
            again = (message("Switch on again"), lambda: self._switch(task, True))
            self.banner.say(told, Severity.INFO, again)

    def _clauses(self, task: PlannedTask) -> list[str]:
        """The clauses of the policy that the task carries out: number and title."""
        session = self._session
        chosen = (each for section in session.settled.selection for each in section.clauses)
        return [
            f"{each.number} {title_words(session, each.wording.title)}"
            for each in chosen
            if each.clause.id in task.serves
        ]

    def _change(self, task: PlannedTask) -> None:
        own = self._session.watch.choices.own.get(task.id)
        self._open(OwnTaskDialog(self._session, own, self) if own else ChoiceDialog(self._session, task, self))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
