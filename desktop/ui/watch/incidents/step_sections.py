"""What to do and to keep in an incident: a card each for its kind, for leaked data, and for what is kept."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.watch.evidence import Note
from desktop.core.watch.incident_steps import IncidentSteps
from desktop.core.watch.kinds import Step
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.step_row import StepRow


class StepSections(Retranslated, QWidget):
    """Rows are made anew only when there are other steps."""

    toggled = Signal(str, bool)
    file_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = IncidentSteps()
        self.rows: dict[str, StepRow] = {}
        self.first_section, self.leak_section, self.keep_section = Section(), Section(), Section()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        for section in (self.first_section, self.leak_section, self.keep_section):
            column.addWidget(section)
        self.retranslate()

    def show_steps(self, steps: IncidentSteps) -> None:
        """Show these."""
        if steps == self._steps:
            return
        self._steps = steps
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for section, shown in (
            (self.first_section, steps.first),
            (self.leak_section, steps.leak),
            (self.keep_section, steps.keep),
        ):
            for step in shown:
                self._add(section, step, takes_file=section is self.keep_section)
            section.setVisible(bool(shown))

    def show_ticks(self, ticked: Mapping[str, Note]) -> None:
        """Show which of them are done."""
        for step_id, row in self.rows.items():
            row.show_note(ticked.get(step_id))

    def retranslate(self) -> None:
        """Set the words."""
        self.first_section.heading.setText(_("What to do first"))
        self.leak_section.heading.setText(_("What to do because personal data leaked"))
        self.keep_section.heading.setText(_("What to keep"))

    def _add(self, section: Section, step: Step, *, takes_file: bool) -> None:
        row = StepRow(self._session, step, takes_file=takes_file)
        row.toggled.connect(lambda on, step_id=step.id: self.toggled.emit(step_id, on))
        row.file_wanted.connect(lambda step_id=step.id: self.file_wanted.emit(step_id))
        section.column.addWidget(row)
        self.rows[step.id] = row
