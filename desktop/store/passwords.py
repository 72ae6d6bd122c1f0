"""Passwords of business files: which fit, and how one is given to SQLite.

A password is used in its composed form (NFC), so that it fits from every keyboard, and is otherwise taken as typed.
It is handed over as the hexadecimal digits of its bytes: nothing in it can be read as SQL. It is never logged.
"""

import os
import unicodedata
from pathlib import Path
from urllib.parse import quote

import apsw

from desktop.i18n import Message, message
from desktop.store.sql import pragma

SHORTEST = 6
"""Characters a new password has at least."""

_CIPHER = "chacha20"
"""ChaCha20 with Poly1305: every page carries a proof that it is whole. Named, so that it never depends on a default."""

ROUNDS = 64007
"""How often a password is worked over to make a key: about 30 ms, so that guessing is slow. Every file relies on it."""

_UNTYPABLE = ("Cc", "Cs", "Zl", "Zp")


def check_password(new: str) -> Message | None:
    """Why a text cannot be a new password; None where it can."""
    if any(unicodedata.category(character) in _UNTYPABLE for character in new):
        return message("The password holds a character that nobody can type again, such as a tab or the end of a line.")
    if len(normal(new)) < SHORTEST:
        return message("The password is too short. Use at least {count} letters, numbers or signs.", count=SHORTEST)
    return None


def normal(password: str) -> str:
    """The form in which a password is used."""
    return unicodedata.normalize("NFC", password)


def give(connection: apsw.Connection, password: str) -> None:
    """Give a connection the password of its file; whether it fits shows at the first read."""
    pragma(connection, "cipher", _CIPHER)
    pragma(connection, "kdf_iter", ROUNDS)
    pragma(connection, "hexkey", _hex(password))


def address(path: Path, password: str | None, salt: bytes | None = None) -> str:
    """The name under which `VACUUM INTO` writes a file with this password, or with none whatever the source has.

    Files under one password may share the salt that is mixed into it; else each gets its own.
    """
    location = path.absolute().as_posix()
    start = "file://" if location.startswith("/") else "file:///"
    key = f"cipher={_CIPHER}&kdf_iter={ROUNDS}&hexkey={_hex(password)}" if password else "key="
    if password and salt:
        key += f"&cipher_salt={salt.hex()}"
    return f"{start}{quote(os.fsencode(location))}?{key}"


def _hex(password: str) -> str:
    return password.encode("utf-8", "surrogatepass").hex()
