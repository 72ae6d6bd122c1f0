"""A file is written whole or not at all, and the caller learns where it went."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.render.files import write_file, write_files

ROOT = Path(__file__).parents[2]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_new_file(tmp_path):
    assert write_file(tmp_path / "policy.docx", b"new") == tmp_path / "policy.docx"
    assert (tmp_path / "policy.docx").read_bytes() == b"new"
    assert names(tmp_path) == ["policy.docx"]


def test_older_file_is_replaced(tmp_path):
    target = tmp_path / "policy.docx"
    target.write_bytes(b"old")
    assert write_file(target, b"new") == target
    assert target.read_bytes() == b"new"


@pytest.fixture
def locked(monkeypatch, tmp_path):
    """A target that another program holds, as the system answers for it on Windows."""
    target = tmp_path / "Dasar media sosial.docx"
    target.write_bytes(b"open in Word")
    replace = os.replace

    def refuse(source, destination, **more):
        if Path(destination) == target:
            raise PermissionError(13, "The process cannot access the file", str(destination))
        replace(source, destination, **more)

    monkeypatch.setattr(os, "replace", refuse)
    return target


def test_locked_file_is_left_and_a_second_name_used(locked):
    first = write_file(locked, b"new")
    second = write_file(locked, b"newer")
    assert (first.name, second.name) == ("Dasar media sosial (2).docx", "Dasar media sosial (3).docx")
    assert [path.read_bytes() for path in (locked, first, second)] == [b"open in Word", b"new", b"newer"]
    assert len(names(locked.parent)) == 3


def test_full_disk_leaves_the_older_file(monkeypatch, tmp_path):
    target = tmp_path / "policy.docx"
    target.write_bytes(b"old")

    def refuse(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["policy.docx"]


def test_full_disk_leaves_none_of_several_files(monkeypatch, tmp_path):
    old = tmp_path / "policy.docx"
    old.write_bytes(b"old")
    answers = iter([None, OSError(28, "No space left on device")])

    def refuse_the_second(_descriptor):
        if error := next(answers):
            raise error

    monkeypatch.setattr(os, "fsync", refuse_the_second)
    with pytest.raises(OSError, match="No space"):
        write_files([(old, b"new"), (tmp_path / "new" / "deep" / "card.docx", b"new")])
    assert old.read_bytes() == b"old"
    assert names(tmp_path) == ["policy.docx"]


def test_several_files_make_their_folders_and_pass_by_a_locked_one(locked):
    beside = locked.parent / "English" / "Policy.docx"
    paths = write_files([(locked, b"new"), (beside, b"new")])
    assert paths == [locked.with_name("Dasar media sosial (2).docx"), beside]
    assert [path.read_bytes() for path in (locked, *paths)] == [b"open in Word", b"new", b"new"]
    assert len(names(locked.parent)) == 3


REFUSED = """
import os, sys
from pathlib import Path
from desktop.render.files import write_file
if os.getuid() == 0:  # the superuser may write anything, so be nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    write_file(Path(sys.argv[1]), b"new")
except PermissionError:
    print("refused")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders there take no file modes")
def test_read_only_folder_is_refused():
    with TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        folder.chmod(0o555)
        call = [sys.executable, "-c", REFUSED, str(folder / "policy.docx")]
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout == "refused\n"
        assert names(folder) == []
        folder.chmod(0o700)


def test_missing_folder_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "gone" / "policy.docx", b"new")
