"""Another day or another person for a task of the library."""

from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.core.watch.choices import TaskChoice
from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import label_control
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.watch.tasks.person_choice import PersonChoice
from desktop.ui.watch.tasks.rhythm_field import RhythmField
from desktop.ui.watch.tasks.task_words import rhythm_words

_WIDTH = 480


class ChoiceDialog(ScrolledDialog):
    """Keeps nothing before Save."""

    def __init__(self, session: Session, task: PlannedTask, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session, self._task = session, task
        self._choice = session.watch.choices.tasks.get(task.id, TaskChoice())
        self._title_label, self.now_label = plain_label("heading"), plain_label("muted")
        self.rhythm_field = RhythmField(task.rhythm, fixed=True)
        self._who_label = QLabel()
        theme.look(self._who_label, "small")
        self.who_box = PersonChoice(session, self._choice.who, _usual(session, task, self._choice))
        self.usual_button = link_button("restore")
        self.usual_button.setVisible(bool(self._choice.who or self._choice.rhythm))
        self.usual_button.clicked.connect(self._as_at_first)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.look(self.save_button, "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.column.setSpacing(theme.SMALL)
        for widget in (self._title_label, self.now_label, self.rhythm_field, self._who_label, self.who_box):
            self.column.addWidget(widget)
        self.column.addWidget(self.usual_button)
        self.column.addStretch(1)
        self.foot.addWidget(self._buttons)
        self.retranslate()

    def accept(self) -> None:
        """Keep what is chosen and close."""
        rhythm = self.rhythm_field.rhythm
        changed = rhythm if rhythm != self._task.rhythm else self._choice.rhythm
        if self._session.watch.choose(self._task.id, replace(self._choice, who=self.who_box.who, rhythm=changed)):
            super().accept()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Day and person"))
        self._title_label.setText(words(self._task.title))
        self.now_label.setText(rhythm_words(self._task))
        label_control(self._who_label, self.who_box, _("&Who does it?"))
        self.usual_button.setText(_("&As at first"))
        self.save_button.setText(_("&Save"))

    def _as_at_first(self) -> None:
        if self._session.watch.choose(self._task.id, replace(self._choice, who="", rhythm=None)):
            super().accept()


def _usual(session: Session, task: PlannedTask, choice: TaskChoice) -> str | None:
    """The name of who has it by the answers; None where another person was chosen, who stands in the plan instead."""
    if choice.who in session.answers.people:
        return None
    return task.assignee.name if task.assignee else ""
