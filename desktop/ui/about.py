"""What the program is, in a few lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import desktop
from desktop.i18n import _
from desktop.ui import theme


def show_about(parent: QWidget) -> QMessageBox:
    """Show the box; it deletes itself when it is closed."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("About DasarKita"))
    box.setIconPixmap(theme.pixmap("dasarkita", 64))
    box.setText(_("DasarKita {version}", version=desktop.__version__))
    box.setInformativeText(
        _(
            "Writes your firm's social media policy, in Malay and in English, without the internet. It gives general "
            "information and is no substitute for a lawyer's advice."
        )
    )
    box.addButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
