"""The guide on call: one window, opened at a topic by F1, from dialogs too."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

if TYPE_CHECKING:
    from desktop.ui.help.help_window import HelpWindow

_windows: "list[HelpWindow]" = []
"""The window, once it was asked for. It has no parent: a dialog that blocks its own window leaves the guide alone."""


def show_help(topic: str) -> "HelpWindow":
    """Open the guide at a topic."""
    from desktop.ui.help.help_window import HelpWindow

    if not _windows or not isValid(_windows[0]):
        _windows[:] = [HelpWindow()]
    _windows[0].show_topic(topic)
    return _windows[0]


def put_away_help() -> None:
    """Close the guide and forget it."""
    for window in _windows:
        if isValid(window):
            window.close()
            window.deleteLater()
    _windows.clear()


def offer_help(dialog: QDialog, topic: str) -> None:
    """Open the guide at a topic when F1 is pressed in a dialog."""
    key = QShortcut(QKeySequence.StandardKey.HelpContents, dialog)
    key.activated.connect(lambda: show_help(topic))
