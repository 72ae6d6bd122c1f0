"""A screenshot or file that goes with something: only its name is kept."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from desktop import paths
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated


class FileRow(Retranslated, QWidget):
    """The name of the file, and a button to choose one."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_name = name
        self._label, self.name_label, self._hint_label = plain_label("small"), plain_label(), plain_label("small")
        self.choose_button, self.remove_button = QPushButton(), QPushButton()
        self.choose_button.setIcon(theme.icon("folder"))
        theme.look(self.remove_button, "link")
        self.choose_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(lambda: self.show_file(""))
        row = FlowLayout()
        row.add(self.choose_button, self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._label)
        column.addWidget(self.name_label)
        column.addLayout(row)
        column.addWidget(self._hint_label)
        self.retranslate()

    def show_file(self, name: str) -> None:
        """Take the name of a file; "" for none."""
        self.file_name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("Screenshot or file"))
        self.name_label.setText(self.file_name)
        self.name_label.setVisible(bool(self.file_name))
        self.choose_button.setText(_("Choose &another file…") if self.file_name else _("Choose a &file…"))
        self.choose_button.setAccessibleDescription(self.file_name)
        self.remove_button.setText(_("Take the file out"))
        self.remove_button.setVisible(bool(self.file_name))
        self._hint_label.setText(_("Only the name of the file is noted here. Keep the file itself where it is."))

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Which file belongs to it?"), str(paths.documents().parent), "{} (*)".format(_("All files"))
        )
        if name:
            self.show_file(Path(name).name)
