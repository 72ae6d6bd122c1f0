"""The copies of a policy, newest first."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.store.copies import Copy, stem
from desktop.ui.days import day_words, moment_words
from desktop.ui.protection.size_words import size_words
from desktop.ui.retranslate import Retranslated


class CopyList(Retranslated, QListWidget):
    """A row a copy: when it was made, why, and how large it is. The first one is chosen."""

    def __init__(self, copies: tuple[Copy, ...], path: Path, today: date, parent: QWidget | None = None) -> None:
        """`path` is the file they are copies of, or one of them that is looked at."""
        super().__init__(parent)
        self._copies, self._today = copies, today
        self._name = next((copy.name for copy in copies if copy.path == path), stem(path))
        self.setObjectName("document_list")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _copy in copies:
            self.addItem(QListWidgetItem())
        if copies:
            self.setCurrentRow(0)
        self.retranslate()

    @property
    def chosen(self) -> Copy | None:
        """The copy the owner chose."""
        return self._copies[self.currentRow()] if self.currentRow() >= 0 else None

    def when_words(self, copy: Copy) -> str:
        """When a copy was made. Its time is known as long as nothing touched it since."""
        try:
            touched = datetime.fromtimestamp(copy.path.stat().st_mtime).astimezone()
        except OSError:
            return day_words(copy.day, self._today)
        if touched.date() != copy.day:
            return day_words(copy.day, self._today)
        return moment_words(touched, self._today)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Copies of this policy, the newest first"))
        for row, copy in enumerate(self._copies):
            self.item(row).setText(f"{self.when_words(copy)}\n{self._about(copy)}")

    def _about(self, copy: Copy) -> str:
        size = size_words(copy.size)
        if copy.before_restore:
            words = _("Kept before another copy was brought back, {size}", size=size)
        elif copy.before_update:
            words = _("Kept before a newer DasarKita updated the file, {size}", size=size)
        else:
            words = _("Copy of the day, {size}", size=size)
        if copy.name != self._name:
            words = _("{words}; the file was named “{name}” then", words=words, name=copy.name)
        return words
