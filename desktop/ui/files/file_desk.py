"""Where business files are opened and closed, and what is said when one does not open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import paths, settings
from desktop.i18n import Message, _, message
from desktop.settings import Settings
from desktop.ui.dialogs import begin
from desktop.ui.faults import Banner, Severity

if TYPE_CHECKING:  # loaded with the first file
    from datetime import datetime

    from desktop.core.library import Library
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import StoreError
    from desktop.ui.session import Session


class FileDesk(QObject):
    """At most one file is open, in a `Session`."""

    opened = Signal(object)
    """The `Session` of a file just opened."""
    leaving = Signal()
    """The open file is about to be closed: hand over what is typed."""
    left = Signal()
    moved = Signal()
    """The open policy goes on in another file."""
    recent_changed = Signal()

    def __init__(
        self,
        saved: Settings,
        load: "Callable[[], Library]",
        clock: "Callable[[], datetime]",
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._saved = saved
        self._load = load
        self._clock = clock
        self._banner = banner
        self._window = window
        self.session: Session | None = None
        self._was_warned = False
        self._way_back: tuple[Path, str | None] | None = None
        """The file, and its password, that was open before one of its copies was looked at."""
        self.own: Path | None = None
        """The policy of one's own, no sample, that was open last since the program was started."""

    @property
    def goes_on_with(self) -> str:
        """The file that the next start opens; "" for none. Samples and copies are only looked at."""
        if self.session is None or self.session.is_sample:
            return ""
        path = self.session.file.path
        if not _is_copy(path):
            return str(path)
        return str(self._way_back[0]) if self._way_back is not None else ""

    def open(self, path: Path, *, writable: bool = True, password: str | None = None) -> None:
        """Open a business file, asking for its password where that is needed; where it fails, say why and stay."""
        from desktop.store.business_file import BusinessFile
        from desktop.store.errors import NeedsPassword, StoreError
        from desktop.ui.files.beside import beside

        path = path.absolute()
        writable = writable and not _is_copy(path)  # changes in a copy would go with it
        if self.session is not None and self.session.file.path == path:
            if not (writable and self.session.read_only):
                return
            password = self.session.file.password
        self._banner.clear()
        try:
            file = beside(
                self._window,
                message("The policy is being opened…"),
                lambda: BusinessFile.open(path, now=self._clock(), writable=writable, password=password),
            )
        except NeedsPassword:
            self._ask_password(path, writable=writable)
        except StoreError as error:
            self._say_not_opened(error, path)
        else:
            self._show(file)

    def open_sample(self, sample_id: str) -> None:
        """Open a copy of a sample to practise on."""
        from desktop.business_files import open_sample
        from desktop.store.errors import StoreError

        library = self._load()
        sample = next(sample for sample in library.samples if sample.id == sample_id)
        try:
            file = open_sample(sample, paths.documents(), library, self._clock())
        except StoreError as error:
            self._banner.say(error.reason, Severity.ERROR)
            return
        self._show(file)

    def start_policy(self) -> None:
        """Ask for the name of the business and begin."""
        from desktop.ui.start.new_policy import NewPolicyDialog

        dialog = NewPolicyDialog(self._load(), paths.documents(), self._clock, self._window)
        dialog.accepted.connect(lambda: dialog.file and self._show(dialog.file))
        dialog.existing_wanted.connect(self.open)
        begin(dialog)

    def ask(self) -> None:
        """Ask which file to open."""
        from desktop.ui.files.folders import nearest

        folder = str(nearest(Path(self._saved.folder) if self._saved.folder else paths.documents()))
        kinds = "{} (*.dasar);;{} (*)".format(_("Policy files"), _("All files"))
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Open a policy"), folder, kinds)
        if name:
            self.open(Path(name))

    def forget(self, name: str) -> None:
        """Take a file off the recent ones; the file itself stays."""
        self._saved.forget(Path(name))
        settings.save(self._saved)
        self._banner.clear()
        self.recent_changed.emit()

    def may_leave(self) -> bool:
        """Hand over what is typed. False, once, where the file does not take it; the banner says what to do then."""
        session = self.session
        if session is None:
            return True
        refused: list[StoreError] = []
        session.failed.connect(refused.append)
        self.leaving.emit()
        session.failed.disconnect(refused.append)
        if not refused or self._was_warned:
            return True
        self._was_warned = True
        self._say_not_saved(
            refused[-1], message("{reason} Close again to leave without it.", reason=refused[-1].reason)
        )
        return False

    def leave(self) -> None:
        """Close the open file. Everything is saved already."""
        if self.session is None:
            return
        self.leaving.emit()
        session, self.session = self.session, None
        if not _is_copy(session.file.path) and not session.is_sample:
            self.own = session.file.path
        self.left.emit()
        session.close()
        session.deleteLater()

    def bring_back(self, copy: Path) -> None:
        """Put the open file back to the state of one of its copies, and open it again."""
        from desktop.ui.protection.copy_back import CopyBack

        if self.session is None or not self.may_leave():
            return
        path, password = self.session.file.path, self.session.file.password
        self.leave()
        back = CopyBack(path, copy, password, self._clock, self._window)
        back.opened.connect(self._show)
        back.said.connect(self._banner.say)
        back.failed.connect(lambda error: self._say_not_opened(error, path))
        back.begin()

    def look_at(self, copy: Path) -> None:
        """Open a copy of the open file to look at; the banner leads back."""
        if self.session is not None and self.may_leave():
            file = self.session.file
            if not _is_copy(file.path):
                self._way_back = file.path, file.password
            self.open(copy, writable=False, password=file.password)

    def _show(self, file: "BusinessFile") -> None:
        """Leave the old file for a new one."""
        from desktop.ui.session import Session

        if not self.may_leave():
            file.close()
            return
        self.leave()
        self._banner.clear()
        session = Session(self._load(), file, self._clock)
        session.setParent(self)
        session.failed.connect(self._say_not_saved)
        self.session = session
        self._was_warned = False
        is_copy = _is_copy(file.path)
        if not is_copy:
            self._way_back = None
            self._saved.remember(file.path)
            settings.save(self._saved)
        self.opened.emit(session)
        if is_copy and self._way_back is not None:
            before, password = self._way_back
            words = message("This is a copy, to look at. Your policy itself is as you left it.")
            self._banner.say(
                words, Severity.INFO, (message("Back to my policy"), lambda: self.open(before, password=password))
            )

    def _ask_password(self, path: Path, *, writable: bool) -> None:
        from desktop.store.business_file import BusinessFile
        from desktop.ui.protection.password_prompt import PasswordPrompt

        def opener(password: str) -> BusinessFile:
            return BusinessFile.open(path, now=self._clock(), writable=writable, password=password)

        prompt = PasswordPrompt(path, opener, self._window)
        prompt.accepted.connect(lambda: prompt.file and self._show(prompt.file))
        prompt.refused.connect(lambda error: self._say_not_opened(error, path))
        begin(prompt)

    def save_elsewhere(self) -> None:
        """Save everything in a folder the owner chooses, and go on there: the file can no longer be written."""
        from desktop.store.errors import StoreError
        from desktop.ui.files import rescue

        if self.session is None:
            return
        try:
            said = rescue.save_elsewhere(self.session, self._window)
        except StoreError as error:
            self._say_not_saved(error)
            return
        if said is not None:
            self._was_warned = False
            self._saved.remember(self.session.file.path)
            settings.save(self._saved)
            self.moved.emit()
            self._banner.say(said, Severity.SUCCESS)

    def _say_not_saved(self, error: "StoreError", words: Message | None = None) -> None:
        """Why a change was not kept, with the way out where there is one."""
        from desktop.ui.files import rescue

        helps = self.session is not None and rescue.helps(self.session, error)
        action = (rescue.WORDS, self.save_elsewhere) if helps else None
        self._banner.say(words or error.reason, Severity.ERROR, action)

    def _say_not_opened(self, error: "StoreError", path: Path) -> None:
        """Why a file did not open, with the way out there is."""
        from desktop.store import copies
        from desktop.store.errors import Damaged, InUse, Missing

        action: tuple[Message, Callable[[], None]] | None = None
        reason, severity = error.reason, Severity.ERROR
        match error:
            case InUse():
                severity = Severity.WARNING
                action = message("Open it to look at"), lambda: self.open(path, writable=False)
            case Damaged(copy=Path() as copy):
                action = message("Work on with the copy"), lambda: self._work_on_with(path, copy)
            case Missing():
                severity = Severity.INFO
                if copy := copies.newest(path, paths.backups(), self._clock().date()):
                    reason = message("{reason} DasarKita still has copies of it.", reason=reason)
                    action = self._way_to(path, copy)
                elif str(path) in self._saved.recent:
                    action = message("Take it off the list"), lambda: self.forget(str(path))
        self._banner.say(reason, severity, action)

    def _way_to(self, path: Path, copy: Path) -> tuple[Message, Callable[[], None]]:
        """What to do with the newest copy of a file that is gone. Its folder may be on a drive that is away."""
        if path.parent.is_dir():
            return message("Work on with the copy"), lambda: self._work_on_with(path, copy)
        return message("Look at the newest copy"), lambda: self.open(copy, writable=False)

    def _work_on_with(self, path: Path, copy: Path) -> None:
        from desktop.business_files import bring_back
        from desktop.export import write_reason

        try:
            restored = bring_back(path, copy)
        except OSError as error:
            self._banner.say(write_reason(error, path.parent), Severity.ERROR)
            return
        self.open(restored)


def _is_copy(path: Path) -> bool:
    from desktop.store.copies import is_copy

    return is_copy(path)
