"""What went wrong, said where it happened: banners for what we expect, a dialog with a log entry for the rest."""

import sys
from collections.abc import Callable
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

import desktop
from desktop import paths
from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Severity(StrEnum):
    """How grave a banner is; the style sheet and the icon follow."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_ICON_COLOURS = {
    Severity.INFO: "accent",
    Severity.SUCCESS: "success",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


class Banner(Retranslated, QFrame):
    """A line of words inside the page, with at most one thing to do about it. Hidden until `say` is called."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self._words: Message | str = ""
        self._action: tuple[Message | str, Callable[[], None]] | None = None
        self._closable = closable
        self._icon = Picture(20)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._do)
        self._close_button = QToolButton()
        self._close_button.setIcon(theme.icon("close"))
        self._close_button.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close_button)
        self._close_button.setVisible(closable)  # now: before it has its place it would be a window of its own
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """The words shown now; "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def action_button(self) -> QPushButton:
        """The button of the action; hidden where there is none."""
        return self._button

    def say(
        self,
        words: Message | str,
        severity: Severity | str = Severity.INFO,
        action: tuple[Message | str, Callable[[], None]] | None = None,
    ) -> None:
        """Show words and tell screen readers. `action` is the button's words and what it does."""
        severity = Severity(severity)
        self._words, self._action = words, action
        theme.set_property(self, "banner", str(severity))
        self._icon.show_icon(severity, _ICON_COLOURS[severity])
        self._button.setVisible(action is not None)
        self.retranslate()
        self.show()
        self._announce(severity)

    def clear(self) -> None:
        """Hide the banner and forget what it said."""
        self._words, self._action = "", None
        self.hide()

    def retranslate(self) -> None:
        """Say the same in the language of the interface."""
        self._text.setText(str(self._words))
        self.setAccessibleName(str(self._words))
        self._close_button.setToolTip(_("Close this message"))
        self._close_button.setAccessibleName(_("Close this message"))
        if self._action is not None:
            self._button.setText(str(self._action[0]))

    def _do(self) -> None:
        if self._action is not None:
            self._action[1]()

    def _dismiss(self) -> None:
        self.clear()
        self.closed.emit()

    def _announce(self, severity: Severity) -> None:
        # few banners are shown before the window is, and these names take time to load
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, str(self._words))
        if severity in (Severity.WARNING, Severity.ERROR):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


class BannerRoom(QWidget):
    """Keeps a banner off the edges, and takes no space while there is none."""

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        layout.addWidget(banner)
        self.setVisible(not banner.isHidden())
        banner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Come and go with the banner."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and isinstance(watched, QWidget):
            self.setVisible(not watched.isHidden())
        return super().eventFilter(watched, event)


class FaultReporter(QObject):
    """Catches what nobody expected: into the log, and a short plain dialog, one at a time."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: QMessageBox | None = None
        # exceptions may come from another thread; the dialog belongs to the window's
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on every unexpected exception comes here."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and say so once. Ctrl+C in a terminal ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = _details(kind, error, trace)
        log(details)
        self._happened.emit(details)

    @property
    def dialog(self) -> "QMessageBox | None":
        """The dialog that is open, or None."""
        return self._dialog

    @Slot(str)
    def _show(self, details: str) -> None:
        if self._dialog is not None:
            return  # a fault in a paint event would bury the screen in dialogs
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QMessageBox

        dialog = QMessageBox(QApplication.activeWindow())
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle(_("Something went wrong"))
        dialog.setText(_("Something went wrong inside DasarKita."))
        dialog.setInformativeText(
            _(
                "Your answers up to now are saved. You can go on working; if it happens again, close DasarKita and "
                "open it anew. The details are in the log folder; you can also copy them and send them to whoever "
                "helps you."
            )
        )
        copy = dialog.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # copying leaves the dialog open
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        dialog.setDefaultButton(dialog.addButton(QMessageBox.StandardButton.Close))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None


def log(details: str) -> None:
    """Write an entry to the log file. A log that cannot be written is not worth another fault."""
    # logging costs start-up time and is needed only here
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("dasarkita")
    file = paths.logs() / "dasarkita.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
    logger.error(details)
    logger.removeHandler(handler)
    handler.close()


def keep_notes() -> None:
    """From now on warnings of the other rooms, as of a daily copy that could not be made, go to the log file too."""
    import logging

    class ToLogFile(logging.Handler):
        """Writes a note as `log` writes a fault."""

        def emit(self, record: logging.LogRecord) -> None:
            log(self.format(record))

    logging.getLogger("desktop").addHandler(ToLogFile())


def _details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    import platform
    import traceback

    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"DasarKita {desktop.__version__}, {system}\n" + "".join(traceback.format_exception(kind, error, trace))
