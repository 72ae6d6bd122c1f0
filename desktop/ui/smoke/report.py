"""What a walk through the program comes to, as scripts read it: `smoke.json` in the folder of the walk."""

import json
import platform
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock

from PySide6.QtCore import qVersion

import desktop
from desktop.ui.smoke.process_age import age

NAME = "smoke.json"

CUT_OFF = "the walk did not come to its end"
"""The one fault of a walk under way: a program that crashes has said so before."""


@dataclass
class Report:
    """Filled in on the way, and written when the walk begins and when it ends."""

    folder: Path
    faults: list[str] = field(default_factory=list[str])
    platform: str = ""
    opened: str = ""
    shown_s: float = 0.0
    shown_from: str = ""
    languages: list[str] = field(default_factory=list[str])
    answered: int = 0
    documents: list[str] = field(default_factory=list[str])
    pictures: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self._writing = Lock()

    def note_shown(self) -> None:
        """The window was painted for the first time."""
        self.shown_s, self.shown_from = age()

    def write(self, *, ended: bool) -> str:
        """Write the report; returns its words. Raises `OSError`."""
        faults = [*self.faults, *(() if ended else (CUT_OFF,))]
        told = {
            "ok": not faults,
            "faults": faults,
            "version": desktop.__version__,
            "frozen": bool(getattr(sys, "frozen", False)),
            "qt": qVersion(),
            "python": platform.python_version(),
            "seconds": round(age()[0], 3),
        }
        walk = asdict(self)
        del walk["folder"], walk["faults"]
        walk["shown_s"] = round(self.shown_s, 3)
        # all in ASCII: the name of a file may hold halves of characters, which no other encoding takes
        words = json.dumps(told | walk, indent=1) + "\n"
        with self._writing:
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{NAME}.new"
            new.write_text(words, "ascii")
            new.replace(self.folder / NAME)
        return words
