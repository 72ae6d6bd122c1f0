"""Saving what an open file says when its own place can no longer be written: a stick that is gone, a full disk."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import apsw

from desktop.core.library import Clause
from desktop.store import clause_rows, copying, creating, protection, rows
from desktop.store.business_file import BusinessFile
from desktop.store.errors import StoreError


def rescue(
    file: BusinessFile, target: Path, kept: Iterable[Clause] = (), settings: Mapping[str, str] | None = None
) -> None:
    """Write a new business file with all that an open one says, never over one that is there. Raises `StoreError`.

    While the open file can still be read, as one that was renamed can, the new one is the whole of it. Else it is made
    of what is in memory: answers, registers, decisions and look, the clauses `kept`, and `settings`, but no steps to
    undo and no evidence. It has the password that the open file has.
    """
    target = target.absolute()
    creating.refuse_existing(target)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with creating.making(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(file, unfinished, kept, settings or {})
            copying.give_name(unfinished, target)
            copying.settle(target.parent)
    finally:
        copying.remove(unfinished)


def _write(file: BusinessFile, target: Path, kept: Iterable[Clause], settings: Mapping[str, str]) -> None:
    # whatever ails the open file; what ails the new place is said by the second attempt
    with suppress(StoreError, apsw.Error, OSError):
        file.write_copy(target, file.password)
        return
    # with addresses, for the password of the new file is part of one
    memory = apsw.Connection(
        ":memory:", flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    )
    try:
        # the day of the last change goes on into the documents
        meta = {"id": file.business, "content_version": "", "created": file.created.isoformat()}
        creating.fill(memory, file.answers, meta, file.changed)
        clause_rows.put_kept(memory, kept)
        for key, value in settings.items():
            rows.put_setting(memory, key, value)
        protection.write_checked(memory, target, file.password)
    finally:
        memory.close()


def goes_on_in(file: BusinessFile, target: Path, now: datetime) -> BusinessFile:
    """Open what was rescued, with the password it has. Raises `StoreError`."""
    return BusinessFile.open(target, now=now, password=file.password)
