"""Files that cannot be opened: a clear reason, and not a byte of them changed."""

import shutil
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.answers import Person
from desktop.core.watch.evidence import Entry, Incident, Run, RunStep, Tick
from desktop.store.business_file import BusinessFile
from desktop.store.errors import (
    Damaged,
    ForeignFile,
    Missing,
    NeedsPassword,
    NewerVersion,
    StoreError,
)
from desktop.store.schema import APPLICATION_ID, SCHEMA, TABLES
from tests.store.circumstances import START, at


def refused(path: Path, copies: Path, kind: type[StoreError], match: str) -> StoreError:
    before = path.read_bytes() if path.is_file() else b""
    around = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    for writable in (True, False):
        with pytest.raises(kind, match=match) as caught:
            BusinessFile.open(path, now=at(days=1), writable=writable, backup_folder=copies)
    if path.is_file():
        assert path.read_bytes() == before
    assert not path.parent.is_dir() or sorted(path.parent.iterdir()) == around
    return caught.value


def test_missing(tmp_path: Path, copies: Path) -> None:
    refused(tmp_path / "gone.dasar", copies, Missing, "not there")
    refused(tmp_path / "no" / "folder.dasar", copies, Missing, "not there")
    (tmp_path / "link").symlink_to("nowhere")
    refused(tmp_path / "link", copies, Missing, "not there")
    (tmp_path / "plain").write_bytes(b"")
    refused(tmp_path / "plain" / "a.dasar", copies, Missing, "not there")


def test_folder(tmp_path: Path, copies: Path) -> None:
    (tmp_path / "folder.dasar").mkdir()
    refused(tmp_path / "folder.dasar", copies, ForeignFile, "is a folder")


def test_empty(tmp_path: Path, copies: Path) -> None:
    (tmp_path / "empty.dasar").write_bytes(b"")
    refused(tmp_path / "empty.dasar", copies, Damaged, "is empty")


@pytest.mark.parametrize("content", [b"x", b"PK\3\4" * 500, "Dasar kita".encode("utf-16"), bytes(range(256)) * 9])
def test_something_else(tmp_path: Path, copies: Path, content: bytes) -> None:
    path = tmp_path / "Surat.dasar"
    path.write_bytes(content)
    refused(path, copies, ForeignFile, "Surat.dasar” is not a DasarKita policy file")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_database_of_another_program(tmp_path: Path, copies: Path, mode: str) -> None:
    path = tmp_path / "photos.db"
    with apsw.Connection(str(path)) as connection:
        connection.execute("CREATE TABLE answer (x)")
    connection.pragma("journal_mode", mode)
    connection.close()
    refused(path, copies, ForeignFile, "not a DasarKita")


def test_newer_program(path: Path, copies: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    refused(path, copies, NewerVersion, "newer DasarKita. Update the program")


def test_protected(path: Path, copies: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.pragma("rekey", "rahsia")
    connection.close()
    refused(path, copies, NeedsPassword, "password")


@pytest.mark.parametrize("size", [16, 99, 100, 1000, 4096, 5000, -4096, -1])
def test_cut_off(path: Path, copies: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    refused(path, copies, Damaged, "damaged")


def test_overwritten_with_nothing(path: Path, copies: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))
    refused(path, copies, Damaged, "damaged")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE answer SET value = '{'",
        "UPDATE answer SET value = '1.5'",
        "UPDATE answer SET value = 'null'",
        "UPDATE answer SET value = '{\"ms\": 1}'",
        'UPDATE answer SET value = \'{"$date": "yesterday"}\'',
        "UPDATE person SET role = '[]'",
        "UPDATE meta SET value = '../../elsewhere' WHERE key = 'id'",
        "UPDATE meta SET value = '' WHERE key = 'changed'",
        "DELETE FROM meta",
        "DROP TABLE meta",
        "DROP TABLE version",
        "DROP TABLE answer; CREATE TABLE answer (other)",
    ],
)
def test_contents_that_make_no_sense(path: Path, copies: Path, sql: str) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("q", "a", "", now=at(1))
        file.save_person(Person("p", "P"), "", now=at(1))
    shutil.rmtree(copies)
    connection = apsw.Connection(str(path))
    connection.execute(sql)
    connection.close()
    refused(path, copies, Damaged, "damaged")


