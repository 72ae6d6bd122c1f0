"""How documents look, in answers files: `[look]`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from desktop.content.faults import Fault
from desktop.core.letterhead import checked_letterhead
from desktop.core.library import Library
from desktop.core.look import DESIGNS, Attached, AttachedError, Look, is_colour
from desktop.core.picture import checked_logo
from desktop.i18n import Message, message

_KEYS = ("design", "colour", "logo", "letterhead", "cover", "first_language")
_FILES: dict[str, Callable[[str, bytes], Attached]] = {"logo": checked_logo, "letterhead": checked_letterhead}
_LARGEST = 50_000_000
"""Bytes of a file that is read at all; the checks then say how large it may be."""


def read_look(table: Any, name: str, library: Library, folder: Path | None, faults: list[Fault]) -> Look:
    """What a `[look]` table says. Faults are noted; what is faulty stays as usual.

    Names of files are relative to `folder`, that of the answers file; without one no file can be named.
    """
    if not isinstance(table, dict):
        faults.append(Fault(name, "[look]", message("this must be a table: [{key}]", key="look")))
        return Look()
    said: dict[str, Any] = {}
    for key, value in cast("dict[str, Any]", table).items():
        try:
            said[key] = _file(_FILES[key], value, folder) if key in _FILES else value
            cause = _wrong(key, value, library)
        except AttachedError as error:
            cause = error.reason
        if cause is not None:
            faults.append(Fault(name, f"[look] {key}", cause))
            said.pop(key, None)
    return Look(**said)


def said_of_look(look: Look) -> dict[str, Any]:
    """What a `[look]` table would say of a look, without its files: only what differs from the usual."""
    keys = [key for key in _KEYS if key not in _FILES]
    return {key: getattr(look, key) for key in keys if getattr(look, key) != getattr(Look(), key)}


def _wrong(key: str, value: Any, library: Library) -> Message | None:
    """What is wrong with a key and its value."""
    match key:
        case "design" if value not in DESIGNS:
            return message("this is not one of {known}", known=", ".join(DESIGNS))
        case "colour" if value != "" and not (isinstance(value, str) and is_colour(value)):
            return message("a colour is written as “#17596A”")
        case "cover" if not isinstance(value, bool):
            return message("true or false is expected")
        case "first_language" if value not in ("", *library.language):
            return message("this is not one of {known}", known=", ".join(library.language))
        case _:
            return None if key in _KEYS else message("this key is not known")


def _file(check: Callable[[str, bytes], Attached], value: Any, folder: Path | None) -> Attached | None:
    if not isinstance(value, str):
        raise AttachedError(message("the name of a file is expected, in quotation marks"))
    if not value or folder is None:
        return None
    path = folder / value
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise AttachedError(message("“{name}” cannot be read: {reason}", name=value, reason=reason)) from error
    return check(path.name, data)
