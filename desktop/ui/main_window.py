"""The window: menus, header, one banner, and the page in use. Files are opened and closed here."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import paths, settings
from desktop.i18n import Message, _, message
from desktop.settings import Settings
from desktop.ui import qt_words
from desktop.ui.faults import Banner, BannerRoom, Severity
from desktop.ui.header import Header
from desktop.ui.menu_bar import MenuBar
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.start_page import StartPage

if TYPE_CHECKING:  # loaded with the first file
    from desktop.core.library import Library
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import StoreError
    from desktop.ui.documents.export_wish import ExportWish
    from desktop.ui.session import Session
    from desktop.ui.work_page import WorkPage

_MINIMUM = (960, 600)
_USUAL = (1280, 760)
_FRAME = 40
"""What the system draws around a window at most, in pixels."""


class MainWindow(Retranslated, QMainWindow):
    """Either the start page, or the work page of one open business file."""

    def __init__(self, saved: Settings, load: "Callable[[], Library]", clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._saved = saved
        self._load = load
        self._clock = clock
        self._session: Session | None = None
        self._work_page: WorkPage | None = None
        self.start_page = StartPage()
        self.banner = Banner()
        self._banner_room = BannerRoom(self.banner)
        self.menu = MenuBar(saved)
        self.setMenuBar(self.menu)
        self.header = Header(self.menu.undo, self.menu.redo)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self._lay_out()
        self._connect()
        self._restore_geometry()
        self.retranslate()

    @property
    def library(self) -> "Library":
        """The content; loaded at first need."""
        return self._load()

    @property
    def session(self) -> "Session | None":
        """The `Session` of the open file, or None."""
        return self._session

    @property
    def work_page(self) -> "WorkPage | None":
        """The page of the open file, or None."""
        return self._work_page

    def begin(self, file: Path | None = None) -> None:
        """What the first sight of the window need not wait for."""
        self.start_page.show_recent(self._saved.recent)
        self.start_page.show_samples(self.library.samples)
        if file is not None:
            self.open_file(file)

    def open_file(self, path: Path, *, writable: bool = True) -> None:
        """Open a business file; where that fails, say why and stay."""
        from desktop.store.business_file import BusinessFile
        from desktop.store.errors import StoreError

        if self._session is not None and self._session.file.path == path.absolute():
            return
        self.banner.clear()
        try:
            file = BusinessFile.open(path, now=self._clock(), writable=writable)
        except StoreError as error:
            self._say_not_opened(error, path)
            return
        self._show_file(file)

    def open_sample(self, sample_id: str) -> None:
        """Open a copy of a sample to practise on."""
        from desktop.business_files import open_sample
        from desktop.store.errors import StoreError

        sample = next(sample for sample in self.library.samples if sample.id == sample_id)
        try:
            file = open_sample(sample, paths.documents(), self.library, self._clock())
        except StoreError as error:
            self.banner.say(error.reason, Severity.ERROR)
            return
        self._show_file(file)

    def start_policy(self) -> None:
        """Ask for the name of the business and begin."""
        from desktop.ui.new_policy import NewPolicyDialog

        dialog = NewPolicyDialog(self.library, paths.documents(), self._clock, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: dialog.file and self._show_file(dialog.file))
        dialog.existing_wanted.connect(self.open_file)
        dialog.open()

    def ask_file(self) -> None:
        """Ask which file to open."""
        usual = paths.documents()
        folder = self._saved.folder or str(usual if usual.is_dir() else usual.parent)
        kinds = "{} (*.dasar);;{} (*)".format(_("Policy files"), _("All files"))
        name, _kind = QFileDialog.getOpenFileName(self, _("Open a policy"), folder, kinds)
        if name:
            self.open_file(Path(name))

    def export(self, wish: "ExportWish | None" = None) -> None:
        """Offer to make Word documents of the open file: those asked for, else those made last."""
        from desktop.ui.export_dialog import ExportDialog

        if self._session is None or self._work_page is None:
            return
        self._work_page.flush()
        dialog = ExportDialog(self._session, wish, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def close_policy(self) -> None:
        """Back to the start page. Everything is saved already."""
        self._leave_file()
        self.banner.clear()
        self.start_page.show_recent(self._saved.recent)
        self.pages.setCurrentWidget(self.start_page)
        self.start_page.new_card.setFocus()
        self.retranslate()

    def use_language(self, language: str) -> None:
        """Show the program in another language, from now on."""
        self._saved.language = language
        settings.save(self._saved)
        qt_words.switch(QApplication.instance(), language)

    def retranslate(self) -> None:
        """Name the window, and write dates and numbers as the language does."""
        self.setLocale(qt_words.locale())
        if self._session is None:
            self.setWindowTitle("DasarKita")
        else:
            self.setWindowTitle(f"{self._session.file.path.stem} - DasarKita")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep what was typed last, remember place and size, close the file."""
        self._leave_file()
        self._saved.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        settings.save(self._saved)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus, as in a dialog."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def _show_file(self, file: "BusinessFile") -> None:
        """Leave the old file for a new one."""
        from desktop.ui.session import Session
        from desktop.ui.work_page import WorkPage

        self._leave_file()
        self.banner.clear()
        self._session = Session(self.library, file, self._clock)
        self._session.setParent(self)
        self._session.failed.connect(self._say_not_saved)
        page = WorkPage(self._session)
        page.export_requested.connect(self.export)
        self._work_page = page
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.menu.follow(self._session)
        self.header.follow(self._session)
        self._saved.remember(file.path)
        settings.save(self._saved)
        self.retranslate()
        page.page.focus_first()
        self._say_kind_of_file()

    def _leave_file(self) -> None:
        if self._session is None or self._work_page is None:
            return
        session, page = self._session, self._work_page
        page.flush()
        self._session = self._work_page = None
        self.menu.follow(None)
        self.header.follow(None)
        self.pages.removeWidget(page)
        page.deleteLater()
        session.close()
        session.deleteLater()

    def _step(self, *, back: bool) -> None:
        if self._session is None or self._work_page is None:
            return
        self._work_page.flush()  # what is being typed is the last step
        label = (self._session.undo if back else self._session.redo)()
        self._work_page.reveal(label)

    def _say_kind_of_file(self) -> None:
        """What the owner should know about this file before working on it."""
        from desktop.business_files import SAMPLE
        from desktop.ui.whole_pages import CLAUSES

        file = self._session.file
        if file.setting(SAMPLE):
            words = message(
                "This is a sample of an invented business, to look round and practise. It is not your policy."
            )
            self.banner.say(words, Severity.INFO, (message("Start our policy"), self.start_policy))
        elif file.read_only:
            words = message("You can look at this policy and make documents of it, but not change it here.")
            self.banner.say(words, Severity.WARNING)
        elif changed := self._session.clauses.updates:
            words = message(
                "This version of DasarKita brings changed clauses: {count}. "
                "Your policy stays as it is until you decide.",
                count=len(changed),
            )
            self.banner.say(words, Severity.INFO, (message("Look at the changes…"), self._show_updates))
            # the page of clauses says it itself, and needs the room
            step_list, clear = self._work_page.step_list, self.banner.clear
            step_list.page_chosen.connect(lambda page: clear() if page == CLAUSES else None)

    def _show_updates(self) -> None:
        from desktop.ui.clauses.updates_dialog import UpdatesDialog

        if self._session is None:
            return
        self.banner.clear()
        dialog = UpdatesDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say_not_saved(self, error: "StoreError") -> None:
        self.banner.say(error.reason, Severity.ERROR)

    def _say_not_opened(self, error: "StoreError", path: Path) -> None:
        """Why a file did not open, with the way out there is."""
        from desktop.store.errors import Damaged, InUse, Missing

        action: tuple[Message, Callable[[], None]] | None = None
        severity = Severity.ERROR
        match error:
            case InUse():
                severity = Severity.WARNING
                action = message("Open it to look at"), lambda: self.open_file(path, writable=False)
            case Damaged(copy=Path() as copy):
                action = message("Work on with the copy"), lambda: self._bring_back(path, copy)
            case Missing():
                severity = Severity.INFO
                if str(path) in self._saved.recent:
                    action = message("Take it off the list"), lambda: self._forget(str(path))
        self.banner.say(error.reason, severity, action)

    def _bring_back(self, path: Path, copy: Path) -> None:
        from desktop.business_files import bring_back
        from desktop.export import write_reason

        try:
            restored = bring_back(path, copy)
        except OSError as error:
            self.banner.say(write_reason(error, path.parent), Severity.ERROR)
            return
        self.open_file(restored)

    def _forget(self, name: str) -> None:
        self._saved.forget(Path(name))
        settings.save(self._saved)
        self.banner.clear()
        self.start_page.show_recent(self._saved.recent)

    def _show_about(self) -> None:
        from desktop.ui.about import show_about

        show_about(self)

    def _connect(self) -> None:
        page, menu, header = self.start_page, self.menu, self.header
        for signal in (page.new_wanted, menu.new.triggered):
            signal.connect(lambda *_ignored: self.start_policy())
        for signal in (page.open_wanted, menu.open.triggered):
            signal.connect(lambda *_ignored: self.ask_file())
        for signal in (page.recent_chosen, menu.recent_chosen):
            signal.connect(lambda name: self.open_file(Path(name)))
        page.recent_forgotten.connect(self._forget)
        page.sample_chosen.connect(self.open_sample)
        for signal in (menu.export.triggered, header.export_wanted):
            signal.connect(lambda *_ignored: self.export())
        for signal in (menu.close_policy.triggered, header.home_wanted):
            signal.connect(lambda *_ignored: self.close_policy())
        menu.quit.triggered.connect(self.close)
        menu.undo.triggered.connect(lambda: self._step(back=True))
        menu.redo.triggered.connect(lambda: self._step(back=False))
        menu.find_clause.triggered.connect(lambda: self._work_page and self._work_page.find_clause())
        menu.documents.triggered.connect(lambda: self._work_page and self._work_page.show_documents())
        menu.about.triggered.connect(self._show_about)
        for signal in (menu.language_chosen, header.language_switch.language_chosen):
            signal.connect(self.use_language)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_MINIMUM)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._banner_room)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(body)

    def _restore_geometry(self) -> None:
        saved = QByteArray.fromHex(self._saved.geometry.encode())
        if not saved or not self.restoreGeometry(saved):
            self.resize(*_USUAL)
            room = self.screen().availableSize()
            if room.width() < _USUAL[0] + _FRAME or room.height() < _USUAL[1] + _FRAME:  # a small laptop
                self.setWindowState(Qt.WindowState.WindowMaximized)
