"""The owner's clock, and other processes with a business file."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from desktop.store import passwords

START = datetime(2027, 1, 31, 9, 0)  # noqa: DTZ001 - wall-clock time of the owner
ROOT = Path(__file__).parents[2]


def at(minutes: int = 0, *, days: int = 0) -> datetime:
    return START + timedelta(minutes=minutes, days=days)


PRELUDE = """
import os, signal, sys
from datetime import date, datetime
from pathlib import Path
import apsw
from desktop.core.answers import Account, Answers, Person
from desktop.store import errors, locking, passwords
from desktop.store.business_file import BusinessFile
if {ordinary} and os.name == "posix" and os.getuid() == 0:
    # the superuser may write anything, so be nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
passwords.ROUNDS = {rounds}
path, now = Path(sys.argv[1]), datetime(2027, 1, 31, 9, 0)
copies = path.parent / "copies"
"""


def program(script: str, path: Path, *arguments: str, ordinary: bool = False) -> subprocess.Popen[str]:
    """Another process with a business file; `ordinary` gives up the rights of a superuser."""
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            PRELUDE.format(ordinary=ordinary, rounds=passwords.ROUNDS) + script,
            str(path),
            *arguments,
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
