"""What tells a document that was handed out from the one today's answers would give."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import Any, cast

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Table, plain
from desktop.core.look import Look

_NOT_PRINTED = frozenset({"dated", "words", "because", "laws", "locked", "edited", "own", "added"})
"""What a tree knows beside what is printed. Laws are printed in an annex of their own."""


def fingerprint(document: Document | SideBySide, look: Look) -> str:
    """Sixteen bytes in hexadecimal: the same for documents that read and look the same, on whichever day they are made.

    Nothing is counted that has its usual value, so a further kind of block changes no document that has none.
    """
    digest = blake2b(digest_size=16)
    sides = (document.left, document.right) if isinstance(document, SideBySide) else (document,)
    told: list[str] = []
    for side in sides:
        _tell(_undated(side), told)
    digest.update("\0".join(told).encode("utf-8", "surrogatepass"))
    for part in _look(look, sides[0]):
        digest.update(part)
    return digest.hexdigest()


def _undated(document: Document) -> Document:
    """Without the row that says from the answers of which day it is."""
    label = document.words.get("detail_dated")
    rows = tuple(row for row in document.details.rows if plain(row[0]) != label)
    return replace(document, details=Table(rows, header=document.details.header, shares=document.details.shares))


def _tell(value: object, told: list[str]) -> None:
    """Put what a part of the tree says at the end of a list: a generator in a generator takes twice the time."""
    if isinstance(value, str):
        told.append(value)
    elif isinstance(value, tuple):
        entries = cast("tuple[object, ...]", value)
        told.append(f"({len(entries)}")
        for entry in entries:
            _tell(entry, told)
    elif is_dataclass(value):
        kind = type(value)
        told.append(kind.__name__)
        for name, usual in _fields(kind):
            entry = getattr(value, name)
            if entry != usual:
                told.append(name)
                _tell(entry, told)
    else:
        told.append(str(value))


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Fields that are printed, each with its usual value."""
    printed = (field for field in fields(cast("Any", kind)) if field.name not in _NOT_PRINTED)
    return tuple((field.name, None if field.default is MISSING else field.default) for field in printed)


def _look(look: Look, document: Document) -> Iterator[bytes]:
    """What shows of a look: only what has sections can have a title page, and a letterhead takes the logo's place."""
    cover = look.cover and bool(document.sections)
    yield f"design={look.design}\0colour={look.colour.upper()}\0cover={cover}\0".encode()
    logo = None if look.letterhead else look.logo
    for name, attached in (("logo", logo), ("letterhead", look.letterhead)):
        if attached is not None:
            yield name.encode() + blake2b(attached.data).digest()
