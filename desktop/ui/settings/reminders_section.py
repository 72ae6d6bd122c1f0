"""The part of the settings about what the program brings up by itself."""

from PySide6.QtWidgets import QWidget

from desktop import settings
from desktop.i18n import _
from desktop.settings import Settings
from desktop.ui.clauses.section import Section
from desktop.ui.editors.options import Tick
from desktop.ui.retranslate import Retranslated


class RemindersSection(Retranslated, Section):
    """Tasks that are due, and the monthly offer of a copy."""

    def __init__(self, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.tasks_box, self.copies_box = Tick(compact=True), Tick(compact=True)
        self.tasks_box.setChecked(saved.reminders)
        self.copies_box.setChecked(saved.copy_offers)
        for box in (self.tasks_box, self.copies_box):
            self.column.addWidget(box)
            box.clicked.connect(self._keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Reminders"))
        self.tasks_box.setText(_("Remind me of tasks that are due"))
        self.copies_box.setText(
            _("Once a month, offer to put a copy of the policy on a USB stick or in another folder")
        )

    def _keep(self) -> None:
        self._saved.reminders = self.tasks_box.isChecked()
        self._saved.copy_offers = self.copies_box.isChecked()
        settings.save(self._saved)
