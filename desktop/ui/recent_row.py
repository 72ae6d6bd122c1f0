"""A file opened before, on the start page."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.choice_card import ChoiceCard
from desktop.ui.recent_files import changed_on, changed_words
from desktop.ui.retranslate import Retranslated


class RecentRow(Retranslated, QWidget):
    """Its name, when it was changed and where it is; or calmly that it is not there."""

    def __init__(self, path: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._today = today
        self._changed = changed_on(path)
        self._is_sample = False
        self.card = ChoiceCard("info" if self.missing else "document")
        self.forget_button = QToolButton()
        self.forget_button.setIcon(theme.icon("close", "muted"))
        self.forget_button.setFixedSize(theme.TARGET, theme.TARGET)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.forget_button)
        self.retranslate()

    @property
    def missing(self) -> bool:
        """Whether the file is not where it was."""
        return self._changed is None

    def mark_sample(self) -> None:
        """Say that it is not the firm's own policy."""
        self._is_sample = True
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        folder = str(self.path.parent)
        if self._changed is None:
            told = _("Not found in {folder}. Perhaps it was moved, or its drive is not connected.", folder=folder)
        else:
            changed = changed_words(self._changed, self._today)
            told = _("{changed}, in the folder {folder}", changed=changed, folder=self.path.parent.name or folder)
        self.card.setToolTip(str(self.path))
        self.card.set_words(self.path.stem, told, _("Sample") if self._is_sample else "")
        self.forget_button.setToolTip(_("Take {name} off this list; the file itself stays", name=self.path.stem))
        self.forget_button.setAccessibleName(self.forget_button.toolTip())
