"""Whose the parts of the package are, in the form Debian reads (DEP-5)."""

import json
import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from notices import CARRIED, NOTICES

from desktop.content import licences

_FORMAT = "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
_OWNERS = "2026 The DasarKita authors"
_CREATIVE_COMMONS = (
    "These texts are licensed under the Creative Commons Attribution 4.0 International licence: "
    "https://creativecommons.org/licenses/by/4.0/",
    "You may copy, change and share them, for any purpose, if you name the DasarKita authors, give the address of the "
    "licence and say whether you changed anything.",
)
_OTHERS = (
    "The program carries the work below. Which files each is in, whose it is and every licence in full, with an offer "
    "of the source of what is under the LGPL: /usr/share/doc/dasarkita/THIRD-PARTY-NOTICES.txt. On Debian systems "
    "that licence is also in /usr/share/common-licenses/LGPL-3, the Apache License in Apache-2.0 beside it."
)


def copyright_file(program: Path, place: str) -> str:
    """The whole file: `program` is the packed tree, `place` where it will lie below the root of the system."""
    versions: dict[str, str] = json.loads((program / "_internal" / CARRIED).read_text(encoding="utf-8"))
    others = [_line(part, versions[part.title]) for part in licences.table() if part.title in versions]
    return "\n".join(
        (
            f"Format: {_FORMAT}\nUpstream-Name: DasarKita\n",
            _stanza("*", _OWNERS, "Expat", mit().split("\n\n")),
            _stanza(f"{place}/_internal/*", f"the authors named in {NOTICES}", "of-each", [_OTHERS, *others]),
            _stanza(f"{place}/_internal/resources/library.json", _OWNERS, "CC-BY-4.0", _CREATIVE_COMMONS),
        )
    )


def mit() -> str:
    """The licence of the program without that of the texts, which have a stanza of their own."""
    match = re.search(r"^Permission is hereby.*?(?=\n+2\. )", licences.own().text, re.DOTALL | re.MULTILINE)
    if match is None:
        raise ValueError("LICENSE: the MIT licence is not found in it")
    return match[0].strip()


def _line(part: licences.Part, version: str) -> str:
    return f"{' '.join(filter(None, (part.title, version)))}: {licences.component(part, version).licence}"


def _stanza(files: str, whose: str, licence: str, paragraphs: Iterable[str]) -> str:
    body = "\n .\n".join(
        textwrap.fill(text, 78, initial_indent=" ", subsequent_indent=" ", break_on_hyphens=False)
        for text in paragraphs
    )
    return f"Files: {files}\nCopyright: {whose}\nLicense: {licence}\n{body}\n"
