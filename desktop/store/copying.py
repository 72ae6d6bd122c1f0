"""Writing the whole of an open file under another name, and names that take effect all at once."""

import os
from contextlib import suppress
from pathlib import Path

import apsw

from desktop.i18n import message
from desktop.store import inspecting, passwords
from desktop.store.errors import AlreadyThere
from desktop.store.sql import pragma, run

NEW = ".new"
"""How names of files end that are being written."""


def write(connection: apsw.Connection, target: Path, password: str | None, like: Path | None = None) -> None:
    """Write everything in an open file to a new one, protected by a password or by none, and safe from a power cut.

    `like` is a file under the same password: the two show later that they had the same (`inspecting.salt`). What stops
    half way leaves nothing. Raises `apsw.Error` or `OSError`.
    """
    remove(target)
    try:
        salt = inspecting.salt(like) if like and password else None
        _vacuum(connection, target, passwords.address(target, password, salt))
        with target.open("r+b") as file:
            os.fsync(file.fileno())
    except BaseException:
        remove(target)
        raise


def _vacuum(connection: apsw.Connection, target: Path, address: str) -> None:
    failure: type[apsw.Error] | None = None
    looking = pragma(connection, "query_only")
    try:
        # it counts as writing even though only the new file is written
        pragma(connection, "query_only", False)
        run(connection, "VACUUM INTO ?", (address,))
    except apsw.Error as error:
        failure = type(error)
    finally:
        pragma(connection, "query_only", looking)
    if failure:
        # in words of our own: those of SQLite hold the address, and with it the password
        raise failure(os.fspath(target))


def unfinished(path: Path) -> Path:
    """Where the new content of a file is written before it takes the place of the old. Only who holds the lock may."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}{NEW}")


def journal(path: Path) -> Path:
    """Where SQLite notes a change under way."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + "-journal")


def replace(new: Path, path: Path) -> None:
    """Let a complete file take the place of another, with its permissions, at once. Raises `OSError`.

    The other must be closed, and whole or gone: then a journal beside it says nothing more, and must not meet the new.
    """
    real = Path(os.path.realpath(path))
    with suppress(OSError):
        status = real.stat()
        new.chmod(status.st_mode & 0o777)
        if os.name == "posix":
            os.chown(new, -1, status.st_gid)
    remove(journal(real))
    new.replace(real)
    settle(real.parent)


def give_name(complete: Path, path: Path) -> None:
    """Give a complete file its name without ever replacing another. Raises `AlreadyThere` or `OSError`."""
    try:
        try:
            path.hardlink_to(complete)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            # memory sticks know no links; Windows refuses to rename onto a file, others are asked first
            if os.path.lexists(path):
                raise FileExistsError from None
            complete.rename(path)
    except FileExistsError as error:
        raise already_there(path) from error


def settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system has a way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """Remove a file that is no longer wanted, and its journal; one that another program holds open goes next time."""
    for unwanted in (path, journal(path)):
        with suppress(OSError):
            unwanted.unlink(missing_ok=True)


def already_there(path: Path) -> AlreadyThere:
    """A name that is taken."""
    return AlreadyThere(
        message("There is already a file named “{name}”. It was not touched; choose another name.", name=path.name)
    )
