"""A field for a day, with a calendar to choose it from."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from desktop.i18n import current
from desktop.ui import theme
from desktop.ui.editors.fields import paint_arrow
from desktop.ui.retranslate import Retranslated


class DayField(Retranslated, QDateEdit):
    """Speaks the language of the interface, and leaves the mouse wheel to the page."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(to_qt(day), parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        self.setMinimumWidth(theme.scaled(200))
        self.retranslate()

    @property
    def day(self) -> date:
        """The day that stands there."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_day(self, day: date) -> None:
        """Put another day there."""
        self.setDate(to_qt(day))

    def allow(self, first: date | None = None, last: date | None = None) -> None:
        """Take no day before the first and none after the last."""
        if first is not None:
            self.setMinimumDate(to_qt(first))
        if last is not None:
            self.setMaximumDate(to_qt(last))

    def retranslate(self) -> None:
        """Names of months in the language of the interface."""
        self.setLocale(QLocale(f"{current()}_MY"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The arrow as an icon, sharp and of the right colour everywhere."""
        super().paintEvent(event)
        paint_arrow(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The calendar may open."""
        self._dress_calendar()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The calendar may open."""
        self._dress_calendar()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()

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


def to_qt(day: date) -> QDate:
    """A day as Qt has it."""
    return QDate(day.year, day.month, day.day)
