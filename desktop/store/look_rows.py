"""How documents look, as rows: one for each choice that differs from the usual."""

from typing import Any

import apsw

from desktop.core.look import Attached, Look
from desktop.store.encoding import storable
from desktop.store.sql import run

_PUT = "INSERT INTO look (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"


def read_look(connection: apsw.Connection) -> Look:
    """What the owner chose. Raises `ValueError` for a row that makes no sense."""
    said: dict[str, Any] = dict(run(connection, "SELECT key, value FROM look"))
    usual = Look()
    return Look(
        design=_text(said.get("design", usual.design)),
        colour=_text(said.get("colour", "")),
        logo=_attached(said, "logo"),
        letterhead=_attached(said, "letterhead"),
        cover=bool(said.get("cover", usual.cover)),
        first_language=_text(said.get("first_language", "")),
    )


def put_look(connection: apsw.Connection, look: Look) -> None:
    """Keep what the owner chose. Only rows that change are written: a logo is not copied into every undo step."""
    before, after = _rows(read_look(connection)), _rows(look)
    for key in before:
        if key not in after:
            run(connection, "DELETE FROM look WHERE key = ?", (key,))
    for key, value in after.items():
        if before.get(key) != value:
            run(connection, _PUT, (key, value))


def _rows(look: Look) -> dict[str, str | int | bytes]:
    usual = Look()
    rows: dict[str, str | int | bytes] = {
        key: storable(getattr(look, key))
        for key in ("design", "colour", "first_language")
        if getattr(look, key) != getattr(usual, key)
    }
    if look.cover != usual.cover:
        rows["cover"] = int(look.cover)
    for key, attached in (("logo", look.logo), ("letterhead", look.letterhead)):
        if attached is not None:
            rows |= {key: attached.data, f"{key}_name": storable(attached.name)}
    return rows


def _attached(said: dict[str, Any], key: str) -> Attached | None:
    data = said.get(key)
    if data is None:
        return None
    if not isinstance(data, bytes):
        raise ValueError(key)  # noqa: TRY004 - what is wrong is the file
    return Attached(_text(said.get(f"{key}_name", "")), data)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - what is wrong is the file
    return value
