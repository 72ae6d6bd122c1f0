"""Before anything counts: what the plan is, from which day it begins, and the button that begins it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.core.watch.plan import minutes_a_week
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.day_field import DayField
from desktop.ui.editors.options import Radio
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import Panel, link_button, plain_label
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import week_words

WHETHER = "monitoring_stand"
"""The question whose answer may bring no tasks at all."""


class BeginCard(Panel):
    """Shown until the owner began."""

    plan_wanted = Signal()
    question_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.plan_label, self._from_label = plain_label(), plain_label("strong")
        self.policy_label, self.later_label = plain_label("small"), plain_label("small")
        self.today_radio, self.other_radio = Radio(), Radio()
        self.day_field = DayField(session.today)
        self.begin_button, self.plan_button, self.question_button = QPushButton(), link_button(), link_button()
        theme.look(self.begin_button, "primary")
        self._lay_out()
        self._choose_first()
        group = QButtonGroup(self)
        for radio in (self.today_radio, self.other_radio):
            group.addButton(radio)
            radio.toggled.connect(self._settle)
            radio.setEnabled(not session.read_only)
        self.day_field.userDateChanged.connect(self._settle)
        self.begin_button.setEnabled(not session.read_only)
        self.begin_button.clicked.connect(self._begin)
        self.plan_button.clicked.connect(self.plan_wanted)
        self.question_button.clicked.connect(lambda: self.question_wanted.emit(WHETHER))
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the button that begins, or on the way to the plan."""
        can_begin = self.begin_button.isEnabled() and not self.begin_button.isHidden()
        (self.begin_button if can_begin else self.plan_button).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.name(_("Keep watch, a few minutes at a time"))
        self._from_label.setText(_("From which day?"))
        self.today_radio.setText(_("From today"))
        self.other_radio.setText(_("From another day"))
        self.day_field.setAccessibleName(_("The day from which tasks count"))
        self.begin_button.setText(_("Begin"))
        self.plan_button.setText(_("Go through the plan first…"))
        self.question_button.setText(_("Look at that answer"))
        self.policy_label.setText(_("Your policy applies from that day."))
        self.later_label.setText(_("You can change every task, its day and who does it at any time."))
        self.show_state()

    def show_state(self) -> None:
        """Say what the plan comes to."""
        super().show_state()
        watch = self._session.watch
        count = len(watch.plan)
        if count:
            week = week_words(minutes_a_week(watch.plan, watch.days))
            told = _(
                "From your answers comes a plan of {count} tasks, {minutes}. Each day the list shows what is due; you "
                "tick it, and the ticks show that the firm keeps watch.",
                count=count,
                minutes=week,
            )
        else:
            told = _("Your answers bring no tasks. Tasks of your own can be added to the plan.")
        self.plan_label.setText(told)
        self.question_button.setVisible(not count and WHETHER in self._session.library.question)
        for widget in (self._from_label, self.today_radio, self.other_radio, self.begin_button):
            widget.setVisible(bool(count))
        self._settle()

    def _choose_first(self) -> None:
        """Where the policy begins to apply later, so do the tasks."""
        began, today = self._session.watch.began, self._session.today
        later = began > today
        (self.other_radio if later else self.today_radio).setChecked(True)
        if later:
            self.day_field.show_day(began)

    def _settle(self) -> None:
        self.day_field.setEnabled(self.other_radio.isChecked() and not self._session.read_only)
        is_other = self.other_radio.isChecked() and not self.begin_button.isHidden()
        self.day_field.setVisible(is_other)
        self.policy_label.setVisible(is_other and self.day_field.day == self._session.watch.began)

    def _begin(self) -> None:
        day = self.day_field.day if self.other_radio.isChecked() else self._session.today
        self._session.watch.begin(day)

    def _lay_out(self) -> None:
        days, buttons = FlowLayout(), FlowLayout()
        days.add(self.today_radio, self.other_radio, self.day_field)
        buttons.add(self.begin_button, self.plan_button)
        self.column.setSpacing(theme.SMALL)
        self.column.addWidget(self.plan_label)
        self.column.addWidget(self._from_label)
        self.column.addLayout(days)
        self.column.addWidget(self.question_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(buttons)
        self.column.addWidget(self.policy_label)  # below: what comes and goes moves no button
        self.column.addWidget(self.later_label)
