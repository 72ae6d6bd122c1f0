"""One thing to do or to keep in an incident: a tick, a line below it, and the name of a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.evidence import Note
from desktop.core.watch.kinds import Step
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.days import moment_words
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_words import filled


class StepRow(Retranslated, QWidget):
    """Says when it was ticked and by whom. A tick that is taken away is a further note."""

    toggled = Signal(bool)
    file_wanted = Signal()

    def __init__(self, session: Session, step: Step, *, takes_file: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.step = session, step
        self._note: Note | None = None
        self.tick = Tick(compact=True)
        self.more_label, self.done_label = plain_label("small"), plain_label("small")
        self.file_button = QPushButton()
        theme.look(self.file_button, "link")
        self.tick.setEnabled(not session.read_only)
        self.file_button.setEnabled(not session.read_only)
        self.tick.clicked.connect(self.toggled)
        self.file_button.clicked.connect(self.file_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        below = QVBoxLayout()
        below.setContentsMargins(theme.HUGE + theme.SMALL, 0, 0, theme.TINY)
        below.setSpacing(0)
        below.addWidget(self.more_label)
        foot = QHBoxLayout()
        foot.setSpacing(theme.MEDIUM)
        foot.addWidget(self.file_button)
        foot.addWidget(self.done_label, 1)
        below.addLayout(foot)
        column.addLayout(below)
        self.file_button.setVisible(takes_file)  # once it has its place: else it would flash as a window
        self.retranslate()

    def show_note(self, note: Note | None) -> None:
        """Show whether it is done, by the note that says so."""
        self._note = note
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        note = self._note
        title = filled(self._session, self.step.title)
        self.tick.setText(title)
        self.tick.setChecked(note is not None)
        more = filled(self._session, self.step.more) if self.step.more else ""
        self.more_label.setText(more)
        self.more_label.setVisible(bool(more))
        done = " · ".join(self._done(note)) if note is not None else ""
        self.done_label.setText(done or " ")  # its room is kept: the rows below stay where they are
        self.tick.setAccessibleDescription(f"{more} {done}".strip())
        self.file_button.setText(_("Name another file…") if note and note.file else _("Name the file…"))
        self.file_button.setAccessibleName(f"{self.file_button.text()} {title}")

    def _done(self, note: Note) -> list[str]:
        """When, by whom, and the file."""
        when = moment_words(note.on, self._session.today)
        told = [_("Done: {when}, {name}", when=when, name=note.by) if note.by else _("Done: {when}", when=when)]
        return [*told, _("File: {name}", name=note.file)] if note.file else told
