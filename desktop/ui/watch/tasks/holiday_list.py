"""The public holidays of the state, each with a tick: the firm is closed, or works all the same."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import i18n
from desktop.content.public_holidays import public_holidays
from desktop.core.watch.choices import WorkCalendar
from desktop.i18n import _
from desktop.ui.days import day_words
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_YEARS = 2
"""How many years are listed."""


class HolidayList(Retranslated, QWidget):
    """From today to the end of next year: what is past needs no decision."""

    chosen = Signal(object)
    """Days on which the firm works all the same."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._calendar = WorkCalendar()
        self.hint_label = plain_label("small")
        self.ticks: dict[date, Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.hint_label)
        self.retranslate()

    def show_days(self, calendar: WorkCalendar) -> None:
        """Tick the days on which the firm is closed."""
        self._calendar = calendar
        for day, tick in self.ticks.items():
            tick.setChecked(day not in calendar.working)
            tick.setEnabled(calendar.public_holidays and not self._session.read_only)

    def retranslate(self) -> None:
        """Set the words: the holidays have names in each language."""
        today = self._session.today
        state = str(self._session.settled.all_facts.values.get("state", ""))
        found = public_holidays(state, range(today.year, today.year + _YEARS), i18n.current())
        coming = {day: name for day, name in sorted(found.items()) if day >= today}
        self.hint_label.setText(
            _(
                "Take the tick away where you work all the same. Some days are estimates: look again when they are "
                "fixed."
            )
            if coming
            else _("There are no public holidays known for where you work.")
        )
        for day in coming.keys() - self.ticks.keys():
            self.ticks[day] = Tick(compact=True)
            self.ticks[day].clicked.connect(self._choose)
        self.ticks = {day: self.ticks[day] for day in coming}
        for place, (day, tick) in enumerate(self.ticks.items(), 1):
            tick.setText(_("{day}: {name}", day=day_words(day, today), name=coming[day]))
            self._column.insertWidget(place, tick)
        self.show_days(self._calendar)

    def _choose(self) -> None:
        here = {day for day, tick in self.ticks.items() if not tick.isChecked()}
        elsewhere = self._calendar.working - self.ticks.keys()
        self.chosen.emit(frozenset(here | elsewhere))
