"""What is lost with a forgotten password, or given up with a removed one."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.options import Tick
from desktop.ui.retranslate import Retranslated


class LossNote(Retranslated, QFrame):
    """A note, and below it the tick that the password is written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removal = False
        theme.look(self, "note")
        self.words_label = QLabel()
        self.words_label.setWordWrap(True)
        self.written_box = Tick(compact=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.SMALL)
        column.setSpacing(theme.TINY)
        column.addWidget(self.words_label)
        column.addWidget(self.written_box)
        self.retranslate()

    def show_for(self, *, removal: bool) -> None:
        """Speak of a password that is set, or of one that goes."""
        self._removal = removal
        self.written_box.setVisible(not removal)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        if self._removal:
            words = _("Afterwards whoever gets hold of the file, or of one of its copies, can read it.")
        else:
            words = _("Nobody, we included, can open the file without it. Write it down and keep it in a safe place.")
        self.words_label.setText(words)
        self.written_box.setText(_("I have written it down"))
        self.written_box.setAccessibleDescription(words)
