"""A row of tabs with what is open in each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.watch_tabs import TABS, counted, open_count, tab_title


class TabRow(Retranslated, QTabBar):
    """Moved by mouse and arrow keys; where the room ends, two arrows bring the rest into sight."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for tab in TABS:
            self.setTabData(self.addTab(""), tab)
        for button in self.findChildren(QToolButton):
            button.setProperty("beside_keyboard", True)  # the arrow keys bring every tab into sight
        self.retranslate()

    @property
    def tab(self) -> str:
        """The tab that is chosen."""
        return self.tabData(self.currentIndex())

    def choose(self, tab: str) -> None:
        """Choose a tab."""
        self.setCurrentIndex(TABS.index(tab))

    def step(self, by: int) -> None:
        """Choose the next tab or the one before, round the row."""
        self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def retranslate(self) -> None:
        """Set the words, with what is open now."""
        self.setAccessibleName(_("Parts of watching"))
        for place, tab in enumerate(TABS):
            title, count = tab_title(tab), open_count(self._session, tab)
            said = ", ".join(filter(None, (title, counted(tab, count))))
            self.setTabText(place, _("{title} ({count})", title=title, count=count) if count else title)
            self.setTabToolTip(place, counted(tab, count))
            self.setAccessibleTabName(place, said)
        for button, told in zip(self.findChildren(QToolButton), (_("Tabs before"), _("Tabs after")), strict=False):
            button.setAccessibleName(told)
            button.setToolTip(told)
