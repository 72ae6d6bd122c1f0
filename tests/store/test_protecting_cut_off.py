"""A process that is killed while it changes a password: the old file or the new one, whole, and copies that agree."""

import os
import random
import shutil
import signal
import subprocess
from itertools import count
from pathlib import Path

import pytest

from desktop.core.answers import Answers
from desktop.store.business_file import BusinessFile
from desktop.store.copies import copies_of
from desktop.store.errors import NeedsPassword
from tests.store.circumstances import START, at, program

pytestmark = [
    pytest.mark.skipif("sys.platform == 'win32'", reason="signals of POSIX"),
    pytest.mark.usefixtures("quick_passwords"),
]

ANSWERS = Answers({"secret": "Resipi rahsia Nek Jah", **{f"q{number}": "x" * 700 for number in range(40)}})
PASSWORDS = (None, "kucing hitam", "kucing putih")

REKEYER = """
file = BusinessFile.open(path, now=now, backup_folder=copies, password=sys.argv[2] if sys.argv[2:] else None)
words = ["kucing hitam", None, "kucing putih", "kucing hitam", "kucing putih", None]
print("ready", flush=True)
while True:
    for word in words:
        file.protect(word, now=now) if word else file.unprotect(now=now)
"""


@pytest.fixture
def business(path: Path, copies: Path) -> str:
    path.unlink()
    BusinessFile.create(path, ANSWERS, now=START, backup_folder=copies).close()
    for days in (-1, 0):
        with BusinessFile.open(path, now=at(days=days), backup_folder=copies) as file:
            business = file.business
    return business


def password_of(path: Path) -> str | None:
    fitting: list[str | None] = []
    for password in PASSWORDS:
        try:
            with BusinessFile.open(path, now=START, writable=False, password=password) as file:
                assert file.answers == ANSWERS
        except NeedsPassword:
            continue
        fitting.append(password)
        if password is None:
            break
    assert len(fitting) == 1
    return fitting[0]


def settled(path: Path, copies: Path, business: str) -> str | None:
    """Open the file for work once; then its copies have the password that it has."""
    password = password_of(path)
    BusinessFile.open(path, now=START, password=password, backup_folder=copies).close()
    assert [password_of(copy.path) for copy in copies_of(business, copies)] == [password] * 2
    # SQLite lets a journal lie in which there is nothing to play back, until the next change
    assert {item.name for item in path.parent.iterdir()} - {f"{path.name}-journal"} == {path.name, copies.name}
    assert {item.suffix for item in (copies / business).iterdir()} == {".dasar"}
    return password


def test_killed_at_any_time(path: Path, copies: Path, business: str) -> None:
    chance = random.Random(5)
    password = None
    for _ in range(3):
        with program(REKEYER, path, *([password] if password else [])) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready\n", process.stderr and process.stderr.read()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0.02, 0.9))
            process.kill()
        for lock in path.parent.rglob(".*.lock"):
            lock.unlink()
        password = settled(path, copies, business)


def killed_before(step: int, path: Path, copies: Path, old: str, new: str) -> bool:
    """Change the password in another process that dies before one of the moments at which a file takes a name."""
    if child := os.fork():
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    moments = count(1)
    replace = Path.replace

    def dying(self: Path, target: Path) -> Path:
        if next(moments) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(self, target)

    try:
        file = BusinessFile.open(path, now=START, backup_folder=copies, password=old or None)
        Path.replace = dying  # type: ignore[method-assign]
        if new:
            file.protect(new, now=START)
        else:
            file.unprotect(now=START)
        file.close()
    finally:
        os._exit(0)


@pytest.mark.parametrize(("old", "new"), [("", "kucing hitam"), ("kucing hitam", ""), ("kucing hitam", "kucing putih")])
def test_killed_at_each_step(path: Path, copies: Path, business: str, tmp_path: Path, old: str, new: str) -> None:
    with BusinessFile.open(path, now=START, backup_folder=copies) as file:
        if old:
            file.protect(old, now=START)
    start = tmp_path.with_name(tmp_path.name + "-start")
    shutil.copytree(tmp_path, start)
    seen: list[str | None] = []
    # two copies are made ready, the file takes its place, then the copies
    for step in range(1, 7):
        assert killed_before(step, path, copies, old, new) == (step < 6)
        for lock in tmp_path.rglob(".*.lock"):
            lock.unlink()
        seen.append(settled(path, copies, business))
        shutil.rmtree(tmp_path)
        shutil.copytree(start, tmp_path)
    assert seen == [old or None] * 3 + [new or None] * 3
