"""A file opened before, on the start page."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated
from desktop.ui.start.choice_card import ChoiceCard
from desktop.ui.start.recent_files import Recent, changed_words


class RecentRow(Retranslated, QWidget):
    """Its name and where it is at once; when it was changed, or that it is not there, as soon as that is known."""

    def __init__(self, path: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._today = today
        self._seen: Recent | None = None
        self.card = ChoiceCard("document")
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
    def is_own(self) -> bool:
        """Whether it is known to be there and to be no sample."""
        return self._seen is not None and self._seen.changed is not None and not self._seen.is_sample

    def tell(self, seen: Recent) -> None:
        """Show what was seen of the file."""
        self._seen = seen
        self.card.show_icon("document" if seen.changed else "info")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        folder, seen = str(self.path.parent), self._seen
        short = self.path.parent.name or folder
        if seen is None:
            told = _("In the folder {folder}", folder=short)
        elif seen.changed is None:
            told = _("Not found in {folder}. Perhaps it was moved, or its drive is not connected.", folder=folder)
        else:
            told = _(
                "{changed}, in the folder {folder}", changed=changed_words(seen.changed, self._today), folder=short
            )
        self.card.setToolTip(str(self.path))
        self.card.set_words(self.path.stem, told, _("Sample") if seen is not None and seen.is_sample else "")
        self.forget_button.setToolTip(_("Take {name} off this list; the file itself stays", name=self.path.stem))
        self.forget_button.setAccessibleName(self.forget_button.toolTip())
