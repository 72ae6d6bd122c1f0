"""Asks what became of a task: done or skipped, when, by whom, note and file; also to put an earlier tick right."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QWidget

from desktop.core.watch.checklist import Item
from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, WITHDRAWN, Tick
from desktop.core.watch.phrases import noted
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.day_field import DayField
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.tasks.file_row import FileRow
from desktop.ui.watch.tasks.outcome_choice import OutcomeChoice
from desktop.ui.watch.tasks.who_choice import WhoChoice

_WIDTH = 520
_LONGEST = 500
"""Letters of a note."""


class TickDialog(ScrolledDialog):
    """For an item of the checklist, or for a tick that is put right; then `kept` is the further tick."""

    def __init__(
        self, session: Session, what: Item | Tick, by: str = "", *, outcome: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session, self._what = session, what
        self.kept: Tick | None = None
        """What was stored."""
        old = what if isinstance(what, Tick) else None
        task = what.task if isinstance(what, Tick) else what.task.id
        self._title = session.watch.title(task)
        self._title_label = plain_label("heading")
        chosen = outcome or (old.outcome if old else DONE)
        self.outcome_choice = OutcomeChoice(session.library, _outcomes(old, outcome), chosen)
        self._day_label, self._who_label, self._note_label = QLabel(), QLabel(), QLabel()
        self.day_field = DayField(old.on if old else session.today)
        is_item = not isinstance(what, Tick) and what.due is not None
        self.day_field.allow(session.watch.earliest(what.task) if is_item else None, session.today)
        self.who_box = WhoChoice(session, old.by if old else by)
        self.note_field = QLineEdit(self.outcome_choice.offer(old.note) if old else "")
        self.note_field.setMaxLength(_LONGEST)
        self.file_row = FileRow(old.file if old else "")
        self.error_label = plain_label("error")
        self.error_label.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.outcome_choice.changed.connect(self._settle)
        self.outcome_choice.reason_radios[-1].clicked.connect(lambda: self.lead_to(self.note_field))
        self._lay_out()
        self.retranslate()
        self.outcome_choice.radios[self.outcome_choice.outcome].setFocus()

    def accept(self) -> None:
        """Keep it; where a reason is missing say so and stay."""
        choice = self.outcome_choice
        if choice.needs_words and not self._note:
            is_open = choice.outcome == SKIPPED and not choice.is_chosen
            self.error_label.setText(
                _("Choose a reason, or write another one.") if is_open else _("Write why, in a few words.")
            )
            self.error_label.show()
            self.lead_to(self.note_field)
            return
        self.kept = self._keep(choice.outcome, self.day_field.day)
        if self.kept is not None:
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Put it right") if isinstance(self._what, Tick) else _("What became of it?"))
        self._title_label.setText(words(self._title))
        self.save_button.setText(_("&Save"))
        self._settle()

    @property
    def _note(self) -> str:
        return self.note_field.text().strip()

    def _settle(self) -> None:
        """Ask what fits the outcome."""
        outcome = self.outcome_choice.outcome
        happened = outcome == HAPPENED
        day = _("On which &day did it happen?") if happened else _("On which &day?")
        label_control(self._day_label, self.day_field, day)
        label_control(self._who_label, self.who_box, _("&Who did it?") if outcome == DONE else _("&Who says so?"))
        self.who_box.lineEdit().setAccessibleName(self.who_box.accessibleName())
        needed = self.outcome_choice.needs_words
        is_open = outcome == SKIPPED and not self.outcome_choice.is_chosen
        note = (
            _("Another &reason")
            if is_open
            else _("&Reason")
            if needed
            else _("What &happened?")
            if happened
            else _("&Note (may stay empty)")
        )
        label_control(self._note_label, self.note_field, note)
        self._place_note(is_reason=outcome == SKIPPED)
        for widget in (self._day_label, self.day_field):
            widget.setVisible(outcome != WITHDRAWN)
        self.file_row.setVisible(outcome not in (WITHDRAWN, HAPPENED))
        self.error_label.hide()

    def _place_note(self, *, is_reason: bool) -> None:
        """A reason stands below the usual ones, in sight on a small screen too; a note comes last."""
        above = self.outcome_choice if is_reason else self.who_box
        if self.column.indexOf(self._note_label) == self.column.indexOf(above) + 1:
            return
        for widget in (self.note_field, self._note_label):
            self.column.removeWidget(widget)
        place = self.column.indexOf(above) + 1
        for widget in (self.note_field, self._note_label):
            self.column.insertWidget(place, widget)
        self.setTabOrder(self.outcome_choice.reason_radios[-1] if is_reason else self.who_box, self.note_field)

    def _keep(self, outcome: str, day: date) -> Tick | None:
        watch, what, by = self._session.watch, self._what, self.who_box.name
        reason = self.outcome_choice.reason if outcome == SKIPPED else ""
        note = noted(reason, self._note)
        if isinstance(what, Tick):
            if outcome == WITHDRAWN:
                return watch.withdraw(what, note, by)
            changed = replace(what, outcome=outcome, on=day, by=by, note=note, file=self.file_row.file_name)
            return watch.retick(what, changed)
        if outcome == HAPPENED:
            return watch.happened(what.task.id, day, by, note)
        return watch.tick(what, outcome, on=day, by=by, note=note, file=self.file_row.file_name)

    def _lay_out(self) -> None:
        for widget in (self._title_label, self.outcome_choice):
            self.column.addWidget(widget)
        pairs = (
            (self._day_label, self.day_field),
            (self._who_label, self.who_box),
            (self._note_label, self.note_field),
        )
        for label, field in pairs:
            theme.look(label, "small")
            self.column.addSpacing(theme.TINY)
            self.column.addWidget(label)
            self.column.addWidget(field)
        self.column.addWidget(self.file_row)
        self.column.addStretch(1)
        self.foot.addWidget(self.error_label)
        self.foot.addWidget(self._buttons)
        self.outcome_choice.setVisible(len(self.outcome_choice.radios) > 1)


def _outcomes(old: Tick | None, wanted: str) -> tuple[str, ...]:
    """What may be chosen: of an item, or of a tick that is put right."""
    if wanted == HAPPENED:
        return (HAPPENED,)
    if old is None:
        return (DONE, SKIPPED)
    return (HAPPENED, WITHDRAWN) if old.outcome == HAPPENED else (DONE, SKIPPED, WITHDRAWN)
