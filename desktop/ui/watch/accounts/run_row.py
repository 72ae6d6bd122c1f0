"""One step of a run: a box to tick, who ticked it and when, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.text import Text
from desktop.core.watch.evidence import Note, RunStep
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import moment_words
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class RunRow(Retranslated, QWidget):
    """It stores nothing itself; what is ticked stays ticked until a further note says it was a mistake."""

    ticked = Signal(str)
    """Id of the step."""
    note_wanted = Signal(str)
    mistake_told = Signal(str)
    register_wanted = Signal(str)
    """The owner wants the register of accounts to say the same."""

    def __init__(self, session: Session, step: RunStep, more: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.step, self._more = session, step, more
        self._notes: tuple[Note, ...] = ()
        self._offer = ""
        self._is_closed = False
        self.tick = Tick(compact=True)
        self.more_label, self.note_label, self.when_label = plain_label("small"), plain_label("small"), QLabel()
        theme.look(self.when_label, "small")
        self.note_button, self.mistake_button, self.register_button = link_button(), link_button(), link_button("edit")
        self.tick.clicked.connect(self._tick)
        tellings: tuple[tuple[QPushButton, Callable[[str], None]], ...] = (
            (self.note_button, self.note_wanted.emit),
            (self.mistake_button, self.mistake_told.emit),
            (self.register_button, self.register_wanted.emit),
        )
        for button, tell in tellings:
            button.clicked.connect(lambda _checked=False, tell=tell: tell(self.step.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        below = QVBoxLayout()
        below.setContentsMargins(theme.HUGE + theme.SMALL, 0, 0, 0)
        below.setSpacing(0)
        buttons = FlowLayout(between=0)
        buttons.add(self.when_label, self.note_button, self.mistake_button, self.register_button)
        for label in (self.more_label, self.note_label):
            below.addWidget(label)
        below.addLayout(buttons)
        column.addLayout(below)
        self.retranslate()

    def show_notes(self, notes: tuple[Note, ...], offer: str, *, is_closed: bool) -> None:
        """Show what was noted of the step; `offer` are the words of what the register does not say yet."""
        self._notes, self._offer, self._is_closed = notes, offer, is_closed
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        title, done = words(self.step.title), bool(self._notes)
        may_change = not (self._is_closed or self._session.read_only)
        self.tick.setText(title)
        self.tick.setAccessibleName(title)
        self.tick.setAccessibleDescription(
            " ".join((self._when_words(), self._note_words())) if done else words(self._more)
        )
        self.tick.setChecked(done)
        self.tick.setEnabled(may_change and not done)
        self.more_label.setText(words(self._more))
        self.more_label.setVisible(bool(self._more) and not done)
        self.note_label.setText(self._note_words())
        self.note_label.setVisible(bool(self._note_words()))
        self.when_label.setText(self._when_words())
        self.when_label.setVisible(done)
        for button, told in (
            (self.note_button, _("Add a note…")),
            (self.mistake_button, _("That was a mistake…")),
            (self.register_button, self._offer),
        ):
            button.setText(told)
            button.setAccessibleName(f"{title}: {told}")
            button.setVisible(may_change and done and bool(told))

    def _tick(self) -> None:
        self.tick.setChecked(bool(self._notes))  # what is stored decides
        self.ticked.emit(self.step.id)

    def _when_words(self) -> str:
        if not self._notes:
            return ""
        first = self._notes[0]
        when = moment_words(first.on, self._session.today)
        return _("{when}, {name}", when=when, name=first.by) if first.by else when

    def _note_words(self) -> str:
        return "\n".join(note.text for note in self._notes if note.text)