@pytest.mark.parametrize("table", sorted(TABLES))
def test_lost_page_of_any_table(path: Path, copies: Path, table: str) -> None:
    connection = apsw.Connection(str(path))
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).get
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)
    refused(path, copies, Damaged, "damaged")


def test_damage_names_the_newest_copy(path: Path, copies: Path) -> None:
    for days in (1, 2):
        BusinessFile.open(path, now=at(days=days), backup_folder=copies).close()
    path.write_bytes(path.read_bytes()[:5000])
    fault = refused(path, copies, Damaged, "The newest copy of it is “.*2027-02-02 Kedai Roti.dasar”")
    assert isinstance(fault, Damaged)
    assert fault.copy
    BusinessFile.open(fault.copy, now=at(days=3), writable=False, backup_folder=copies).close()


def test_a_business_is_not_offered_the_copy_of_another_of_the_same_name(path: Path, copies: Path) -> None:
    BusinessFile.open(path, now=at(days=1), backup_folder=copies).close()
    (copies / "another").mkdir()
    (copies / "another" / f"2027-02-09 {path.stem}.dasar").write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:5000])
    fault = refused(path, copies, Damaged, "damaged")
    assert isinstance(fault, Damaged)
    assert fault.copy is None


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "a.dasar"
    with BusinessFile.create(path, now=START, backup_folder=path.parent / "copies") as file:
        for number in range(40):
            file.set_answer(f"q{number}", {"ms": "x" * 50 * number}, "Answer", now=at(number))
            entry = Entry(START.date(), "facebook", text=f"lambat{number} " * number, about=("firm",))
            file.evidence.add_entry(entry, now=at(number))
            tick = Tick("t", START.date(), START.date(), START.date(), "done", corrects=number - 1 if number > 1 else 0)
            file.evidence.add_tick(tick, {"en": "Title"}, now=at(number))
        file.evidence.add_incident(Incident("leak", at(), "Bocor"), now=at())
        file.evidence.add_run(Run("leaver", "Ali", START.date(), (RunStep("keys", {"en": "Keys"}),)), now=at())
    return path


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_told_or_harmless(sound: Path, data: st.DataObject) -> None:
    content = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.one_of(st.integers(0, 110), st.integers(0, len(content) - 1)))
        junk = data.draw(st.one_of(st.binary(min_size=1, max_size=40), st.just(bytes(512))))
        content[start : start + len(junk)] = junk
    path = sound.with_name("damaged.dasar")
    path.write_bytes(content)
    try:
        file = BusinessFile.open(path, now=at(), writable=False, backup_folder=sound.parent / "copies")
    except StoreError:
        assert path.read_bytes() == content
    else:
        with file, suppress(StoreError):
            file.evidence.settled(START.date())
            file.evidence.entries("lambat1")
            file.evidence.records(START.date(), incident=1, run=1)


def test_views_and_triggers_of_a_crafted_file_do_not_write_elsewhere(path: Path, copies: Path) -> None:
    """A file from a stranger may be odd, but looking at it changes nothing."""
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TRIGGER t AFTER INSERT ON answer BEGIN INSERT INTO setting VALUES ('a', 'b'); END")
    connection.close()
    before = path.read_bytes()
    BusinessFile.open(path, now=START, writable=False, backup_folder=copies).close()
    assert path.read_bytes() == before


def test_schema_alone_is_no_business_file(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "bare.dasar"
    connection = apsw.Connection(str(path))
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", 1)
    connection.execute(SCHEMA)
    connection.close()
    refused(path, copies, Damaged, "damaged")
