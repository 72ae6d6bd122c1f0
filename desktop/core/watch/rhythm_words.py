"""When a task comes, in the words of a document."""

from desktop.core.document import Run
from desktop.core.document import plain as plain_runs
from desktop.core.handout import Handout
from desktop.core.watch.plan import PlannedTask
from desktop.core.watch.working_days import WEEK, WorkingDays, working_days

_MONTHS = {"quarter": 3, "half_year": 6, "year": 12}
_YEAR = 12


def days_of(handout: Handout) -> WorkingDays:
    """The weekly working days of the firm; documents look at no calendar, so public holidays are not among them."""
    return working_days(handout.facts, handout.facts.answers.watch.calendar, {})


def weekday_words(handout: Handout, *days: int) -> str:
    """Days of the week as a sentence has them: "Saturday and Sunday", "Monday to Friday"."""
    names = handout.word("weekdays").split()
    following = all((first + 1) % WEEK == second for first, second in zip(days, days[1:], strict=False))
    if len(days) > 2 and following:  # noqa: PLR2004 - two are named both
        return handout.word("day_to_day").format(first=names[days[0]], last=names[days[-1]])
    return plain_runs(handout.wording.joined([(Run(names[day]),) for day in days]))


def when_words(handout: Handout, task: PlannedTask) -> str:
    """When a task comes: "every working day", "Mondays", "day 5 of the month", "5 January, April, July and October"."""
    rhythm, days = task.rhythm, days_of(handout)
    match rhythm.every:
        case "day":
            return handout.word("when_every_day" if task.on_rest_days else "when_working_days")
        case "week":
            week = days.week or tuple(range(WEEK))
            day = rhythm.weekday if rhythm.weekday is not None else week[min(task.nth, len(week) - 1)]
            return weekday_words(handout, day)
        case "month":
            return handout.word("when_month").format(day=rhythm.day)
        case "quarter" | "half_year" | "year" if not task.from_start:
            length = _MONTHS[rhythm.every]
            return handout.word("when_months").format(day=rhythm.day, months=_months(handout, rhythm.month, length))
        case "event":
            return handout.word("when_event")
        case every:
            return handout.word("when_from_start").format(every=handout.word(f"every_{every}"))


def _months(handout: Handout, first: int, length: int) -> str:
    names = handout.word("months").split()
    found = [(Run(names[number - 1]),) for number in range(first, _YEAR + 1, length)]
    return plain_runs(handout.wording.joined(found))
