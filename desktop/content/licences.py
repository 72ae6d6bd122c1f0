"""The libraries the program ships with, and their licences in full, to be read without the internet."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from desktop import __version__, paths
from desktop.content.toml import read_toml, typed

_REQUIREMENT = re.compile(r"([A-Za-z0-9][\w.-]*) *==")
_USUAL_NAMES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING", "NOTICE")
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Component:
    """A library, or a part inside one, with its licence."""

    name: str
    version: str
    """ "" where it is not known."""
    licence: str
    """In a few words, as its authors put it: "MIT"."""
    text: str
    """The licence in full; several follow one another."""


@dataclass(frozen=True, slots=True)
class _Part:
    library: str
    licence: str
    name: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    part: tuple[_Part, ...] = ()


def components() -> tuple[Component, ...]:
    """The program itself, then everything it ships with, by name. Raises `ContentError`."""
    name = "parts.toml"
    parts = typed(read_toml(paths.licences() / name, name), _Table, name).part
    found = [_library(library, parts) for library in shipped()]
    found += [_inside(part) for part in parts if part.name]
    own = Component(
        paths.APP, __version__, "MIT, CC-BY-4.0 (texts)", paths.own_licence().read_text(encoding="utf-8").strip("\n")
    )
    return own, *sorted(found, key=lambda component: component.name.casefold())


def shipped() -> tuple[str, ...]:
    """The names of the libraries the program ships with."""
    lines = paths.requirements().read_text(encoding="utf-8").splitlines()
    return tuple(match[1] for line in lines if (match := _REQUIREMENT.match(line)))


def version_of(library: str) -> str:
    """The version of an installed library; "" where it is not there."""
    found = _distribution(library)
    return found.version if found else ""


def _library(library: str, parts: tuple[_Part, ...]) -> Component:
    found = _distribution(library)
    own = next((part for part in parts if part.library == library and not part.name), None)
    texts = [*_texts_of(found)] if found else []
    texts += [_read(text) for text in own.texts] if own else []
    licence = own.licence if own else _licence_of(found) if found else ""
    return Component(library, found.version if found else "", licence, _joined(texts))


def _inside(part: _Part) -> Component:
    return Component(part.name, _version_inside(part), part.licence, _joined([_read(text) for text in part.texts]))


def _version_inside(part: _Part) -> str:
    match part.name:
        case "Python":
            return platform.python_version()
        case "SQLite":
            import apsw

            return apsw.sqlite_lib_version()
        case "Qt":  # PySide6 carries the Qt of its own version
            return version_of(part.library)
        case _:
            return ""


def _distribution(library: str) -> Distribution | None:
    try:
        return distribution(library)
    except PackageNotFoundError:
        return None


def _texts_of(found: Distribution) -> Iterator[str]:
    """The licence files a library brings along, as it names them; older ones name none."""
    for name in found.metadata.get_all("License-File") or _USUAL_NAMES:
        if text := found.read_text(f"licenses/{name}") or found.read_text(name):
            yield text


def _licence_of(found: Distribution) -> str:
    about = found.metadata
    said = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    classes = (line for line in about.get_all("Classifier") or () if line.startswith(_CLASSIFIER))
    said += [line.removeprefix(_CLASSIFIER) for line in classes]
    return next((line for line in said if line and "\n" not in line), "")


def _read(name: str) -> str:
    return (paths.licences() / name).read_text(encoding="utf-8")


def _joined(texts: list[str]) -> str:
    return f"\n\n{'=' * 72}\n\n".join(text.strip("\n") for text in texts)
