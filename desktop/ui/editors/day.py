"""A date, or none yet."""

from datetime import date

from PySide6.QtWidgets import QDateEdit

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui.content_words import words
from desktop.ui.editors.base import TypedEditor
from desktop.ui.editors.day_field import DayField
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.session import Session


class DayEditor(TypedEditor):
    """A field with a calendar, and a box for "No date yet"."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.none_tick = Tick()
        self.none_tick.setChecked(True)
        self.field = DayField(session.today)
        self.field.setEnabled(False)
        self.field.userDateChanged.connect(self._pause.typed)
        self.field.editingFinished.connect(self._pause.flush)
        self.none_tick.clicked.connect(self._toggle)
        row = FlowLayout()
        row.add(self.field, self.none_tick)
        self.column.addLayout(row)
        self.retranslate()

    def value(self) -> date | None:
        return None if self.none_tick.isChecked() else self.field.day

    def set_value(self, value: date | None) -> None:
        self._pause.forget()
        self.none_tick.setChecked(value is None)
        self.field.setEnabled(value is not None)
        if value is not None and self.field.day != value:
            self.field.blockSignals(True)
            self.field.show_day(value)
            self.field.blockSignals(False)

    def focus_target(self) -> Tick | QDateEdit:
        return self.none_tick if self.none_tick.isChecked() else self.field

    def name_controls(self, description: str) -> None:
        prompt = words(self.question.prompt)
        self.field.setAccessibleName(prompt)
        self.field.setAccessibleDescription(description)
        self.none_tick.setAccessibleName(f"{prompt} {_('No date yet')}")

    def retranslate(self) -> None:
        self.none_tick.setText(_("No date yet"))

    def _toggle(self) -> None:
        self.field.setEnabled(not self.none_tick.isChecked())
        if not self.none_tick.isChecked():
            self.field.setFocus()
        self._pause.forget()
        self.edited.emit()
