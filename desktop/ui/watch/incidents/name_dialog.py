"""Another name, kind or moment for an incident: kept as further notes."""

from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QWidget

from desktop.core.text import printable
from desktop.core.watch.evidence import Note
from desktop.core.watch.incident_state import DATA_LEAK, KIND, KNOWN, TITLE, IncidentState
from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.faults import Banner, Severity
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_form import LONGEST_TITLE
from desktop.ui.watch.incidents.incident_words import kind_of, kind_words, kinds_of
from desktop.ui.watch.incidents.known_since import KnownSince
from desktop.ui.watch.log.labelled import above

_WIDTH = 480


class NameDialog(ScrolledDialog):
    """Keeps only what is another now. A kind that is a leak of personal data says that too."""

    def __init__(self, session: Session, note: Note, state: IncidentState, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._session, self._note, self._state = session, note, state
        self._has_new_kind = False
        self._labels = QLabel(), QLabel()
        self.kind_box, self.title_field = CalmComboBox(), QLineEdit(state.title)
        self.known = KnownSince(session, state.opened)
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.note_label, self.fault_label = plain_label("small"), plain_label("error")
        self.fault_label.hide()
        self.title_field.textChanged.connect(lambda _text: self.fault_label.hide())
        self.banner = Banner(closable=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        session.failed.connect(self._say_not_saved)
        for label, control in zip(self._labels, (self.title_field, self.kind_box), strict=True):
            self.column.addLayout(above(label, control))
        for widget in (self.note_label, self.known, self.fault_label):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.foot.addWidget(self.banner)
        self.foot.addWidget(self._buttons)
        self.retranslate()
        self.title_field.setFocus()
        self.title_field.selectAll()

    def accept(self) -> None:
        """Keep what is another now; on a fault say it and stay."""
        title = printable(" ".join(self.title_field.text().split()))
        if not title:
            self.fault_label.show()
            self.lead_to(self.title_field)
            return
        if (fault := self.known.check()) is not None:
            self.lead_to(fault)
            return
        while (step := self._next(title)) is not None:
            note, after = step
            if self._session.watch.add_note("incident", note) is None:
                return
            self._has_new_kind = self._has_new_kind or after.kind != self._state.kind
            self._state = after  # what is kept when the file refuses the next is not kept twice
        super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Name, kind and time"))
        title, kind = self._labels
        label_control(title, self.title_field, _("&Name, best without names of people"))
        label_control(kind, self.kind_box, _("What &kind of incident is it?"))
        self.note_label.setText(_("The steps become those of the kind. What was noted before stays in the notes."))
        self.fault_label.setText(_("Give it a name in a few words."))
        self.save_button.setText(_("&Save"))
        chosen = self._kind or self._state.kind
        self.kind_box.clear()
        for each in kinds_of(self._session):
            self.kind_box.addItem(words(each.title), each.id)
        if self.kind_box.findData(chosen) < 0:  # answers or the content are others now
            self.kind_box.addItem(kind_words(self._session, chosen), chosen)
        self.kind_box.setCurrentIndex(self.kind_box.findData(chosen))

    @property
    def _kind(self) -> str:
        return self.kind_box.currentData() or ""

    @property
    def _is_new_leak(self) -> bool:
        kind = kind_of(self._session, self._state.kind)
        return self._has_new_kind and kind is not None and kind.data_leak and not self._state.is_leak

    def _next(self, title: str) -> tuple[Note, IncidentState] | None:
        """One thing that is another now, with what it makes of the incident."""
        state, made, opened = self._state, replace(self._note, on=self._session.now), self.known.moment
        if state.title != title:
            return replace(made, step=TITLE, text=title), replace(state, title=title)
        if state.kind != self._kind:
            return replace(made, step=KIND, text=self._kind), replace(state, kind=self._kind)
        if state.opened != opened:
            return replace(made, step=KNOWN, text=opened.isoformat()), replace(state, opened=opened)
        if self._is_new_leak:
            return replace(made, step=DATA_LEAK), replace(state, is_leak=True)
        return None

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)
