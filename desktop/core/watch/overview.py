"""What the evidence comes to, as figures to be drawn or put into tables.

Of a month it is counted what was done on time, late, skipped and missed. Ticks count on the day on which something was
done; days that passed without a task are missed on the day it was due, whether it was ticked later or is still open.
What was skipped for a reason was not to be done. What was done before tasks count is left out. The overview and the
month's report both say this.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.core.watch.checklist import EVENT, Item, Status
from desktop.core.watch.evidence import (
    DONE,
    HAPPENED,
    SKIPPED,
    WITHDRAWN,
    AccessReview,
    MonthCount,
    Records,
    Tick,
)
from desktop.core.watch.recurrence import occurrences
from desktop.core.watch.register import is_review_due
from desktop.core.watch.working_days import WorkingDays

_LONG = 2_000
"""Days back that open days are listed: further than any figure that is shown."""

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


def open_days(items: Iterable[Item], days: WorkingDays, began: date, today: date) -> dict[str, tuple[date, ...]]:
    """The days before today on which something was due that is still open, by the id of its task."""
    found: dict[str, tuple[date, ...]] = {}
    for item in items:
        if item.status is not Status.OVERDUE or item.due is None:
            continue
        if item.task.rhythm.every == EVENT:
            found[item.task.id] = (item.due,)
        else:
            first = max(item.due.toordinal(), today.toordinal() - _LONG)
            times = occurrences(item.task, began, date.fromordinal(first), today - timedelta(days=1), days)
            found[item.task.id] = tuple(each.due for each in times)
    return found


def with_open(months: Mapping[date, MonthCount], overdue: Mapping[str, tuple[date, ...]]) -> dict[date, MonthCount]:
    """What was counted in each month by its first day, with the days that are still open as missed."""
    missed = Counter(day.replace(day=1) for each in overdue.values() for day in each)
    return {month: months.get(month, MonthCount()) + MonthCount(missed=missed[month]) for month in (*months, *missed)}


def counted(records: Records) -> tuple[Tick, ...]:
    """The ticks that count: not taken back, and not of a day before tasks count."""
    gone = records.corrected | {tick.corrects for tick in records.ticks if tick.corrects}
    standing = (tick for tick in records.ticks if tick.number not in gone and tick.outcome != WITHDRAWN)
    return tuple(tick for tick in standing if records.began is None or tick.on >= records.began)


def task_counts(records: Records) -> dict[str, MonthCount]:
    """What became of each task in a month, those first that were ticked first, then what was not ticked at all."""
    found: dict[str, MonthCount] = {}
    for tick in counted(records):
        if tick.outcome != HAPPENED:
            found[tick.task] = found.get(tick.task, MonthCount()) + _of(tick, missed=records.missed is None)
    for task, times in (records.missed or {}).items():
        found[task] = found.get(task, MonthCount()) + MonthCount(missed=times)
    if records.month is None:
        return found
    month = records.month.replace(day=1)
    for task, open_on in records.overdue.items():
        if missed := sum(day.replace(day=1) == month for day in open_on):
            found[task] = found.get(task, MonthCount()) + MonthCount(missed=missed)
    return found


def _of(tick: Tick, *, missed: bool) -> MonthCount:
    is_late = tick.outcome == DONE and not tick.is_on_time
    return MonthCount(int(tick.is_on_time), int(is_late), int(tick.outcome == SKIPPED), tick.missed * missed)


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
