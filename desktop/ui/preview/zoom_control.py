"""How large the preview is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.preview.paper_style import NORMAL, ZOOMS
from desktop.ui.retranslate import Retranslated


class ZoomControl(Retranslated, QWidget):
    """Smaller, the size in percent, larger."""

    zoomed = Signal(int)
    """The new size, in percent."""

    def __init__(self, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self.smaller_button, self.normal_button, self.larger_button = QToolButton(), QToolButton(), QToolButton()
        for button, icon in ((self.smaller_button, "minus"), (self.larger_button, "add")):
            button.setIcon(theme.icon(icon))
        self.smaller_button.clicked.connect(lambda: self.step(-1))
        self.larger_button.clicked.connect(lambda: self.step(1))
        self.normal_button.clicked.connect(lambda: self.choose(NORMAL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.smaller_button, self.normal_button, self.larger_button):
            row.addWidget(button)
        self.retranslate()

    def step(self, steps: int) -> None:
        """Larger by so many steps, or smaller."""
        for _step in range(abs(steps)):
            if steps > 0:
                self.choose(next((zoom for zoom in ZOOMS if zoom > self.percent), self.percent))
            else:
                self.choose(next((zoom for zoom in reversed(ZOOMS) if zoom < self.percent), self.percent))

    def choose(self, percent: int) -> None:
        """Take a size, in percent."""
        if percent == self.percent:
            return
        self.percent = percent
        self._show_percent()
        self.zoomed.emit(percent)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.normal_button.text()))

    def retranslate(self) -> None:
        """Set the words."""
        for button, words in (
            (self.smaller_button, _("Smaller (Ctrl+-)")),
            (self.larger_button, _("Larger (Ctrl++)")),
            (self.normal_button, _("Usual size (Ctrl+0)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._show_percent()

    def _show_percent(self) -> None:
        told = _("{percent} %", percent=self.percent)
        self.normal_button.setText(told)
        self.normal_button.setAccessibleDescription(told)
        self.smaller_button.setEnabled(self.percent > ZOOMS[0])
        self.larger_button.setEnabled(self.percent < ZOOMS[-1])
