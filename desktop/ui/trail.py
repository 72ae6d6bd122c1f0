"""The way back after a jump from one page to another."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated


@dataclass(frozen=True, slots=True)
class Place:
    """Where the owner was: a page, and the control that had the focus."""

    page: str
    focused: QWidget | None

    def take_focus(self) -> bool:
        """Give the focus back to the control, if it is still there. Returns whether it was."""
        if self.focused is None or not isValid(self.focused) or not self.focused.isVisible():
            return False
        self.focused.setFocus()
        return True


class Trail(Retranslated, QWidget):
    """A line above the page, in sight only after a jump: “Back to …”."""

    back_wanted = Signal(object)
    """The `Place` to go back to."""
    changed = Signal(bool)
    """Whether there is a way back now."""

    def __init__(self, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._places: list[Place] = []
        self.back_button = QPushButton()
        theme.look(self.back_button, "link")
        self.back_button.setIcon(theme.icon("back", "accent"))
        self.back_button.clicked.connect(self.go_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.HUGE, theme.SMALL, theme.HUGE, 0)
        row.addWidget(self.back_button)
        row.addStretch(1)
        self.hide()
        self.retranslate()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the owner came from, the last place at the end."""
        return tuple(self._places)

    def restore(self, places: tuple[Place, ...]) -> None:
        """Lead back to these places, the last one first."""
        self._places = list(places)
        self._show()
        self.changed.emit(bool(places))

    def forget(self) -> None:
        """The owner chose a page of their own: there is nothing to go back to."""
        self.restore(())

    def go_back(self) -> None:
        """One jump back."""
        if self._places:
            place = self._places[-1]
            self.restore(self.places[:-1])
            self.back_wanted.emit(place)

    def retranslate(self) -> None:
        """Set the words."""
        self.back_button.setToolTip(_("Back to where you were (Alt+Left)"))
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._places))
        if self._places:
            self.back_button.setText(_("Back to: {page}", page=self._title_of(self._places[-1].page)))
