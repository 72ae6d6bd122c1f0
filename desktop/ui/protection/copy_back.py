"""Putting a copy in place of the file that was open, and opening it again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.business_files import restore
from desktop.i18n import Message, message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CopyNeedsPassword, StoreError
from desktop.store.restoring import Restored
from desktop.ui.dialogs import begin
from desktop.ui.faults import Severity
from desktop.ui.files.beside import beside
from desktop.ui.protection.password_prompt import PasswordPrompt


class CopyBack(QObject):
    """Whatever becomes of it, the file is opened again: as it is in the copy, or as it was."""

    opened = Signal(object)
    """A `BusinessFile`."""
    said = Signal(object, str)
    """A `Message` and its `Severity`, once the file is open."""
    failed = Signal(object)
    """A `StoreError`: the file did not even open as it was."""

    def __init__(
        self, path: Path, copy: Path, password: str | None, clock: Callable[[], datetime], window: QWidget
    ) -> None:
        """`path` is the file, closed, and `password` is its own. Where the copy has another, the owner is asked."""
        super().__init__(window)
        self._path, self._copy, self._password, self._clock, self._window = path, copy, password, clock, window
        self._words: Message | None = None

    def begin(self) -> None:
        """Do it; asks for the password of the copy where that is needed."""
        try:
            file = beside(self._window, message("The copy is being brought back…"), self._restored)
        except CopyNeedsPassword:
            prompt = PasswordPrompt(self._copy, self._restored, self._window)
            prompt.accepted.connect(lambda: prompt.file and self._end(prompt.file))
            prompt.rejected.connect(self._open_as_before)
            prompt.refused.connect(self._say_refused)
            begin(prompt)
        except StoreError as error:
            if self._open_as_before():
                self._say_refused(error)
        else:
            self._end(file)

    def _restored(self, copy_password: str | None = None) -> BusinessFile:
        done = restore(self._path, self._copy, now=self._clock(), password=self._password, copy_password=copy_password)
        self._words = _done_words(done)
        password = copy_password or self._password if done.has_password_of_copy else self._password
        return BusinessFile.open(self._path, now=self._clock(), password=password)

    def _end(self, file: BusinessFile) -> None:
        self.opened.emit(file)
        self.said.emit(self._words, Severity.SUCCESS)
        self.deleteLater()

    def _open_as_before(self) -> bool:
        try:
            file = beside(self._window, message("The policy is being opened…"), self._as_before)
        except StoreError as error:
            self.failed.emit(error)
            return False
        self.opened.emit(file)
        return True

    def _as_before(self) -> BusinessFile:
        return BusinessFile.open(self._path, now=self._clock(), password=self._password)

    def _say_refused(self, error: StoreError) -> None:
        self.said.emit(error.reason, Severity.ERROR)


def _done_words(done: Restored) -> Message:
    if done.kept is not None:
        return message("The policy is as it was in that copy. How it was before is kept as a copy too.")
    if done.aside is not None:
        return message(
            "The policy is as it was in that copy. The damaged file is still there, as “{name}”.", name=done.aside.name
        )
    return message("The policy is as it was in that copy.")
