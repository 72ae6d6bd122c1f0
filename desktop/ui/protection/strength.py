"""How hard a password is to guess, in a few plain words."""

from desktop.i18n import Message, message
from desktop.store.passwords import SHORTEST

_LONG = 14
_FEW = 5
"""Different letters below which a password is a pattern."""

_KNOWN = ("password", "katalaluan", "rahsia", "qwerty", "abc123", "dasarkita", "malaysia")
_ROWS = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl")
_SHORT = 8
"""Letters of a word that is no harder to guess for being repeated."""


def strength_words(password: str) -> Message | None:
    """What to say of a password that may be set; None where nothing is typed."""
    if not password:
        return None
    if len(password) < SHORTEST:
        return message("At least {count} letters, numbers or signs.", count=SHORTEST)
    if _is_easy(password):
        return message(
            "Others may guess this one. Three or four words in a row are hard to guess and easy to remember."
        )
    if len(password) < _LONG:
        return message("This password will do. Longer is safer: three or four words in a row are easy to remember.")
    return message("This is hard to guess.")


def _is_easy(password: str) -> bool:
    plain = password.casefold().replace(" ", "")
    return (
        len(set(plain)) < _FEW
        or plain.isdigit()
        or any(word in plain and len(plain) < len(word) + _FEW for word in _KNOWN)
        or any(way in row * len(plain) for row in _ROWS for way in (plain, plain[::-1]))
        or (plain + plain).find(plain, 1) < min(_SHORT, len(plain))
    )
