"""What comes next: tasks of monitoring with their days, and the day the policy is read again."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.core.facts import Source
from desktop.core.watch.checklist import Status
from desktop.core.watch.plan import PlannedTask, begins, plan_of
from desktop.core.watch.recurrence import Series
from desktop.core.watch.review import STARTS, review_date
from desktop.core.watch.working_days import working_days
from desktop.i18n import _
from desktop.settings import Settings
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.days import date_words
from desktop.ui.home.panel import Panel, link_button, plain_label
from desktop.ui.home.task_row import Coming, TaskRow
from desktop.ui.session import Session

_MOST = 4
"""Rows at most."""


class TaskPanel(Panel):
    """What is overdue, then a row a day; before the owner began, one for each rhythm."""

    watch_wanted = Signal()
    """The owner wants to see the checklist."""
    settings_wanted = Signal()
    question_wanted = Signal(str)

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._saved = session, saved
        self._coming: tuple[Coming, ...] = ()
        self.rows = [TaskRow() for _row in range(_MOST)]
        self._line = QFrame()
        theme.look(self._line, "bar")
        self._line.setFixedHeight(1)
        self.review_label = plain_label()
        self.off_label, self.start_label = plain_label("muted"), plain_label("muted")
        self.done_label = plain_label("muted")
        self.review_button, self.watch_button = link_button(), link_button("task")
        self.settings_button = link_button()
        self.review_button.clicked.connect(lambda: self.question_wanted.emit(STARTS))
        self.watch_button.clicked.connect(self.watch_wanted)
        self.settings_button.clicked.connect(self.settings_wanted)
        self._lay_out()
        self.retranslate()

    def show_state(self) -> None:
        """Show what comes from today on."""
        super().show_state()
        session = self._session
        reminds = self._saved.reminders
        self._coming = _coming(session)[:_MOST] if reminds else ()
        self.off_label.setVisible(not reminds)
        self.settings_button.setVisible(not reminds)
        begun = session.watch.has_begun
        self.watch_button.setText(_("Open the checklist") if begun else _("Begin with the tasks…"))
        self.done_label.setVisible(reminds and begun and not self._coming)
        starts = session.settled.all_facts.values.get(STARTS)
        waits = reminds and not begun and isinstance(starts, date) and starts > session.today
        self.start_label.setVisible(waits)
        if waits:
            self.start_label.setText(_("Your policy applies from {day}. Tasks begin then.", day=date_words(starts)))
        for row, each in zip(self.rows, self._coming, strict=False):
            row.show_coming(session, each)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._coming))
        self._show_review()

    def retranslate(self) -> None:
        """Set the words."""
        self.name(_("Tasks"))
        self.off_label.setText(_("Reminders of tasks are switched off."))
        self.settings_button.setText(_("Settings…"))
        self.settings_button.setAccessibleName(_("Reminders of tasks are switched off. Settings…"))
        self.done_label.setText(_("No task is to be done."))
        if self.is_shown:
            self.show_state()

    def _show_review(self) -> None:
        session = self._session
        facts = session.facts
        starts = facts.by_question.get(STARTS)
        is_asked = starts is not None and starts.source is not Source.NOT_ASKED
        for widget in (self._line, self.review_label, self.review_button):
            widget.setVisible(is_asked)
        if day := review_date(facts):
            past = day < session.today
            self.review_label.setText(
                _("The review date of the policy was {day}.", day=date_words(day))
                if past
                else _("Read the whole policy again by {day}.", day=date_words(day))
            )
            self.review_button.setText(_("Change the starting day") if past else _("Change"))
            self.review_button.setAccessibleName(_("Change the day the policy begins to apply"))
        else:
            self.review_label.setText(_("Say from which day the policy applies, and its review date stands here."))
            self.review_button.setText(_("Give the day"))
            self.review_button.setAccessibleName(_("Give the day the policy begins to apply"))

    def _lay_out(self) -> None:
        for row in (self.start_label, *self.rows, self.done_label):
            self.column.addWidget(row)
        off = QHBoxLayout()
        off.setSpacing(theme.SMALL)
        off.addWidget(self.off_label, 1)
        off.addWidget(self.settings_button)
        self.column.addLayout(off)
        self.column.addWidget(self.watch_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._line)
        review = QHBoxLayout()
        review.setSpacing(theme.SMALL)
        review.addWidget(self.review_label, 1)
        review.addWidget(self.review_button)
        self.add_foot(review)


def _coming(session: Session) -> tuple[Coming, ...]:
    """What is to be done, the soonest first; before the owner began, when each rhythm would come."""
    watch = session.watch
    if not watch.has_begun:
        return _rhythms(session)
    try:
        items = watch.items
    except StoreError:  # the file is out of reach for now: that is said when something is to be kept
        return ()
    overdue = tuple(item.task for item in items if item.status is Status.OVERDUE)
    days: dict[date, list[PlannedTask]] = {}
    for item in items:
        if item.due is not None and item.status is not Status.OVERDUE:
            days.setdefault(item.due, []).append(item.task)
    found = [Coming(day, tuple(tasks)) for day, tasks in sorted(days.items())]
    return (*([Coming(session.today, overdue, is_overdue=True)] if overdue else []), *found)


def _rhythms(session: Session) -> tuple[Coming, ...]:
    """Each rhythm that has tasks. Public holidays are not looked at."""
    settled, today = session.settled, session.today
    days = working_days(settled.all_facts, session.answers.watch.calendar, {})
    began = begins(settled, None) or date.min
    soonest: dict[str, Coming] = {}
    for task in plan_of(settled):
        found = Series(task, began, days).coming(today)
        if found is None:
            continue
        every, held = task.rhythm.every, soonest.get(task.rhythm.every)
        if held is None or found.due < held.day:
            soonest[every] = Coming(found.due, (task,), every)
        elif found.due == held.day:
            soonest[every] = Coming(found.due, (*held.tasks, task), every)
    return tuple(sorted(soonest.values(), key=lambda each: each.day))
