import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.store.business_file import BusinessFile

START = datetime(2027, 1, 31, 9, 0)  # noqa: DTZ001 - wall-clock time of the owner
ROOT = Path(__file__).parents[2]


def at(minutes: int = 0, *, days: int = 0) -> datetime:
    return START + timedelta(minutes=minutes, days=days)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, empty business file, closed."""
    path = tmp_path / "Kedai Roti.dasar"
    BusinessFile.create(path, now=START, backup_folder=tmp_path / "copies").close()
    return path


@pytest.fixture
def file(path: Path, copies: Path) -> Iterator[BusinessFile]:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        yield file


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach; the folders of pytest are its owner's own."""
    with tempfile.TemporaryDirectory(dir="/tmp" if os.name == "posix" else None) as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


PRELUDE = """
import os, signal, sys
from datetime import date, datetime
from pathlib import Path
import apsw
from desktop.core.answers import Account, Answers, Person
from desktop.store import errors, locking
from desktop.store.business_file import BusinessFile
if {ordinary} and os.name == "posix" and os.getuid() == 0:
    # the superuser may write anything, so be nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
path, now = Path(sys.argv[1]), datetime(2027, 1, 31, 9, 0)
copies = path.parent / "copies"
"""


def program(script: str, path: Path, *, ordinary: bool = False) -> subprocess.Popen[str]:
    """Another process with a business file; `ordinary` gives up the rights of a superuser."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE.format(ordinary=ordinary) + script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def as_ordinary_user() -> Callable[[str, Path], str]:
    """Run a script as someone who is no superuser and return what it prints."""

    def run(script: str, path: Path) -> str:
        with program(script, path, ordinary=True) as process:
            output, errors = process.communicate(timeout=30)
        assert process.returncode == 0, errors
        return output

    return run
