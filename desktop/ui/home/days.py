"""Days as people speak of them."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from desktop import i18n
from desktop.i18n import _


def day_words(day: date, today: date) -> str:
    """A day as it is said: "Today", "Tomorrow", "Monday, 11 January"; with the year where it is not this one."""
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    return _written(day, "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy")


def date_words(day: date) -> str:
    """What `i18n.format_date` gives, without its library, which would hold up the first sight of the page."""
    return _written(day, "d MMMM yyyy")


def _written(day: date, shape: str) -> str:
    return QLocale(f"{i18n.current()}_MY").toString(QDate(day.year, day.month, day.day), shape)
