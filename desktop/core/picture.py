"""The firm's logo: what kind of picture it is, how large, and whether it is whole. Nothing is drawn here."""

import struct
import zlib
from dataclasses import dataclass

from desktop.core.look import Attached, AttachedError
from desktop.i18n import message

LARGEST = 2_000_000
"""Bytes of a logo. It stands in every document, and documents are sent by e-mail."""

_MOST_DOTS = 10_000
"""Dots in a row or a column: more is a poster, which Word opens slowly."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"

_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG file that are followed by its size."""

_NO_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers of a JPEG file that stand alone."""

_SCAN, _END = 0xDA, b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture file says about itself."""

    kind: str
    """"png" or "jpeg"."""
    width: int
    height: int
    """In dots."""


def picture_of(data: bytes) -> Picture | None:
    """The kind and size of a whole PNG or JPEG picture; None for anything else."""
    if data.startswith(_PNG):
        size = _png_size(data)
    elif data.startswith(_JPEG):
        size = _jpeg_size(data)
    else:
        return None
    kind = "png" if data.startswith(_PNG) else "jpeg"
    return Picture(kind, *size) if size and all(0 < side <= _MOST_DOTS for side in size) else None


def checked_logo(name: str, data: bytes) -> Attached:
    """A file as a logo. Raises `AttachedError` that says what is wrong with it."""
    if not data.startswith((_PNG, _JPEG)):
        raise AttachedError(
            message("“{name}” is neither a PNG nor a JPEG picture. Save the logo as one of these.", name=name)
        )
    if len(data) > LARGEST:
        raise AttachedError(
            message(
                "“{name}” has {size} MB; a logo may have {most} MB. Save the picture smaller, "
                "for example 1000 dots wide.",
                name=name,
                size=-(-len(data) // 1_000_000),
                most=LARGEST // 1_000_000,
            )
        )
    if picture_of(data) is None:
        raise AttachedError(
            message("“{name}” is damaged or too large to be shown. Save the logo anew, as PNG or JPEG.", name=name)
        )
    return Attached(name, data)


def _png_size(data: bytes) -> tuple[int, int] | None:
    """The size of a PNG picture whose pieces are whole to the last one."""
    size, place = None, len(_PNG)
    while len(data) >= place + 12:
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data) or zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            return None
        if size is None and (kind, length) != (b"IHDR", 13):
            return None
        if kind == b"IHDR":
            size = struct.unpack_from(">II", data, place + 8)
        if kind == b"IEND":
            return size
        place = end
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The size of a JPEG picture that reaches its end mark."""
    size, place = None, 2
    while len(data) >= place + 4 and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            place += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4])
        if marker in _SIZES and len(data) >= place + 9:
            height, width = struct.unpack_from(">HH", data, place + 5)
            size = width, height
        if marker == _SCAN:
            return size if data.find(_END, place) > 0 else None
        place += 2 + length
    return None
