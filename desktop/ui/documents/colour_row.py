"""The firm's colour: chosen in the dialog the system has for it, and what becomes of one that is too light."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.look import LEAST_CONTRAST, WHITE, Look, contrast, is_colour
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.documents.designs import accent_of, colours_of
from desktop.ui.documents.swatch import Swatch
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated


class ColourRow(Retranslated, QWidget):
    """Two patches: the colour as chosen and, where it differs, as words are printed in it."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.colour = look.colour if is_colour(look.colour) else ""
        self._label, self.note_label = QLabel(), QLabel()
        theme.look(self._label, "strong")
        theme.look(self.note_label, "small")
        self.note_label.setWordWrap(True)
        self.swatch, self.dark_swatch = Swatch(), Swatch()
        self.choose_button, self.reset_button = QPushButton(), QPushButton()
        for button in (self.choose_button, self.reset_button):
            button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._ask)
        self.reset_button.clicked.connect(lambda: self.set_colour(""))
        self._lay_out()
        self.retranslate()

    def set_colour(self, colour: str) -> None:
        """Take this colour, "" for that of the design."""
        self.colour = colour
        self.show_look(self._look)
        self.changed.emit()

    def show_look(self, look: Look) -> None:
        """Show what becomes of the colour in a design."""
        self._look = look
        own = Look(look.design, self.colour)
        accent = accent_of(own)
        self.swatch.show_colour(self.colour or f"#{colours_of(own)['brand']}")
        is_light = bool(self.colour) and contrast(self.colour, WHITE) < LEAST_CONTRAST
        is_unused = look.design == "plain"
        self.dark_swatch.setVisible(is_light and not is_unused)
        self.dark_swatch.show_colour(accent)
        if is_unused:
            self.note_label.setText(_("The plain design prints in black. Your colour waits for another design."))
        elif is_light:
            self.note_label.setText(
                _("This colour is too light to read words in, so headings are printed in the darker shade beside it.")
            )
        else:
            self.note_label.setText("")
        self.note_label.setVisible(bool(self.note_label.text()))
        self.reset_button.setVisible(bool(self.colour))

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("Colour"))
        self.choose_button.setText(_("Choose your colour…"))
        self.reset_button.setText(_("Use the colour of the design"))
        self.swatch.setAccessibleName(_("Your colour"))
        self.dark_swatch.setAccessibleName(_("The darker shade for words"))
        self.show_look(self._look)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.swatch.colour), self)
        dialog.setWindowTitle(_("Choose your colour"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.set_colour(colour.name().upper()))
        dialog.open()

    def _lay_out(self) -> None:
        patches = QHBoxLayout()
        patches.setSpacing(theme.TINY)
        patches.addWidget(self.swatch)
        patches.addWidget(self.dark_swatch)
        holder = QWidget()
        holder.setLayout(patches)
        patches.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout()
        row.add(holder, self.choose_button, self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.note_label)
