"""Further days on which the firm does not work: single days or several in a row, with what they are called."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.days import date_words, day_words
from desktop.ui.editors.day_field import DayField
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session

_LONGEST, _MOST = 80, 92
"""Letters of a name; days in a row."""

_DAY = timedelta(days=1)


class OffDays(Retranslated, QWidget):
    """What is there, with a way to remove it, and below it fields for more."""

    chosen = Signal(object)
    """All days off, with their names."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._days: Mapping[date, str] = {}
        self._name_label, self._first_label, self._last_label = QLabel(), QLabel(), QLabel()
        self.name_field = QLineEdit()
        self.name_field.setMaxLength(_LONGEST)
        self.first_field, self.last_field = DayField(session.today), DayField(session.today)
        self.add_button = QPushButton()
        self.add_button.setAutoDefault(False)
        self.add_button.setIcon(theme.icon("add"))
        self.error_label = plain_label("error")
        self.error_label.hide()
        self.remove_buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._lay_out()
        for widget in (self.name_field, self.first_field, self.last_field, self.add_button):
            widget.setEnabled(not session.read_only)
        self.first_field.userDateChanged.connect(self._follow)
        self.add_button.clicked.connect(self._add)
        self.retranslate()

    def show_days(self, days: Mapping[date, str]) -> None:
        """Show these days off."""
        if dict(days) != dict(self._days):
            self._days = dict(days)
            self._list()

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._name_label, self.name_field, _("&What is it called?"))
        self.name_field.setPlaceholderText(_("Such as: closed for the family feast"))
        label_control(self._first_label, self.first_field, _("&From"))
        label_control(self._last_label, self.last_field, _("&To"))
        self.add_button.setText(_("&Add days off"))
        self._list()

    def _follow(self) -> None:
        """The last day is never before the first."""
        if self.last_field.day < self.first_field.day:
            self.last_field.show_day(self.first_field.day)

    def _add(self) -> None:
        first, last, name = self.first_field.day, self.last_field.day, self.name_field.text().strip()
        count = (last - first).days + 1
        fault = _("The last day comes before the first.") if count < 1 else ""
        fault = fault or (_("That is more than three months. Add them in parts.") if count > _MOST else "")
        fault = fault or ("" if name else _("Give these days a name."))
        self.error_label.setText(fault)
        self.error_label.setVisible(bool(fault))
        if fault:
            (self.name_field if not name else self.last_field).setFocus()
            return
        self.chosen.emit({**self._days, **{first + number * _DAY: name for number in range(count)}})
        self.name_field.clear()

    def _list(self) -> None:
        while taken := self._rows.takeAt(0):
            taken.widget().hide()
            taken.widget().deleteLater()
        self.remove_buttons = []
        for first, last, name in _spans(self._days):
            self._rows.addWidget(self._row(first, last, name))

    def _row(self, first: date, last: date, name: str) -> QWidget:
        row, label, button = QWidget(), plain_label(), link_button("remove")
        told = day_words(first, self._session.today)
        if last > first:
            told = _("{first} to {last}", first=date_words(first), last=date_words(last))
        label.setText(_("{day}: {name}", day=told, name=name))
        button.setText(_("Remove"))
        button.setAutoDefault(False)
        button.setAccessibleName(_("Remove: {what}", what=label.text()))
        button.setEnabled(not self._session.read_only)
        button.clicked.connect(lambda: self._remove(first, last))
        self.remove_buttons.append(button)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label, 1)
        line.addWidget(button)
        return row

    def _remove(self, first: date, last: date) -> None:
        self.name_field.setFocus()  # first, for a button that goes with the focus on it passes it on anywhere
        self.chosen.emit({day: name for day, name in self._days.items() if not first <= day <= last})

    def _lay_out(self) -> None:
        fields = FlowLayout(between=theme.SMALL)
        for label, field in ((self._first_label, self.first_field), (self._last_label, self.last_field)):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.TINY)
            column.addWidget(label)
            column.addWidget(field)
            fields.add(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.SMALL)
        whole.addLayout(self._rows)
        for label in (self._name_label, self._first_label, self._last_label):
            theme.look(label, "small")
        whole.addWidget(self._name_label)
        whole.addWidget(self.name_field)
        whole.addLayout(fields)
        whole.addWidget(self.error_label)
        buttons = FlowLayout()
        buttons.add(self.add_button)
        whole.addLayout(buttons)


def _spans(days: Mapping[date, str]) -> list[tuple[date, date, str]]:
    """Days in a row with one name, as first and last."""
    spans: list[tuple[date, date, str]] = []
    for day, name in sorted(days.items()):
        if spans and spans[-1][1] + _DAY == day and spans[-1][2] == name:
            spans[-1] = (spans[-1][0], day, name)
        else:
            spans.append((day, day, name))
    return spans
