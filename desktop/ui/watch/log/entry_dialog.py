"""Logging a post: what was found, the response chart, what was done. It can be saved at any time."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QWidget

from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.unsaved_question import ask_unsaved
from desktop.ui.watch.log.done_form import DoneForm
from desktop.ui.watch.log.noted_by import MONITORING, noted_by
from desktop.ui.watch.log.post_form import PostForm
from desktop.ui.watch.log.walk_step import WalkStep

_WIDTH = 640
POST, WALK, DONE = range(3)
"""Setting of the file: who sits before the screen."""


class EntryDialog(ScrolledDialog):
    """Three steps; a new entry, or a further row of an old one."""

    logged = Signal(int)
    """Id of the entry that was kept."""

    def __init__(self, session: Session, entry: Entry | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session = session
        self._begun = entry or Entry(session.today, "")
        self.question: QMessageBox | None = None
        """What is asked before unsaved words are thrown away, while it is open."""
        self.step = POST
        self._incident = self._begun.incident
        self._entry_id = self._begun.entry
        self.step_label, self.place_label = plain_label("heading"), plain_label("small")
        self.post_form = PostForm(session, self._begun)
        self.walk_step = WalkStep(session, self._begun, session.watch.me)
        self.done_form = DoneForm(session, self._begun, noted_by(session, MONITORING))
        self.banner = Banner(closable=False)
        self.cancel_button, self.back_button = QPushButton(), QPushButton()
        self.skip_button, self.save_button, self.next_button = QPushButton(), QPushButton(), QPushButton()
        self._before = self._entry
        self._lay_out()
        self._connect()
        self.retranslate()
        self._go(POST)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self._entry != self._before

    def show_step(self, step: int) -> None:
        """Begin at a later step."""
        self._go(step)

    def go_on(self) -> None:
        """Begin where an open entry was left: at the questions, or behind them."""
        self._go(DONE if self.walk_step.is_at_end else WALK)

    def settle(self) -> None:
        """Begin at how it ended."""
        self.done_form.settle()
        self._go(DONE)

    def accept(self) -> None:
        """Keep the entry, and the incident that the safety gate opened, and close; on a fault say it and stay."""
        if self.walk_step.keeps_nothing:
            super().reject()
            return
        if self._find_fault():
            return
        self.banner.clear()
        if self._keep():
            super().accept()
            self.logged.emit(self._entry_id)

    def reject(self) -> None:
        """Close; where words would be lost, ask first."""
        if not self.is_changed or self.walk_step.keeps_nothing:
            super().reject()
        elif self.question is None:
            self._ask()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("New entry in the log") if not self._begun.entry else _("Entry in the log"))
        self.back_button.setText(_("&Back"))
        self.skip_button.setText(_("Sk&ip the questions"))
        self._name()

    @property
    def _entry(self) -> Entry:
        """The entry as it stands in all steps."""
        entry = replace(self.post_form.entry, entry=self._entry_id, incident=self._incident, number=0, written=None)
        return self.done_form.written_to(self.walk_step.written_to(entry))

    def _name(self) -> None:
        """What the step and its buttons are called."""
        told = {POST: _("What did you find?"), WALK: _("What is to be done?"), DONE: _("What was done?")}[self.step]
        self.step_label.setText(told)
        self.place_label.setText(_("Step {number} of 3", number=self.step + 1))
        nothing = self.walk_step.keeps_nothing and self.step == WALK
        self.save_button.setText(_("Close without noting it") if nothing else _("&Save"))
        self.cancel_button.setText(_("Cancel"))
        self.next_button.setText(_("&Next"))

    def _go(self, step: int) -> None:
        self.step = step
        for number, widget in enumerate((self.post_form, self.walk_step, self.done_form)):
            widget.setVisible(number == step)
        if step == WALK:
            self.walk_step.enter(self.post_form.entry)
        self._name()
        self._allow()
        if step == POST:
            self.post_form.text_field.setFocus()
        elif step == WALK:
            (self.walk_step.focus_target() or self.next_button).setFocus()
        else:
            self.done_form.action_field.setFocus()
        self.area.verticalScrollBar().setValue(0)

    def _allow(self) -> None:
        """The buttons that lead on from here."""
        walk = self.walk_step
        is_walk, nothing = self.step == WALK, self.walk_step.keeps_nothing and self.step == WALK
        self.back_button.setVisible(self.step != POST)
        self.skip_button.setVisible(is_walk and not walk.is_at_end)
        self.next_button.setVisible(self.step == POST or (is_walk and walk.is_at_end and not nothing))
        self.save_button.setVisible(nothing or not (is_walk or walk.keeps_nothing))
        self.cancel_button.setVisible(not nothing)
        is_last = self.step == DONE or nothing
        theme.look(self.save_button, "primary" if is_last else "quiet")
        self.save_button.setDefault(is_last)
        self.next_button.setDefault(not is_last and not self.next_button.isHidden())

    def _next(self) -> None:
        form = {POST: self.post_form, WALK: self.walk_step}.get(self.step)
        fault = form.check() if form is not None else None
        if fault is not None:
            self.lead_to(fault)
            return
        if self.step == WALK:
            self._take_over()
        self._go(min(self.step + 1, DONE))

    def _take_over(self) -> None:
        """Let the last step begin with what the chart came to."""
        walk = self.walk_step
        self.done_form.propose(truth=walk.truth, advice=walk.advice, choices=walk.done, name=walk.signed)

    def _back(self) -> None:
        self._go(max(self.step - 1, POST))

    def _follow_walk(self) -> None:
        self._name()
        self._allow()
        walk = self.walk_step
        ways_on = {True: self.save_button, False: self.next_button}
        self.lead_to(walk.focus_target() or ways_on[walk.keeps_nothing])

    def _find_fault(self) -> bool:
        """Whether something is missing, which is said where it is."""
        forms = ((POST, self.post_form), (WALK, self.walk_step), (DONE, self.done_form))
        for step, form in forms:
            fault = form.check()
            if fault is not None:
                if step != self.step:
                    self._go(step)
                    form.check()
                self.lead_to(fault)
                return True
        nobody = self.done_form.ask_name()
        if nobody is not None:
            self._go(DONE)
            self.lead_to(nobody)
        return nobody is not None

    def _keep(self) -> bool:
        """Store entry and incident. What is stored when something fails is not stored twice at the next try."""
        watch, incident = self._session.watch, self.walk_step.incident
        kept = watch.add_entry(self._entry)
        if kept is None:
            return False
        self._entry_id = kept.entry
        if incident is not None and not self._incident:
            opened = watch.add_incident(replace(incident, entry=kept.entry, by=kept.by))
            if opened is None:
                return False
            self._incident = opened.number
            return watch.add_entry(self._entry) is not None
        return True

    def _ask(self) -> None:
        self.question = ask_unsaved(self, self._throw_away)
        self.question.finished.connect(self._answered)

    def _throw_away(self) -> None:
        super().reject()

    def _answered(self) -> None:
        self.question = None

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)

    def _connect(self) -> None:
        self._session.failed.connect(self._say_not_saved)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.skip_button.clicked.connect(lambda: self._go(DONE))
        self.save_button.clicked.connect(self.accept)
        self.walk_step.moved.connect(self._follow_walk)

    def _lay_out(self) -> None:
        for widget in (self.place_label, self.step_label, self.post_form, self.walk_step, self.done_form):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        for button in (self.back_button, self.skip_button, self.save_button, self.next_button):
            buttons.addWidget(button)
        theme.look(self.next_button, "primary")
        for button in self.findChildren(QPushButton):  # the Return key leads on, and never to a button beside
            button.setAutoDefault(False)
        self.foot.addWidget(self.banner)
        self.foot.addLayout(buttons)
