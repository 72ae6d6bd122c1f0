"""Putting a finished file in its place: whole or not at all."""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path


def write_file(target: Path, data: bytes) -> Path:
    """Write a file and return where it went. An older file is replaced only once the new one is complete.

    Where another program holds the target, as Word does with an open document, the file goes to "NAME (2).docx"
    beside it, or the next free number. Raises `OSError` where the folder cannot be written; then nothing changes.
    """
    draft = _drafted(target.parent, data)
    try:
        return _put(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def write_files(files: Sequence[tuple[Path, bytes]]) -> list[Path]:
    """Write several files, each as `write_file` does, into folders that are created where they are missing.

    All are complete before the first takes its place: a full disk, or a folder that cannot be written, leaves nothing
    behind. Raises `OSError`.
    """
    drafts: list[Path] = []
    created: list[Path] = []
    try:
        for target, data in files:
            created.extend(_created(target.parent))
            drafts.append(_drafted(target.parent, data))
        return [_put(draft, target) for draft, (target, _data) in zip(drafts, files, strict=True)]
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)
        for folder in reversed(created):
            with suppress(OSError):  # the files are in it
                folder.rmdir()


def _created(folder: Path) -> Iterator[Path]:
    """Create a folder, and say which folders were created for it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        yield each


def _drafted(folder: Path, data: bytes) -> Path:
    """The data in a file of a passing name."""
    draft = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


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
