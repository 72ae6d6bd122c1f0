"""The base document in `resources/word`, and the zip file a Word document is."""

import io
import re
import zipfile
from collections.abc import Mapping
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
THEME = "word/theme.xml"
FONTS = "word/fontTable.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
PROPERTIES = "docProps/core.xml"

_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)

_ROOT = re.compile(r"(.*?<[a-z]+:[^>]*>)(.*)(</[^>]+>\s*)", re.DOTALL | re.IGNORECASE)

_DESIGNS = "designs"
"""The folder beside the parts that holds no part."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold: parts carry no date of their own, so that equal documents are equal files."""


@cache
def base_parts() -> Mapping[str, str]:
    """The parts of the base document by name, the list of content types first, as readers expect."""
    folder = paths.word_base()
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    names = sorted(path.as_posix() for path in files if path.parts[0] != _DESIGNS)
    names.sort(key=lambda name: name != CONTENT_TYPES)
    return {name: _COMMENT.sub("", (folder / name).read_text(encoding="utf-8")) for name in names}


def filled(part: str, content: str) -> str:
    """A part with this content in its root element. Raises `ValueError` for text that has no root element."""
    start, _, end = _around(part)
    return start + content + end


def root_content(part: str) -> str:
    """What is in the root element of a part. Raises `ValueError` for text that has no root element."""
    return _around(part)[1]


def _around(part: str) -> tuple[str, str, str]:
    match = _ROOT.fullmatch(part)
    if match is None:
        raise ValueError(part[:80])
    return match[1], match[2], match[3]


def typed(content_types: str, types: Mapping[str, str]) -> str:
    """The list of content types with those of more parts."""
    more = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return content_types.replace("</Types>", more + "</Types>")


def related(relations: str, more: str) -> str:
    """The list of what the text refers to, with more of it."""
    return relations.replace("</Relationships>", more + "</Relationships>")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as one zip file, in their order; equal parts give equal bytes on one machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the system it was written on
            package.writestr(info, content)
    return buffer.getvalue()
