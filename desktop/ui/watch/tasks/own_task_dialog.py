"""A task of the owner's own: added, changed, removed."""

import uuid
from itertools import zip_longest

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from desktop.core.text import Text
from desktop.core.watch.choices import OwnTask, Rhythm
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.tasks.person_choice import PersonChoice
from desktop.ui.watch.tasks.rhythm_field import RhythmField
from desktop.ui.watch.tasks.sides_field import SidesField
from desktop.ui.watch.tasks.task_words import minute_words

_WIDTH = 560
_MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120)
_WEEKLY = Rhythm("week")


class OwnTaskDialog(ScrolledDialog):
    """Keeps nothing before Save. Without a task it adds one."""

    def __init__(self, session: Session, task: OwnTask | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session, self._old = session, task
        title, keep, steps = (task.title, task.keep, _as_lines(task.steps)) if task else ({}, {}, {})
        self.title_field, self.keep_field = SidesField(session, title), SidesField(session, keep)
        self.steps_field = SidesField(session, steps, lines=True)
        self.rhythm_field = RhythmField(task.rhythm if task else _WEEKLY)
        self._who_label, self._minutes_label, self.one_label = QLabel(), QLabel(), plain_label("small")
        self.who_box = PersonChoice(session, task.who if task else "", None if task and task.who else _usual(session))
        self.minutes_box = CalmComboBox()
        for minutes in sorted({*_MINUTES, task.minutes if task else _MINUTES[0]}):
            self.minutes_box.addItem("", minutes)
        self.minutes_box.setCurrentIndex(self.minutes_box.findData(task.minutes if task else 5))
        self.error_label = plain_label("error")
        self.error_label.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self.remove_button = QPushButton()
        self.remove_button.setVisible(False)
        if task is not None:
            self._buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ResetRole)
            self.remove_button.setVisible(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self._lay_out()
        self.retranslate()
        next(iter(self.title_field.fields.values())).setFocus()

    def accept(self) -> None:
        """Keep the task and close; without a title say so and stay."""
        if not self.title_field.text:
            self.error_label.setText(_("Write what is to be done, in one language at least."))
            self.error_label.show()
            self.lead_to(next(iter(self.title_field.fields.values())))
            return
        if self._session.watch.save_own(self._task):
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("A task of your own"))
        self.title_field.name_fields(_("What is to be done?"))
        self.one_label.setText(_("One language is enough; where the other is missing, this one stands."))
        self.steps_field.name_fields(_("How? One step a line; may stay empty"))
        self.keep_field.name_fields(_("What to keep as evidence; may stay empty"))
        label_control(self._who_label, self.who_box, _("&Who does it?"))
        label_control(self._minutes_label, self.minutes_box, _("How &long does it take?"))
        for place in range(self.minutes_box.count()):
            self.minutes_box.setItemText(place, minute_words(self.minutes_box.itemData(place)))
        self.save_button.setText(_("&Save"))
        self.remove_button.setText(_("&Remove this task"))
        self.remove_button.setToolTip(_("What was done of it stays in the history."))
        self.remove_button.setAccessibleDescription(self.remove_button.toolTip())

    @property
    def _task(self) -> OwnTask:
        """The task as it stands in the fields."""
        return OwnTask(
            id=self._old.id if self._old else f"own-{uuid.uuid4().hex[:8]}",
            title=self.title_field.text,
            rhythm=self.rhythm_field.rhythm,
            steps=_as_steps(self.steps_field.text),
            who=self.who_box.who,
            minutes=self.minutes_box.currentData(),
            keep=self.keep_field.text,
            since=self._old.since if self._old else None,
            on=self._old is None or self._old.on,
        )

    def _remove(self) -> None:
        if self._old is not None and self._session.watch.remove_own(self._old.id):
            super().accept()

    def _lay_out(self) -> None:
        for label in (self._who_label, self._minutes_label):
            theme.look(label, "small")
        for widget in (self.title_field, self.one_label, self.rhythm_field):
            self.column.addWidget(widget)
        for widget in (self._who_label, self.who_box, self._minutes_label, self.minutes_box):
            self.column.addWidget(widget)
        self.column.addWidget(self.steps_field)
        self.column.addWidget(self.keep_field)
        self.column.setSpacing(theme.SMALL)
        self.foot.addWidget(self.error_label)
        self.foot.addWidget(self._buttons)


def _usual(session: Session) -> str:
    """The name of who answers for the policy, who has what nobody else has."""
    person = session.answers.people.get(str(session.settled.all_facts.values.get("policy_owner")))
    return person.name if person else ""


def _as_lines(steps: tuple[Text, ...]) -> Text:
    """Steps as they are written: a line each, by language."""
    languages = dict.fromkeys(language for step in steps for language in step)
    return {language: "\n".join(step.get(language, "") for step in steps) for language in languages}


def _as_steps(lines: Text) -> tuple[Text, ...]:
    """Lines as steps; where one language has more, the others lack that step."""
    languages = tuple(lines)
    split = [[line.strip() for line in lines[language].splitlines() if line.strip()] for language in languages]
    rows = zip_longest(*split, fillvalue="")
    return tuple({language: step for language, step in zip(languages, row, strict=True) if step} for row in rows)
