from pathlib import Path

import apsw
import pytest

from desktop.store import locking
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, InUse
from tests.store.circumstances import START, at, program

HOLDER = """
file = BusinessFile.open(path, now=now, backup_folder=copies)
file.set_answer("a", "theirs", "Theirs", now=now)
print("open", flush=True)
sys.stdin.readline()
file.close()
"""


def test_second_opening_is_refused_and_looking_allowed(path: Path, copies: Path) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        with pytest.raises(InUse, match="open in another window"):
            BusinessFile.open(path, now=START, backup_folder=copies)
        with BusinessFile.open(path, now=START, writable=False, backup_folder=copies) as reader:
            file.set_answer("a", "1", "First", now=at(1))
            assert reader.read_only
            with pytest.raises(CannotWrite, match="only to look at"):
                reader.set_answer("a", "2", "Second", now=at(2))
            for step in (reader.undo, reader.redo):
                with pytest.raises(CannotWrite):
                    step()
            with pytest.raises(apsw.ReadOnlyError):
                reader._connection.execute("DELETE FROM answer")
        with BusinessFile.open(path, now=START, writable=False, backup_folder=copies) as reader:
            assert reader.answers.values == {"a": "1"}
        with pytest.raises(InUse):
            BusinessFile.open(path, now=START, backup_folder=copies)
    BusinessFile.open(path, now=START, backup_folder=copies).close()


def test_another_process_holds_it_until_it_ends(path: Path, copies: Path) -> None:
    for ending in ("asked", "killed"):
        with program(HOLDER, path) as process:
            assert process.stdout
            assert process.stdin
            assert process.stdout.readline() == "open\n"
            with pytest.raises(InUse):
                BusinessFile.open(path, now=START, backup_folder=copies)
            if ending == "asked":
                process.stdin.write("\n")
            else:
                process.kill()
        with BusinessFile.open(path, now=START, backup_folder=copies) as file:
            assert file.answers.values == {"a": "theirs"}
            assert not file.read_only
        assert not locking.side_file(path).exists()


def test_links_share_the_lock(path: Path, copies: Path) -> None:
    link = path.with_name("link.dasar")
    link.symlink_to(path.name)
    with BusinessFile.open(link, now=START, backup_folder=copies) as file:
        assert file.path == link
        with pytest.raises(InUse):
            BusinessFile.open(path, now=START, backup_folder=copies)


def test_lock_is_given_back_when_opening_fails(path: Path, copies: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    for _ in range(2):
        with pytest.raises(Exception, match="damaged"):
            BusinessFile.open(path, now=START, backup_folder=copies)
    assert not locking.side_file(path).exists()


@pytest.mark.skipif("sys.platform == 'win32'", reason="there an open file cannot be removed")
def test_lock_on_a_removed_side_file_does_not_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between our opening and locking the side file, its owner removes it and someone else makes a new one."""
    first = locking.take(path)
    assert first
    others: list[locking.Lock | None] = []
    lock = locking._lock

    def late(handle: int) -> None:
        monkeypatch.setattr(locking, "_lock", lock)
        first.release()
        others.append(locking.take(path))
        lock(handle)

    monkeypatch.setattr(locking, "_lock", late)
    with pytest.raises(InUse):
        locking.take(path)
    assert others[0]
    others[0].release()
    others[0].release()
    assert not locking.side_file(path).exists()
