"""The documents that were made: each can be opened, and so can their folder; of many, the folders."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.export import Exported
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated

_MANY = 8
"""Files from which a row stands for a folder of them."""


class ExportResults(Retranslated, QWidget):
    """A row a file, or a row a folder where there are many. Hidden until there are some."""

    refused = Signal(object)
    """A `Message`: nothing on this computer opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._shown: list[tuple[Path, int, QLabel]] = []
        """What each row stands for: a file, or a folder with so many files; and where it is named."""
        self._folder = Path()
        self.open_buttons: list[QPushButton] = []
        self.folder_button = QPushButton()
        self.folder_button.setAutoDefault(False)
        self.folder_button.setIcon(theme.icon("folder"))
        self.folder_button.clicked.connect(self._open_folder)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.TINY, 0, 0)
        self._layout.setSpacing(theme.SMALL)
        self._layout.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.note = Banner(closable=False)
        self._layout.addWidget(self.note)
        self.refused.connect(lambda said: self.note.say(said, Severity.WARNING))
        self.hide()

    @property
    def first_button(self) -> QPushButton:
        """The button that opens the first document."""
        return self.open_buttons[0]

    @property
    def last_button(self) -> QPushButton:
        """The button that comes last."""
        return self.open_buttons[-1] if self.folder_button.isHidden() else self.folder_button

    def show_files(self, exported: list[Exported], folder: Path) -> None:
        """Show what was made in a folder."""
        self.clear()
        self._folder = folder
        if len(exported) < _MANY:
            for each in exported:
                self._add(self._row(each.path))
                self._add_note(each)
        else:
            for path, count in Counter(each.path.parent for each in exported).items():
                self._add(self._row(path, count))
            for each in exported:
                self._add_note(each)
        self.folder_button.setHidden(bool(self._shown[0][1]) and len(self._shown) == 1)  # its row has the same
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
        self._rows, self._shown, self.open_buttons = [], [], []
        self.note.clear()
        self.hide()

    def retranslate(self) -> None:
        """Set the words of the rows and buttons."""
        self.folder_button.setText(_("Open folder"))
        for button, (path, count, label) in zip(self.open_buttons, self._shown, strict=True):
            name = _("{folder}: {count} files", folder=path.name, count=count) if count else path.name
            label.setText(name)
            button.setText(_("Open folder") if count else _("Open document"))
            button.setAccessibleName(_("Open {name}", name=path.name))

    def _add_note(self, exported: Exported) -> None:
        if exported.note:
            note = Banner(closable=False)
            note.say(exported.note, Severity.WARNING)
            self._add(note)

    def _row(self, path: Path, count: int = 0) -> QWidget:
        row = QWidget()
        picture = Picture(20, "folder" if count else "document", "accent")
        name, button = QLabel(), QPushButton()
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setToolTip(str(path))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._open(path))
        self.open_buttons.append(button)
        self._shown.append((path, count, name))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(picture)
        layout.addWidget(name, 1)
        layout.addWidget(button)
        return row

    def _add(self, row: QWidget) -> None:
        self._layout.insertWidget(self._layout.indexOf(self.folder_button), row)
        self._rows.append(row)

    def _open_folder(self) -> None:
        self._open(self._folder)

    def _open(self, path: Path) -> None:
        if not open_outside(path):
            self.refused.emit(message("No program on this computer opens it. You find it here: {path}", path=str(path)))
