"""A date, or none yet."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from desktop.core.library import Question
from desktop.i18n import _, current
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import TypedEditor
from desktop.ui.editors.fields import paint_arrow
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.session import Session


class _CalmDateEdit(QDateEdit):
    """Leaves the mouse wheel to the page."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        paint_arrow(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._dress_calendar()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._dress_calendar()
        super().keyPressEvent(event)

    def _dress_calendar(self) -> None:
        """Qt draws black arrows and red days off in every palette."""
        calendar = self.calendarWidget()
        for name, icon in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "next")):
            calendar.findChild(QToolButton, name).setIcon(theme.icon(icon))
        off = QTextCharFormat()
        off.setForeground(QColor(theme.colours().muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, off)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class DayEditor(TypedEditor):
    """A field with a calendar, and a box for "No date yet"."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.none_tick = Tick()
        self.none_tick.setChecked(True)
        self.field = _CalmDateEdit(_to_qt(session.today))
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("d MMMM yyyy")
        self.field.setMinimumWidth(theme.scaled(200))
        self.field.setEnabled(False)
        self.field.userDateChanged.connect(self._pause.typed)
        self.field.editingFinished.connect(self._pause.flush)
        self.none_tick.clicked.connect(self._toggle)
        row = FlowLayout()
        row.add(self.field, self.none_tick)
        self.column.addLayout(row)
        self.retranslate()

    def value(self) -> date | None:
        day = self.field.date()
        return None if self.none_tick.isChecked() else date(day.year(), day.month(), day.day())

    def set_value(self, value: date | None) -> None:
        self._pause.forget()
        self.none_tick.setChecked(value is None)
        self.field.setEnabled(value is not None)
        if value is not None and self.field.date() != _to_qt(value):
            self.field.blockSignals(True)
            self.field.setDate(_to_qt(value))
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
        self.field.setLocale(QLocale(f"{current()}_MY"))

    def _toggle(self) -> None:
        self.field.setEnabled(not self.none_tick.isChecked())
        if not self.none_tick.isChecked():
            self.field.setFocus()
        self._pause.forget()
        self.edited.emit()


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
