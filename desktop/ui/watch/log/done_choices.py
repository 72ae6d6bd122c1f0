"""What may have been done, in a few words each: a press writes them down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import _
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated


class DoneChoices(Retranslated, QWidget):
    """Hidden while there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self.words: tuple[str, ...] = ()
        """What is offered."""
        self._row = FlowLayout()
        self.setLayout(self._row)
        self.hide()

    def show_choices(self, choices: tuple[str, ...]) -> None:
        """Offer these."""
        if choices == self.words:
            return
        self.words = choices
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words in choices:
            button = QPushButton(words.replace("&", "&&"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, words=words: self.chosen.emit(words))
            self._row.add(button)
            self.buttons.append(button)
        self.retranslate()
        self.setVisible(bool(choices))

    def retranslate(self) -> None:
        """Set the words."""
        for button, words in zip(self.buttons, self.words, strict=True):
            button.setAccessibleName(_("Write down: {words}", words=words))
