"""The list of copies."""

from datetime import date
from pathlib import Path

from desktop.core.answers import Answers
from desktop.store.business_file import BusinessFile
from desktop.store.copies import Copy, copies_of, newest
from tests.store.circumstances import START, at

NAMES = (
    "2027-02-02 Kedai (replaced 2).dasar",
    "2027-02-02 Kedai (replaced).dasar",
    "2027-02-02 Kedai.dasar",
    "2027-02-02 Kedai (form 2).dasar",
    "2027-02-01 Kedai lama (2).dasar",
    "2026-12-31 Kedai.dasar",
)
OTHERS = (
    "notes.txt",
    "Kedai.dasar",
    "2027-13-40 Kedai.dasar",
    "2027-02-03 Kedai.dasar.ready",
    "77.new",
    "2027-02-03.dasar",
)


def fill(folder: Path, names: tuple[str, ...]) -> None:
    folder.mkdir(parents=True)
    for number, name in enumerate(names):
        (folder / name).write_bytes(b"x" * number)


def test_newest_first_and_nothing_else(copies: Path) -> None:
    fill(copies / "a", (*NAMES[::-1], *OTHERS))
    fill(copies / "b", NAMES[:1])
    (copies / "a" / "2027-02-04 Kedai.dasar").symlink_to("gone")
    listed = copies_of("a", copies)
    assert [copy.path.name for copy in listed] == list(NAMES)
    assert [(copy.name, copy.size) for copy in listed[2:5]] == [("Kedai", 3), ("Kedai", 2), ("Kedai lama (2)", 1)]
    assert [copy.before_restore for copy in listed] == [True, True, False, False, False, False]
    assert [copy.before_update for copy in listed] == [False, False, False, True, False, False]
    assert listed[5] == Copy(copies / "a" / NAMES[5], date(2026, 12, 31), "Kedai", 0, before_update=False)


def test_no_copies(copies: Path) -> None:
    assert copies_of("a", copies) == ()
    copies.write_bytes(b"")
    assert copies_of("a", copies) == ()
    assert newest(Path("Kedai.dasar"), copies) is None


def test_copies_of_a_clock_that_ran_ahead_come_last(copies: Path) -> None:
    fill(copies / "a", ("2027-02-01 Kedai.dasar", "2027-02-02 Kedai.dasar", "2099-01-01 Kedai.dasar"))
    listed = copies_of("a", copies, today=date(2027, 2, 2))
    assert [copy.day.year for copy in listed] == [2027, 2027, 2099]
    assert newest(Path("Kedai.dasar"), copies, date(2027, 2, 2)) == listed[0].path
    # a day ahead may be another time zone
    assert newest(Path("Kedai.dasar"), copies, date(2027, 2, 1)) == listed[0].path


def test_very_long_names(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / f"{'餅' * 75}.dasar"
    with BusinessFile.create(path, Answers({"a": "1"}), now=START, backup_folder=copies) as file:
        file.set_answer("a", "2", "Step", now=at(days=1))
        assert file.protect("kucing hitam", now=at(days=1)).done == 1
        (copy,) = copies_of(file.business, copies)
        assert copy.protected
        assert path.stem.startswith(copy.name)
    path.write_bytes(path.read_bytes()[:5000])
    assert newest(path, copies) == copy.path
