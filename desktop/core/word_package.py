"""A Word file taken apart: its parts, their types, and what they refer to."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_CONTENT_TYPES = "[Content_Types].xml"
_MOST_PARTS = 2_000
_MOST_BYTES = 60_000_000
"""Of all parts together, unpacked: a small file can claim to hold a thousand times its size."""


class PackageError(ValueError):
    """The file is not what it should be, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to."""

    id: str
    kind: str
    """The last word of its type: "header", "image"."""
    target: str
    """Name of a part; of something outside, its address."""
    outside: bool
    type: str


@dataclass(frozen=True)
class WordPackage:
    """The parts of a file by name, as they are."""

    parts: Mapping[str, bytes]

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The type of each part by its name."""
        root = self.xml(_CONTENT_TYPES)
        usual = {entry.get("Extension", "").lower(): entry.get("ContentType", "") for entry in root}
        named = {entry.get("PartName", ""): entry.get("ContentType", "") for entry in root}
        return {name: named.get(f"/{name}") or usual.get(name.rpartition(".")[2].lower(), "") for name in self.parts}

    @cached_property
    def main(self) -> str:
        """The name of the part with the text. Raises `PackageError` for a file that has none."""
        for relation in self.relations(""):
            if relation.type == f"{RELATIONS}/officeDocument":
                return relation.target
        raise PackageError

    def xml(self, name: str) -> ElementTree.Element:
        """A part as XML. Raises `PackageError`."""
        return parsed(self.part(name))

    def part(self, name: str) -> bytes:
        """A part as it is. Raises `PackageError` where it is missing."""
        try:
            return self.parts[name]
        except KeyError as error:
            raise PackageError(name) from error

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part refers to; of the package itself where there is no name. Raises `PackageError`."""
        folder, _, file = name.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{file}.rels")
        if source not in self.parts:
            return ()
        return tuple(_relation(entry, folder) for entry in self.xml(source))

    def related(self, name: str, kind: str) -> str | None:
        """The name of the first part of a kind that a part refers to."""
        found = (relation.target for relation in self.relations(name) if relation.kind == kind)
        return next((target for target in found if target in self.parts), None)


def taken_apart(data: bytes) -> WordPackage:
    """The parts of a zip file. Raises `PackageError` for one that is damaged, or locked, or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = [entry for entry in file.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise PackageError
            return WordPackage({entry.filename.lstrip("/"): file.read(entry) for entry in entries})
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise PackageError from error


def parsed(data: bytes) -> ElementTree.Element:
    """XML without a document type: Word writes none, and one could blow up to any size. Raises `PackageError`."""
    try:
        if "<!DOCTYPE" in data.decode("utf-8-sig"):
            raise PackageError
        return ElementTree.fromstring(data)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise PackageError from error


def _relation(entry: ElementTree.Element, folder: str) -> Relation:
    kind, target = entry.get("Type", ""), entry.get("Target", "")
    outside = entry.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(entry.get("Id", ""), kind.rpartition("/")[2], target, outside, kind)
