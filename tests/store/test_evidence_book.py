"""Evidence beside all else a file does: undo, passwords, copies, looking, locks, and hands that would change it."""

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from desktop.business_files import restore
from desktop.core.text import Text
from desktop.core.watch.choices import OwnTask, Rhythm, WatchChoices
from desktop.core.watch.evidence import (
    DONE,
    AccessReview,
    Cleared,
    Entry,
    Incident,
    Note,
    Records,
    Run,
    RunStep,
    Tick,
)
from desktop.store import opening
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, DiskFull, InUse
from desktop.store.evidence_book import EvidenceBook
from desktop.store.evidence_schema import EVIDENCE_TABLES
from desktop.store.rescue import goes_on_in, rescue
from desktop.store.schema import MIGRATIONS
from tests.store.circumstances import START, at

DAY = START.date()
TITLE = {"ms": "Semak papan menu", "en": "Check the menu board"}
PASSWORD = "kucing hitam"


@dataclass(frozen=True)
class Everything:
    """All that a book says."""

    ticks: tuple[Tick, ...]
    titles: dict[str, Text]
    entries: tuple[Entry, ...]
    found: tuple[Entry, ...]
    records: Records
    cleared: tuple[Cleared, ...]


def everything(book: EvidenceBook) -> Everything:
    return Everything(
        book.ticks(),
        book.titles(),
        book.entries(),
        book.entries("lamb"),
        book.records(DAY, incident=1, run=1),
        book.cleared(),
    )


def fill(book: EvidenceBook) -> Everything:
    """Something of each kind."""
    before = DAY - timedelta(days=1)
    tick = book.add_tick(Tick("own-1", DAY, DAY, DAY, DONE, 1, by="Siti", missed_days=(before,)), TITLE, now=at(1))
    book.add_tick(Tick("own-1", DAY, DAY, DAY, DONE, by="Ali", corrects=tick.number), TITLE, now=at(2))
    entry = book.add_entry(Entry(DAY, "facebook", text="Lambat"), now=at(3))
    book.add_entry(Entry(DAY - timedelta(days=90), "x", outcome="Ok", done=DAY - timedelta(days=90)), now=at(3))
    book.add_incident(Incident("leak", at(4), "Bocor", entry=entry.entry), now=at(4))
    book.add_note("incident", Note(1, at(5), text="x"), now=at(5))
    book.add_run(Run("leaver", "Ali", DAY, (RunStep("keys", TITLE),)), now=at(6))
    book.add_review(AccessReview("fb", "Facebook @kedai", DAY), now=at(7))
    book.clear_entries(DAY, "Siti", now=at(8))
    return everything(book)


def test_undo_leaves_evidence_alone(file: BusinessFile) -> None:
    own = WatchChoices(own={"own-1": OwnTask("own-1", TITLE, Rhythm("day"))})
    file.set_watch(own, "own_task:own-1", now=at(1))
    file.set_answer("a", "1", "answer:a", now=at(2))
    file.undo()
    said = fill(file.evidence)
    assert (file.undo_label, file.redo_label, file.changed) == ("own_task:own-1", "answer:a", at(1))
    assert file.redo() == "answer:a"
    assert file.answers.values == {"a": "1"}
    file.set_watch(WatchChoices(), "remove_task:own-1", now=at(9))
    for _ in range(3):
        file.undo()
    assert (file.undo_label, file.answers.watch) == (None, WatchChoices())
    assert everything(file.evidence) == said
    assert file.evidence.titles() == {"own-1": TITLE}, "history of a task that is gone stays readable"
    while file.redo():
        assert everything(file.evidence) == said


def test_evidence_is_there_in_every_copy_and_under_every_password(
    file: BusinessFile, path: Path, copies: Path, tmp_path: Path, quick_passwords: None
) -> None:
    said = fill(file.evidence)
    file.protect(PASSWORD, now=at(20))
    assert everything(file.evidence) == said
    file.evidence.add_review(AccessReview("ig", "Instagram", DAY), now=at(21))
    said = everything(file.evidence)
    rescue(file, tmp_path / "saved.dasar")
    file.write_copy(tmp_path / "plain.dasar", None)
    file.close()
    with BusinessFile.open(path, now=at(days=1), password=PASSWORD, backup_folder=copies) as again:
        assert everything(again.evidence) == said
        with goes_on_in(again, tmp_path / "saved.dasar", at(days=1)) as saved:
            assert everything(saved.evidence) == said
            saved.evidence.add_entry(Entry(DAY, "x", text="baharu"), now=at(days=1))
            assert len(saved.evidence.entries("bah")) == 1
        again.unprotect(now=at(days=1))
    with BusinessFile.open(tmp_path / "plain.dasar", now=at(days=1), writable=False) as plain:
        assert everything(plain.evidence) == said
    restore(path, next(copies.glob("*/2027-02-01*")), now=at(days=2), folder=copies)
    with BusinessFile.open(path, now=at(days=2), backup_folder=copies) as restored:
        assert everything(restored.evidence) == said
        restored.evidence.add_tick(Tick("t", DAY, DAY, DAY, DONE), TITLE, now=at(days=2))


