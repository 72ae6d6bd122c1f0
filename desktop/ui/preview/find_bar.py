"""Finding words in the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.preview.finder import Finder
from desktop.ui.retranslate import Retranslated


class FindBar(Retranslated, QFrame):
    """A field, how many hits there are, and the way from one to the next."""

    closed = Signal()

    def __init__(self, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "bar")
        self._finder = finder
        self.field = QLineEdit()
        self.field.textChanged.connect(finder.look_for)
        self.count_label = QLabel()
        theme.look(self.count_label, "small")
        self.previous_button, self.next_button, self.close_button = QToolButton(), QToolButton(), QToolButton()
        for button, icon in (
            (self.previous_button, "find-previous"),
            (self.next_button, "find-next"),
            (self.close_button, "close"),
        ):
            button.setIcon(theme.icon(icon))
        self.previous_button.clicked.connect(lambda: finder.step(forward=False))
        self.next_button.clicked.connect(lambda: finder.step(forward=True))
        self.close_button.clicked.connect(self.leave)
        finder.changed.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        row.setSpacing(theme.TINY)
        row.addWidget(self.field, 1)
        for widget in (self.count_label, self.previous_button, self.next_button, self.close_button):
            row.addWidget(widget)
        self.hide()
        self.retranslate()

    def begin(self) -> None:
        """Take the focus; what stands in the field can be typed over."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._finder.look_for(self.field.text())

    def leave(self) -> None:
        """Look for nothing any more."""
        self._finder.leave()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on to the next hit, Shift+Enter back to the one before, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finder.step(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.field.setPlaceholderText(_("Find in the policy"))
        self.field.setAccessibleName(_("Find in the policy"))
        for button, words in (
            (self.previous_button, _("Previous place (Shift+Enter)")),
            (self.next_button, _("Next place (Enter)")),
            (self.close_button, _("Close the search (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._show_count()

    def _say(self) -> None:
        self._show_count()
        if self.count_label.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.count_label.text()))

    def _show_count(self) -> None:
        hits, current = self._finder.hits, self._finder.current
        if hits:
            told = _("{number} of {count}", number=current + 1, count=len(hits))
        else:
            told = _("Not found") if self._finder.is_looking else ""
        self.count_label.setText(told)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(hits))
