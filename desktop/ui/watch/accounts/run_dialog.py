"""Somebody joins or leaves, or the agency changes: the list to tick off, until it is finished."""

from collections.abc import Callable
from datetime import timedelta
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.core.text import printable
from desktop.core.watch.evidence import Note, Run
from desktop.core.watch.register import RunState, access_deadline, more_of, state_of_run
from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import moment_words
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.editors.base import small_label
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.session import Session
from desktop.ui.watch.accounts import leaving
from desktop.ui.watch.accounts.account_words import left_words, run_words
from desktop.ui.watch.accounts.note_dialog import NoteDialog
from desktop.ui.watch.accounts.register_changes import remove_person
from desktop.ui.watch.accounts.run_row import RunRow
from desktop.ui.watch.accounts.stored_dialog import StoredDialog
from desktop.ui.watch.tasks.who_choice import WhoChoice

_WIDTH = 660
RECORD = "leaver-record"


class RunDialog(StoredDialog):
    """Every tick is kept at once, with who and when. A mistaken one is corrected by a further note."""

    export_wanted = Signal(object)
    """An `ExportWish`."""

    def __init__(self, session: Session, run: Run, by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(session, _WIDTH, parent)
        self._run = run
        self._title_label, self.state_label = plain_label("title"), plain_label("strong")
        self._who_label, self.who_box = small_label(), WhoChoice(session, by)
        self._access_label, self._other_label = plain_label("heading"), plain_label("heading")
        self.rows = {step.id: RunRow(session, step, more_of(session.library, run.kind, step.id)) for step in run.steps}
        self.removal_frame, self.removal_label, self.removal_button = QFrame(), plain_label(), QPushButton()
        theme.look(self.removal_frame, "card")
        self.finish_button, self.reopen_button, self.record_button = QPushButton(), QPushButton(), QPushButton()
        theme.look(self.finish_button, "primary")
        for button in (self.reopen_button, self.record_button):
            theme.look(button, "quiet")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._connect()
        self._lay_out()
        self.retranslate()
        for row in self.rows.values():
            if row.tick.isEnabled():
                row.tick.setFocus()
                break

    @property
    def state(self) -> RunState:
        """Where it stands."""
        return state_of_run(self._run, self._session.watch.evidence.notes("run", self._run.number))

    def retranslate(self) -> None:
        """Set the words."""
        run = self._run
        past = run.day < self._session.today
        title = run_words(run.kind, run.name, run.day, past=past)
        self.setWindowTitle(title)
        self._title_label.setText(title)
        label_control(self._who_label, self.who_box, _("&Who ticks?"))
        self.who_box.lineEdit().setAccessibleName(self.who_box.accessibleName())
        self._access_label.setText(_("Accounts"))
        self._other_label.setText(_("Everything else"))
        self.removal_button.setText(_("Take {name} out of your people", name=run.name))
        self.finish_button.setText(_("&Finish…"))
        self.reopen_button.setText(_("&Open again…"))
        self.record_button.setText(_("Leaver &record…") if run.kind == "leaver" else _("&Record…"))
        self._show()

    def _show(self) -> None:
        state, session, run = self.state, self._session, self._run
        for step_id, row in self.rows.items():
            offer = leaving.offer_words(session, run, step_id) if step_id in state.ticked else ""
            row.show_notes(state.ticked.get(step_id, ()), offer, is_closed=state.closed is not None)
        self.state_label.setText(self._state_words(state))
        is_open = state.closed is None and not session.read_only
        self.finish_button.setVisible(is_open)
        self.reopen_button.setVisible(state.closed is not None and not session.read_only)
        for widget in (self._who_label, self.who_box):
            widget.setVisible(is_open)
        leaves = run.kind == "leaver" and run.person in session.answers.people
        self.removal_frame.setVisible(leaves and not state.access_left and not session.read_only)
        if leaves:
            self.removal_label.setText(leaving.removal_words(session, run))

    def _state_words(self, state: RunState) -> str:
        session = self._session
        if (closed := state.closed) is not None:
            when = moment_words(closed.on, session.today)
            told = (
                _("Finished: {when}, {name}", when=when, name=closed.by)
                if closed.by
                else _("Finished: {when}", when=when)
            )
            return "\n".join(filter(None, (told, closed.text)))
        if self._run.kind == "joiner":
            return left_words(self._run, state) or _("Everything is done.")
        if not state.access_left:
            return " ".join(filter(None, (_("All access is removed."), left_words(self._run, state))))
        return f"{left_words(self._run, state)} {self._time_words()}"

    def _time_words(self) -> str:
        """How much time is left for taking access away."""
        session = self._session
        until = access_deadline(session.settled.all_facts, self._run, session.now)
        hours = ceil((until - session.now) / timedelta(hours=1))
        when = moment_words(until - timedelta(minutes=1), session.today)  # the day people mean by midnight
        if hours <= 0:
            return _("The time for it was over: {when}.", when=when)
        if hours == 1:
            return _("It should be done by: {when}. Less than an hour is left.", when=when)
        return _("It should be done by: {when}. {hours} hours are left.", when=when, hours=hours)

    def _note(self, step: str = "", text: str = "", *, closes: bool = False, corrects: int = 0) -> bool:
        """Keep a note, and say where the run stands then. Returns whether it is kept."""
        now, by = self._session.now, printable(self.who_box.name)
        note = Note(self._run.number, now, step, text, by=by, closes=closes, corrects=corrects)
        if self._session.watch.add_note("run", note) is None:
            return False
        self._show()
        told = self.state_label.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.state_label, told))
        return True

    def _ticked(self, step_id: str) -> None:
        self._note(step_id)
        row = self.rows[step_id]
        if row.note_button.isVisible():  # the box can no longer be ticked, so the focus would go anywhere
            following = [other for other in self._in_order()[self._in_order().index(row) :] if other.tick.isEnabled()]
            self.lead_to(following[0].tick if following else row.note_button)

    def _ask(
        self, title: str, question: Message, done: Message, keep: Callable[[str], bool], *, needed: bool = True
    ) -> None:
        NoteDialog(self._session, title, question, done, keep, needed=needed, parent=self).open()

    def _more_wanted(self, step_id: str) -> None:
        title = words(self.rows[step_id].step.title)
        self._ask(title, message("Note"), message("Add the note"), lambda text: self._note(step_id, text))

    def _mistaken(self, step_id: str) -> None:
        def correct(text: str) -> bool:
            notes = self.state.ticked.get(step_id, ())
            return all(self._note(text=text, corrects=note.number) for note in notes)

        title = words(self.rows[step_id].step.title)
        what = message("What was wrong? The tick and its correction both stay in the record.")
        self._ask(title, what, message("Put it right"), correct)

    def _finish(self) -> None:
        state = self.state
        left = state.access_left + state.steps_left
        title = left_words(self._run, state) if left else _("Everything is ticked.")
        question = message("Why is that so?") if left else message("A closing note (may stay empty)")

        def close(text: str) -> bool:
            return self._note(text=text, closes=True)

        self._ask(title, question, message("Finish"), close, needed=bool(left))

    def _reopen(self) -> None:
        if (closed := self.state.closed) is None:
            return

        def reopen(text: str) -> bool:
            return self._note(text=text, corrects=closed.number)

        title = self._title_label.text()
        self._ask(title, message("Why is it opened again?"), message("Open again"), reopen)

    def _put_right(self, step_id: str) -> None:
        if leaving.put_right(self._session, self._run, step_id):
            self.rows[step_id].note_button.setFocus()
            self._show()
            told = _("The register is changed.")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.state_label, told))

    def _remove_person(self) -> None:
        if remove_person(self._session, self._run.person, self._run.name):
            self.finish_button.setFocus()
            self._show()
            told = _("{name} is taken out.", name=self._run.name)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.state_label, told))

    def _make_record(self) -> None:
        records = self._session.watch.records(run=self._run.number)
        self.accept()
        self.export_wanted.emit(ExportWish((RECORD,), for_once=True, records=records))

    def _in_order(self) -> list[RunRow]:
        """The rows as they stand: accounts first, but for somebody who joins, who learns the rules before."""
        access = [row for row in self.rows.values() if row.step.is_access]
        other = [row for row in self.rows.values() if not row.step.is_access]
        return other + access if self._run.kind == "joiner" else access + other

    def _connect(self) -> None:
        for row in self.rows.values():
            row.ticked.connect(self._ticked)
            row.note_wanted.connect(self._more_wanted)
            row.mistake_told.connect(self._mistaken)
            row.register_wanted.connect(self._put_right)
        self.removal_button.clicked.connect(self._remove_person)
        self.finish_button.clicked.connect(self._finish)
        self.reopen_button.clicked.connect(self._reopen)
        self.record_button.clicked.connect(self._make_record)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        for widget in (self._title_label, self._who_label, self.who_box):
            self.column.addWidget(widget)
        seen: set[bool] = set()
        for row in self._in_order():
            if row.step.is_access not in seen:
                seen.add(row.step.is_access)
                self.column.addWidget(self._access_label if row.step.is_access else self._other_label)
            self.column.addWidget(row)
        box = QVBoxLayout(self.removal_frame)
        box.addWidget(self.removal_label)
        row = FlowLayout()
        row.add(self.removal_button)
        box.addLayout(row)
        self.column.addWidget(self.removal_frame)
        self.column.addStretch(1)
        buttons = FlowLayout(last_right=True)
        buttons.add(self.finish_button, self.reopen_button, self.record_button, self._buttons)
        self.foot.addWidget(self.state_label)
        self.foot.addLayout(buttons)
