"""The documents that were made: each can be opened, and so can their folder."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.export import Exported
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.open_outside import open_outside
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated


class ExportResults(Retranslated, QWidget):
    """A row a file. Hidden until there are some."""

    refused = Signal(object)
    """A `Message`: nothing on this computer opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._exported: list[Exported] = []
        self.open_buttons: list[QPushButton] = []
        self.folder_button = QPushButton()
        self.folder_button.setAutoDefault(False)
        self.folder_button.setIcon(theme.icon("folder"))
        self.folder_button.clicked.connect(self._open_folder)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.TINY, 0, 0)
        self._layout.setSpacing(theme.SMALL)
        self._layout.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def first_button(self) -> QPushButton:
        """The button that opens the first document."""
        return self.open_buttons[0]

    def show_files(self, exported: list[Exported]) -> None:
        """Show what was made."""
        self.clear()
        self._exported = exported
        for each in exported:
            self._add(self._row(each))
            if each.note:
                note = Banner(closable=False)
                note.say(each.note, Severity.WARNING)
                self._add(note)
        for before, after in pairwise((*self.open_buttons, self.folder_button)):
            QWidget.setTabOrder(before, after)
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Forget the files."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._exported, self.open_buttons = [], [], []
        self.hide()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.folder_button.setText(_("Open folder"))
        for button, each in zip(self.open_buttons, self._exported, strict=True):
            button.setText(_("Open document"))
            button.setAccessibleName(_("Open {name}", name=each.path.name))

    def _row(self, exported: Exported) -> QWidget:
        row = QWidget()
        picture = Picture(20, "document", "accent")
        name, button = QLabel(exported.path.name), QPushButton()
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setToolTip(str(exported.path))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, path=exported.path: self._open(path))
        self.open_buttons.append(button)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(picture)
        layout.addWidget(name, 1)
        layout.addWidget(button)
        return row

    def _add(self, row: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, row)
        self._rows.append(row)

    def _open_folder(self) -> None:
        self._open(self._exported[0].path.parent)

    def _open(self, path: Path) -> None:
        if not open_outside(path):
            self.refused.emit(message("No program on this computer opens it. You find it here: {path}", path=str(path)))
