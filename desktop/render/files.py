"""Putting a finished file in its place: whole or not at all."""

import os
import secrets
from itertools import count
from pathlib import Path


def write_file(target: Path, data: bytes) -> Path:
    """Write a file and return where it went. An older file is replaced only once the new one is complete.

    Where another program holds the target, as Word does with an open document, the file goes to "NAME (2).docx"
    beside it, or the next free number. Raises `OSError` where the folder cannot be written; then nothing changes.
    """
    draft = target.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return _put(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _put(draft: Path, target: Path) -> Path:
    try:
        draft.replace(target)
    except PermissionError:
        if not target.exists():  # nothing there to be held: it is the folder that refuses
            raise
        target = _free_name(target)
        draft.replace(target)
    return target


def _free_name(target: Path) -> Path:
    names = (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
