"""Looks into a built program, `dist/DasarKita`, for what must not be there and for what it needs of the system.

python packaging/built_tree.py FOLDER    what is wrong with it, a line each; nothing if all is well
"""

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SYSTEM = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libresolv.so.2": "libc6",
    "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libexpat.so.1": "libexpat1",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libOpenGL.so.0": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""The libraries a Linux system brings along, and in which package of Debian; a copy of ours would break it."""

OPTIONAL = {
    "libcups2 | libcups2t64": "printsupport",
    "libwayland-client0": "wayland",
    "libwayland-cursor0": "wayland",
}
"""Packages only plug-ins ask for that the program starts without: package -> what is in the plug-in's path."""

_SPEAKS_TO_NETWORKS = re.compile(
    r"(^|[/.])(lib)?(_?ssl|_hashlib|crypto|gnutls|Qt6?Network\w*|Qt6?WebSockets|Qt6?HttpServer|curl|krb5|gssapi\w*)[-.\d]*"
    r"(\.|$)",
    re.IGNORECASE,
)
_STAND_IN = re.compile(r"^(icuuc|mscms|ucrtbase|api-ms-.*)\.dll$", re.IGNORECASE)
"""Libraries of Windows itself; what builds or tests elsewhere has only stand-ins for them."""


class Keeper(logging.Handler):
    """Keeps what the freezer warns of."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._lines.append(record.getMessage())


def faults(tree: Path) -> list[str]:
    """What must not be shipped like this, a line each."""
    found: list[str] = []
    for path in _files(tree):
        name = path.relative_to(tree).as_posix()
        if _SPEAKS_TO_NETWORKS.search(name):
            found.append(f"{name}: can speak to a network")
        if path.name in SYSTEM or _STAND_IN.match(path.name):
            found.append(f"{name}: must be the system's own")
    if sys.platform == "linux":
        found += _strangers(tree)
    return sorted(found)


def needed_of_the_system(tree: Path) -> dict[str, list[str]]:
    """What the libraries of a Linux build look for outside of it: soname -> the files that ask for it."""
    here = {path.name for path in _files(tree)}
    asked: dict[str, list[str]] = {}
    for path in _files(tree):
        for soname in _needs(path):
            if soname not in here:
                asked.setdefault(soname, []).append(path.relative_to(tree).as_posix())
    return asked


def packages_needed(tree: Path) -> tuple[list[str], list[str]]:
    """The Debian packages without which a build does not start, and those that only make it better; both sorted.

    Only for a tree without `faults`: all it needs is known.
    """
    must: set[str] = set()
    may: set[str] = set()
    for soname, files in needed_of_the_system(tree).items():
        package = SYSTEM[soname]
        only_for = OPTIONAL.get(package)
        (may if only_for and all(only_for in file.lower() for file in files) else must).add(package)
    return sorted(must), sorted(may)


def _strangers(tree: Path) -> Iterator[str]:
    for soname, files in needed_of_the_system(tree).items():
        if soname not in SYSTEM:
            yield f"{soname}: neither here nor known of the system, needed by {', '.join(files)}"


def _files(tree: Path) -> list[Path]:
    return sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())


def _needs(path: Path) -> list[str]:
    """The sonames an ELF file asks for; none for any other file."""
    from elftools.common.exceptions import ELFError
    from elftools.elf.dynamic import DynamicSection
    from elftools.elf.elffile import ELFFile

    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return []
        try:
            section = ELFFile(file).get_section_by_name(".dynamic")
        except ELFError as error:
            raise ValueError(f"{path}: {error}") from error
        if not isinstance(section, DynamicSection):
            return []
        # the attribute is named after the tag, which no type tells
        return [str(getattr(tag, "needed")) for tag in section.iter_tags("DT_NEEDED")]  # noqa: B009


if __name__ == "__main__":
    wrong = faults(Path(sys.argv[1]))
    print("\n".join(wrong))
    sys.exit(bool(wrong))
