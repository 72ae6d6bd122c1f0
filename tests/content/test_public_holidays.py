"""Public holidays by state, year and language."""

import subprocess
import sys
from datetime import date

import pytest

from desktop.content.load import load_library
from desktop.content.public_holidays import STATES, YEARS, public_holidays

MERDEKA = date(2027, 8, 31)


@pytest.mark.parametrize(
    ("state", "only_there"),
    [
        ("selangor", date(2026, 12, 11)),  # the Sultan's birthday
        ("sabah", date(2027, 5, 30)),  # Kaamatan
        ("sarawak", date(2027, 7, 22)),  # Sarawak Day
        ("johor", date(2027, 3, 23)),  # the Sultan's birthday
    ],
)
def test_a_state_has_its_own_holidays_beside_those_of_the_country(state, only_there):
    found = public_holidays(state, [2026, 2027])
    assert MERDEKA in found
    assert only_there in found
    assert only_there not in public_holidays("", [2026, 2027])
    assert only_there not in public_holidays("perlis", [2026, 2027])


def test_where_no_state_is_known_the_holidays_of_the_whole_country_count():
    everywhere = public_holidays("None", [2027])
    assert MERDEKA in everywhere
    itself = {day for day, name in everywhere.items() if not name.startswith("Cuti ")}  # instead
    for choice in load_library().question["state"].choices:
        if choice.code != "outside_malaysia":
            assert itself <= public_holidays(choice.code, [2027]).keys()


def test_outside_malaysia_there_are_none():
    assert public_holidays("outside_malaysia", [2027]) == {}


def test_names_are_in_the_language_asked_for_and_days_in_order():
    assert public_holidays("kedah", [2027])[MERDEKA] == "Hari Kebangsaan"
    assert public_holidays("kedah", [2027], "en")[MERDEKA] == "National Day"
    assert list(public_holidays("kedah", [2028, 2029])) == sorted(public_holidays("kedah", [2028, 2029]))


def test_later_years_say_that_they_are_estimates():
    raya = [name for name in public_holidays("selangor", [2033]).values() if "Hari Raya" in name]
    assert raya
    assert all("anggaran" in name for name in raya)


@pytest.mark.parametrize("year", [0, 1, 1900, 2500, 9999, 10000])
def test_years_that_the_library_does_not_know_have_none(year):
    assert public_holidays("selangor", [year]) == {}


def test_all_years_that_the_library_knows_are_asked_for():
    from holidays.countries.malaysia import Malaysia

    assert (YEARS[0], YEARS[-1]) == (Malaysia.start_year, Malaysia.end_year)
    assert public_holidays("selangor", [YEARS[0]])
    assert public_holidays("selangor", [YEARS[-1]])


def test_the_answer_is_a_copy():
    public_holidays("selangor", [2027]).clear()
    assert public_holidays("selangor", [2027])


def test_the_library_of_holidays_is_not_imported_before_it_is_asked():
    said = "import sys, desktop.content.public_holidays, desktop.core.watch.checklist;print('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("language", ["ms", "en"])
def test_holidays_are_called_as_people_here_call_them(language: str) -> None:
    names = {name for state in STATES for name in public_holidays(state, range(2026, 2029), language).values()}
    assert any(name.startswith("Hari Raya Aidilfitri") for name in names)
    foreign = ("Labor", "Diwali", "Malacca", "Eid", "Puasa", "Qurban", "Eve)")
    assert not [name for name in names if any(word in name for word in foreign)]
