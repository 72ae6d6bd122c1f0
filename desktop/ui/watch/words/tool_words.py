"""What a tool costs, and when it was last looked at."""

from datetime import date

from desktop.i18n import _


def price_words(price: str) -> str:
    """A price in a word or two; no amounts, which change."""
    match price:
        case "free":
            return _("free")
        case "free_and_paid":
            return _("free, more if paid")
        case _:
            return _("paid")


def month_of(as_at: str) -> date:
    """The month "2026-11" as its first day."""
    year, month = as_at.split("-")[:2]
    return date(int(year), int(month), 1)
