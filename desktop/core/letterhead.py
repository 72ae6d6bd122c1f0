"""The firm's letterhead: a Word file whose header, footer, page and margins the documents take over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from desktop.core.look import Attached, AttachedError
from desktop.core.word_package import PackageError, R, W, WordPackage, taken_apart
from desktop.i18n import message

LARGEST = 5_000_000
"""Bytes of a letterhead. It becomes part of every document."""

LEAST_WIDTH, LEAST_HEIGHT = 5_100, 7_900
"""Twentieths of a point between the margins, 9 by 14 cm: less is no page to set a policy on."""

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word 97 begin, and those that are protected by a password."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/"
_TEXT = re.compile("wordprocessingml.(document|template).main")

_SHOWN = ("drawing", "pict", "object", "fldSimple", "instrText", "sym", "ptab")
"""What shows in a header although it is no words."""

_A4 = (11906, 16838)
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720, "gutter": 0}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the documents take from a letterhead."""

    package: WordPackage
    references: Mapping[tuple[str, str], str]
    """Names of parts by what they are ("header", "footer") and where ("default", "first", "even")."""
    first_differs: bool
    even_differs: bool
    width: int
    height: int
    margins: Mapping[str, int]
    """By side, and "header", "footer", "gutter". All measures in twentieths of a point."""
    borders: ElementTree.Element | None


def checked_letterhead(name: str, data: bytes) -> Attached:
    """A file as a letterhead. Raises `AttachedError` that says what is wrong with it."""
    if len(data) > LARGEST:
        most = LARGEST // 1_000_000
        raise AttachedError(
            message("“{name}” has more than {most} MB. Make its pictures smaller and save it.", name=name, most=most)
        )
    if data.startswith(_OLD):
        if _LOCKED in data:
            raise AttachedError(
                message("“{name}” is protected by a password. Save a copy of it without one.", name=name)
            )
        raise AttachedError(
            message(
                "“{name}” is a file of an old Word. Open it in Word and save it as “Word Document (.docx)”.", name=name
            )
        )
    if not data.startswith(b"PK"):
        raise AttachedError(message("“{name}” is no Word file. A letterhead is a Word document (.docx).", name=name))
    try:
        package = taken_apart(data)
        _refuse_others(name, package)
        letterhead = opened(package)
    except PackageError as error:
        raise AttachedError(
            message("“{name}” is damaged and cannot be read. Open it in Word and save it anew.", name=name)
        ) from error
    _refuse_useless(name, letterhead)
    return Attached(name, data)


@lru_cache(maxsize=2)
def letterhead_of(attached: Attached) -> Letterhead | None:
    """The letterhead in a file that was checked; None for one that no longer passes."""
    try:
        checked_letterhead(attached.name, attached.data)
        return opened(taken_apart(attached.data))
    except (AttachedError, PackageError):
        return None


def opened(package: WordPackage) -> Letterhead:
    """What the first section with a header or footer has, else the last one. Raises `PackageError`."""
    sections = list(package.xml(package.main).iter(f"{W}sectPr"))
    if not sections:
        raise PackageError
    targets = {relation.id: relation.target for relation in package.relations(package.main)}
    section, references = sections[-1], dict[tuple[str, str], str]()
    for each in sections:
        if found := {(kind, place): part for kind, place, part in _references(each, targets)}:
            section, references = each, found
            break
    for part in references.values():
        package.xml(part)
    settings = package.related(package.main, "settings")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = (_measure(size, side, usual) for side, usual in zip(("w", "h"), _A4, strict=True))
    return Letterhead(
        package,
        references,
        first_differs=_is_on(section.find(f"{W}titlePg")),
        even_differs=settings is not None and _is_on(package.xml(settings).find(f"{W}evenAndOddHeaders")),
        width=width,
        height=height,
        margins={side: abs(_measure(margins, side, usual)) for side, usual in _MARGINS.items()},
        borders=section.find(f"{W}pgBorders"),
    )


def _refuse_others(name: str, package: WordPackage) -> None:
    """Refuse files of other programs, and those with macros."""
    if _STRICT in package.parts.get("_rels/.rels", b""):
        raise AttachedError(
            message("“{name}” is saved as “Strict Open XML”. Save it in Word as “Word Document (.docx)”.", name=name)
        )
    if "[Content_Types].xml" not in package.parts:
        raise AttachedError(message("“{name}” is no Word file. A letterhead is a Word document (.docx).", name=name))
    kinds = package.types
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()):
        raise AttachedError(
            message(
                "“{name}” holds macros, which could do harm. Save it as “Word Document (.docx)” without them.",
                name=name,
            )
        )
    if not _TEXT.search(kinds.get(package.main, "")):
        raise AttachedError(message("“{name}” is no Word file. A letterhead is a Word document (.docx).", name=name))


def _refuse_useless(name: str, letterhead: Letterhead) -> None:
    """Refuse a file that has nothing to take over, or no room for a text."""
    if not any(_shows(letterhead.package.xml(part)) for part in letterhead.references.values()):
        raise AttachedError(
            message(
                "“{name}” has neither a header nor a footer. In Word, put the firm's name and logo into the header: "
                "double-click the top of the page.",
                name=name,
            )
        )
    margins = letterhead.margins
    if (
        letterhead.width - margins["left"] - margins["right"] - margins["gutter"] < LEAST_WIDTH
        or letterhead.height - margins["top"] - margins["bottom"] < LEAST_HEIGHT
    ):
        raise AttachedError(
            message("The page of “{name}” is too small, or its margins leave too little room for a text.", name=name)
        )


def _references(section: ElementTree.Element, targets: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for kind in ("header", "footer"):
        for reference in section.iter(f"{W}{kind}Reference"):
            target = targets.get(reference.get(f"{R}id", ""))
            if target is None:
                raise PackageError
            yield kind, reference.get(f"{W}type", "default"), target


def _shows(part: ElementTree.Element) -> bool:
    words = "".join(text.text or "" for text in part.iter(f"{W}t"))
    return bool(words.strip()) or any(next(part.iter(f"{W}{tag}"), None) is not None for tag in _SHOWN)


def _is_on(switch: ElementTree.Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in {"0", "false", "off"}


def _measure(element: ElementTree.Element | None, name: str, usual: int) -> int:
    """A measure in twentieths of a point; some programs write fractions."""
    written = None if element is None else element.get(f"{W}{name}")
    try:
        return usual if written is None else round(float(written))
    except (ValueError, OverflowError) as error:
        raise PackageError from error
