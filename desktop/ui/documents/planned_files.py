"""The files that will be there once the documents are made: by name, or counted where there are many."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.forms import BOTH
from desktop.core.library import Library
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.retranslate import Retranslated

_NAMED = 6
"""Files that are named one by one."""


class PlannedFiles(Retranslated, QWidget):
    """Says too which of them would take the place of another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._files: list[Path] = []
        self._notes: tuple[str, ...] = ()
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

    def show_files(self, folder: Path, files: list[Path], notes: Sequence[str] = ()) -> None:
        """Files below a folder, each with its path from there. `notes` say why there are more, or others."""
        self._folder, self._files, self._notes = folder, files, tuple(notes)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("These files will be there"))
        if not self._files:
            self.names_label.setText(_("None yet: choose at least one document and one language."))
        elif len(self._files) <= _NAMED:
            self.names_label.setText("\n".join((*map(self._named, self._files), *self._notes)))
        else:
            self.names_label.setText("\n".join((*self._counted(), *self._notes)))

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


def notes_on(library: Library, documents: Collection[str], wanted: Collection[str]) -> list[str]:
    """Why there is a file more, or in another form, than these documents in the wanted forms come to."""
    kinds = [kind for kind in library.documents if kind.id in documents]
    apart = [kind for kind in kinds if BOTH in wanted and BOTH not in kind.languages]
    together = [kind for kind in kinds if wanted and BOTH not in wanted and kind.languages == (BOTH,)]
    notes: list[str] = []
    if apart:
        named = ", ".join(words(kind.title) for kind in apart)
        notes.append(_("Not made side by side, so each language is a file of its own: {documents}", documents=named))
    if together:
        named = ", ".join(words(kind.title) for kind in together)
        notes.append(_("Always in both languages, in one file: {documents}", documents=named))
    return notes
