"""Putting a copy of the open file on a USB stick or in another folder."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop import settings
from desktop.business_files import SAMPLE, copy_elsewhere
from desktop.export import ExportCancelledError
from desktop.i18n import Message, _, message
from desktop.settings import Settings
from desktop.store.business_file import BusinessFile
from desktop.store.copies import is_copy
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.help.on_call import offer_help
from desktop.ui.protection.busy_line import BusyLine
from desktop.ui.protection.copy_offer import note_copy
from desktop.ui.protection.drives import Drive, is_same_disk, removable_drives
from desktop.ui.protection.file_job import FileJob, Stopped
from desktop.ui.protection.place_choice import PlaceChoice
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session

_LOOK_EVERY = 2000
"""Milliseconds between two looks for a stick that was plugged in."""


class CopyElsewhereDialog(ScrolledDialog):
    """Stays open until the owner closes it, so that the folder can be opened from it."""

    def __init__(
        self,
        session: Session,
        saved: Settings,
        drives: Callable[[], tuple[Drive, ...]] = removable_drives,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme.scaled(540), parent)
        offer_help(self, "copies")
        self._session, self._saved, self._drives = session, saved, drives
        self._job: FileJob | None = None
        self.copy: Path | None = None
        """What was made."""
        self.title_label, self.intro_label = QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.intro_label, "muted")
        for label in (self.title_label, self.intro_label):
            label.setWordWrap(True)
        self.places = PlaceChoice(drives())
        self.same_disk = Banner(closable=False)
        self.busy_line = BusyLine(message("The copy is being written…"))
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox()
        self.make_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setAutoDefault(False)
        self._look_out = QTimer(self)
        self._look_out.setInterval(_LOOK_EVERY)
        self._look_out.timeout.connect(self.look_for_drives)
        self._look_out.start()
        self.places.changed.connect(self._choice_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for widget in (self.title_label, self.intro_label, self.places, self.same_disk, self.busy_line):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for widget in (self.banner, self.buttons):
            self.foot.addWidget(widget)
        theme.look(self.make_button, "primary")
        self.make_button.setDefault(True)
        self.places.focus_first()
        self.retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether the copy is being written."""
        return self._job is not None

    def look_for_drives(self) -> None:
        """Offer a stick that was plugged in meanwhile, and no longer one that was taken out."""
        if not self.is_busy and self.copy is None:
            self.places.show_drives(self._drives())

    def accept(self) -> None:
        """Make the copy, in the background."""
        if self.is_busy:
            return
        folder = self.places.folder
        if folder is None:
            self._say(message("Please plug in a USB stick, or choose a folder."), Severity.WARNING)
            self.lead_to(self.places.folder_button)
            return
        self.banner.clear()
        file, day = self._session.file, self._session.today
        job = FileJob(lambda stopped: _make(file, folder, day, stopped), folder, self)
        job.written.connect(self._done)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._cancelled)
        job.broken.connect(self._broken)
        job.finished.connect(self._finished)
        self._job = job
        self._show_state()
        job.start()

    def reject(self) -> None:
        """Stop what is being written, so that it leaves nothing; else close."""
        if self._job is not None:
            self._job.cancel()
            self._show_state()
            return
        super().reject()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Put a copy elsewhere"))
        told = [_("It holds the whole policy and carries today's date in its name. It never replaces another file.")]
        if self._session.file.is_protected:
            told.append(_("It opens with the password of the file."))
        self.intro_label.setText(" ".join(told))
        self.make_button.setText(_("&Make the copy"))
        self._show_state()

    def _show_state(self) -> None:
        """What can be done now."""
        done = self.copy is not None
        self.title_label.setText(_("The copy is made") if done else _("Where shall the copy go?"))
        self.places.setVisible(not done)
        self.intro_label.setVisible(not done)
        self.places.setEnabled(not self.is_busy)
        self.busy_line.show_busy(busy=self.is_busy)
        self.make_button.setVisible(not done)
        self.make_button.setEnabled(not self.is_busy)
        self.close_button.setEnabled(self._job is None or not self._job.is_stopped())
        self.close_button.setText(_("Stop") if self.is_busy else _("Close") if done else _("Cancel"))
        self._say_same_disk()

    def _say_same_disk(self) -> None:
        folder = self.places.folder
        if self.copy is None and folder is not None and is_same_disk(folder, self._session.file.path):
            if not self.same_disk.text:
                words = message("This folder is on the same disk as your policy. When the disk breaks, both are gone.")
                self.same_disk.say(words, Severity.INFO)
        else:
            self.same_disk.clear()

    def _choice_changed(self) -> None:
        self.banner.clear()
        self._show_state()
        self.fit()

    # what a thread sends goes to slots of the dialog: anything else, such as a lambda, would run in the thread
    @Slot(object)
    def _done(self, copy: Path) -> None:
        self.copy = copy
        file = self._session.file
        if not file.setting(SAMPLE) and not is_copy(file.path):
            note_copy(self._saved, file.business, self._session.today)
            settings.save(self._saved)
        words = message("Complete and checked: “{name}”.", name=copy.name)
        if any(copy.is_relative_to(drive.folder) for drive in self._drives()):
            words = message("{words} Let the system eject the stick before you pull it out.", words=words)
        self._say(words, Severity.SUCCESS, (message("Open folder"), lambda: self._open(copy.parent)))

    @Slot()
    def _cancelled(self) -> None:
        self._say(message("Stopped. No copy was made."), Severity.INFO)

    @Slot(object)
    def _refused(self, reason: Message) -> None:
        folder = self.places.folder
        if folder is not None and not os.path.isdir(folder):  # noqa: PTH112 - one that is gone says no rather than raise
            words = message("The stick or folder is gone. Plug it in again, or choose another place.")
            self._say(words, Severity.ERROR)
            return
        self._say(reason, Severity.ERROR)

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        self._say(message("The copy could not be made. Your answers are safe."), Severity.ERROR)
        raise error  # on to the log and the dialog with details

    @Slot()
    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._show_state()
        self.fit()
        if self.copy is not None:
            self.banner.action_button.setFocus()

    def _open(self, folder: Path) -> None:
        if not open_outside(folder):
            words = message("This computer has no program that opens “{name}”.", name=str(folder))
            self._say(words, Severity.WARNING)

    def _say(
        self, words: Message, severity: Severity, action: tuple[Message, Callable[[], None]] | None = None
    ) -> None:
        self.banner.say(words, severity, action)
        self.fit()


def _make(file: BusinessFile, folder: Path, day: date, stopped: Stopped) -> Path:
    """The copy itself, in the thread. SQLite writes it in one go: what was stopped meanwhile is taken away again."""
    copy = copy_elsewhere(file, folder, day)
    if stopped():
        copy.unlink(missing_ok=True)
        raise ExportCancelledError
    return copy
