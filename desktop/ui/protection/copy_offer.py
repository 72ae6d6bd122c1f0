"""When to offer the owner to put a copy of the policy elsewhere, and what is noted about it.

`Settings.copied` holds the day of the last copy ("2027-01-04"). A file never copied, or an offer that was declined,
adds the day from which the next offer is counted: "2027-01-04/2027-02-10", or "/2027-02-10" without a copy.
"""

from datetime import date, timedelta

from desktop.settings import Settings

WAIT = timedelta(days=30)
"""Between a copy, or an offer, and the next offer."""


def begin_counting(saved: Settings, business: str, today: date) -> None:
    """Count from today for a file that is worked on for the first time. Not called for samples: they need no copy."""
    saved.copied.setdefault(business, f"/{today.isoformat()}")


def note_copy(saved: Settings, business: str, today: date) -> None:
    """A copy was put elsewhere."""
    saved.copied[business] = today.isoformat()


def note_declined(saved: Settings, business: str, today: date) -> None:
    """The owner said "not now": ask again after `WAIT`."""
    copied = last_copy(saved, business)
    saved.copied[business] = f"{copied.isoformat() if copied else ''}/{today.isoformat()}"


def last_copy(saved: Settings, business: str) -> date | None:
    """The day of the last copy put elsewhere; None where there is none."""
    return _day(saved.copied.get(business, "").partition("/")[0])


def offer_is_due(saved: Settings, business: str, today: date, changed: date) -> bool:
    """Whether to offer a copy of a file last changed on a day. A file not counted yet, such as a sample, needs none."""
    noted = saved.copied.get(business)
    if noted is None or not saved.copy_offers:
        return False
    copied, asked = last_copy(saved, business), _day(noted.partition("/")[2])
    # a day to come was noted by a clock that was wrong; it shall not put the offer off for years
    days = [day for day in (copied, asked) if day is not None and day <= today]
    if copied in days and changed < copied:
        return False
    return not days or today - max(days) >= WAIT


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
