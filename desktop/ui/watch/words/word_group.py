"""Words of one kind as chips: ticked ones are searched for."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.watch.watch_words import Word
from desktop.i18n import Message
from desktop.ui import theme
from desktop.ui.editors.arrow_keys import ArrowKeys
from desktop.ui.editors.options import Chip
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated


class WordGroup(Retranslated, QWidget):
    """Hidden while it is empty. The Tab key stops once, the arrow keys lead on."""

    toggled = Signal(str, bool)
    """A word, and whether it is to be searched for."""

    def __init__(self, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._heading = plain_label("small")
        self._row = FlowLayout(between=theme.SMALL)
        self.chips: dict[str, Chip] = {}
        """By casefolded word."""
        self._keys = ArrowKeys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._heading)
        column.addLayout(self._row)
        self.retranslate()

    def show_words(self, words: Iterable[Word], left_out: Iterable[str]) -> None:
        """Show these and no others; chips that stay are kept, and the focus with them."""
        wanted = {word.text.casefold(): word.text for word in words}
        if list(wanted) != list(self.chips):
            self._make(wanted)
        for key, chip in self.chips.items():
            chip.setText(wanted[key])
            chip.setChecked(key not in left_out)
        self.setVisible(bool(wanted))

    def allow_changes(self, *, allowed: bool) -> None:
        """Let the owner tick, or only look."""
        for chip in self.chips.values():
            chip.setEnabled(allowed)

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(str(self._title))
        self.setAccessibleName(str(self._title))
        for chip in self.chips.values():
            chip.setAccessibleDescription(str(self._title))

    def _make(self, wanted: dict[str, str]) -> None:
        while item := self._row.takeAt(0):
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        self._keys = ArrowKeys(self)
        self.chips = {}
        for key in wanted:
            chip = self.chips[key] = Chip()
            chip.clicked.connect(lambda checked, key=key: self.toggled.emit(key, checked))
            chip.setAccessibleDescription(str(self._title))
            self._keys.add(chip)
            self._row.addWidget(chip)
