"""Bringing a copy back: whole or not at all, and what was there before is kept."""

import os
import shutil
import signal
from pathlib import Path

import apsw
import pytest

from desktop.business_files import restore
from desktop.core.answers import Answers
from desktop.store import copying, opening
from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.store.errors import (
    AnotherBusiness,
    CannotWrite,
    CopyNeedsPassword,
    Damaged,
    DiskFull,
    ForeignFile,
    InUse,
    NeedsPassword,
    NewerVersion,
    StoreError,
    WrongPassword,
)
from desktop.store.restoring import Restored
from tests import disks
from tests.store.circumstances import at

small_disk = disks.small_disk

pytestmark = pytest.mark.usefixtures("quick_passwords")

NOW = at(days=5)
OLD, NEW = Answers({"a": "old"}), Answers({"a": "new"})


@pytest.fixture
def copy(path: Path, copies: Path) -> Path:
    """The copy of a day before the answer was changed; the file is closed."""
    with BusinessFile.open(path, now=at(), backup_folder=copies) as file:
        file.set_answer("a", "old", "Old", now=at())
        file.set_answer("a", "new", "New", now=at(days=1))
    return next(copies.glob("*/2027-02-01*"))


def answers(path: Path, password: str | None = None) -> Answers:
    with BusinessFile.open(path, now=NOW, writable=False, password=password) as file:
        return file.answers


def everything(folder: Path) -> dict[Path, bytes]:
    return {item: item.read_bytes() for item in folder.rglob("*") if item.is_file()}


def test_a_copy_and_back_again(path: Path, copies: Path, copy: Path) -> None:
    content = copy.read_bytes()
    first = restore(path, copy, now=NOW, folder=copies)
    assert answers(path) == OLD
    assert first.kept
    assert (first.kept.name, answers(first.kept)) == ("2027-02-05 Kedai Roti (replaced).dasar", NEW)
    assert (first.aside, first.has_password_of_copy, copy.read_bytes()) == (None, False, content)
    second = restore(path, first.kept, now=NOW, folder=copies)
    assert answers(path) == NEW
    assert second.kept
    assert (second.kept.name, answers(second.kept)) == ("2027-02-05 Kedai Roti (replaced 2).dasar", OLD)
    with BusinessFile.open(path, now=NOW, backup_folder=copies) as file:
        assert file.undo() == "New"
        listed = copies_of(file.business, copies)
    assert [item.before_restore for item in listed] == [True, True, False, False, False]
    assert {item.suffix for item in path.parent.rglob("*") if item.is_file()} == {".dasar"}


def test_the_oldest_of_many_copies_stays_while_it_is_brought_back(path: Path, copies: Path, copy: Path) -> None:
    for days in range(2, 12):
        BusinessFile.open(path, now=at(days=days), backup_folder=copies).close()
    oldest = min(copies.glob("*/*.dasar"))
    restore(path, oldest, now=at(days=12), folder=copies)
    assert oldest.exists()


def test_protected_files_keep_their_password(path: Path, copies: Path, copy: Path) -> None:
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        file.protect("kucing hitam", now=at(days=1))
    before = everything(path.parent)
    for password, kind in ((None, CopyNeedsPassword), ("kucing putih", CopyNeedsPassword)):
        with pytest.raises(kind, match="password of its own"):
            restore(path, copy, now=NOW, password=password, folder=copies)
    assert everything(path.parent) == before
    result = restore(path, copy, now=NOW, password="kucing hitam", folder=copies)
    assert result.kept
    assert (answers(path, "kucing hitam"), answers(result.kept, "kucing hitam")) == (OLD, NEW)
    for item in path.parent.rglob("*.dasar"):
        with pytest.raises(NeedsPassword):
            answers(item)


@pytest.mark.parametrize("present", [None, "kucing hitam"])
def test_a_copy_with_another_password(path: Path, copies: Path, copy: Path, present: str | None) -> None:
    old = copy.with_name("2026-12-01 Kedai Roti.dasar")
    old.write_bytes(copy.read_bytes())
    with BusinessFile.open(old, now=NOW, backup_folder=copies / "x") as file:
        file.protect("kata lama", now=NOW)
    kept = old.read_bytes()
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        if present:
            file.protect(present, now=at(days=1))
    assert old.read_bytes() == kept
    with pytest.raises(CopyNeedsPassword):
        restore(path, old, now=NOW, password=present, folder=copies)
    with pytest.raises(WrongPassword) as caught:
        restore(path, old, now=NOW, password=present, copy_password="kata baharu", folder=copies)
    assert old.name in str(caught.value)
    assert answers(path, present) == NEW
    restore(path, old, now=NOW, password=present, copy_password="kata lama", folder=copies)
    assert answers(path, present) == OLD


def test_a_copy_that_had_no_password_yet(path: Path, copies: Path, copy: Path) -> None:
    plain = copy.read_bytes()
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        file.protect("kucing hitam", now=at(days=1))
    copy.write_bytes(plain)
    restore(path, copy, now=NOW, password="kucing hitam", folder=copies)
    assert answers(path, "kucing hitam") == OLD
    with pytest.raises(NeedsPassword):
        answers(path)


