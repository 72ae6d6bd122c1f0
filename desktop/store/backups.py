"""Copies of business files: one a day and one before an update of the file's form, the last ten of each business.

They lie in a folder for each business, named by the id inside the file, so a renamed file keeps its copies.
"""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import apsw

from desktop.store.sql import pragma, run

KEPT = 10
"""Copies kept of one business."""

_SUFFIX = ".dasar"


def daily(connection: apsw.Connection, path: Path, business: str, folder: Path, day: date) -> Path:
    """Make the copy of a day unless it is there, and return its path. Raises `apsw.Error` or `OSError`."""
    target = folder / business / f"{day.isoformat()} {_stem(path)}{_SUFFIX}"
    if not target.exists():
        _copy(connection, target)
    return target


def before_update(connection: apsw.Connection, path: Path, business: str, folder: Path, day: date) -> Path:
    """Make a copy of a file in its old form, and return its path. Raises `apsw.Error` or `OSError`."""
    version = pragma(connection, "user_version")
    target = folder / business / f"{day.isoformat()} {_stem(path)} (form {version}){_SUFFIX}"
    _copy(connection, target)
    return target


def newest(path: Path, folder: Path) -> Path | None:
    """The newest copy of a file that can no longer tell its id: one made under the same name.

    None where two businesses have had a file of that name: neither shall be offered the other's.
    """
    try:
        copies = [copy for copy in folder.glob(f"*/*{_SUFFIX}") if _original(copy) == _stem(path)]
    except OSError:
        return None
    if len({copy.parent for copy in copies}) != 1:
        return None
    return max(copies, key=lambda copy: copy.name)


def _stem(path: Path) -> str:
    return path.stem[:80]


def _original(copy: Path) -> str:
    stem = copy.stem.partition(" ")[2]
    return stem.rpartition(" (form ")[0] if stem.endswith(")") and " (form " in stem else stem


def _copy(connection: apsw.Connection, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{os.getpid()}.new")
    unfinished.unlink(missing_ok=True)
    try:
        run(connection, "VACUUM INTO ?", (str(unfinished),))
        with unfinished.open("r+b") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _prune(target)


def _prune(latest: Path) -> None:
    """Remove all but the newest copies. The one just made stays even when others carry a later date."""
    others = sorted((copy for copy in latest.parent.glob(f"*{_SUFFIX}") if copy != latest), reverse=True)
    for old in others[KEPT - 1 :]:
        # one that another program holds open goes next time
        with suppress(OSError):
            old.unlink()
