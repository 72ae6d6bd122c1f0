"""The icon beside the clock, on systems that have a place for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated


class Tray(Retranslated, QWidget):
    """Never seen itself: it holds the icon, its menu, and their words. The icon is made when there is need of it."""

    show_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._count: int | None = None
        self._icon: QSystemTrayIcon | None = None
        self.show_action, self.quit_action = QAction(self), QAction(self)
        self.show_action.triggered.connect(self.show_wanted)
        self.quit_action.triggered.connect(window.close)
        self.retranslate()

    @property
    def text(self) -> str:
        """What the icon says when the mouse rests on it; "" where there is none."""
        return self._icon.toolTip() if self._icon is not None else ""

    def show_count(self, count: int | None) -> None:
        """Show how many tasks are due; None takes the icon away."""
        if count is not None and self._icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = self._made()
        elif count is None and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        self._count = count
        self.retranslate()

    def say(self, words: str) -> None:
        """Show words for a few seconds, as the system does such things."""
        if self._icon is not None:
            self._icon.showMessage("DasarKita", words, theme.icon("dasarkita"))

    def retranslate(self) -> None:
        """Set the words."""
        self.show_action.setText(_("Show the tasks"))
        self.quit_action.setText(_("Quit"))
        if self._icon is not None:
            due = _("{count} tasks due", count=self._count) if self._count else _("no task is due")
            self._icon.setToolTip(_("DasarKita: {state}", state=due))

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(theme.icon("dasarkita"), self)
        menu = QMenu(self)
        menu.addAction(self.show_action)
        menu.addSeparator()
        menu.addAction(self.quit_action)
        icon.setContextMenu(menu)
        icon.activated.connect(self._take)
        icon.messageClicked.connect(self.show_wanted)
        icon.show()
        return icon

    def _take(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_wanted.emit()
