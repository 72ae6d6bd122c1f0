"""A searchable list to pick one thing from."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Pick:
    """One line of the list."""

    place: str
    """What is inserted."""
    words: str
    detail: str
    also: str = ""
    """More words by which it is found."""


class PickDialog(Retranslated, QDialog):
    """Return or a double click picks. `make` is asked for the lines again when the language changes."""

    picked = Signal(str)

    def __init__(self, title: Message, make: Callable[[], list[Pick]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "clauses")
        self._title, self._make = title, make
        self._picks: list[Pick] = []
        self.search_edit, self.list = QLineEdit(), QListWidget()
        self.search_edit.setClearButtonEnabled(True)
        self.search_edit.textChanged.connect(self._fill)
        self.search_edit.installEventFilter(self)
        self.list.setWordWrap(True)
        self.list.setObjectName("clause_list")
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.nothing_label = QLabel()
        self.nothing_label.setWordWrap(True)
        theme.look(self.nothing_label, "muted")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.insert_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        theme.look(self.insert_button, "primary")
        self.insert_button.setDefault(True)
        self.retranslate()
        self.search_edit.setFocus()

    def accept(self) -> None:
        """Hand over the line that is chosen."""
        if (item := self.list.currentItem()) is not None:
            super().accept()
            self.picked.emit(item.data(_PLACE))

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(str(self._title))
        self.search_edit.setPlaceholderText(_("Search"))
        self.search_edit.setAccessibleName(_("Search"))
        self.list.setAccessibleName(str(self._title))
        self.nothing_label.setText(_("Nothing found. Try another word."))
        self.insert_button.setText(_("&Insert"))
        self._picks = self._make()
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The arrow keys move in the list while the owner types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if event.key() in moves:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        wanted = self.search_edit.text().casefold().split()
        current = self.list.currentItem().data(_PLACE) if self.list.currentItem() else ""
        self.list.clear()
        for pick in self._picks:
            searched = f"{pick.words} {pick.detail} {pick.also}".casefold()
            if all(word in searched for word in wanted):
                item = QListWidgetItem(f"{pick.words}\n{pick.detail}")
                item.setData(_PLACE, pick.place)
                self.list.addItem(item)
                if pick.place == current:
                    self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.nothing_label.setVisible(not self.list.count())
        self.insert_button.setEnabled(bool(self.list.count()))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.search_edit)
        layout.addWidget(self.nothing_label)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(560, 460)
