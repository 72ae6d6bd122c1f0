"""What the evidence of a year comes to, as figures to be drawn or put into tables."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.core.watch.evidence import AccessReview
from desktop.core.watch.register import is_review_due

MONTHS = 12
"""How many months are shown, the present one included."""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure for each month, the oldest first."""

    id: str
    """A tone, or the code of a place; "" for all other places together."""
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All months together."""
        return sum(self.counts)


def last_months(today: date, count: int = MONTHS) -> tuple[date, ...]:
    """The first days of the last months, the oldest first, that of today the last. None before the year 1."""
    numbers = range(today.year * 12 + today.month - count, today.year * 12 + today.month)
    return tuple(date(number // 12, number % 12 + 1, 1) for number in numbers if number >= 12)


def weeks_of(today: date, count: int = 53) -> tuple[date, ...]:
    """The Mondays of the last weeks, the oldest first, that of today the last."""
    monday = today.toordinal() - today.weekday()
    return tuple(date.fromordinal(day) for day in range(monday - 7 * (count - 1), monday + 1, 7) if day > 0)


def by_tone(
    mentions: Mapping[tuple[date, str, str], int], months: tuple[date, ...], tones: tuple[str, ...]
) -> tuple[Series, ...]:
    """Mentions of each tone by month; `mentions` is by first day of the month, tone and place."""
    counted: Counter[tuple[str, date]] = Counter()
    for (month, tone, _where), count in mentions.items():
        counted[tone, month] += count
    return tuple(Series(tone, tuple(counted[tone, month] for month in months)) for tone in tones)


def by_place(
    mentions: Mapping[tuple[date, str, str], int], months: tuple[date, ...], most: int = 5
) -> tuple[Series, ...]:
    """Mentions at each place by month: the places with most of them, then all others together, where there are some."""
    counted: Counter[tuple[str, date]] = Counter()
    for (month, _tone, where), count in mentions.items():
        if month in months:
            counted[where, month] += count
    totals: Counter[str] = Counter()
    for (where, _month), count in counted.items():
        totals[where] += count
    first = sorted(totals, key=lambda where: (-totals[where], where))
    shown = first if len(first) <= most + 1 else first[:most]
    rest = [where for where in first if where not in shown]
    series = [Series(where, tuple(counted[where, month] for month in months)) for where in shown]
    if rest:
        series.append(Series("", tuple(sum(counted[where, month] for where in rest) for month in months)))
    return tuple(series)


def reviews_due(accounts: Mapping[str, object], reviews: Mapping[str, AccessReview], today: date) -> tuple[str, ...]:
    """Ids of accounts that somebody should look at again, in the order of the register."""
    last = {account: review.on for account, review in reviews.items()}
    return tuple(account for account in accounts if is_review_due(last.get(account), today))
