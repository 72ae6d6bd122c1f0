"""Opening an incident, alone or for an entry of the log."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_form import IncidentForm
from desktop.ui.watch.incidents.who_line import WhoLine
from desktop.ui.watch.log.entry_words import place_words

_WIDTH = 560


class IncidentDialog(ScrolledDialog):
    """Keeps nothing before it is opened."""

    opened = Signal(int)
    """Number of the incident."""

    def __init__(self, session: Session, entry: Entry | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session, self._entry = session, entry
        self.title_label = plain_label("heading")
        self.form = IncidentForm(session)
        if entry is not None:
            self.form.show_place(place_words(session.library, entry.where))
        self.who_line = WhoLine(session)
        self.banner = Banner(closable=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.open_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        session.failed.connect(self._say_not_saved)
        self.column.addWidget(self.title_label)
        self.column.addWidget(self.form)
        self.column.addWidget(self.who_line)
        self.column.addStretch(1)
        self.foot.addWidget(self.banner)
        self.foot.addWidget(self._buttons)
        self.retranslate()
        self.form.kind_box.setFocus()

    def accept(self) -> None:
        """Open the incident; on a fault say it and stay."""
        if (fault := self.form.check()) is not None:
            self.lead_to(fault)
            return
        self.banner.clear()
        if (nobody := self.who_line.ask()) is not None:
            self.lead_to(nobody)
            return
        entry = self._entry.entry if self._entry else 0
        incident = replace(self.form.incident, entry=entry, by=self.who_line.name)
        kept = self._session.watch.add_incident(incident)
        if kept is not None:
            super().accept()
            self.opened.emit(kept.number)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("New incident"))
        self.title_label.setText(_("What happened?"))
        self.open_button.setText(_("&Open the incident"))

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)
