"""Watching: tasks, log, incidents, watch words, accounts and an overview, each behind a tab."""

from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.settings import Settings
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tab_row import TabRow
from desktop.ui.watch.watch_tabs import HELP, INCIDENTS, LOG, OVERVIEW, TABS, TASKS, make_view, tab_title

_TAB = "watch_tab"


class View(Protocol):
    """What stands behind a tab; a widget besides."""

    def focus_first(self) -> None:
        """Put the focus where the owner goes on."""

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""


class WatchPage(Retranslated, QWidget):
    """Views are made when they are first shown. Which one was shown last is remembered in the file."""

    page_wanted = Signal(str)
    question_wanted = Signal(str)
    export_wanted = Signal(object)
    """An `ExportWish`."""
    settings_wanted = Signal()

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._saved = session, saved
        self.views: dict[str, View] = {}
        """Those that are made, by tab."""
        self._is_stale = False
        self._title_label = plain_label("title")
        self._title_label.setWordWrap(False)
        self.tab_row = TabRow(session)
        self._stack = QStackedWidget()
        self._lay_out()
        before = session.file.setting(_TAB)
        self.tab_row.choose(before if before in TABS else TABS[0])
        self.tab_row.currentChanged.connect(self._show_chosen)
        session.watch.changed.connect(self._count)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            self._step_by(QKeySequence(keys), by)
        self.setMinimumWidth(420)
        self.retranslate()
        self._show_view()

    @property
    def view(self) -> View:
        """The view in sight."""
        return self.views[self.tab_row.tab]

    @property
    def tab(self) -> str:
        """The tab in sight."""
        return self.tab_row.tab

    @property
    def help_topic(self) -> str:
        """The topic of the guide about the tab in sight."""
        return HELP.get(self.tab_row.tab, "watch")

    def show_tab(self, tab: str) -> None:
        """Bring a tab into sight, with the focus where the owner goes on there."""
        self.tab_row.choose(tab)
        self.view.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the owner goes on."""
        self.view.focus_first()

    def flush(self) -> None:
        """Hand over what is typed and not yet stored."""
        for view in self.views.values():
            view.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.tab_row.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._title_label.setText(_("Watch"))
        self.setAccessibleName(_("Watch"))

    def _step_by(self, keys: QKeySequence, by: int) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.activated.connect(lambda: self._step(by))

    def _step(self, by: int) -> None:
        self.tab_row.step(by)
        self.view.focus_first()

    def _count(self, _kind: str) -> None:
        if self.isVisible():
            self.tab_row.retranslate()
        else:
            self._is_stale = True

    def _show_chosen(self) -> None:
        with suppress(StoreError):  # it is only not remembered
            self._session.file.set_setting(_TAB, self.tab_row.tab)
        self._show_view()

    def _show_view(self) -> None:
        tab = self.tab_row.tab
        if tab not in self.views:
            self.views[tab] = self._made(tab)
        self._stack.setCurrentWidget(self.views[tab])
        self._stack.setAccessibleName(tab_title(tab))

    def _made(self, tab: str) -> QWidget:
        view = make_view(self._session, tab)
        for name in ("export_wanted", "question_wanted", "settings_wanted", "page_wanted"):
            if signal := getattr(view, name, None):
                signal.connect(getattr(self, name))
        if tab == LOG:
            view.incident_wanted.connect(self._show_incident)
        elif tab == INCIDENTS:
            view.entry_wanted.connect(self._show_entry)
        elif tab in (TASKS, OVERVIEW):
            view.tab_wanted.connect(self.show_tab)
        self._stack.addWidget(view)
        return view

    def _show_incident(self, number: int) -> None:
        self.tab_row.choose(INCIDENTS)
        self.view.show_incident(number)

    def _show_entry(self, entry: int) -> None:
        self.tab_row.choose(LOG)
        self.view.show_entry(entry)

    def _lay_out(self) -> None:
        head = QFrame()
        theme.look(head, "bar")
        top = QVBoxLayout(head)
        top.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.HUGE, 0)
        top.setSpacing(theme.TINY)
        top.addWidget(self._title_label)
        top.addWidget(self.tab_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._stack, 1)
