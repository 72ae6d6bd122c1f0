from pathlib import Path

import apsw
import pytest

from desktop.core.answers import Person
from desktop.store import opening
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, InUse, NewerVersion
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
MIGRATIONS = (ADDED, REBUILT)


@pytest.fixture
def old(path: Path, copies: Path) -> Path:
    """A file of the form before an invented next one."""
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.save_person(Person("siti", "Siti"), "Add", now=at(1))
        file.set_answer("a", "1", "First", now=at(2))
    return path


def test_old_file_is_copied_and_updated(old: Path, copies: Path) -> None:
    before = old.read_bytes()
    with BusinessFile.open(old, now=at(days=1), backup_folder=copies, migrations=MIGRATIONS) as file:
        assert file.answers.people["siti"].name == "SITI"
        assert (file.answers.values, file.changed) == ({"a": "1"}, at(2))
        assert (file.undo_label, file.redo_label, file.undo()) == (None, None, None)
        assert file._connection.pragma("user_version") == 3
        assert file._connection.pragma("foreign_keys") == 1
        file.set_answer("a", "2", "Second", now=at(9))
        assert file.undo() == "Second"
    copy = next(copies.glob("*/2027-02-01 Kedai Roti (form 1).dasar"))
    with BusinessFile.open(copy, now=at(days=2), writable=False, backup_folder=copies) as file:
        assert file.answers.people["siti"].name == "Siti"
        assert file.undo_label == "First"
    assert before != old.read_bytes()
    with pytest.raises(NewerVersion):
        BusinessFile.open(old, now=at(days=1), backup_folder=copies)
    BusinessFile.open(old, now=at(days=1), backup_folder=copies, migrations=MIGRATIONS).close()


@pytest.mark.parametrize(
    "broken", ["CREATE TABLE added (x);", "nonsense", "PRAGMA foreign_keys = 0; DELETE FROM person"], ids=str
)
def test_update_that_fails_changes_nothing(old: Path, copies: Path, broken: str) -> None:
    if "DELETE" in broken:
        with apsw.Connection(str(old)) as connection:
            connection.execute("INSERT INTO account VALUES ('a', 1, 'x', 'y', 'siti')")
        connection.close()
    before = old.read_bytes()
    with pytest.raises(CannotWrite, match="could not be updated"):
        BusinessFile.open(old, now=START, backup_folder=copies, migrations=(ADDED, broken))
    assert old.read_bytes() == before
    BusinessFile.open(old, now=START, backup_folder=copies).close()


def test_no_update_without_a_copy(old: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    before = old.read_bytes()
    with pytest.raises(CannotWrite, match="no copy of it could be made"):
        BusinessFile.open(old, now=START, backup_folder=blocked, migrations=MIGRATIONS)
    assert old.read_bytes() == before


def test_looking_shows_the_new_form_and_leaves_the_old(old: Path, copies: Path) -> None:
    before = old.read_bytes()
    with BusinessFile.open(old, now=START, writable=False, backup_folder=copies, migrations=MIGRATIONS) as file:
        assert file.answers.people["siti"].name == "SITI"
        assert file.read_only
    assert old.read_bytes() == before


def test_no_update_while_another_program_writes(old: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_BUSY_MILLISECONDS", 10)
    other = apsw.Connection(str(old))
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(InUse):
            BusinessFile.open(old, now=START, backup_folder=copies, migrations=MIGRATIONS)
    finally:
        other.close()
