"""A process that is killed, a disk that is full, a file that is moved away: nothing acknowledged is lost."""

from pathlib import Path

import pytest

from desktop.core.answers import Answers
from desktop.core.watch.evidence import Entry, Tick
from desktop.store import locking, opening
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, DiskFull, Moved
from tests.store.circumstances import START, at, program

needs_posix = pytest.mark.skipif("sys.platform == 'win32'", reason="signals and limits of POSIX")

WRITER = """
with BusinessFile.open(path, now=now, backup_folder=copies) as file:
    for number in range(10**6):
        file.set_answer(f"q{number % 50}", {"ms": str(number), "en": "x" * (number % 977)}, f"Step {number}", now=now)
        print(number, flush=True)
"""

CUT_OFF = """
file = BusinessFile.open(path, now=now, backup_folder=copies)
file._connection.pragma("cache_size", 5)
with file.change("Cut off", now=now):
    for number in range(60):
        file.set_answer("a" if number == 7 else f"q{number}", "x" * 3000, "", now=now)
    os.kill(os.getpid(), signal.SIGKILL)
"""

EVIDENCE_WRITER = """
from desktop.core.watch.evidence import Entry, Tick
day = date(2027, 1, 31)
with BusinessFile.open(path, now=now, backup_folder=copies) as file:
    for number in range(1, 10**6):
        file.evidence.add_tick(Tick("t", day, day, day, "done", note=f"n{number}"), {"en": f"T{number}"}, now=now)
        changed = 0 if number % 2 else number - 1
        text = f"word{number} " + "x" * (number % 977)
        file.evidence.add_entry(Entry(day, "facebook", text=text, entry=changed), now=now)
        print(number, flush=True)
"""

EVIDENCE_CUT_OFF = """
from desktop.core.watch.evidence import Entry, Tick
from desktop.store import log_rows, tick_rows
file = BusinessFile.open(path, now=now, backup_folder=copies)
file._connection.pragma("cache_size", 5)
day = date(2027, 1, 31)
with file.noting(now) as connection:
    for number in range(40):
        log_rows.add_entry(connection, Entry(day, "x", text=" ".join(f"late{number}w{at}" for at in range(300))), now)
        tick_rows.add_tick(connection, Tick("t", day, day, day, "withdrawn", corrects=1 + number), {"en": "New"}, now)
    os.kill(os.getpid(), signal.SIGKILL)
"""

FULL = """
import resource
file = BusinessFile.open(path, now=now, backup_folder=copies)
file.set_answer("a", "before", "First", now=now)
size = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    file.set_answer("a", "x" * 100_000, "Too long", now=now)
except errors.CannotWrite as error:
    print("told")
assert file.answers.values == {"a": "before"} and file.undo_label == "First"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
file.set_answer("b", "after", "Second", now=now)
file.close()
"""


@needs_posix
def test_killed_while_writing(path: Path, copies: Path) -> None:
    for acknowledged in (1, 37, 60, 113):
        with program(WRITER, path) as process:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(acknowledged)]
            process.kill()
            # what it said before it died counts too
            lines += process.stdout.readlines()
        last = int([line for line in lines if line.endswith("\n")][-1])
        with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
            values = file.answers.values
            newest = int(file.undo_label.split()[1])  # type: ignore[union-attr]
            assert newest in (last, last + 1)
            for number in range(max(0, newest - 49), newest + 1):
                assert values[f"q{number % 50}"] == {"ms": str(number), "en": "x" * (number % 977)}
            assert file.undo()
            file.redo()


@needs_posix
def test_killed_in_the_middle_of_a_change(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "kept", "First", now=at(1))
    with program(CUT_OFF, path) as process:
        _, errors = process.communicate(timeout=30)
    assert process.returncode == -9, errors
    assert opening.journal(path).stat().st_size, "the change had reached the file"
    with BusinessFile.open(path, now=at(9), writable=False, backup_folder=copies) as file:
        assert file.answers.values == {"a": "kept"}
    with BusinessFile.open(path, now=at(9), backup_folder=copies) as file:
        assert file.answers.values == {"a": "kept"}
        assert (file.undo_label, file.changed) == ("First", at(1))
    assert not opening.journal(path).exists()
    assert not locking.side_file(path).exists()


