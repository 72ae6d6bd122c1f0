"""On which days the firm works, and what becomes of tasks that fall on a day off."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QWidget

from desktop.content.public_holidays import OUTSIDE
from desktop.core.watch.choices import SHIFTS, WorkCalendar
from desktop.core.watch.working_days import WEEK, rest_days
from desktop.i18n import _
from desktop.ui.clauses.section import Section
from desktop.ui.content_words import words
from desktop.ui.editors.options import Chip, Radio, Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.tasks.holiday_list import HolidayList
from desktop.ui.watch.tasks.off_days import OffDays
from desktop.ui.watch.tasks.task_words import weekday_words

_WIDTH = 640


class DaysDialog(ScrolledDialog):
    """Every change is kept at once, and can be undone in the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session = session
        self.rest_section, self.public_section, self.own_section, self.shift_section = (Section() for _each in range(4))
        self.state_label = plain_label("small")
        self.rest_chips = {day: Chip() for day in range(WEEK)}
        self.state_button = link_button("restore")
        rest = self.state_button.sizePolicy()
        rest.setRetainSizeWhenHidden(True)  # a day that is chosen moves nothing away from the pointer
        self.state_button.setSizePolicy(rest)
        self.public_tick = Tick(compact=True)
        self.holidays = HolidayList(session)
        self.off_days = OffDays(session)
        self.shift_radios = {shift: Radio() for shift in SHIFTS}
        self.error_label = plain_label("error")
        self.error_label.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()
        self._allow(not session.read_only)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Working days"))
        self.rest_section.heading.setText(_("Weekly rest days"))
        for day, chip in self.rest_chips.items():
            chip.setText(weekday_words(day))
            chip.setAccessibleDescription(_("Weekly rest days"))
        self.state_button.setText(_("As in the &state"))
        self.public_section.heading.setText(_("Public holidays"))
        self.public_tick.setText(_("The firm does not work on public holidays"))
        self.own_section.heading.setText(_("Other days off"))
        self.shift_section.heading.setText(_("What becomes of a task that falls on a day off?"))
        told = {
            "after": _("It is due on the next working day"),
            "before": _("It is due on the last working day before"),
            "stay": _("It is due on that day all the same"),
        }
        for shift, radio in self.shift_radios.items():
            radio.setText(told[shift])
            radio.setAccessibleDescription(self.shift_section.heading.text())
        self._say_state()

    @property
    def _calendar(self) -> WorkCalendar:
        return self._session.watch.choices.calendar

    @property
    def _state(self) -> str:
        return str(self._session.settled.all_facts.values.get("state", ""))

    def _connect(self) -> None:
        for chip in self.rest_chips.values():
            chip.clicked.connect(self._choose_rest)
        self.state_button.clicked.connect(lambda: self._keep(rest_days=None))
        self.public_tick.clicked.connect(lambda on: self._keep(public_holidays=on))
        self.holidays.chosen.connect(lambda working: self._keep(working=working))
        self.off_days.chosen.connect(lambda days: self._keep(days_off=days))
        group = QButtonGroup(self)
        for shift, radio in self.shift_radios.items():
            group.addButton(radio)
            radio.clicked.connect(lambda _checked=False, shift=shift: self._keep(shift=shift))
        self._session.watch.changed.connect(self._refresh)

    def _refresh(self, kind: str) -> None:
        if kind == "tasks":
            self._show()

    def _show(self) -> None:
        """Show what is so now."""
        calendar, rest = self._calendar, self._session.watch.days.rest
        for day, chip in self.rest_chips.items():
            chip.setChecked(day in rest)
        self.public_tick.setChecked(calendar.public_holidays)
        self.holidays.show_days(calendar)
        self.off_days.show_days(calendar.days_off)
        self.shift_radios[calendar.shift].setChecked(True)
        self.state_button.setVisible(calendar.rest_days is not None)
        self._say_state()

    def _say_state(self) -> None:
        question = self._session.library.question.get("state")
        choice = question.choice(self._state) if question else None
        days = _named(rest_days(self._state))
        if choice is None:
            told = _("Most states rest on {days}. Answer in which state you work, and its days stand here.", days=days)
        elif self._state == OUTSIDE:
            told = _("Outside Malaysia {days} are taken as days of rest; public holidays are not known.", days=days)
        else:
            told = _("In {state} people rest on {days}.", state=words(choice.label), days=days)
        self.state_label.setText(told)

    def _choose_rest(self) -> None:
        chosen = frozenset(day for day, chip in self.rest_chips.items() if chip.isChecked())
        if len(chosen) == WEEK:
            self.error_label.setText(_("One day of the week at least must be a working day."))
            self.error_label.show()
            self._show()
            return
        self._keep(rest_days=None if chosen == rest_days(self._state) else chosen)

    def _keep(self, **values: object) -> None:
        self.error_label.hide()
        if not self._session.watch.set_calendar(replace(self._calendar, **values)):
            self._show()

    def _allow(self, can_write: bool) -> None:
        for widget in (*self.rest_chips.values(), *self.shift_radios.values(), self.state_button, self.public_tick):
            widget.setEnabled(can_write)

    def _lay_out(self) -> None:
        chips, radios = FlowLayout(), self.shift_radios.values()
        chips.add(*self.rest_chips.values())
        self.rest_section.column.addWidget(self.state_label)
        self.rest_section.column.addLayout(chips)
        self.rest_section.column.addWidget(self.error_label)
        self.rest_section.column.addWidget(self.state_button)
        self.public_section.column.addWidget(self.public_tick)
        self.public_section.column.addWidget(self.holidays)
        self.own_section.column.addWidget(self.off_days)
        for radio in radios:
            self.shift_section.column.addWidget(radio)
        for section in (self.rest_section, self.public_section, self.own_section, self.shift_section):
            self.column.addWidget(section)
        self.column.addStretch(1)
        self.foot.addWidget(self._buttons)


def _named(days: Iterable[int]) -> str:
    """Days of the week, in order."""
    first, *more = [weekday_words(day) for day in sorted(days)]
    return _("{days} and {last}", days=", ".join((first, *more[:-1])), last=more[-1]) if more else first
