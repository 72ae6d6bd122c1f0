import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.store import passwords
from desktop.store.business_file import BusinessFile
from tests.store.circumstances import START, program


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
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that open protected files again and again; `test_passwords` does without."""
    monkeypatch.setattr(passwords, "ROUNDS", 7)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach; the folders of pytest are its owner's own."""
    with tempfile.TemporaryDirectory(dir="/tmp" if os.name == "posix" else None) as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@pytest.fixture
def as_ordinary_user() -> Callable[[str, Path], str]:
    """Run a script as someone who is no superuser and return what it prints."""

    def run(script: str, path: Path) -> str:
        with program(script, path, ordinary=True) as process:
            output, errors = process.communicate(timeout=30)
        assert process.returncode == 0, errors
        return output

    return run
