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
        value = saved.get(each.name)
        if each.name == "recent":
            entries = cast("list[Any]", value) if isinstance(value, list) else []
            settings.recent = [entry for entry in entries if isinstance(entry, str)][:RECENT_LENGTH]
        elif isinstance(value, str):
            setattr(settings, each.name, value)
    return settings


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
