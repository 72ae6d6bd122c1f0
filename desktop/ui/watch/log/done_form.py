"""What was done about a post, by whom, when, and how it ended."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QVBoxLayout, QWidget

from desktop.core.text import printable
from desktop.core.watch.evidence import TRUTHS, Entry
from desktop.core.watch.phrases import OUTCOMES
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.day_field import DayField
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.editors.options import Radio
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.done_choices import DoneChoices
from desktop.ui.watch.log.entry_words import truth_words
from desktop.ui.watch.log.labelled import above, beside
from desktop.ui.watch.tasks.who_choice import WhoChoice

_LONGEST = 200


class DoneForm(Retranslated, QWidget):
    """Nothing in it is needed: what is not over stays open, and is gone on with later."""

    def __init__(self, session: Session, entry: Entry, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = session.library.words
        self._advice, self._suggested, self._was_asked = "", entry.by or name, False
        self._labels = [QLabel() for _each in range(6)]
        self.advice_label, self.choices = plain_label(), DoneChoices()
        self.choices.chosen.connect(self._write)
        self.action_field = LongField()
        self.action_field.setPlainText(entry.action)
        self.who_box = WhoChoice(session, self._suggested)
        self.who_box.setMinimumContentsLength(12)
        self.day_field = DayField(entry.done or session.today)
        self.day_field.allow(last=max(session.today, entry.done or session.today))
        self.truth_radios = {code: Radio() for code in TRUTHS}
        self.truth_radios.get(entry.truth, self.truth_radios["unknown"]).setChecked(True)
        self.waiting_radio, self.settled_radio = Radio(), Radio()
        self.outcome_box = CalmComboBox()
        self.outcome_box.setEditable(True)
        self.outcome_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.outcome_box.lineEdit().setMaxLength(_LONGEST)
        self.outcome_box.setMinimumContentsLength(12)
        self.fault_label, self.who_label = plain_label("error"), plain_label("error")
        for label in (self.fault_label, self.who_label):
            label.hide()
        (self.settled_radio if entry.outcome else self.waiting_radio).setChecked(True)
        self._groups = QButtonGroup(self), QButtonGroup(self)
        for radio in (self.waiting_radio, self.settled_radio):
            radio.toggled.connect(lambda _checked: self._follow())
        self.outcome_box.currentTextChanged.connect(lambda _text: self.fault_label.hide())
        self.who_box.currentTextChanged.connect(lambda _text: self.who_label.hide())
        self._lay_out()
        self.retranslate()
        self.outcome_box.setCurrentText(entry.outcome)
        self._follow()

    def written_to(self, entry: Entry) -> Entry:
        """The entry with what stands in the form."""
        action = printable(self.action_field.toPlainText().strip())
        outcome = self._outcome if self.settled_radio.isChecked() else ""
        return replace(
            entry,
            truth=next((code for code, radio in self.truth_radios.items() if radio.isChecked()), "unknown"),
            action=action,
            by=self.who_box.name,
            done=self.day_field.day if action or outcome else None,
            outcome=outcome,
        )

    def propose(self, *, truth: str, advice: str, choices: tuple[str, ...], name: str) -> None:
        """What the response chart came to, where the person has not said otherwise."""
        if truth in self.truth_radios:
            self.truth_radios[truth].setChecked(True)
        self._advice = advice
        self._say_advice()
        self.choices.show_choices(choices)
        if name and self.who_box.name in ("", self._suggested):
            self._suggested = name
            self.who_box.setCurrentText(name)

    def settle(self) -> None:
        """Begin at how it ended."""
        self.settled_radio.setChecked(True)

    def check(self) -> QWidget | None:
        """Say what is missing. Returns where it is to be filled in; None where all is there."""
        is_missing = self.settled_radio.isChecked() and not self._outcome
        self.fault_label.setText(_("Say in a few words how it ended, or choose that it is not over yet."))
        self.fault_label.setVisible(is_missing)
        return self.outcome_box if is_missing else None

    def ask_name(self) -> QWidget | None:
        """Ask once for a name where there is none. Returns where it is to be filled in."""
        if self.who_box.name or self._was_asked:
            return None
        self._was_asked = True
        self.who_label.show()
        return self.who_box

    def retranslate(self) -> None:
        """Set the words."""
        controls = (
            (self.action_field, _("W&hat was done? (may stay empty)")),
            (self.who_box, _("By wh&om?")),
            (self.day_field, _("On which &day?")),
            (self.outcome_box, _("How did it en&d?")),
        )
        for label, (control, told) in zip(self._labels, controls, strict=False):
            label_control(label, control, told)
        for box in (self.who_box, self.outcome_box):
            box.lineEdit().setAccessibleName(box.accessibleName())
        self._labels[4].setText(_("Is what was written true?"))
        self._labels[5].setText(_("Is it over?"))
        for code, radio in self.truth_radios.items():
            radio.setText(truth_words(code))
            radio.setAccessibleName(_("Is what was written true? {answer}", answer=truth_words(code)))
        self.who_label.setText(_("Who is it? With a name this proves more. To leave it empty, save again."))
        self._say_advice()
        self.waiting_radio.setText(_("Not yet, I am waiting"))
        self.settled_radio.setText(_("Yes, it is settled"))
        for radio in (self.waiting_radio, self.settled_radio):
            radio.setAccessibleName(_("Is it over? {answer}", answer=radio.text()))
        outcome = self.outcome_box.currentText()
        self.outcome_box.clear()
        self.outcome_box.addItems([words(self._said[key]) for key in OUTCOMES])
        self.outcome_box.setCurrentText(outcome)
        self.outcome_box.lineEdit().setPlaceholderText(_("Choose, or write your own words"))

    @property
    def _outcome(self) -> str:
        return printable(self.outcome_box.currentText()).strip()

    def _say_advice(self) -> None:
        """What the chart says is no proof that somebody did it."""
        self.advice_label.setText(_("The response chart says: {advice}", advice=self._advice))
        self.advice_label.setVisible(bool(self._advice))

    def _write(self, chosen: str) -> None:
        """Write down what was chosen: in place of another choice, below words of the person's own."""
        text = self.action_field.toPlainText().strip()
        if text and text not in self.choices.words:
            chosen = text if chosen in text.splitlines() else f"{text}\n{chosen}"
        self.action_field.setPlainText(chosen)
        self.action_field.moveCursor(QTextCursor.MoveOperation.End)
        self.action_field.setFocus()

    def _follow(self) -> None:
        is_settled = self.settled_radio.isChecked()
        for widget in (self._labels[3], self.outcome_box):
            widget.setVisible(is_settled)
        self.fault_label.hide()

    def _lay_out(self) -> None:
        action, who, day, outcome, truth, over = self._labels
        truths, ends = FlowLayout(), FlowLayout()
        truths.add(*self.truth_radios.values())
        ends.add(self.waiting_radio, self.settled_radio)
        for group, radios in zip(
            self._groups, (self.truth_radios.values(), (self.waiting_radio, self.settled_radio)), strict=True
        ):
            for radio in radios:
                group.addButton(radio)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self.advice_label)
        column.addLayout(above(action, self.action_field))
        column.addWidget(self.choices)
        column.addLayout(beside(above(who, self.who_box), above(day, self.day_field)))
        column.addWidget(self.who_label)
        column.addLayout(above(truth, truths))
        column.addLayout(above(over, ends))
        column.addLayout(above(outcome, self.outcome_box))
        column.addWidget(self.fault_label)
