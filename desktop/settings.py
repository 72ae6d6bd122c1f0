"""What the program remembers between two starts, apart from business files. No Qt."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from desktop import paths

RECENT_LENGTH = 8
"""How many recent files are remembered."""

LOOKS = ("system", "light", "dark")
"""What `Settings.look` may be."""


@dataclass(slots=True)
class Settings:
    """The settings, each with the value of a first start."""

    language: str = ""
    """Language of the interface; "" until the owner chose one."""
    recent: list[str] = field(default_factory=list[str])
    """Business files opened before, the last one first."""
    folder: str = ""
    """Where a file was last opened from; "" for the usual place."""
    geometry: str = ""
    """Place and size of the window, as the window system encodes them, in hexadecimal."""
    look: str = "system"
    """Light or dark: one of `LOOKS`."""
    calm: bool = False
    """Whether nothing on the screen moves by itself."""
    documents: str = ""
    """Folder that Word documents go into; "" for one beside the business file."""
    reminders: bool = True
    """Whether the program speaks of tasks that are due."""
    tray: bool = True
    """Whether it does so beside the clock too, where the system has room for small icons."""
    quiet: bool = True
    """Whether there are hours in which it says nothing."""
    quiet_from: str = "20:00"
    quiet_until: str = "08:00"
    copy_offers: bool = True
    """Whether the program offers, now and then, to put a copy of the business file elsewhere."""
    copied: dict[str, str] = field(default_factory=dict[str, str])
    """Business id -> "day of the last copy put elsewhere/day of the last offer", either may be missing."""
    open_file: str = ""
    """The business file that was open when the program was quit; "" for none."""
    preview_zoom: int = 100
    """Size of the preview, in percent."""
    panes: list[int] = field(default_factory=list[int])
    """Widths of the steps, the page and the preview, in pixels; empty for the usual ones."""

    def remember(self, file: Path) -> None:
        """Put a business file on top of the recent ones."""
        name = str(file.absolute())
        self.recent = [name, *(old for old in self.recent if old != name)][:RECENT_LENGTH]
        self.folder = str(file.absolute().parent)

    def forget(self, file: Path) -> None:
        """Take a business file off the recent ones."""
        self.recent = [old for old in self.recent if old != str(file)]


def load() -> Settings:
    """The saved settings. What is missing, damaged or of the wrong kind is as at a first start."""
    settings = Settings()
    try:
        raw: Any = json.loads(paths.settings_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return settings
    if not isinstance(raw, dict):
        return settings
    saved = cast("dict[str, Any]", raw)
    for each in fields(Settings):
        value = _kept(saved.get(each.name), getattr(settings, each.name), int if each.name == "panes" else str)
        setattr(settings, each.name, value)
    settings.recent = settings.recent[:RECENT_LENGTH]
    if settings.look not in LOOKS:
        settings.look = LOOKS[0]
    return settings


def _kept(value: Any, usual: Any, inner: type) -> Any:
    """A saved value where it is of the kind of the usual one; what is not `inner` is left out of lists and tables."""
    if type(value) is not type(usual):
        return usual
    if isinstance(value, list):
        return [entry for entry in cast("list[Any]", value) if type(entry) is inner]
    if isinstance(value, dict):
        return {key: entry for key, entry in cast("dict[str, Any]", value).items() if type(entry) is inner}
    return value


def save(settings: Settings) -> None:
    """Save the settings, whole or not at all. A folder that cannot be written is left as it is."""
    file = paths.settings_file()
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # all in ASCII: the name of a file may hold halves of characters, which no other encoding takes
        new.write_text(json.dumps(asdict(settings), indent=1), "ascii")
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
