"""Says which month, incident or run reports will be about, and offers them as blank forms."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.watch.evidence import Records
from desktop.core.watch.incident_state import state_of
from desktop.core.watch.record_names import EVIDENCE_REPORT, INCIDENT_REPORT, LEAVER_RECORD, RECORDS
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import date_words, month_year_words
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_LONGEST = 60
"""Letters of the name of an incident that are shown."""


class RecordsNote(Retranslated, QWidget):
    """A line for each report that was chosen; hidden where none was."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Sequence[str], Records] = ((), Records())
        self.words_label = plain_label("muted")
        self.forms_box = Tick(compact=True)
        self.forms_box.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self.words_label)
        column.addWidget(self.forms_box)
        self.hide()
        self.retranslate()

    def show_records(self, documents: Sequence[str], records: Records) -> None:
        """Say it of these documents. `records` are those of the forms where forms are wanted."""
        self._shown = [name for name in documents if name in RECORDS], records
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        documents, records = self._shown
        self.setVisible(bool(documents))
        self.words_label.setText("\n".join(self._line(name, records) for name in documents))
        self.forms_box.setText(_("As blank forms, to be filled in by hand"))
        about = (bool(records.month), bool(records.incident), records.run is not None)
        known = any(is_known for name, is_known in zip(RECORDS, about, strict=True) if name in documents)
        self.forms_box.setVisible(known or self.forms_box.isChecked())

    def _line(self, document: str, records: Records) -> str:
        kind = self._session.library.document(document)
        title = words(kind.title) if kind else document
        return _("{document}: {what}", document=title, what=_about(document, records) or _("a blank form"))


def _about(document: str, records: Records) -> str:
    """What a paper is about; "" for a form."""
    match document:
        case paper if paper == EVIDENCE_REPORT and records.month:
            return month_year_words(records.month)
        case paper if paper == INCIDENT_REPORT and records.incident and records.incidents:
            incident = records.incidents[0]
            title = state_of(incident, records.incident_notes.get(incident.number, ())).title
            short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
            return _("incident {number}, {title}", number=incident.number, title=" ".join(short.split()))
        case paper if paper == LEAVER_RECORD and records.run:
            return _("{name}, {day}", name=records.run.name, day=date_words(records.run.day))
        case _:
            return ""
