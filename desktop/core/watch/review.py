"""When the policy is to be read again."""

from calendar import monthrange
from datetime import MAXYEAR, date

from desktop.core.facts import Facts

STARTS, REVIEW_MONTHS = "effective_date", "review_months"
"""The questions that ask from which day the policy applies, and after how many months it is read again."""


def review_date(facts: Facts) -> date | None:
    """The day by which the policy is to be read again after it began to apply; None where the answers do not say."""
    starts, months = facts.values.get(STARTS), facts.values.get(REVIEW_MONTHS)
    if not isinstance(starts, date) or not isinstance(months, int):
        return None
    years, month = divmod(starts.month - 1 + months, 12)
    year = starts.year + years
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(starts.day, monthrange(year, month + 1)[1]))
