"""Says that something is being written: words, and a bar that moves unless nothing is to move."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.i18n import Message
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated


class BusyLine(Retranslated, QWidget):
    """Hidden until the work begins."""

    def __init__(self, words: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.words_label = QLabel()
        self.words_label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.words_label)
        column.addWidget(self.bar)
        self.hide()
        self.retranslate()

    def show_busy(self, *, busy: bool) -> None:
        """Come with the work, and go with it."""
        begins = busy and self.isHidden()
        self.bar.setVisible(theme.motion(1) > 0)
        self.setVisible(busy)
        if begins:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words_label.text()))

    def retranslate(self) -> None:
        """Set the words."""
        self.words_label.setText(str(self._words))
        self.bar.setAccessibleName(str(self._words))
