"""What the program is made of, and the licences of it in full, to be read without the internet.

One table, `resources/licences/parts.toml`, serves the page of licences and the notices beside a built program. What a
built program really carries stands in `carried.json` beside the table; `packaging/notices.py` writes it.
"""

import json
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from desktop import __version__, paths
from desktop.content.toml import read_toml, typed

_REQUIREMENT = re.compile(r"([A-Za-z0-9][\w.-]*) *==")
_USUAL_NAMES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING", "NOTICE")
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the table; its head says what is what."""

    name: str
    library: str = ""
    inside: str = ""
    version: str = ""
    licence: str = ""
    copyright: str = ""
    texts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    chosen: bool = False
    frozen: bool = False
    debian: str = ""

    @property
    def title(self) -> str:
        """What it is listed as, beside what it is a part of: "Qt: HarfBuzz". No two have the same."""
        return f"{self.inside}: {self.name}" if self.inside not in ("", "PySide6") else self.name

    def is_of(self, system: str) -> bool:
        """Whether it is carried on a system, as `sys.platform` calls it."""
        return not self.systems or system in self.systems


@dataclass(frozen=True, slots=True)
class Text:
    """A licence, or what else has to be said of a component."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Component:
    """A library, or a part inside one, with its licence."""

    name: str
    version: str
    """ "" where it is not known."""
    licence: str
    """In a few words, as its authors put it: "MIT"."""
    texts: tuple[Text, ...]

    @property
    def text(self) -> str:
        """The licence in full; several follow one another."""
        return f"\n\n{'=' * 72}\n\n".join(text.content for text in self.texts)


@dataclass(frozen=True, slots=True)
class _Table:
    places: dict[str, tuple[str, ...]]
    part: tuple[Part, ...]


def components() -> tuple[Component, ...]:
    """The program itself, then everything this copy of it is made of, by name. Raises `ContentError`."""
    return own(), *(component(part, version) for part, version in _carried())


def own() -> Component:
    """The program itself."""
    text = Text(paths.APP, paths.own_licence().read_text(encoding="utf-8").strip("\n"))
    return Component(paths.APP, __version__, "MIT, CC-BY-4.0 (texts)", (text,))


def component(part: Part, version: str) -> Component:
    """A line of the table with its licence and texts, those its library brings along among them."""
    found = _distribution(part.library) if part.library else None
    texts = [*_texts_of(found, part.name)] if found and not part.chosen else []
    texts += [Text(name.removesuffix(".txt"), _read(name)) for name in part.texts]
    if part.copyright:
        texts.insert(0, Text(f"{part.title}: copyright", part.copyright.strip("\n")))
    licence = part.licence or (_licence_of(found) if found else "")
    return Component(part.title, version, licence, tuple(texts))


def table() -> tuple[Part, ...]:
    """The table, by name, with its places put in. Raises `ContentError`."""
    name = "parts.toml"
    read = typed(read_toml(paths.licences() / name, name), _Table, name)
    return tuple(
        sorted((_placed(part, read.places) for part in read.part), key=lambda part: part.title.casefold()),
    )


def version_of(part: Part) -> str:
    """The version of a line of the table, as far as what runs here knows it; "" otherwise."""
    if part.version:
        return part.version
    if part.library:
        found = _distribution(part.library)
        return found.version if found else ""
    return _version_inside(part.title)


def shipped() -> tuple[str, ...]:
    """The names of the libraries the program ships with."""
    lines = paths.requirements().read_text(encoding="utf-8").splitlines()
    return tuple(match[1] for line in lines if (match := _REQUIREMENT.match(line)))


def _carried() -> list[tuple[Part, str]]:
    file = paths.licences() / "carried.json"
    if file.is_file():
        versions: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        return [(part, versions[part.title]) for part in table() if part.title in versions]
    return [(part, version_of(part)) for part in table() if part.is_of(sys.platform) and not part.frozen]


def _placed(part: Part, places: dict[str, tuple[str, ...]]) -> Part:
    return replace(part, files=tuple(file for name in part.files for file in places.get(name, (name,))))


def _version_inside(title: str) -> str:
    match title:
        case "Python":
            return platform.python_version()
        case "Python: Expat":
            from pyexpat import EXPAT_VERSION

            return EXPAT_VERSION.removeprefix("expat_")
        case "APSW: SQLite":
            import apsw

            return apsw.sqlite_lib_version()
        case "APSW: SQLite3 Multiple Ciphers":
            apsw_untyped: Any = import_module("apsw")
            said: str = apsw_untyped.Connection(":memory:").execute("SELECT sqlite3mc_version()").get
            return said.rpartition(" ")[2]
        case "lxml: libxml2, libxslt and libexslt":
            etree: Any = import_module("lxml.etree")
            return ", ".join(".".join(map(str, version)) for version in (etree.LIBXML_VERSION, etree.LIBXSLT_VERSION))
        case "Qt":  # PySide6 carries the Qt of its own version
            found = _distribution("PySide6_Essentials")
            return found.version if found else ""
        case _:
            return ""


def _distribution(library: str) -> Distribution | None:
    try:
        return distribution(library)
    except PackageNotFoundError:
        return None


def _texts_of(found: Distribution, library: str) -> Iterator[Text]:
    """The licence files a library brings along, as it names them; older ones name none."""
    for name in found.metadata.get_all("License-File") or _USUAL_NAMES:
        if text := found.read_text(f"licenses/{name}") or found.read_text(name):
            yield Text(f"{library}: {name.rpartition('/')[2]}", text.strip("\n"))


def _licence_of(found: Distribution) -> str:
    about = found.metadata
    said = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    classes = (line for line in about.get_all("Classifier") or () if line.startswith(_CLASSIFIER))
    said += [line.removeprefix(_CLASSIFIER) for line in classes]
    return next((line for line in said if line and "\n" not in line), "")


def _read(name: str) -> str:
    return (paths.licences() / name).read_text(encoding="utf-8").strip("\n")
