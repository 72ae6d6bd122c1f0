"""Asks before words that were typed and not saved are thrown away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from desktop.i18n import _


def ask_unsaved(dialog: QDialog, throw_away: Callable[[], None]) -> QMessageBox:
    """Open the question over a dialog. To keep writing is what Return and Escape choose."""
    box = QMessageBox(dialog)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(_("Your words are not saved yet."))
    away = box.addButton(_("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Keep writing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    away.clicked.connect(throw_away)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
