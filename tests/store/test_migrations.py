import shutil
from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Account, ClauseChoice, Person
from desktop.store import opening
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, InUse, NewerVersion
from desktop.store.schema import MIGRATIONS, USER_VERSION
from tests.store.circumstances import START, at

ADDED = "CREATE TABLE added (id TEXT NOT NULL PRIMARY KEY) STRICT;"
REBUILT = """
CREATE TABLE person_new (
    id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO person_new (id, position, name, role) SELECT id, position, upper(name), role FROM person;
DROP TABLE person;
ALTER TABLE person_new RENAME TO person;
"""
NEXT = (*MIGRATIONS, ADDED, REBUILT)
FORM_1 = Path(__file__).parent / "files" / "form-1.dasar"
"""A file as DasarKita 0.1 wrote it."""


@pytest.fixture
def old(path: Path, copies: Path) -> Path:
    """A file of the form before an invented next one."""
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.save_person(Person("siti", "Siti"), "Add", now=at(1))
        file.set_answer("a", "1", "First", now=at(2))
    return path


def test_old_file_is_copied_and_updated(old: Path, copies: Path) -> None:
    before = old.read_bytes()
    with BusinessFile.open(old, now=at(days=1), backup_folder=copies, migrations=NEXT) as file:
        assert file.answers.people["siti"].name == "SITI"
        assert (file.answers.values, file.changed) == ({"a": "1"}, at(2))
        assert (file.undo_label, file.redo_label, file.undo()) == (None, None, None)
        assert file._connection.pragma("user_version") == len(NEXT) + 1
        assert file._connection.pragma("foreign_keys") == 1
        file.set_answer("a", "2", "Second", now=at(9))
        assert file.undo() == "Second"
    copy = next(copies.glob(f"*/2027-02-01 Kedai Roti (form {USER_VERSION}).dasar"))
    with BusinessFile.open(copy, now=at(days=2), writable=False, backup_folder=copies) as file:
        assert file.answers.people["siti"].name == "Siti"
        assert file.undo_label == "First"
    assert before != old.read_bytes()
    with pytest.raises(NewerVersion):
        BusinessFile.open(old, now=at(days=1), backup_folder=copies)
    BusinessFile.open(old, now=at(days=1), backup_folder=copies, migrations=NEXT).close()


@pytest.mark.parametrize(
    "broken", ["CREATE TABLE added (x);", "nonsense", "PRAGMA foreign_keys = 0; DELETE FROM person"], ids=str
)
def test_update_that_fails_changes_nothing(old: Path, copies: Path, broken: str) -> None:
    if "DELETE" in broken:
        with apsw.Connection(str(old)) as connection:
            connection.execute(
                "INSERT INTO account (id, position, platform, handle, owner) VALUES ('a', 1, 'x', 'y', 'siti')"
            )
        connection.close()
    before = old.read_bytes()
    with pytest.raises(CannotWrite, match="could not be updated"):
        BusinessFile.open(old, now=START, backup_folder=copies, migrations=(*MIGRATIONS, ADDED, broken))
    assert old.read_bytes() == before
    BusinessFile.open(old, now=START, backup_folder=copies).close()


def test_no_update_without_a_copy(old: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    before = old.read_bytes()
    with pytest.raises(CannotWrite, match="no copy of it could be made"):
        BusinessFile.open(old, now=START, backup_folder=blocked, migrations=NEXT)
    assert old.read_bytes() == before


def test_looking_shows_the_new_form_and_leaves_the_old(old: Path, copies: Path) -> None:
    before = old.read_bytes()
    with BusinessFile.open(old, now=START, writable=False, backup_folder=copies, migrations=NEXT) as file:
        assert file.answers.people["siti"].name == "SITI"
        assert file.read_only
    assert old.read_bytes() == before


def test_no_update_while_another_program_writes(old: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MILLISECONDS", 10)
    other = apsw.Connection(str(old))
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(InUse):
            BusinessFile.open(old, now=START, backup_folder=copies, migrations=NEXT)
    finally:
        other.close()


def test_file_of_the_first_form(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "old.dasar"
    shutil.copyfile(FORM_1, path)
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        assert file.answers.values == {
            "business_name": "Kedai Roti Seri Murni",
            "own_definition": {"ms": "semua", "en": "all"},
            "posture": "open",
            "state": "selangor",
        }
        assert file.answers.people["aminah"].name == "Aminah Yusof"
        assert file.answers.accounts["fb"] == Account("fb", "facebook", "serimurni", "aminah")
        assert (file.answers.choices, file.kept_clauses, file.undo_label) == ({}, {}, None)
        file.choose_clause("stance.trust", ClauseChoice(included=False), "clause:stance.trust", now=at(1))
    with BusinessFile.open(path, now=at(2), backup_folder=copies) as file:
        assert file.answers.choices == {"stance.trust": ClauseChoice(included=False)}


def test_updated_file_has_the_tables_of_a_new_one(path: Path, tmp_path: Path, copies: Path) -> None:
    old = tmp_path / "old.dasar"
    shutil.copyfile(FORM_1, old)
    BusinessFile.open(old, now=START, backup_folder=copies).close()

    def tables(file: Path) -> dict[str, str]:
        connection = apsw.Connection(str(file))
        try:
            found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            return {name: " ".join(sql.split()) for name, sql in found}
        finally:
            connection.close()

    assert tables(old) == tables(path)
