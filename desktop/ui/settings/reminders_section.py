"""The part of the settings about what the program brings up by itself."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from desktop import autostart, settings
from desktop.i18n import _
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.editors.options import Tick
from desktop.ui.retranslate import Retranslated

_SHAPE = "HH:mm"


class RemindersSection(Retranslated, Section):
    """Tasks that are due, the hours in which nothing is said, and the monthly offer of a copy."""

    def __init__(self, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.tasks_box, self.tray_box, self.quiet_box = Tick(compact=True), Tick(compact=True), Tick(compact=True)
        self.start_box, self.copies_box = Tick(compact=True), Tick(compact=True)
        self.from_field, self.until_field = QTimeEdit(), QTimeEdit()
        self.until_label, self.refused_label = QLabel(), QLabel()
        self.refused_label.setWordWrap(True)
        theme.look(self.refused_label, "error")
        self.refused_label.hide()
        self.tasks_box.setChecked(saved.reminders)
        self.tray_box.setChecked(saved.tray)
        self.quiet_box.setChecked(saved.quiet)
        self.start_box.setChecked(autostart.is_on())
        self.copies_box.setChecked(saved.copy_offers)
        for field, value in ((self.from_field, saved.quiet_from), (self.until_field, saved.quiet_until)):
            field.setDisplayFormat(_SHAPE)
            field.setTime(QTime.fromString(value, _SHAPE))
            field.timeChanged.connect(self._keep)
        self._lay_out()
        for box in (self.tasks_box, self.tray_box, self.quiet_box, self.copies_box):
            box.clicked.connect(self._keep)
        self.start_box.clicked.connect(self._switch_start)
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Reminders"))
        self.tasks_box.setText(_("Remind me of tasks that are due, once a day while DasarKita is open"))
        self.tray_box.setText(_("Also beside the clock, where the computer has small icons there"))
        self.quiet_box.setText(_("Say nothing from"))
        self.until_label.setText(_("until"))
        self.from_field.setAccessibleName(_("Say nothing from"))
        self.until_field.setAccessibleName(_("Say nothing until"))
        self.start_box.setText(_("Start DasarKita with the computer, as a small window that asks for nothing"))
        self.copies_box.setText(
            _("Once a month, offer to put a copy of the policy on a USB stick or in another folder")
        )
        self.refused_label.setText(_("This computer does not let DasarKita change that."))

    def _keep(self) -> None:
        saved = self._saved
        saved.reminders = self.tasks_box.isChecked()
        saved.tray = self.tray_box.isChecked()
        saved.quiet = self.quiet_box.isChecked()
        saved.quiet_from = self.from_field.time().toString(_SHAPE)
        saved.quiet_until = self.until_field.time().toString(_SHAPE)
        saved.copy_offers = self.copies_box.isChecked()
        settings.save(saved)
        self._fit()

    def _switch_start(self) -> None:
        """It is an entry of the system's, not of the settings."""
        self.refused_label.hide()
        try:
            autostart.switch(on=self.start_box.isChecked())
        except OSError:
            self.start_box.setChecked(autostart.is_on())
            self.refused_label.show()

    def _fit(self) -> None:
        """What says nothing without reminders cannot be chosen."""
        reminds = self._saved.reminders
        self.tray_box.setEnabled(reminds)
        self.quiet_box.setEnabled(reminds)
        for widget in (self.from_field, self.until_label, self.until_field):
            widget.setEnabled(reminds and self._saved.quiet)

    def _lay_out(self) -> None:
        hours = QHBoxLayout()
        hours.setSpacing(theme.SMALL)
        for widget in (self.quiet_box, self.from_field, self.until_label, self.until_field):
            hours.addWidget(widget)
        hours.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(theme.LARGE, 0, 0, 0)
        below.addWidget(self.tray_box)
        below.addLayout(hours)
        self.column.addWidget(self.tasks_box)
        self.column.addLayout(below)
        for widget in (self.start_box, self.refused_label, self.copies_box):
            self.column.addWidget(widget)
