"""The part of the settings about where the program keeps its own things."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import paths
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.retranslate import Retranslated, label_control


class PlacesSection(Retranslated, Section):
    """Folders, with a button that opens each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self.path_edits: list[QLineEdit] = []
        self.open_buttons: list[QPushButton] = []
        self.banner = Banner(closable=False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SMALL)
        grid.setVerticalSpacing(theme.TINY)
        for place, folder in enumerate((paths.backups(), paths.settings_file().parent, paths.logs())):
            label, edit, button = QLabel(), QLineEdit(str(folder)), QPushButton()
            label.setWordWrap(True)
            edit.setReadOnly(True)
            edit.setCursorPosition(0)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, folder=folder: self._open(folder))
            grid.addWidget(label, 2 * place, 0, 1, 2)
            grid.addWidget(edit, 2 * place + 1, 0)
            grid.addWidget(button, 2 * place + 1, 1)
            self._labels.append(label)
            self.path_edits.append(edit)
            self.open_buttons.append(button)
        self.column.addLayout(grid)
        self.column.addWidget(self.banner)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Where DasarKita keeps its own things"))
        names = (
            _("Copies of your policies, a folder for each"),
            _("Settings"),
            _("Log: notes on faults, for whoever helps you"),
        )
        for name, label, edit, button in zip(names, self._labels, self.path_edits, self.open_buttons, strict=True):
            label_control(label, edit, name)
            button.setText(_("Open folder"))
            button.setAccessibleName(_("Open folder: {name}", name=name))

    def _open(self, folder: Path) -> None:
        self.banner.clear()
        with suppress(OSError):  # before the first fault there is no log folder
            folder.mkdir(parents=True, exist_ok=True)
        if not open_outside(folder):
            words = message("This computer has no program that opens “{name}”.", name=str(folder))
            self.banner.say(words, Severity.WARNING)
