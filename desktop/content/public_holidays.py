"""Public holidays of Malaysian states, from the library `holidays`. Later years are estimates, and say so."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from desktop.core.assemble import Settled
from desktop.core.watch.working_days import STATE, WorkingDays, working_days

_YEARS_AHEAD = 3
"""A calendar file of 24 months that begins late in a year reaches into the third one after it."""

OUTSIDE = "outside_malaysia"
"""The code of no Malaysian state."""

STATES = {
    "johor": "JHR",
    "kedah": "KDH",
    "kelantan": "KTN",
    "melaka": "MLK",
    "negeri_sembilan": "NSN",
    "pahang": "PHG",
    "penang": "PNG",
    "perak": "PRK",
    "perlis": "PLS",
    "selangor": "SGR",
    "terengganu": "TRG",
    "sabah": "SBH",
    "sarawak": "SWK",
    "kuala_lumpur": "KUL",
    "labuan": "LBN",
    "putrajaya": "PJY",
}
"""What the library calls the states that the question `state` knows."""

YEARS = range(1952, 2101)
"""The years the library knows anything of. Whoever asks for the year 9999 does not wait for thousands of empty ones."""

_LANGUAGES = {"ms": "ms_MY", "en": "en_US"}

_AS_SAID_HERE = {
    "Labor Day": "Labour Day",
    "Diwali": "Deepavali",
    "Malacca": "Melaka",
    "Eid al-Fitr": "Hari Raya Aidilfitri",
    "Eid al-Adha": "Hari Raya Aidiladha",
    "Hari Raya Puasa": "Hari Raya Aidilfitri",
    "Hari Raya Qurban": "Hari Raya Aidiladha",
    "Krismas (Eve)": "Malam Krismas",
}
"""What the library calls by words that are not used in Malaysia."""


def public_holidays(state: str, years: Iterable[int], language: str = "ms") -> dict[date, str]:
    """Names of public holidays by day; those of the whole country where no state is known, none outside Malaysia."""
    if state == OUTSIDE:
        return {}
    found: dict[date, str] = {}
    for year in filter(YEARS.__contains__, years):
        found |= _of_year(STATES.get(state), year, _LANGUAGES.get(language, _LANGUAGES["en"]))
    return found


def days_of_work(settled: Settled, began: date, today: date) -> WorkingDays:
    """The days on which a firm works, from the day tasks count to three years after today."""
    facts = settled.all_facts
    years = range(min(began.year, today.year), today.year + _YEARS_AHEAD + 1)
    holidays = public_holidays(str(facts.values.get(STATE, "")), years)
    return working_days(facts, facts.answers.watch.calendar, holidays)


@lru_cache(maxsize=256)
def _of_year(state: str | None, year: int, language: str) -> Mapping[date, str]:
    from holidays import country_holidays  # slow to import, and most of the program never asks

    found = country_holidays("MY", subdiv=state, years=year, language=language)
    return {day: _as_said_here(name) for day, name in sorted(found.items())}


def _as_said_here(name: str) -> str:
    for theirs, ours in _AS_SAID_HERE.items():
        name = name.replace(theirs, ours)
    return name
