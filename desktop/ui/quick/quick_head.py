"""How far the owner has come on the quick way."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated


class QuickHead(Retranslated, QWidget):
    """Which questions are in sight, of how many, and a line that fills with the answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way_label, self.count_label = QLabel(), QLabel()
        theme.look(self._way_label, "small")
        theme.look(self.count_label, "heading")
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self._first = self._last = self._count = 0
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.TINY)
        for widget in (self._way_label, self.count_label, self.progress_bar):
            self.column.addWidget(widget)
        self.retranslate()

    def show_place(self, first: int, last: int, count: int, *, answered: int) -> None:
        """Say that the questions `first` to `last` of `count` are in sight; 0 stands for none of them, the summary."""
        self._first, self._last, self._count = first, last, count
        self.progress_bar.setRange(0, count)
        self.progress_bar.setValue(answered)
        self.retranslate()

    def announce(self) -> None:
        """Tell screen readers where the owner is now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.count_label, self.count_label.text()))

    def retranslate(self) -> None:
        """Set the words."""
        self._way_label.setText(_("The quick way"))
        self.progress_bar.setAccessibleName(_("Questions answered"))
        if not self._first:
            told = _("All {count} questions", count=self._count)
        elif self._first == self._last:
            told = _("Question {number} of {count}", number=self._first, count=self._count)
        else:
            told = _("Questions {first}–{last} of {count}", first=self._first, last=self._last, count=self._count)
        self.count_label.setText(told)
