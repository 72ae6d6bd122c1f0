"""Copies put elsewhere: whole, checked, under a name of their own, or not there at all."""

import os
import signal
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.business_files import SAMPLE, bring_back, copy_elsewhere, open_sample
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.watch.evidence import Tick
from desktop.store import copying, protection
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, DiskFull, NeedsPassword, StoreError
from tests import disks

small_disk = disks.small_disk

NOW = datetime(2027, 2, 1, 9, 0)  # noqa: DTZ001 - wall-clock time of the owner
DAY = NOW.date()
SAID = Answers({"business_name": "Kedai Roti", "note": "x" * 9000})


@pytest.fixture(params=[None, "kucing hitam"], ids=["plain", "protected"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BusinessFile]:
    with BusinessFile.create(tmp_path / "Kedai Roti.dasar", SAID, now=NOW, backup_folder=tmp_path / "copies") as file:
        if request.param:
            file.protect(request.param, now=NOW)
        yield file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def answers(path: Path, password: str | None) -> Answers:
    with BusinessFile.open(path, now=NOW, writable=False, password=password) as file:
        return file.answers


def test_a_copy_has_the_date_and_the_password(file: BusinessFile, stick: Path) -> None:
    path = copy_elsewhere(file, stick, DAY)
    assert path == stick / "Kedai Roti 2027-02-01.dasar"
    assert answers(path, file.password) == SAID
    if file.is_protected:
        with pytest.raises(NeedsPassword):
            answers(path, None)
    assert [item.name for item in stick.iterdir()] == [path.name]


def test_never_over_another(file: BusinessFile, stick: Path) -> None:
    first = copy_elsewhere(file, stick, DAY)
    content = first.read_bytes()
    (stick / "Kedai Roti 2027-02-01 (2).dasar").symlink_to("gone")
    file.set_answer("a", "1", "Step", now=NOW)
    third = copy_elsewhere(file, stick, DAY)
    assert third.name == "Kedai Roti 2027-02-01 (3).dasar"
    assert (first.read_bytes(), answers(third, file.password)) == (content, file.answers)


def test_of_a_file_open_to_look_at(file: BusinessFile, stick: Path) -> None:
    with BusinessFile.open(file.path, now=NOW, writable=False, password=file.password) as reader:
        assert answers(copy_elsewhere(reader, stick, DAY), file.password) == SAID
        with pytest.raises(StoreError):
            reader.set_answer("a", "1", "Step", now=NOW)


def test_no_room(file: BusinessFile, small_disk: Path) -> None:
    filler = disks.fill(small_disk)
    with pytest.raises(DiskFull, match=r"not enough room in “.*disk” for the copy"):
        copy_elsewhere(file, small_disk, DAY)
    assert list(small_disk.iterdir()) == [filler]
    assert file.answers == SAID


def test_no_folder(file: BusinessFile, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Connect the drive"):
        copy_elsewhere(file, tmp_path / "unplugged", DAY)
    with pytest.raises(CannotWrite, match="Connect the drive"):
        copy_elsewhere(file, file.path, DAY)
    assert not (tmp_path / "unplugged").exists()


def test_a_folder_that_cannot_be_written(file: BusinessFile, stick: Path) -> None:
    (stick / f".{file.business}.new").mkdir()
    with pytest.raises(CannotWrite, match="could not be put into"):
        copy_elsewhere(file, stick, DAY)


def test_a_file_that_can_no_longer_be_read(file: BusinessFile, stick: Path) -> None:
    with disks.unplugged(file.path), pytest.raises(CannotWrite, match="could not be put into"):
        copy_elsewhere(file, stick, DAY)
    assert not list(stick.iterdir())


def test_a_copy_that_cannot_be_read_back_is_not_kept(
    file: BusinessFile, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a worn-out stick, which forgets what was written."""
    write = copying.write

    def forgetful(connection, target: Path, *more) -> None:
        write(connection, target, *more)
        content = target.read_bytes()
        target.write_bytes(content[:8192] + bytes(len(content) - 8192))

    monkeypatch.setattr(protection.copying, "write", forgetful)
    with pytest.raises(CannotWrite, match="could not be put into"):
        copy_elsewhere(file, stick, DAY)
    assert not list(stick.iterdir())


@pytest.mark.skipif("sys.platform == 'win32'", reason="signals of POSIX")
def test_killed_or_interrupted_half_way(file: BusinessFile, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with BusinessFile.open(file.path, now=NOW, writable=False, password=file.password):
        pass
    if not (child := os.fork()):
        copying.give_name = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        try:
            copy_elsewhere(file, stick, DAY)
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert not list(stick.glob("*.dasar"))

    def interrupted(*_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(copying, "give_name", interrupted)
        with pytest.raises(KeyboardInterrupt):
            copy_elsewhere(file, stick, DAY)
    assert not list(stick.iterdir())
    assert copy_elsewhere(file, stick, date(2027, 2, 2)).exists()


def test_a_copy_brought_back_beside(file: BusinessFile, tmp_path: Path, stick: Path) -> None:
    copy = copy_elsewhere(file, stick, DAY)
    paths = [bring_back(file.path, copy) for _ in range(2)]
    assert [path.name for path in paths] == ["Kedai Roti - brought back.dasar", "Kedai Roti - brought back (2).dasar"]
    assert answers(paths[1], file.password) == SAID


def test_a_folder_that_cannot_even_be_looked_at_is_said(file: BusinessFile, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        copy_elsewhere(file, tmp_path / ("x" * 300), DAY)


def test_no_room_to_bring_a_copy_back_leaves_no_half_file(file: BusinessFile, small_disk: Path) -> None:
    filler = disks.fill(small_disk)
    with pytest.raises(OSError, match="No space"):
        bring_back(small_disk / "Kedai Roti.dasar", file.path)
    assert list(small_disk.iterdir()) == [filler]


def test_a_sample_is_there_marked_or_not_at_all(small_disk: Path) -> None:
    library = load_library()
    sample = library.samples[0]
    full, opened = 0, 0
    filler = disks.fill(small_disk)
    for room in range(0, filler.stat().st_size, 4096):
        os.truncate(filler, filler.stat().st_size - (4096 if room else 0))
        try:
            file = open_sample(sample, small_disk, library, NOW)
        except StoreError:
            full += 1
            assert list(small_disk.iterdir()) == [filler]
        else:
            opened += 1
            path = file.path
            with file:
                assert file.setting(SAMPLE) == sample.id
            path.unlink()
    assert full
    assert opened


def test_a_sample_in_which_something_was_ticked_is_not_used_again(tmp_path: Path) -> None:
    library = load_library()
    sample = library.samples[0]
    with open_sample(sample, tmp_path, library, NOW) as first:
        assert first.evidence.is_empty()
    with open_sample(sample, tmp_path, library, NOW) as again:
        assert again.path == first.path
        again.evidence.add_tick(Tick("t", DAY, DAY, DAY, "done"), {"en": "Task"}, now=NOW)
    with open_sample(sample, tmp_path, library, NOW) as other:
        assert other.path != first.path
        assert other.evidence.is_empty()
