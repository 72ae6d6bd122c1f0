"""Which Debian packages a built tree needs, and how new they must be."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from built_tree import packages_needed

_NUMBERED = re.compile(r"(GLIBC|GLIBCXX)_([\d.]+)$")

_GCC = {28: "9", 29: "11", 30: "12", 31: "13.1", 32: "13.2", 33: "14", 34: "15"}
"""The last number of a version of libstdc++ ("GLIBCXX_3.4.29") -> the version of its package, which is that of GCC."""

RECOMMENDED = ("shared-mime-info", "desktop-file-utils", "xdg-utils")
"""What every desktop has: the file type, the menu, and opening a Word document in the program that is there for it."""

SUGGESTED = ("libreoffice-writer", "xdg-desktop-portal")


def depends(tree: Path) -> list[str]:
    """The packages without which the program does not start, with the lowest version where that says something.

    The libraries of C and C++ are what decides how old a system may be: all others have had what is asked of them for
    years before these (as `dpkg-shlibdeps` finds).
    """
    floors = {"libc6": _dotted(floor(tree, "GLIBC")), "libstdc++6": _gcc(floor(tree, "GLIBCXX"))}
    must, _may = packages_needed(tree)
    return [f"{name} (>= {version})" if (version := floors.get(name)) else name for name in must]


def recommends(tree: Path) -> list[str]:
    """The packages that make it better."""
    _must, may = packages_needed(tree)
    return [*may, *RECOMMENDED]


def plain_names(tree: Path) -> list[str]:
    """What `depends` says, for the command line of apt: of alternatives the first, which newer systems know too."""
    must, _may = packages_needed(tree)
    return [name.split(" | ")[0] for name in must]


def floor(tree: Path, family: str) -> tuple[int, ...]:
    """The newest version of a family of symbols, "GLIBC" or "GLIBCXX", that any file asks for; empty if none does."""
    asked = (version for path in sorted(tree.rglob("*")) if path.is_file() for version in _asked(path, family))
    return max(asked, default=())


def _asked(path: Path, family: str) -> Iterator[tuple[int, ...]]:
    from elftools.elf.elffile import ELFFile
    from elftools.elf.gnuversions import GNUVerNeedSection

    with path.open("rb") as file:
        if file.read(4) != b"\x7fELF":
            return
        section = ELFFile(file).get_section_by_name(".gnu.version_r")
        if not isinstance(section, GNUVerNeedSection):
            return
        for _library, versions in section.iter_versions():
            for version in versions:
                if (match := _NUMBERED.fullmatch(version.name)) and match[1] == family:
                    yield tuple(int(part) for part in match[2].split("."))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def _gcc(version: tuple[int, ...]) -> str:
    """Raises `KeyError` for a library newer than the table knows: look it up in the manual of GCC, and add it."""
    return _GCC[max(version[2], min(_GCC))] if version else ""
