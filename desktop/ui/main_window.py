"""The window: menus, header, one banner, and either the start page or the pages of the open policy."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop import settings
from desktop.i18n import message
from desktop.settings import Settings
from desktop.ui import qt_words, theme
from desktop.ui.dialogs import Dialogs
from desktop.ui.faults import Banner, BannerRoom, Severity
from desktop.ui.files.file_desk import FileDesk
from desktop.ui.files.file_look import FileLook, opens_unasked
from desktop.ui.header import Header
from desktop.ui.menu_bar import MenuBar
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.start.start_page import StartPage

if TYPE_CHECKING:  # loaded with the first file
    from datetime import datetime

    from desktop.core.library import Library
    from desktop.ui.session import Session
    from desktop.ui.work_page import WorkPage

_MINIMUM = (960, 600)
_USUAL = (1280, 760)
_EVIDENCE = message(
    "What is ticked or noted is evidence, which Undo does not take back. Put it right beside it: a mistake stays in "
    "sight, with its correction. Undo once more takes back the change before it."
)
_FRAME = 40
"""What the system draws around a window at most, in pixels."""


class MainWindow(Retranslated, QMainWindow):
    """Shows what `FileDesk` has opened."""

    def __init__(self, saved: Settings, load: "Callable[[], Library]", clock: "Callable[[], datetime]") -> None:
        super().__init__()
        self._saved = saved
        self._load = load
        self._clock = clock
        self._work_page: WorkPage | None = None
        self.start_page = StartPage()
        self.banner = Banner()
        self._banner_room = BannerRoom(self.banner)
        self.files = FileDesk(saved, load, clock, self.banner, self)
        self.dialogs = Dialogs(self)
        self.menu = MenuBar(saved)
        self.setMenuBar(self.menu)
        self.header = Header(self.menu.undo, self.menu.redo)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self._lay_out()
        self._connect_files()
        self._connect_menus()
        self._restore_geometry()
        self.retranslate()

    @property
    def library(self) -> "Library":
        """The content; loaded at first need."""
        return self._load()

    @property
    def saved(self) -> Settings:
        """What is remembered between two starts."""
        return self._saved

    @property
    def session(self) -> "Session | None":
        """The `Session` of the open file, or None."""
        return self.files.session

    @property
    def work_page(self) -> "WorkPage | None":
        """The page of the open file, or None."""
        return self._work_page

    def begin(self, file: Path | None = None, *, asks: bool = True) -> None:
        """What the first sight of the window need not wait for. Without a file, goes on with the one left open.

        In the background it asks for nothing, no password either.
        """
        from desktop.ui.day_watch import DayWatch

        qt_words.use_locale()
        self.setLocale(qt_words.locale())
        DayWatch(self._clock, self).day_changed.connect(self._begin_day)
        self.start_page.show_recent(self._saved.recent)
        self.start_page.show_samples(self.library.samples)
        if file is not None:
            self.open_file(file)
        elif before := self._saved.open_file:
            look = FileLook(None if asks else opens_unasked, self)
            look.looked.connect(self._go_on)
            look.begin([before])
        from desktop.ui.reminders.reminders import Reminders
        from desktop.ui.warm_up import WarmUp

        warm_up = WarmUp(self.library, self)
        self.files.opened.connect(warm_up.go_on)
        if self.session is not None:
            warm_up.go_on()
        reminders = Reminders(self, self.banner, self._saved, self._clock, self._shows_tasks)
        reminders.show_wanted.connect(lambda: self._show_watch("tasks"))
        reminders.incidents_wanted.connect(lambda: self._show_watch("incidents"))
        self.files.opened.connect(reminders.follow)
        self.files.left.connect(lambda: reminders.follow(None))
        reminders.follow(self.session)

    def take(self, file: Path | None) -> None:
        """Come to the front, with the file that another start of the program was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        dialog = QApplication.activeModalWidget()
        if file is not None and isinstance(dialog, QDialog):
            dialog.finished.connect(lambda: self.take(file))  # it belongs to the file that is open
        elif file is not None:
            self.open_file(file)

    def open_file(self, path: Path) -> None:
        """Open a business file; where that fails, say why and stay."""
        self.files.open(path)

    def open_sample(self, sample_id: str) -> None:
        """Open a copy of a sample to practise on."""
        self.files.open_sample(sample_id)

    def flush(self) -> bool:
        """Store what is typed and not yet stored. Returns whether a file is open at all."""
        if self._work_page is None:
            return False
        self._work_page.flush()
        return True

    def close_policy(self) -> None:
        """Back to the start page. Everything is saved already."""
        if not self.files.may_leave():
            return
        self.files.leave()
        self.banner.clear()
        self.start_page.show_recent(self._saved.recent)
        self.start_page.fold()
        self.pages.setCurrentWidget(self.start_page)
        self.start_page.new_card.setFocus()

    def use_language(self, language: str) -> None:
        """Show the program in another language, from now on."""
        self._saved.language = language
        settings.save(self._saved)
        qt_words.switch(QApplication.instance(), language)

    def use_look(self, look: str) -> None:
        """Show the program light, dark or as the system has it, from now on."""
        self._saved.look = look
        settings.save(self._saved)
        theme.use(look)

    def retranslate(self) -> None:
        """Name the window, and write dates and numbers as the language does, once it has begun."""
        if self.testAttribute(Qt.WidgetAttribute.WA_SetLocale):
            self.setLocale(qt_words.locale())
        name = f"{self.session.file.path.stem} - " if self.session is not None else ""
        self.setWindowTitle(f"{name}DasarKita")

    def keep(self) -> None:
        """Keep what was typed last, and what the next start begins with."""
        self._leave_work()
        self._saved.open_file = self.files.goes_on_with
        self._saved.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        settings.save(self._saved)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep everything and close the file; stay, once, where something typed could not be stored."""
        dialog = QApplication.activeModalWidget()
        # a dialog that is busy stops its work first; until it has, nothing is closed under it
        if (dialog is not None and dialog is not self and not dialog.close()) or not self.files.may_leave():
            event.ignore()
            return
        self.keep()
        self.files.leave()
        from desktop.ui.help.on_call import put_away_help

        put_away_help()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus, as in a dialog."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """The Tab key comes to the questions at their beginning."""
        before = QApplication.focusWidget()
        moved = super().focusNextPrevChild(forward)
        if self._work_page is not None:
            self._work_page.come_in(before, forward=forward)
        return moved

    def _show_work(self, session: "Session") -> None:
        """Show a file that was just opened, where its owner left it."""
        from desktop.ui.files.greeting import greet
        from desktop.ui.work_page import WorkPage

        page = WorkPage(session, self._saved)
        page.export_requested.connect(self.dialogs.export)
        page.trail.changed.connect(self.menu.back.setEnabled)
        page.settings_wanted.connect(self.dialogs.settings)
        self._work_page = page
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.menu.follow(session)
        self.header.follow(session)
        self.retranslate()
        page.go_on()
        greet(self, page)

    @Slot(object)
    def _go_on(self, there: dict[str, bool]) -> None:
        """Open the file that was left open, if it is there and the owner has not begun something else meanwhile."""
        for name, is_there in there.items():
            if is_there and self.session is None and QApplication.activeModalWidget() is None:
                self.open_file(Path(name))

    def _shows_watch(self) -> bool:
        """Whether the page of watching is in sight."""
        from desktop.ui.whole_pages import WATCH

        return self._work_page is not None and self._work_page.step_list.page == WATCH

    def _shows_tasks(self) -> bool:
        """Whether the checklist is in sight."""
        page = self._work_page.page if self._work_page is not None and self._shows_watch() else None
        return getattr(page, "tab", "") == "tasks"

    def _show_watch(self, tab: str) -> None:
        self.take(None)
        if self._work_page is not None and QApplication.activeModalWidget() is None:
            self._work_page.show_watch(tab)

    def _begin_day(self) -> None:
        if self.session is not None:
            self.session.begin_day()

    def _leave_work(self) -> None:
        if self._work_page is not None:
            self._work_page.leave()

    def _drop_work(self) -> None:
        self.menu.follow(None)
        self.header.follow(None)
        if self._work_page is not None:
            page, self._work_page = self._work_page, None
            self.pages.removeWidget(page)
            page.deleteLater()
        self.retranslate()

    def _step(self, *, back: bool) -> None:
        if self.session is None or self._work_page is None:
            return
        self._work_page.flush()  # what is being typed is the last step
        if back and self.session.watch.was_kept_last and self._shows_watch():
            self.session.watch.was_kept_last = False  # the next time it is meant
            self.banner.say(_EVIDENCE, Severity.INFO)
            return
        label = (self.session.undo if back else self.session.redo)()
        self._work_page.reveal(label)

    def _on_page(self, act: "Callable[[WorkPage], object]") -> Callable[[], None]:
        """What an action does to the page of the open file, where there is one."""

        def do() -> None:
            if self._work_page is not None:
                act(self._work_page)

        return do

    def _connect_files(self) -> None:
        self.files.opened.connect(self._show_work)
        self.files.leaving.connect(self._leave_work)
        self.files.left.connect(self._drop_work)
        self.files.moved.connect(self.retranslate)
        self.files.recent_changed.connect(lambda: self.start_page.show_recent(self._saved.recent))
        page, menu = self.start_page, self.menu
        for signal in (page.new_wanted, menu.new.triggered):
            signal.connect(lambda *_ignored: self.files.start_policy())
        for signal in (page.open_wanted, menu.open.triggered):
            signal.connect(lambda *_ignored: self.files.ask())
        for signal in (page.recent_chosen, menu.recent_chosen):
            signal.connect(lambda name: self.open_file(Path(name)))
        page.recent_forgotten.connect(self.files.forget)
        page.sample_chosen.connect(self.open_sample)

    def _connect_menus(self) -> None:
        menu, header, dialogs, on_page = self.menu, self.header, self.dialogs, self._on_page
        for signal in (menu.export.triggered, header.export_wanted):
            signal.connect(lambda *_ignored: dialogs.export())
        for action, act in (
            (menu.home, on_page(lambda page: page.show_home())),
            (menu.back, on_page(lambda page: page.go_back())),
            (menu.find_clause, on_page(lambda page: page.find_clause())),
            (menu.find_in_policy, on_page(lambda page: page.find_in_policy())),
            (menu.documents, on_page(lambda page: page.show_documents())),
            (menu.tasks, on_page(lambda page: page.show_watch())),
            (menu.close_policy, self.close_policy),
            (menu.quit, self.close),
            (menu.undo, lambda: self._step(back=True)),
            (menu.redo, lambda: self._step(back=False)),
            (menu.settings, dialogs.settings),
            (menu.password, dialogs.password),
            (menu.copies, dialogs.copies),
            (menu.help, dialogs.help),
            (menu.guide, lambda: dialogs.help("start")),
            (menu.about, dialogs.about),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())
        header.home_wanted.connect(menu.home.trigger)
        menu.look_chosen.connect(self.use_look)
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
