"""Looks at files in the background: a drive that does not answer must not hold the window up."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal


class FileLook(QObject):
    """Each `begin` is answered by one `looked`."""

    looked = Signal(object)
    """A dict of the paths that were asked for, each with what was seen: True for a file that is there."""

    def __init__(self, see: Callable[[str], Any] | None = None, parent: QObject | None = None) -> None:
        """`see` looks at one path, in the thread; without it, it is asked whether the file is there."""
        super().__init__(parent)
        self._see = see or _is_there

    def begin(self, names: Iterable[str]) -> None:
        """Look at these paths."""
        # a daemon: one that still waits for a drive does not hold up the end of the program
        Thread(target=self._look, args=(tuple(names),), daemon=True).start()

    def _look(self, names: tuple[str, ...]) -> None:
        found = {name: self._see(name) for name in names}
        with suppress(RuntimeError):  # the page is gone meanwhile
            self.looked.emit(found)


def _is_there(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def opens_unasked(name: str) -> bool:
    """Whether a file is there and opens without a password."""
    from desktop.store.inspecting import is_protected

    try:
        return not is_protected(Path(name))
    except (OSError, ValueError):
        return False
