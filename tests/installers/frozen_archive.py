"""Which modules a frozen program carries, read from its file without the freezer that made it.

The program ends in an archive with a list of parts; one part, PYZ, is an archive of modules with a list of its own.
Some modules lie beside the program, in base_library.zip.
"""

import marshal
import struct
import zipfile
from pathlib import Path

_COOKIE, _MAGIC = struct.Struct("!8sIIII64s"), b"MEI\014\013\012\013\016"
"""Magic, length of the archive, place and length of the list, version and library of Python."""

_ENTRY = struct.Struct("!IIIIBc")
"""Length of the entry, place, length, unpacked length, whether packed, kind; the name follows."""


def modules(program: Path) -> set[str]:
    """The names of all modules."""
    data = program.read_bytes()
    cookie = data.rindex(_MAGIC)
    _magic, length, place, size, _version, _library = _COOKIE.unpack_from(data, cookie)
    archive = data[cookie + _COOKIE.size - length : cookie + _COOKIE.size]
    (pyz,) = (part for kind, part in _parts(archive, archive[place : place + size]) if kind == b"z")
    assert pyz[:4] == b"PYZ\0"
    names = {name for name, _where in marshal.loads(pyz[int.from_bytes(pyz[8:12]) :])}
    for library in program.parent.rglob("base_library.zip"):
        entries = zipfile.ZipFile(library).namelist()
        names |= {name.rpartition(".")[0].replace("/", ".").removesuffix(".__init__") for name in entries}
    return names


def _parts(archive: bytes, entries: bytes) -> list[tuple[bytes, bytes]]:
    parts: list[tuple[bytes, bytes]] = []
    while entries:
        length, place, size, _unpacked, _packed, kind = _ENTRY.unpack_from(entries)
        parts.append((kind, archive[place : place + size]))
        entries = entries[length:]
    return parts