@pytest.mark.parametrize("protected", [False, True])
@pytest.mark.parametrize("damage", ["half", "first page", "zeros", "empty", "missing"])
def test_a_file_that_is_damaged_or_gone(path: Path, copies: Path, copy: Path, damage: str, protected: bool) -> None:
    password = "kucing hitam" if protected else None
    if password:
        with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
            file.protect(password, now=at(days=1))
    content = path.read_bytes()
    broken = {"half": content[:6000], "first page": b"?" * 4096 + content[4096:], "zeros": bytes(8192), "empty": b""}
    opening.journal(path).write_bytes(b"of a change that was cut off")
    path.write_bytes(broken.get(damage, b""))
    if damage == "missing":
        path.unlink()
        opening.journal(path).unlink()
    result = restore(path, copy, now=NOW, password=password, folder=copies)
    assert answers(path, password) == OLD
    aside = path.with_name("Kedai Roti - damaged.dasar")
    assert result == Restored(None, None if damage == "missing" else aside, protected)
    if damage != "missing":
        assert aside.read_bytes() == broken[damage]
        # SQLite may have seen that there was nothing in it, where it came so far
        assert opening.journal(aside).exists() or damage == "half"
    assert not opening.journal(path).exists()


def test_damaged_copies_and_those_of_others_are_refused(path: Path, copies: Path, copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.dasar"
    BusinessFile.create(other, now=NOW, backup_folder=copies).close()
    newer = tmp_path / "newer.dasar"
    newer.write_bytes(copy.read_bytes())
    connection = apsw.Connection(str(newer))
    connection.pragma("user_version", 99)
    connection.close()
    half = tmp_path / "half.dasar"
    half.write_bytes(copy.read_bytes()[:6000])
    letter = tmp_path / "letter.dasar"
    letter.write_bytes(b"x" * 600)
    before = everything(tmp_path)
    for bad, kind in ((other, AnotherBusiness), (newer, NewerVersion), (half, Damaged), (letter, ForeignFile)):
        with pytest.raises(kind):
            restore(path, bad, now=NOW, folder=copies)
        assert everything(tmp_path) == before


def test_not_while_it_is_open(path: Path, copies: Path, copy: Path) -> None:
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies):
        before = everything(path.parent)
        with pytest.raises(InUse):
            restore(path, copy, now=NOW, folder=copies)
        assert everything(path.parent) == before


@pytest.mark.parametrize("full", ["file", "copies"])
def test_full_disk(path: Path, copies: Path, copy: Path, small_disk: Path, tmp_path: Path, full: str) -> None:
    if full == "file":
        path = Path(shutil.move(path, small_disk))
        folder = copies
    else:
        folder = small_disk
    disks.fill(small_disk)
    before = everything(tmp_path)
    with pytest.raises(DiskFull, match="Nothing was changed"):
        restore(path, copy, now=NOW, folder=folder)
    assert everything(tmp_path) == before


def test_folders_that_are_gone(path: Path, copies: Path, copy: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Nothing was changed"):
        restore(tmp_path / "stick" / "a.dasar", copy, now=NOW, folder=copies)
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    before = everything(tmp_path)
    with pytest.raises(CannotWrite, match="Nothing was changed"):
        restore(path, copy, now=NOW, folder=blocked)
    assert everything(tmp_path) == before
    folder = tmp_path / "folder.dasar"
    folder.mkdir()
    with pytest.raises(ForeignFile, match="is a folder"):
        restore(folder, copy, now=NOW, folder=copies)


def test_ctrl_c_half_way(path: Path, copies: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(path.parent)

    def interrupted(new: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        restore(path, copy, now=NOW, folder=copies)
    assert everything(path.parent) == before


@pytest.mark.skipif("sys.platform == 'win32'", reason="signals of POSIX")
@pytest.mark.parametrize("lost", [False, True])
def test_killed_half_way(path: Path, copies: Path, copy: Path, lost: bool) -> None:
    if lost:
        path.write_bytes(path.read_bytes()[:6000])
    if not (child := os.fork()):
        copying.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        try:
            restore(path, copy, now=NOW, folder=copies)
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    if not lost:
        assert answers(path) == NEW
    restore(path, copy, now=NOW, folder=copies)
    assert answers(path) == OLD
    with BusinessFile.open(path, now=NOW, backup_folder=copies):
        pass
    assert not [item for item in path.parent.rglob("*") if item.name.endswith(".new")]


def test_words_name_no_password(path: Path, copies: Path, copy: Path) -> None:
    with BusinessFile.open(path, now=at(days=1), backup_folder=copies) as file:
        file.protect("kucing hitam", now=at(days=1))
    with pytest.raises(StoreError) as caught:
        restore(path, copy, now=NOW, password="kucing hitam", copy_password="rahsiabesar", folder=copies)
    assert "rahsiabesar" not in repr(caught.value)
