"""Moments and sizes in words, in the language of the interface."""

from datetime import date, datetime, timedelta

from desktop import i18n
from desktop.i18n import _


def moment_words(moment: datetime, today: date) -> str:
    """A moment, such as "Today, 14:05" or "Monday 23 November 2026, 14:05"."""
    return _("{day}, {time}", day=day_words(moment.date(), today), time=moment.strftime("%H:%M"))


def day_words(day: date, today: date) -> str:
    """A day, such as "Today", "Yesterday" or "Monday 23 November 2026"."""
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    from babel.dates import format_date  # loaded with the first list of copies

    return format_date(day, "EEEE d MMMM y", locale=f"{i18n.current()}_MY")


def size_words(size: int) -> str:
    """A size in bytes, rounded up, such as "312 KB" or "1.4 GB"."""
    if size < 1_000_000:
        return _("{number} KB", number=i18n.format_number(-(-size // 1000)))
    if size < 1_000_000_000:
        return _("{number} MB", number=i18n.format_number(round(size / 1_000_000, 1)))
    return _("{number} GB", number=i18n.format_number(round(size / 1_000_000_000, 1)))
