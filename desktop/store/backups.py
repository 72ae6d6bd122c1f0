"""Making copies of business files: one a day, one before an update of the file's form, one before another
is brought back. The last ten of each business are kept.
"""

import os
from datetime import date
from pathlib import Path

import apsw

from desktop.store import copies, copying
from desktop.store.sql import pragma

KEPT = 10
"""Copies kept of one business, and as many again that a wrong clock dated later than today."""


def daily(
    connection: apsw.Connection, path: Path, business: str, folder: Path, day: date, password: str | None = None
) -> Path:
    """Make the copy of a day unless it is there, and return its path. Raises `apsw.Error` or `OSError`."""
    target = _target(path, business, folder, day)
    if not target.exists():
        _make(connection, target, path, password)
        _prune(target, day)
    return target


def before_update(
    connection: apsw.Connection, path: Path, business: str, folder: Path, day: date, password: str | None = None
) -> Path:
    """Make a copy of a file in its old form, and return its path. Raises `apsw.Error` or `OSError`."""
    target = _target(path, business, folder, day, f" (form {pragma(connection, 'user_version')})")
    _make(connection, target, path, password)
    _prune(target, day)
    return target


def before_restore(
    connection: apsw.Connection, path: Path, business: str, folder: Path, day: date, password: str | None = None
) -> Path:
    """Make a copy of a file that is to be replaced; no other copy goes for it. Raises `apsw.Error` or `OSError`."""
    number = 1
    while (target := _target(path, business, folder, day, _replaced(number))).exists():
        number += 1
    _make(connection, target, path, password)
    return target


def _replaced(number: int) -> str:
    return " (replaced)" if number == 1 else f" (replaced {number})"


def _target(path: Path, business: str, folder: Path, day: date, kind: str = "") -> Path:
    return folder / business / f"{day.isoformat()} {copies.stem(path)}{kind}{copies.SUFFIX}"


def _make(connection: apsw.Connection, target: Path, path: Path, password: str | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # two files of one business may be open at once, so a name for each program
    new = target.with_name(f"{os.getpid()}{copying.NEW}")
    copying.write(connection, new, password, path)
    try:
        copying.replace(new, target)
    except BaseException:
        copying.remove(new)
        raise


def _prune(latest: Path, day: date) -> None:
    """Remove all but the newest copies.

    Copies dated later than today are counted apart: after a clock that ran ahead they must not push out the good ones,
    and under a clock that fell behind they are the good ones.
    """
    labels = copies.labels_in(latest.parent)
    misdated = [path for path in labels if copies.is_misdated(labels[path], day)]
    others = [path for path in labels if path not in misdated and path != latest]
    for old in (*others[KEPT - 1 :], *misdated[KEPT:]):
        copying.remove(old)
