"""Since when an incident is known: a day and a time."""

import re
from datetime import datetime, time

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.day_field import DayField
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.labelled import above, beside

_TIME = re.compile(r"\s*(\d{1,2})[:.]?(\d{2})\s*")


class KnownSince(Retranslated, QWidget):
    """Never later than now."""

    def __init__(self, session: Session, begun: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._begun = session, begun
        self._labels = QLabel(), QLabel()
        self.day_field, self.time_field = DayField(begun.date()), QLineEdit(begun.strftime("%H:%M"))
        self.day_field.allow(last=session.now.date())
        self.time_field.setMaxLength(5)
        self.fault_label = plain_label("error")
        self.fault_label.hide()
        self.time_field.textChanged.connect(lambda _text: self.fault_label.hide())
        day, clock = self._labels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(beside(above(day, self.day_field), above(clock, self.time_field)))
        column.addWidget(self.fault_label)
        self.retranslate()

    @property
    def moment(self) -> datetime:
        """What stands there; the moment it began with, to the second, where nobody changed it."""
        begun = self._begun
        chosen = datetime.combine(self.day_field.day, self._time or time(), tzinfo=begun.tzinfo)
        if chosen == begun.replace(second=0, microsecond=0):
            return begun
        return min(chosen, self._session.now)

    def check(self) -> QWidget | None:
        """Say what is missing. Returns where it is to be filled in; None where all is there."""
        self.fault_label.setVisible(self._time is None)
        return self.time_field if self._time is None else None

    def retranslate(self) -> None:
        """Set the words."""
        day, clock = self._labels
        label_control(day, self.day_field, _("&Day you learned of it"))
        label_control(clock, self.time_field, _("T&ime, such as 14:30"))
        self.fault_label.setText(_("Write the time like this: 14:30"))

    @property
    def _time(self) -> time | None:
        found = _TIME.fullmatch(self.time_field.text())
        if found is None or int(found[1]) > 23 or int(found[2]) > 59:
            return None
        return time(int(found[1]), int(found[2]))
