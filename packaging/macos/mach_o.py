"""Reads of a Mac's libraries for which processors they are, and the oldest system they start on.

    python packaging/macos/mach_o.py FOLDER    the oldest system of each library in it, a line each

The form is Apple's, from <mach-o/loader.h> and <mach-o/fat.h>. It is read here so that it can be read on any system.
"""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

PROCESSORS = {0x01000007: "x64", 0x0100000C: "arm64"}
"""As the names of what we make call them."""

_FAT = 0xCAFEBABE
_SINGLE = 0xFEEDFACF
_VERSION_MIN_MACOSX = 0x24
_BUILD_VERSION = 0x32
_MACOS = 1

System = tuple[int, int]
"""A version of macOS: (13, 0)."""


def oldest_systems(path: Path) -> dict[str, System]:
    """Processor -> the oldest system; empty for what is no library. Raises `ValueError` for a damaged one."""
    with path.open("rb") as file:
        if file.read(4) not in (struct.pack(">I", _FAT), struct.pack("<I", _SINGLE)):
            return {}
    content = path.read_bytes()
    try:
        return {PROCESSORS[kind]: _oldest(content, start) for kind, start in _parts(content) if kind in PROCESSORS}
    except (struct.error, LookupError) as error:
        raise ValueError(f"{path}: {error}") from error


def libraries(tree: Path) -> dict[Path, dict[str, System]]:
    """Every library and program in a folder, links left aside, with its oldest systems."""
    found = {path: oldest_systems(path) for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()}
    return {path: systems for path, systems in found.items() if systems}


def too_new(tree: Path, processor: str, oldest: System) -> list[str]:
    """The libraries that do not start on the oldest system promised, or not on this processor; a line each."""
    wrong: list[str] = []
    for path, systems in libraries(tree).items():
        name = path.relative_to(tree).as_posix()
        if processor not in systems:
            wrong.append(f"{name}: not for {processor}, only for {', '.join(systems)}")
        elif systems[processor] > oldest:
            wrong.append(f"{name}: starts on macOS {_said(systems[processor])} only")
    return wrong


def _parts(content: bytes) -> Iterator[tuple[int, int]]:
    """What a file holds: the processor, and where its part begins."""
    (magic,) = struct.unpack_from(">I", content)
    if magic != _FAT:
        yield struct.unpack_from("<I", content, 4)[0], 0
        return
    (count,) = struct.unpack_from(">I", content, 4)
    for number in range(count):
        kind, _subkind, start, _size, _align = struct.unpack_from(">5I", content, 8 + 20 * number)
        yield kind, start


def _oldest(content: bytes, start: int) -> System:
    """What the load commands of a part say. Raises `LookupError` where they say nothing."""
    magic, count = struct.unpack_from("<I12xI", content, start)
    if magic != _SINGLE:
        raise LookupError(f"no library at {start}")
    at = start + 32
    for _number in range(count):
        command, size = struct.unpack_from("<II", content, at)
        if command == _BUILD_VERSION:
            platform, version = struct.unpack_from("<II", content, at + 8)
            if platform == _MACOS:
                return version >> 16, version >> 8 & 0xFF
        elif command == _VERSION_MIN_MACOSX:
            (version,) = struct.unpack_from("<I", content, at + 8)
            return version >> 16, version >> 8 & 0xFF
        at += size
    raise LookupError("it does not say on which system it starts")


def _said(system: System) -> str:
    return ".".join(map(str, system))


if __name__ == "__main__":
    for file, each in libraries(Path(sys.argv[1])).items():
        print(f"{', '.join(f'{name} {_said(system)}' for name, system in each.items()):22} {file}")
