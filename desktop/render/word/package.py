"""The base document in `resources/word`, and the zip file a Word document is."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop import paths

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
HEADER = "word/header.xml"
FOOTER = "word/footer.xml"
FIRST_FOOTER = "word/footer-first.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
NUMBERING = "word/numbering.xml"
PROPERTIES = "docProps/core.xml"

_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold: parts carry no date of their own, so that equal documents are equal files."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page set-up of the base document, for each of its parts in turn."""

    title: str
    contents: str
    text: str


@cache
def base_parts() -> Mapping[str, str]:
    """The parts of the base document by name, the list of content types first, as readers expect."""
    folder = paths.word_base()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names.sort(key=lambda name: name != CONTENT_TYPES)
    return {name: _COMMENT.sub("", (folder / name).read_text(encoding="utf-8")) for name in names}


@cache
def page_setup() -> PageSetup:
    """The page set-up of the base document. Raises `ValueError` if it has not the three it should have."""
    return PageSetup(*re.findall(r"<w:sectPr>.*?</w:sectPr>", base_parts()[DOCUMENT], re.DOTALL))


def filled(part: str, content: str) -> str:
    """A part with this content in its root element. Raises `ValueError` for text that has no root element."""
    match = re.fullmatch(r"(.*?<[a-z]+:[^>]*>).*(</[^>]+>\s*)", part, re.DOTALL | re.IGNORECASE)
    if match is None:
        raise ValueError(part[:80])
    return match[1] + content + match[2]


def zipped(parts: Mapping[str, str]) -> bytes:
    """The parts as one zip file, in their order; equal parts give equal bytes on one machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the system it was written on
            package.writestr(info, text.encode())
    return buffer.getvalue()
