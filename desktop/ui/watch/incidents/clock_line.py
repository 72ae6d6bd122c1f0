"""The hours that count when personal data leaked, in words."""

from datetime import timedelta

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.core.watch.evidence import Incident
from desktop.core.watch.incident_state import NOTICE, time_left
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.days import moment_words
from desktop.ui.home.panel import plain_label
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import clock_words


class ClockLine(Retranslated, QFrame):
    """Hidden while no incident is shown to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._incident: Incident | None = None
        self._picture = Picture(20)
        self.words_label, self._until_label = plain_label("strong"), plain_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._picture)
        row.addWidget(self.words_label, 1)
        row.addWidget(self._until_label, 1)
        self.hide()

    def show_incident(self, incident: Incident | None) -> None:
        """Count for an incident; None for none."""
        self._incident = incident
        self.retranslate()
        self.setVisible(incident is not None)

    def retranslate(self) -> None:
        """Say how much is left now."""
        incident, session = self._incident, self._session
        if incident is None:
            return
        is_over = time_left(incident, session.now) <= timedelta()
        theme.set_property(self, "banner", "error" if is_over else "warning")
        self._picture.show_icon("error" if is_over else "warning", "error" if is_over else "warning")
        self.words_label.setText(clock_words(incident, session.now))
        end = moment_words(incident.opened + NOTICE, session.today)
        self._until_label.setText(
            _("They ended: {moment}", moment=end) if is_over else _("They end: {moment}", moment=end)
        )
        self.setAccessibleName(f"{self.words_label.text()} {self._until_label.text()}")
