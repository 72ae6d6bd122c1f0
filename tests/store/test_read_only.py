"""Files and folders that may not be written, seen by an ordinary user: they open to look at."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.store import opening
from tests.store.circumstances import program

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="permissions of POSIX")

Run = Callable[[str, Path], str]

LOOK = """
before = path.read_bytes()
with BusinessFile.open(path, now=now, backup_folder=copies) as file:
    assert file.read_only
    assert file.answers.values == {}
    for change in (
        lambda: file.set_answer("a", "1", "First", now=now),
        lambda: file.save_person(Person("p", "P"), "", now=now),
        lambda: file.change("", now=now).__enter__(),
        file.undo,
    ):
        try:
            change()
        except errors.CannotWrite as error:
            assert "only to look at" in str(error)
        else:
            raise AssertionError
    file.set_setting("preview", "en")
    assert file.setting("preview") == "en"
assert path.read_bytes() == before
assert not locking.side_file(path).exists() and not copies.exists()
"""


@pytest.fixture
def shared(open_folder: Path, path: Path) -> Path:
    shared = open_folder / path.name
    shutil.copyfile(path, shared)
    return shared


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444), (0o555, 0o444)])
def test_opens_to_look_at(shared: Path, as_ordinary_user: Run, folder_mode: int, file_mode: int) -> None:
    shared.chmod(file_mode)
    shared.parent.chmod(folder_mode)
    as_ordinary_user(LOOK, shared)


def test_writes_where_it_may(shared: Path, as_ordinary_user: Run) -> None:
    shared.chmod(0o666)
    script = """
with BusinessFile.open(path, now=now, backup_folder=copies) as file:
    assert not file.read_only
    file.set_answer("a", "1", "First", now=now)
"""
    as_ordinary_user(script, shared)


def test_older_form_is_shown_updated_but_stays(shared: Path, as_ordinary_user: Run) -> None:
    shared.chmod(0o444)
    script = """
before = path.read_bytes()
from desktop.store.schema import MIGRATIONS
migrations = [*MIGRATIONS, "CREATE TABLE added (id TEXT NOT NULL PRIMARY KEY) STRICT;"
              " UPDATE meta SET value = '2000-01-01'"
              " WHERE key = 'changed'"]
with BusinessFile.open(path, now=now, backup_folder=copies, migrations=migrations) as file:
    assert file.read_only
    assert file.changed.year == 2000
assert path.read_bytes() == before
"""
    as_ordinary_user(script, shared)


def test_file_that_may_not_be_read(shared: Path, as_ordinary_user: Run) -> None:
    shared.chmod(0)
    script = """
try:
    BusinessFile.open(path, now=now, backup_folder=copies)
except errors.CannotRead as error:
    print(error)
"""
    assert "cannot be read" in as_ordinary_user(script, shared)


def test_new_file_in_a_folder_that_may_not_be_written(shared: Path, as_ordinary_user: Run) -> None:
    shared.parent.chmod(0o555)
    script = """
for target in (path.with_name("new.dasar"), path.parent / "new" / "new.dasar"):
    try:
        BusinessFile.create(target, now=now, backup_folder=copies)
    except errors.CannotWrite as error:
        print(error)
assert [p.name for p in path.parent.iterdir()] == [path.name]
"""
    assert as_ordinary_user(script, shared).count("cannot be kept here") == 2


def test_unfinished_change_that_cannot_be_put_right(shared: Path, as_ordinary_user: Run) -> None:
    cut_off = """
file = BusinessFile.open(path, now=now, backup_folder=copies)
file._connection.pragma("cache_size", 5)
with file.change("Cut off", now=now):
    for number in range(60):
        file.set_answer(f"q{number}", "x" * 3000, "", now=now)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    with program(cut_off, shared) as process:
        process.communicate(timeout=30)
    assert opening.journal(shared).exists()
    shared.chmod(0o444)
    opening.journal(shared).chmod(0o444)
    shared.parent.chmod(0o555)
    before = shared.read_bytes()
    script = """
try:
    BusinessFile.open(path, now=now, backup_folder=copies)
except errors.CannotWrite as error:
    print(error)
"""
    assert f"{shared.name}-journal" in as_ordinary_user(script, shared)
    assert shared.read_bytes() == before
