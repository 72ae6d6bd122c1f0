import logging
from pathlib import Path

import pytest

from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.store.errors import Damaged
from tests.store.circumstances import START, at


def names(copies: Path) -> list[str]:
    return sorted(copy.name for copy in copies.glob("*/*"))


def test_one_copy_a_day(path: Path, copies: Path) -> None:
    for minutes in range(3):
        BusinessFile.open(path, now=at(minutes), backup_folder=copies).close()
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(days=1))
        file.set_answer("a", "2", "Second", now=at(days=2))
        file.set_answer("a", "3", "Third", now=at(5, days=2))
    assert names(copies) == [f"2027-{day} Kedai Roti.dasar" for day in ("01-31", "02-01", "02-02")]


def test_copy_is_the_file_as_it_was_that_morning(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(1))
        before = file.answers
        file.set_answer("a", "2", "Second", now=at(days=1))
    copy = next(copies.glob("*/2027-02-01*"))
    with BusinessFile.open(copy, now=at(days=2), writable=False, backup_folder=copies) as file:
        assert (file.answers, file.changed, file.undo_label) == (before, at(1), "First")


def test_last_ten_of_a_business_are_kept(path: Path, copies: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / path.name
    BusinessFile.create(other, now=START, backup_folder=copies).close()
    BusinessFile.open(other, now=START, backup_folder=copies).close()
    for days in range(8):
        BusinessFile.open(path, now=at(days=days), backup_folder=copies).close()
    renamed = path.rename(path.with_name("Baru.dasar"))
    for days in range(8, 14):
        BusinessFile.open(renamed, now=at(days=days), backup_folder=copies).close()
    folders = {folder.name: names(folder.parent) for folder in copies.iterdir()}
    assert len(folders) == 2
    with BusinessFile.open(renamed, now=at(days=13), backup_folder=copies) as file:
        kept = sorted(copy.name for copy in (copies / file.business).iterdir())
    assert len(kept) == 10
    assert kept[0] == "2027-02-04 Kedai Roti.dasar"
    assert kept[-1] == "2027-02-13 Baru.dasar"


def test_copies_of_a_clock_that_ran_ahead_do_not_push_out_good_ones(path: Path, copies: Path) -> None:
    for days in (*range(4), *range(1000, 1012), *range(4, 20)):
        BusinessFile.open(path, now=at(days=days), backup_folder=copies).close()
    with BusinessFile.open(path, now=at(days=19), backup_folder=copies) as file:
        listed = copies_of(file.business, copies, today=at(days=19).date())
    days = [(copy.day - START.date()).days for copy in listed]
    assert days == [*range(19, 9, -1), *range(1011, 1001, -1)]
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Damaged, match="2027-02-19 Kedai Roti"):
        BusinessFile.open(path, now=at(days=20), backup_folder=copies)


def test_a_clock_that_fell_behind_costs_no_good_copy(path: Path, copies: Path) -> None:
    """A computer with a flat battery begins in the year 2000 until someone sets it right."""
    for days in (*range(10), *range(-9000, -8985)):
        with BusinessFile.open(path, now=at(days=days), backup_folder=copies) as file:
            file.set_answer("a", str(days), "Step", now=at(days=days))
            assert (file.changed, file.undo_label) == (at(days=days), "Step")
            file.undo()
            file.redo()
    good = [name for name in names(copies) if name.startswith("2027")]
    assert len(good) == 10
    for days in range(10, 14):
        BusinessFile.open(path, now=at(days=days), backup_folder=copies).close()
    assert names(copies) == [f"2027-02-{day:02} Kedai Roti.dasar" for day in range(4, 14)]


def test_undo_goes_by_order_and_not_by_the_clock(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "1", "First", now=at(9))
        file.set_answer("a", "2", "Second", now=at(days=-400))
        assert (file.undo(), file.changed) == ("Second", at(9))
        assert (file.undo(), file.redo(), file.redo(), file.changed) == ("First", "First", "Second", at(days=-400))


def test_work_goes_on_without_copies(path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    with (
        caplog.at_level(logging.WARNING),
        BusinessFile.open(path, now=START, backup_folder=blocked) as file,
    ):
        file.set_answer("a", "1", "First", now=at(1))
    assert "no copy of" in caplog.text


def test_looking_makes_no_copy(path: Path, copies: Path) -> None:
    BusinessFile.open(path, now=START, writable=False, backup_folder=copies).close()
    assert not copies.exists()


def test_unfinished_copies_are_not_kept(path: Path, copies: Path) -> None:
    BusinessFile.open(path, now=START, backup_folder=copies).close()
    assert all(copy.suffix == ".dasar" for copy in copies.glob("*/*"))


@pytest.mark.parametrize("name", ["polisi.new", "7.newest shop", "Kedai.dasar.ready"])
def test_copies_stay_whatever_the_file_is_named(tmp_path: Path, copies: Path, name: str) -> None:
    path = tmp_path / f"{name}.dasar"
    BusinessFile.create(path, now=START, backup_folder=copies).close()
    for days in range(1, 4):
        with BusinessFile.open(path, now=at(days=days), backup_folder=copies) as file:
            business = file.business
    assert len(copies_of(business, copies)) == 3
