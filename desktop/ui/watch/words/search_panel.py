"""Lines ready to be typed into the search of a place, to be copied one by one."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.watch_words import SearchLine
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control


class SearchPanel(Retranslated, QWidget):
    """One place at a time. Nothing here goes online: the line is taken to the place by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[SearchLine, ...] = ()
        self._place_label, self.place_box = small_label(), CalmComboBox()
        self.place_box.currentIndexChanged.connect(self._show_place)
        self._how_label = plain_label("muted")
        self.copy_buttons: list[QPushButton] = []
        self.copied = ""
        """The line that was copied last, of those in sight."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for widget in (self._place_label, self.place_box, self._how_label):
            column.addWidget(widget)
        column.addLayout(self._rows)
        self.retranslate()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the place in sight."""
        found = next((each for each in self._places if each.place.id == self.place_box.currentData()), None)
        return found.lines if found else ()

    def show_lines(self, places: tuple[SearchLine, ...]) -> None:
        """Show these; the place in sight stays in sight."""
        before = self.place_box.currentData()
        if places == self._places:
            return
        self._places = places
        self.place_box.blockSignals(True)
        self.place_box.clear()
        for each in places:
            self.place_box.addItem(words(each.place.title), each.place.id)
        self.place_box.setCurrentIndex(max(self.place_box.findData(before), 0))
        self.place_box.blockSignals(False)
        self._show_place()

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._place_label, self.place_box, _("Where do you search?"))
        for index, each in enumerate(self._places):
            self.place_box.setItemText(index, words(each.place.title))
        self._show_place()

    def _show_place(self) -> None:
        while item := self._rows.takeAt(0):
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.copy_buttons = []
        found = next((each for each in self._places if each.place.id == self.place_box.currentData()), None)
        self._how_label.setText(words(found.place.how) if found else "")
        self.copied = ""
        for line in self.lines:
            self._rows.addWidget(self._row(line))

    def _row(self, line: str) -> QWidget:
        row, field, button = QWidget(), QLineEdit(line), QPushButton(_("Copied"))
        button.setMinimumWidth(button.sizeHint().width())  # it says so itself, and keeps its place
        button.setText(_("Copy"))
        field.setReadOnly(True)
        field.setCursorPosition(0)
        field.setAccessibleName(_("Line to search for"))
        button.setAccessibleName(_("Copy {line}", line=line))
        button.clicked.connect(lambda: self._copy(line))
        self.copy_buttons.append(button)
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.SMALL)
        beside.addWidget(field, 1)
        beside.addWidget(button)
        return row

    def _copy(self, line: str) -> None:
        QGuiApplication.clipboard().setText(line)
        self.copied = line
        for each, button in zip(self.lines, self.copy_buttons, strict=True):
            button.setText(_("Copied") if each == line else _("Copy"))
        told = _("Copied: {line}", line=line)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
