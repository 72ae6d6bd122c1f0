"""The files that will be there once the documents are made: by name, or counted where there are many."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated

_NAMED = 6
"""Files that are named one by one."""


class PlannedFiles(Retranslated, QWidget):
    """Says too which of them would take the place of another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._files: list[Path] = []
        self._label, self.names_label = QLabel(), QLabel()
        theme.look(self._label, "strong")
        theme.look(self.names_label, "muted")
        self.names_label.setWordWrap(True)
        self.names_label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._label)
        column.addWidget(self.names_label)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is said about the files."""
        return self.names_label.text()

    def show_files(self, folder: Path, files: list[Path]) -> None:
        """Files below a folder, each with its path from there."""
        self._folder, self._files = folder, files
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("These files will be there"))
        if not self._files:
            self.names_label.setText(_("None yet: choose at least one document and one language."))
        elif len(self._files) <= _NAMED:
            self.names_label.setText("\n".join(self._named(file) for file in self._files))
        else:
            self.names_label.setText("\n".join(self._counted()))

    def _named(self, file: Path) -> str:
        """A file's name, with a word of warning where one of that name is there: the owner may have worked on it."""
        name = " / ".join(file.parts)
        return _("{name} (there already: it will be replaced)", name=name) if self._is_taken(file) else name

    def _counted(self) -> list[str]:
        """A line a folder, and how many files are there already."""
        folders = Counter(file.parent.name for file in self._files)
        lines = [
            _("{folder}: {count} files", folder=name, count=count) if name else _("{count} files", count=count)
            for name, count in folders.items()
        ]
        if taken := sum(self._is_taken(file) for file in self._files):
            lines.append(_("There already, and will be replaced: {count}", count=taken))
        return lines

    def _is_taken(self, file: Path) -> bool:
        try:
            return (self._folder / file).exists()
        except OSError:  # making the documents will say what is wrong with the folder
            return False
