"""The first look at a file: it reads bytes, without SQLite, so that a file that is refused is not touched."""

import stat
from pathlib import Path

from desktop.i18n import message
from desktop.store.errors import Damaged, ForeignFile, Missing, NeedsPassword, NewerVersion, damaged, unreadable
from desktop.store.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_ENCRYPTED = bytes.fromhex("1000010120402020")
"""Bytes 16 to 23 of an encrypted file: page size and the like, which SQLite3 Multiple Ciphers leaves readable."""

_SALT = 16
_HEADER = 100


class NothingKnown(ForeignFile):
    """A file of bytes that nobody knows. Under the name of a business file it may be one that was overwritten."""


def inspect(path: Path, form: int, *, unlocked: bool = False) -> None:
    """Refuse what is not a business file of form `form` or older. Raises `StoreError`.

    Of a protected file the first bytes say only that it is one; `unlocked` says that there is a password to go on with.
    """
    head, size = _head(path)
    if not size:
        raise Damaged(message("“{name}” is empty; there is nothing in it to open.", name=path.name))
    if not head.startswith(_MAGIC):
        if head[16:24] == _ENCRYPTED:
            if unlocked:
                return
            raise NeedsPassword(message("“{name}” is protected by a password.", name=path.name))
        if not any(head):
            raise damaged(path)
        raise _foreign(path, NothingKnown)
    if len(head) < _HEADER:
        raise damaged(path)
    refuse_others(path, int.from_bytes(head[68:72]), int.from_bytes(head[60:64]), form)


def refuse_others(path: Path, application: int, version: int, form: int) -> None:
    """Refuse a database that is not ours, or of a later program. Raises `StoreError`."""
    if application != APPLICATION_ID:
        raise _foreign(path)
    if version > form:
        raise NewerVersion(
            message(
                "This file was made by a newer DasarKita. Update the program to open it; "
                "nothing in the file was changed."
            )
        )


def is_protected(path: Path) -> bool:
    """Whether a file opens with a password only. Raises `OSError`."""
    with path.open("rb") as file:
        head = file.read(_HEADER)
    return head[16:24] == _ENCRYPTED and not head.startswith(_MAGIC)


def salt(path: Path) -> bytes:
    """What an encrypted file mixes into its password; a copy under the same password has the same. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(_SALT)


def _head(path: Path) -> tuple[bytes, int]:
    """The first bytes and the size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ForeignFile(message("“{name}” is a folder, not a policy file.", name=path.name))
        if not stat.S_ISREG(status.st_mode):
            raise _foreign(path)
        with path.open("rb") as file:
            return file.read(_HEADER), status.st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Missing(
            message("“{name}” is not there. It may have been moved, renamed or deleted.", name=path.name)
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(path) from error


def _foreign(path: Path, kind: type[ForeignFile] = ForeignFile) -> ForeignFile:
    return kind(message("“{name}” is not a DasarKita policy file. Nothing in it was changed.", name=path.name))
