"""Looks whether files are still there, in the background: a drive that does not answer must not hold the window up."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal


class FileLook(QObject):
    """Each `begin` is answered by one `looked`."""

    looked = Signal(object)
    """A dict of the paths that were asked for: True for a file that is there."""

    def begin(self, names: Iterable[str]) -> None:
        """Look at these paths."""
        # a daemon: one that still waits for a drive does not hold up the end of the program
        Thread(target=self._look, args=(tuple(names),), daemon=True).start()

    def _look(self, names: tuple[str, ...]) -> None:
        found = {name: _is_there(name) for name in names}
        with suppress(RuntimeError):  # the page is gone meanwhile
            self.looked.emit(found)


def _is_there(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