@needs_posix
def test_killed_while_writing_evidence(path: Path, copies: Path) -> None:
    for acknowledged in (1, 23, 60):
        fresh = path.with_name(f"{acknowledged}.dasar")
        fresh.write_bytes(path.read_bytes())
        with program(EVIDENCE_WRITER, fresh) as process:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(acknowledged)]
            process.kill()
            lines += process.stdout.readlines()
        last = int([line for line in lines if line.endswith("\n")][-1])
        with BusinessFile.open(fresh, now=at(days=1), backup_folder=copies) as file:
            book = file.evidence
            ticks = book.ticks()
            assert len(ticks) in (last, last + 1)
            assert [tick.note for tick in ticks] == [f"n{number}" for number in range(len(ticks), 0, -1)]
            assert book.titles() == {"t": {"en": f"T{len(ticks)}"}}
            assert book.days(START.date(), START.date())[START.date()].done == len(ticks)
            newest = max(entry.number for entry in book.entries())
            assert newest in (last, last + 1)
            for number in range(1, newest + 1):
                # every second row changes the entry before it
                words = [entry.text.split()[0] for entry in book.entries(f"word{number}")]
                assert (f"word{number}" in words) == (number == newest or number % 2 == 0)


@needs_posix
def test_killed_in_the_middle_of_writing_evidence(path: Path, copies: Path) -> None:
    day = START.date()
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        kept = file.evidence.add_entry(Entry(day, "x", text="kept"), now=at(1))
        tick = file.evidence.add_tick(Tick("t", day, day, day, "done"), {"en": "Old"}, now=at(1))
    with program(EVIDENCE_CUT_OFF, path) as process:
        _, errors = process.communicate(timeout=30)
    assert process.returncode == -9, errors
    assert opening.journal(path).stat().st_size, "it had reached the file"
    for writable in (False, True):
        with BusinessFile.open(path, now=at(9), writable=writable, backup_folder=copies) as file:
            book = file.evidence
            assert (book.entries(), book.entries("kept"), book.entry_count("late")) == ((kept,), (kept,), 0)
            assert (book.ticks(), book.settled(day), book.titles()) == ((tick,), {"t": day}, {"t": {"en": "Old"}})
    assert not opening.journal(path).exists()


def test_full_disk_keeps_memory_and_file_agreed(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "before", "First", now=at(1))
        file.undo()
        connection = file._connection
        connection.pragma("max_page_count", connection.pragma("page_count"))
        with pytest.raises(DiskFull, match="disk is full"):
            file.set_answer("a", "x" * 100_000, "Too long", now=at(2))
        with pytest.raises(DiskFull), file.change("Too long", now=at(2)):
            file.set_answer("b", "short", "", now=at(2))
            file.set_answer("a", "x" * 100_000, "", now=at(2))
        with pytest.raises(DiskFull):
            file.set_setting("key", "x" * 100_000)
        assert (file.answers, file.setting("key"), file.redo_label) == (Answers(), "", "First")
        connection.pragma("max_page_count", 10**6)
        file.set_answer("b", "after", "Second", now=at(3))
    with BusinessFile.open(path, now=at(9), backup_folder=copies) as file:
        assert file.answers.values == {"b": "after"}


@needs_posix
def test_file_that_may_not_grow(path: Path, copies: Path) -> None:
    with program(FULL, path) as process:
        output, errors = process.communicate(timeout=30)
    assert (process.returncode, output) == (0, "told\n"), errors
    with BusinessFile.open(path, now=at(9), backup_folder=copies) as file:
        assert file.answers.values == {"a": "before", "b": "after"}


@needs_posix
@pytest.mark.parametrize("replaced", [False, True])
def test_file_moved_while_open(path: Path, copies: Path, replaced: bool) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        file.set_answer("a", "before", "First", now=at(1))
        moved = path.rename(path.with_name("moved.dasar"))
        if replaced:
            path.write_bytes(moved.read_bytes())
        with pytest.raises(Moved, match="moved, renamed or deleted"):
            file.set_answer("a", "after", "Second", now=at(2))
        assert file.answers.values == {"a": "before"}
    with BusinessFile.open(moved, now=at(9), backup_folder=copies) as file:
        assert file.answers.values == {"a": "before"}


@needs_posix
def test_folder_gone_while_open(tmp_path: Path, copies: Path) -> None:
    path = tmp_path / "stick" / "a.dasar"
    with BusinessFile.create(path, now=START, backup_folder=copies) as file:
        path.parent.rename(tmp_path / "elsewhere")
        with pytest.raises(CannotWrite):
            file.set_answer("a", "after", "Second", now=at(2))
        assert file.answers == Answers()
