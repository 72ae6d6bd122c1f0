"""Disks as they are when things go wrong: full, or gone."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="finds the handle of an open file as Linux shows it")

ROOM = 288 * 1024
"""Bytes on the small disk."""


@pytest.fixture
def small_disk(tmp_path: Path):
    """A disk of its own with room for a new business file, and not for much more."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.getuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only a superuser can make a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on a disk. Returns what takes it up."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return filler
    return filler


@contextmanager
def unplugged(path: Path):
    """An open file as if its drive were gone: every read and write fails."""
    (handle,) = (int(each.name) for each in Path("/proc/self/fd").iterdir() if each.resolve() == path.resolve())
    before, folder = os.dup(handle), os.open("/", os.O_RDONLY)
    os.dup2(folder, handle)
    os.close(folder)
    try:
        yield
    finally:
        os.dup2(before, handle)
        os.close(before)
