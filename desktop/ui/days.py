"""Days as people speak of them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from desktop import i18n
from desktop.i18n import _


def day_words(day: date, today: date) -> str:
    """A day as it is said: "Today", "Tomorrow", "Monday, 11 January"; with the year where it is not this one."""
    match (day - today).days:
        case 0:
            return _("Today")
        case 1:
            return _("Tomorrow")
        case -1:
            return _("Yesterday")
        case _other:
            return _written(day, "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy")


def moment_words(moment: datetime, today: date) -> str:
    """A moment, such as "Today, 14:05" or "Monday, 11 January, 14:05"."""
    return _("{day}, {time}", day=day_words(moment.date(), today), time=moment.strftime("%H:%M"))


def date_words(day: date) -> str:
    """What `i18n.format_date` gives, without its library, which would hold up the first sight of the page."""
    return _written(day, "d MMMM yyyy")


def month_words(day: date) -> str:
    """The month of a day, short: "Jan"."""
    return _written(day, "MMM")


def month_year_words(day: date) -> str:
    """The month of a day in full: "January 2027"."""
    return _written(day, "MMMM yyyy")


def weekday_words(number: int) -> str:
    """A day of the week, short: "Mon" for 0."""
    return QLocale(f"{i18n.current()}_MY").dayName(number + 1, QLocale.FormatType.ShortFormat)


def _written(day: date, shape: str) -> str:
    return QLocale(f"{i18n.current()}_MY").toString(QDate(day.year, day.month, day.day), shape)