def test_evidence_survives_an_update_of_the_file(file: BusinessFile, path: Path, copies: Path) -> None:
    said = fill(file.evidence)
    file.close()
    later = (*MIGRATIONS, "CREATE TABLE added (id TEXT NOT NULL PRIMARY KEY) STRICT;")
    for writable in (False, True):
        with BusinessFile.open(
            path, now=at(days=1), writable=writable, backup_folder=copies, migrations=later
        ) as updated:
            assert everything(updated.evidence) == said


def test_the_day_begins_with_a_copy(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.evidence.add_tick(Tick("t", DAY, DAY, DAY, DONE), TITLE, now=at(1))
        file.evidence.add_tick(Tick("u", DAY, DAY, DAY, DONE), TITLE, now=at(days=1))
    copy = next(copies.glob("*/2027-02-01 Kedai Roti.dasar"))
    with BusinessFile.open(copy, now=at(days=2), writable=False, backup_folder=copies) as kept:
        assert [tick.task for tick in kept.evidence.ticks()] == ["t"]


def test_a_file_open_to_look_at_tells_and_takes_nothing(file: BusinessFile, path: Path, copies: Path) -> None:
    said = fill(file.evidence)
    with pytest.raises(InUse):
        BusinessFile.open(path, now=at(9), backup_folder=copies)
    with BusinessFile.open(path, now=at(9), writable=False, backup_folder=copies) as looking:
        assert everything(looking.evidence) == said
        file.evidence.add_entry(Entry(DAY, "x"), now=at(9))
        assert looking.evidence.entry_count() == 2, "what is written meanwhile is seen"
        for add in (
            lambda: looking.evidence.add_tick(Tick("t", DAY, DAY, DAY, DONE), TITLE, now=at(9)),
            lambda: looking.evidence.add_entry(Entry(DAY, "x"), now=at(9)),
            lambda: looking.evidence.clear_entries(DAY, "", now=at(9)),
        ):
            with pytest.raises(CannotWrite, match="only to look at"):
                add()


def test_another_program_that_writes_is_said(file: BusinessFile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MILLISECONDS", 10)
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    file._connection.set_busy_timeout(10)
    try:
        with pytest.raises(InUse):
            file.evidence.add_entry(Entry(DAY, "x"), now=at(9))
    finally:
        other.close()
    assert file.evidence.add_entry(Entry(DAY, "x"), now=at(9)).entry == 1


def test_a_full_disk_takes_an_entry_whole_or_not_at_all(file: BusinessFile) -> None:
    said = fill(file.evidence)
    connection = file._connection
    connection.pragma("max_page_count", connection.pragma("page_count"))
    with pytest.raises(DiskFull):
        file.evidence.add_entry(Entry(DAY, "x", text=os.urandom(50_000).hex()), now=at(9))
    assert everything(file.evidence) == said
    connection.pragma("max_page_count", 10**6)
    file.evidence.add_entry(Entry(DAY, "x", text="lambat lagi"), now=at(9))
    assert file.evidence.entry_count("lambat") == 2


def test_evidence_is_no_part_of_a_change(file: BusinessFile) -> None:
    with file.change("answer:a", now=at(1)), pytest.raises(RuntimeError):
        file.evidence.add_entry(Entry(DAY, "x"), now=at(1))
    assert file.evidence.is_empty()


GUARDED = sorted(set(EVIDENCE_TABLES) - {"tick_corrected", "day_count", "task_title", "entry_now"})


@pytest.mark.parametrize("table", GUARDED)
def test_nothing_can_be_changed_or_erased(file: BusinessFile, path: Path, table: str) -> None:
    fill(file.evidence)
    other = apsw.Connection(str(path))
    try:
        assert other.execute(f"SELECT count(*) FROM {table}").get
        with pytest.raises(apsw.ConstraintError, match="evidence is not changed"):
            number = "tick" if table == "tick_missed" else "number"
            other.execute(f"UPDATE {table} SET {number} = {number} + 100")
        if table != "entry":
            with pytest.raises(apsw.ConstraintError, match="evidence is not erased"):
                other.execute(f"DELETE FROM {table}")
    finally:
        other.close()


def test_evidence_that_lost_a_table_is_damage_at_the_door(path: Path, copies: Path, tmp_path: Path) -> None:
    for table in (*EVIDENCE_TABLES, "entry_words"):
        lacking = tmp_path / "lacking.dasar"
        shutil.copyfile(path, lacking)
        with apsw.Connection(str(lacking)) as connection:
            connection.execute(f"DROP TABLE {table}")
        connection.close()
        with pytest.raises(Exception, match="damaged and cannot be read"):
            BusinessFile.open(lacking, now=START, backup_folder=copies)
