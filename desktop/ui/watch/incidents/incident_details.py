"""One incident: what to do first, what to keep, notes, and how it ended. Nothing in it is ever erased."""

from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import paths
from desktop.core.text import printable
from desktop.core.watch.evidence import Incident, Note
from desktop.core.watch.incident_state import DATA_LEAK, NO_LEAK, REOPENED, as_now, left_open, state_of
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.clauses.section import Section
from desktop.ui.days import moment_words
from desktop.ui.dialogs import begin
from desktop.ui.editors.fields import LongField
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.incidents import closing
from desktop.ui.watch.incidents.clock_line import ClockLine
from desktop.ui.watch.incidents.incident_words import counts_hours, kind_words, note_words, steps_of
from desktop.ui.watch.incidents.step_sections import StepSections
from desktop.ui.watch.incidents.who_line import WhoLine
from desktop.ui.watch.log.labelled import above

_BOOK = "incident"


class IncidentDetails(Retranslated, QWidget):
    """Ticks and notes are kept at once."""

    report_wanted = Signal(int)
    entry_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.incident: Incident | None = None
        self._notes: tuple[Note, ...] = ()
        self._drafts: dict[int, str] = {}
        """What was typed and is not kept yet, by number of the incident."""
        self.title_label, self.about_label = plain_label("title"), plain_label("muted")
        self.clock_line = ClockLine(session)
        self.steps, self.notes_section = StepSections(session), Section()
        self.who_line = WhoLine(session)
        self._note_label = QLabel()
        self.note_field = LongField()
        self.note_button = QPushButton()
        self.notes_label = RichLabel()
        self.report_button, self.entry_button = QPushButton(), QPushButton()
        self.leak_button, self.close_button, self.name_button = QPushButton(), QPushButton(), QPushButton()
        self.name_button.setIcon(theme.icon("edit"))
        self.report_button.setIcon(theme.icon("export"))
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_incident(self, incident: Incident | None) -> None:
        """Show an incident, or the same anew; what is typed stays."""
        is_other = (incident.number if incident else 0) != (self.incident.number if self.incident else 0)
        if is_other:
            self._put_by()
        self.incident = incident
        self._notes = self._session.watch.evidence.notes(_BOOK, incident.number) if incident else ()
        if incident is not None:
            self.steps.show_steps(steps_of(self._session, incident, self._notes))
        if is_other:
            self.note_field.setPlainText(self._drafts.pop(incident.number, "") if incident else "")
            self._area.verticalScrollBar().setValue(0)
        self.retranslate()

    def flush(self) -> None:
        """Keep what is typed: the file may be closed next."""
        self._put_by()
        for number, text in list(self._drafts.items()):
            kept = self._session.watch.add_note(_BOOK, self._made(text=text, subject=number))
            if kept is not None:
                del self._drafts[number]
                if self.incident is not None and self.incident.number == number:
                    self.note_field.clear()

    def tell_time(self) -> None:
        """Another minute."""
        self.clock_line.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        incident, session = self.incident, self._session
        self._area.setVisible(incident is not None)
        if incident is None:
            return
        state = state_of(incident, self._notes)
        self.title_label.setText(state.title)
        known = _("Known since: {moment}", moment=moment_words(state.opened, session.today))
        parts = (_("Closed") if state.closed else _("Not closed yet"), kind_words(session, state.kind), known)
        self.about_label.setText(" · ".join(parts))
        self.clock_line.show_incident(
            as_now(incident, state) if not state.closed and counts_hours(session, incident, self._notes) else None
        )
        self.steps.show_ticks(state.ticked)
        self.notes_section.heading.setText(_("Notes"))
        label_control(self._note_label, self.note_field, _("&Write what happened, or what was decided"))
        self.note_button.setText(_("&Add the note"))
        self.report_button.setText(_("Incident &report…"))
        self.entry_button.setText(_("Show the entry in the &log"))
        self.entry_button.setVisible(incident.entry > 0)
        self.name_button.setText(_("Put na&me, kind or time right…"))
        self.leak_button.setText(_("No personal &data leaked…") if state.is_leak else _("Personal &data leaked…"))
        self.close_button.setText(_("&Open it again…") if state.closed else _("&Close the incident…"))
        for widget in (self.leak_button, self.close_button, self.name_button, self.note_field, self.who_line):
            widget.setEnabled(not session.read_only)
        self._allow_note()
        self._tell_notes(incident)

    def _tell_notes(self, incident: Incident) -> None:
        gone = {note.corrects for note in self._notes if note.corrects}
        told: list[str] = []
        spoken = [_("Notes, the newest first")]
        for note in reversed(self._notes):
            when = moment_words(note.on, self._session.today)
            head = f"{when} · {note.by}" if note.by else when
            words = note_words(self._session, incident, note)
            if note.number in gone:
                words = _("{note} (no longer counts)", note=words)
            told.append(f"<p><b>{escape(head)}</b><br>{escape(words)}</p>")
            spoken.append(f"{head}: {words}")
        self.notes_label.tell("".join(told))
        self.notes_label.setAccessibleName("\n".join(spoken))
        self.notes_label.setVisible(bool(told))

    def _tick(self, step: str, *, on: bool) -> None:
        ticked = state_of(self._shown, self._notes).ticked.get(step)
        if on:
            kept = self._keep(self._made(step=step))
        else:
            kept = ticked is None or self._keep(self._made(step=step, corrects=ticked.number))
        if not kept:
            self.retranslate()  # the tick goes back to what is kept

    def _ask_file(self, step: str) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Which file belongs to it?"), str(paths.documents().parent), "{} (*)".format(_("All files"))
        )
        if chosen:
            self._keep(self._made(step=step, file=Path(chosen).name))

    def _add_note(self) -> None:
        text = printable(self.note_field.toPlainText()).strip()
        if text and self._keep(self._made(text=text)):
            self.note_field.clear()
            self.note_field.setFocus()

    def _keep_typed(self) -> bool:
        """Keep a note that is typed. Returns whether nothing waits any more."""
        self._add_note()
        return not self.note_field.toPlainText().strip()

    def _ask_leak(self) -> None:
        is_leak = state_of(self._shown, self._notes).is_leak
        if is_leak:
            question = message("How do you know that no personal data leaked? The note is kept.")
        else:
            question = message("Whose data, and which? From when the incident became known, 72 hours count.")
        title = message("No personal data leaked") if is_leak else message("Personal data leaked")
        self._ask(title, question, self._made(step=NO_LEAK if is_leak else DATA_LEAK))

    def _ask_end(self) -> None:
        closed = state_of(self._shown, self._notes).closed
        if closed is not None:
            note = self._made(step=REOPENED, corrects=closed.number)
            self._ask(message("Open it again"), message("Why is it opened again?"), note)
            return
        about = self._session, self._shown, self._notes
        question = message("How did it end, and what changes because of it?")
        note = self._made(closes=True, step=left_open(closing.left(*about)))
        said = partial(closing.said_before, *about)
        beside = message("Settle its entry in the log with these words") if closing.open_entry(*about[:2]) else None
        self._ask(message("Close the incident"), question, note, said=said, beside=beside)

    def _ask_name(self) -> None:
        from desktop.ui.watch.incidents.name_dialog import NameDialog

        if self._has_name():
            state = state_of(self._shown, self._notes)
            begin(NameDialog(self._session, self._made(), state, self.window()))

    def _ask(self, title: object, question: object, note: Note, **wishes: object) -> None:
        from desktop.ui.watch.incidents.words_dialog import WordsDialog

        if not self._has_name():
            return
        incident = self._shown

        def keep(text: str) -> bool:
            if note.closes and not self._keep_typed():
                return False
            whole = replace(note, text=text, on=self._session.now)
            kept = self._store(whole)
            if kept and dialog.is_beside:
                closing.settle_entry(self._session, incident, whole)
            return kept

        dialog = WordsDialog(self._session, title, question, keep, self.window(), **wishes)
        begin(dialog)

    def _keep(self, note: Note) -> bool:
        return self._has_name() and self._store(note)

    def _has_name(self) -> bool:
        """Whether it is known in whose name; where it is not, that is asked once."""
        nobody = self.who_line.ask()
        if nobody is not None:
            nobody.setFocus()
            self._area.ensureWidgetVisible(self.who_line)
        return nobody is None

    def _store(self, note: Note) -> bool:
        return self._session.watch.add_note(_BOOK, note) is not None

    def _made(self, *, subject: int = 0, **fields: object) -> Note:
        number = subject or self._shown.number
        return Note(number, self._session.now, by=self.who_line.name, **fields)

    @property
    def _shown(self) -> Incident:
        assert self.incident is not None  # what asks for it is in sight with an incident only
        return self.incident

    def _put_by(self) -> None:
        """Remember what is typed for the incident in sight."""
        text = printable(self.note_field.toPlainText()).strip()
        if self.incident is not None and text:
            self._drafts[self.incident.number] = text

    def _allow_note(self) -> None:
        can_add = bool(self.note_field.toPlainText().strip()) and not self._session.read_only
        self.note_button.setEnabled(can_add)

    def _connect(self) -> None:
        self.note_field.textChanged.connect(self._allow_note)
        self.note_button.clicked.connect(self._add_note)
        self.leak_button.clicked.connect(self._ask_leak)
        self.close_button.clicked.connect(self._ask_end)
        self.name_button.clicked.connect(self._ask_name)
        self.steps.toggled.connect(lambda step, on: self._tick(step, on=on))
        self.steps.file_wanted.connect(self._ask_file)
        self.report_button.clicked.connect(lambda: self.report_wanted.emit(self._shown.number))
        self.entry_button.clicked.connect(lambda: self.entry_wanted.emit(self._shown.entry))

    def _lay_out(self) -> None:
        buttons, foot = FlowLayout(), FlowLayout()
        buttons.add(self.report_button, self.entry_button)
        foot.add(self.close_button, self.leak_button, self.name_button)
        notes = self.notes_section.column
        notes.addLayout(above(self._note_label, self.note_field))
        notes.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft)
        notes.addWidget(self.notes_label)
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self.title_label)
        column.addWidget(self.about_label)
        column.addWidget(self.clock_line)
        column.addLayout(buttons)
        for widget in (self.who_line, self.steps, self.notes_section):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
