"""The copies of a business as a list: what their names say, and which of them is the newest.

They lie in a folder for each business, named by the id inside the file, so a renamed file keeps its copies:
`2027-02-01 Name.dasar` (of the day), `2027-02-01 Name (form 2).dasar` (before an update of the file's form) and
`2027-02-01 Name (replaced).dasar` (before another copy was brought back).
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop import paths
from desktop.store.inspecting import is_protected

SUFFIX = ".dasar"

_NAME = re.compile(r"(\d{4}-\d\d-\d\d) (.+?)(?: \((form|replaced)(?: (\d+))?\))?", re.DOTALL)
_RANK = {"form": 0, None: 1, "replaced": 2}
"""What was made later on one day."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a business file."""

    path: Path
    day: date
    """When it was made, as the clock of the computer said then."""
    name: str
    """The name of the file it was made of, without the suffix."""
    size: int
    """Bytes."""
    before_update: bool
    """It was made before a newer program updated the file."""
    before_restore: bool = False
    """It was made before an older copy was brought back."""
    protected: bool = False
    """It opens with a password only."""


@dataclass(frozen=True, slots=True)
class Label:
    """What the name of a copy says."""

    day: date
    name: str
    kind: str | None
    number: int


def copies_of(business: str, folder: Path | None = None, *, today: date | None = None) -> tuple[Copy, ...]:
    """The copies of a business, newest first.

    Those dated later than `today` come last: the clock was wrong, and how old they are cannot be told.
    """
    found = labels_in((folder or paths.backups()) / business, today)
    return tuple(copy for path, label in found.items() if (copy := _copy(path, label)))


def is_copy(path: Path, folder: Path | None = None) -> bool:
    """Whether a file, by its absolute path, is one of the copies that the program makes by itself."""
    return path.is_relative_to(folder or paths.backups())


def newest(path: Path, folder: Path, today: date | None = None) -> Path | None:
    """The newest copy of a file that can no longer tell its id: one made under the same name.

    None where two businesses have had a file of that name: neither shall be offered the other's.
    """
    try:
        folders = sorted(folder.iterdir())
    except OSError:
        return None
    name = stem(path)
    found = [[copy for copy, label in labels_in(inside, today).items() if label.name == name] for inside in folders]
    found = [copies for copies in found if copies]
    return found[0][0] if len(found) == 1 else None


def labels_in(folder: Path, today: date | None = None) -> dict[Path, Label]:
    """The copies in the folder of one business and what their names say, newest first as in `copies_of`."""
    try:
        found = {path: label for path in folder.glob(f"*{SUFFIX}") if (label := _label(path))}
    except OSError:
        return {}

    def age(path: Path) -> tuple[bool, date, int, int, str]:
        label = found[path]
        return (today is None or not is_misdated(label, today), label.day, _RANK[label.kind], label.number, path.name)

    return {path: found[path] for path in sorted(found, key=age, reverse=True)}


def is_misdated(label: Label, today: date) -> bool:
    """Whether the clock must have been wrong when a copy was made, or is now. A day may be the way of a traveller."""
    return (label.day - today).days > 1


def stem(path: Path) -> str:
    """The part of a copy's name that says what it is a copy of."""
    # short enough for every file system, with a date before and a kind behind
    return path.stem[:80].encode(errors="surrogateescape")[:200].decode(errors="ignore")


def _label(path: Path) -> Label | None:
    """None for a file that is no copy of ours."""
    if not (match := _NAME.fullmatch(path.stem)):
        return None
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        return None
    return Label(day, match[2], match[3], int(match[4] or 0))


def _copy(path: Path, label: Label) -> Copy | None:
    """None where it went, or cannot be looked at."""
    try:
        size, protected = path.stat().st_size, is_protected(path)
    except OSError:
        return None
    return Copy(path, label.day, label.name, size, label.kind == "form", label.kind == "replaced", protected)
