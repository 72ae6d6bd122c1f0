"""What is asked when an incident is opened: its kind, a name for it, since when it is known, whether data leaked."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.watch.evidence import Incident
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import filled, kind_of, kinds_of
from desktop.ui.watch.incidents.known_since import KnownSince
from desktop.ui.watch.log.labelled import above

LONGEST_TITLE = 120
"""Letters of a name."""


class IncidentForm(Retranslated, QWidget):
    """Begins with the moment it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place, self._proposed = "", ""
        """Where it was found, and the name that was proposed."""
        self._labels = [QLabel() for _each in range(2)]
        self.kind_box = CalmComboBox()
        self.kind_box.activated.connect(lambda _at: self._follow())
        self.means_label, self.fault_label = plain_label("small"), plain_label("error")
        self.fault_label.hide()
        self.title_field = QLineEdit()
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.known = KnownSince(session, session.now)
        self.day_field, self.time_field = self.known.day_field, self.known.time_field
        self.leak_tick = Tick(compact=True)
        self._lay_out()
        self.retranslate()
        self._follow()

    @property
    def incident(self) -> Incident:
        """What stands in the form."""
        return Incident(
            kind=self.kind_box.currentData() or "",
            opened=self.known.moment,
            title=" ".join(self.title_field.text().split()),
            data_leak=self.leak_tick.isChecked(),
        )

    def show_place(self, place: str) -> None:
        """Where it was found: it stands in the name that is proposed."""
        self._place = " ".join(place.split())
        self._propose()

    def check(self) -> QWidget | None:
        """Say what is missing. Returns where it is to be filled in; None where all is there."""
        is_nameless = not self.title_field.text().strip()
        self.fault_label.setVisible(is_nameless)
        return self.title_field if is_nameless else self.known.check()

    def retranslate(self) -> None:
        """Set the words."""
        controls = (
            (self.kind_box, _("What &kind of incident is it?")),
            (self.title_field, _("Name in a few words, for your lis&t")),
        )
        for label, (control, told) in zip(self._labels, controls, strict=True):
            label_control(label, control, told)
        self.fault_label.setText(_("Give it a name in a few words."))
        self.leak_tick.setText(_("Personal data leaked (then 72 hours count from that moment)"))
        kind = self.kind_box.currentData()
        self.kind_box.clear()
        for each in kinds_of(self._session):
            self.kind_box.addItem(words(each.title), each.id)
        self.kind_box.setCurrentIndex(max(self.kind_box.findData(kind), 0))
        self._say_meaning()
        self._propose()

    def _follow(self) -> None:
        """Another kind: it says itself whether it is a leak of personal data."""
        kind = kind_of(self._session, self.kind_box.currentData() or "")
        self.leak_tick.setChecked(kind is not None and kind.data_leak)
        self._say_meaning()
        self._propose()

    def _propose(self) -> None:
        """Kind and place for a name, as long as nobody wrote one. Never words of the post: they name people."""
        if self.title_field.text() != self._proposed:
            return
        kind, place = self.kind_box.currentText(), self._place
        self._proposed = (_("{kind}, {place}", kind=kind, place=place) if place else kind)[:LONGEST_TITLE]
        self.title_field.setText(self._proposed)

    def _say_meaning(self) -> None:
        kind = kind_of(self._session, self.kind_box.currentData() or "")
        self.means_label.setText(filled(self._session, kind.means) if kind else "")
        self.means_label.setVisible(bool(self.means_label.text()))
        self.kind_box.setAccessibleDescription(self.means_label.text())

    def _lay_out(self) -> None:
        kind, title = self._labels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(above(kind, self.kind_box))
        column.addWidget(self.means_label)
        column.addLayout(above(title, self.title_field))
        column.addWidget(self.fault_label)
        column.addWidget(self.known)
        column.addWidget(self.leak_tick)
