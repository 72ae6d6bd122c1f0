"""When a task comes, in the words of a document."""

from itertools import pairwise

from desktop.core.document import Run
from desktop.core.document import plain as plain_runs
from desktop.core.handout import Handout
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.working_days import WEEK, WorkingDays, working_days

_MONTHS = {"quarter": 3, "half_year": 6, "year": 12}
_YEAR = 12
_FEBRUARY, _SHORTEST, _LONGEST = 2, 28, 31
"""The shortest month, how many days every month has, and how many the longest has."""


def days_of(handout: Handout) -> WorkingDays:
    """The weekly working days of the firm; documents look at no calendar, so public holidays are not among them."""
    return working_days(handout.facts, handout.facts.answers.watch.calendar, {})


def weekday_words(handout: Handout, *days: int) -> str:
    """Days of the week as a sentence has them: "Saturday and Sunday", "Monday to Friday"."""
    names = handout.word("weekdays").split()
    following = all((first + 1) % WEEK == second for first, second in pairwise(days))
    if len(days) > 2 and following:
        return handout.word("day_to_day").format(first=names[days[0]], last=names[days[-1]])
    return plain_runs(handout.wording.joined([(Run(names[day]),) for day in days]))


def when_words(handout: Handout, task: PlannedTask) -> str:
    """When a task comes: "every working day", "Mondays", "day 5 of the month", "5 January, April, July and October"."""
    rhythm, days = task.rhythm, days_of(handout)
    match rhythm.every:
        case "day":
            return handout.word("when_every_day" if task.on_rest_days else "when_working_days")
        case "week":
            return weekday_words(handout, (days.week or (0,))[0] if rhythm.weekday is None else rhythm.weekday)
        case "month":
            key = "when_month_or_last" if rhythm.day > _SHORTEST else "when_month"
            key = "when_month_last" if rhythm.day == _LONGEST else key
            return handout.word(key).format(day=rhythm.day)
        case "quarter" | "half_year" | "year" if not task.from_start:
            return _in_months(handout, rhythm.day, rhythm.month, _MONTHS[rhythm.every])
        case "event":
            return handout.word("when_event")
        case every:
            began = task.anchor or handout.facts.answers.watch.began
            if began:
                length = _MONTHS[every]
                return _in_months(handout, began.day, (began.month - 1) % length + 1, length)
            return handout.word("when_from_start").format(every=handout.word(f"every_{every}"))


def _in_months(handout: Handout, day: int, first: int, length: int) -> str:
    names, numbers = handout.word("months").split(), range(first, _YEAR + 1, length)
    months = plain_runs(handout.wording.joined([(Run(names[number - 1]),) for number in numbers]))
    key = "when_months"
    if day == _LONGEST:
        key = "when_months_last"
    elif day > _SHORTEST and _FEBRUARY in numbers:
        key = "when_months_or_last"
    return handout.word(key).format(day=day, months=months)
