"""A real window with a real policy in it, in folders of its own and at a time of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop import business_files, paths
from desktop.core.library import Library
from desktop.settings import Settings
from desktop.ui.main_window import MainWindow
from tests.gallery.watch_history import live_through

NOON = datetime(2027, 1, 4, 12, 0, tzinfo=timezone(timedelta(hours=8)))
NONE, SAMPLE, WATCHED, FRESH = "none", "sample", "watched", "fresh"
"""What is open: nothing, the bakery, the bakery after half a year of watching, or a policy that has a name and nothing
else."""

_ROUNDS = 12
"""How often what happens later is let happen."""


def use_folders(folder: Path) -> None:
    """Keep away from the folders of whoever makes the pictures."""
    paths.documents = lambda: folder / "Documents" / paths.APP
    paths.settings_file = lambda: folder / "config" / "settings.json"
    paths.backups = lambda: folder / "data" / "backups"
    paths.cache = lambda: folder / "cache"
    paths.logs = lambda: folder / "logs"


class Stage:
    """Brings the window to a screen and back."""

    def __init__(self, library: Library, size: tuple[int, int] = (1280, 720), *, patient: bool = False) -> None:
        self._library = library
        self._patient = patient
        self._open = NONE
        self.changes = 0
        """Changes a screen made of the policy; they are taken back once it was looked at."""
        self.saved = Settings()
        self.window = MainWindow(self.saved, lambda: library, lambda: NOON)
        self.resize(size)
        self.window.show()
        self.window.begin()
        self.window.activateWindow()
        self.settle()

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of window; what it says is not made larger by a small screen."""
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(QSize(*size))

    def open(self, kind: str) -> None:
        """Have the sample open, or a fresh policy, or nothing."""
        if kind == self._open:
            return
        self._open = kind
        if kind == NONE:
            self.window.close_policy()
        elif kind in (SAMPLE, WATCHED):
            self.window.open_sample("bakery")
            if kind == WATCHED:
                live_through(self.window.session)
        else:
            file = business_files.create_policy(paths.documents(), "Kedai Buku Cahaya", self._library, NOON)
            path = file.path
            file.close()
            self.window.open_file(path)
        self.settle()

    def page(self, page_id: str) -> QWidget:
        """Show a page of the open policy."""
        self.window.work_page.show_page(page_id)
        self.settle()
        return self.window

    def dialog(self, dialog: QDialog | None = None) -> QWidget:
        """Open a dialog, or take the one that was just opened."""
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
        self.settle()
        found = dialog or QApplication.activeModalWidget()
        if found is None:
            raise LookupError("no dialog was opened")
        return found

    def settle(self) -> None:
        """Let happen what happens with the next events and in the background."""
        if self._patient:  # counts and pictures that wait for a rest
            loop = QEventLoop()
            QTimer.singleShot(450, loop.quit)
            loop.exec()
        for _round in range(_ROUNDS):
            QThreadPool.globalInstance().waitForDone(2000)
            QApplication.processEvents()

    def put_away(self) -> None:
        """Close every dialog and window but the main one."""
        for widget in self.others():
            if isinstance(widget, QDialog):
                widget.done(QDialog.DialogCode.Rejected)  # one that asks before words are lost is not asked
            else:
                widget.close()
        QApplication.processEvents()

    def others(self) -> list[QWidget]:
        """Dialogs, menus and windows in sight beside the main one."""
        return [each for each in QApplication.topLevelWidgets() if each is not self.window and each.isVisible()]

    @contextmanager
    def shown(self, opens: str, show: "Callable[[Stage], QWidget]") -> Iterator[QWidget]:
        """A screen in sight, for as long as it is looked at."""
        self.open(opens)
        try:
            yield show(self)
        finally:
            self.put_away()
            for _change in range(self.changes):
                self.window.session.undo()
            self.changes = 0
