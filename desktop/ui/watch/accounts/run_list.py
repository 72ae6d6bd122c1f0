"""Runs in lines: those that are open with what is left, or those that are finished."""

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.evidence import Run
from desktop.core.watch.register import RunState, access_deadline
from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.days import moment_words
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.accounts.account_words import left_words, run_words


class RunList(Retranslated, QFrame):
    """Hidden while there are none."""

    opened = Signal(int)
    """Number of the run."""

    def __init__(self, session: Session, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._title = session, title
        self._runs: tuple[tuple[Run, RunState], ...] = ()
        self.buttons: dict[int, QPushButton] = {}
        theme.look(self, "card")
        self._heading = plain_label("heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.TINY)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        self.retranslate()

    def show_runs(self, runs: Iterable[tuple[Run, RunState]]) -> None:
        """Show these and no others."""
        self._runs = tuple(runs)
        had = next((number for number, button in self.buttons.items() if button.hasFocus()), 0)
        while item := self._rows.takeAt(0):
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.buttons = {}
        for run, state in self._runs:
            self._rows.addWidget(self._row(run, state))
        self.setVisible(bool(self._runs))
        if had in self.buttons:
            self.buttons[had].setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(str(self._title))
        self.setAccessibleName(str(self._title))
        self.show_runs(self._runs)

    def _late_words(self, run: Run, state: RunState) -> str:
        """That access should have been taken away before now; "" where it is gone or there is time."""
        session = self._session
        if run.kind == "joiner" or state.closed or not state.access_left:
            return ""
        until = access_deadline(session.settled.all_facts, run, session.now)
        when = moment_words(until - timedelta(minutes=1), session.today)  # the day people mean by midnight
        return _("The time for it was over: {when}.", when=when) if until <= session.now else ""

    def _row(self, run: Run, state: RunState) -> QWidget:
        row, label, button = QWidget(), plain_label(), QPushButton()
        title = run_words(run.kind, run.name, run.day, past=run.day < self._session.today)
        left = "" if state.closed else left_words(run, state) or _("It can be finished.")
        late = self._late_words(run, state)
        label.setText(" ".join(filter(None, (f"{title}." if left else title, left, late))))
        if late:
            theme.look(label, "error")
        button.setText(_("Look") if state.closed else _("Go on"))
        button.setAccessibleName(f"{button.text()}: {title}")
        button.setAccessibleDescription(label.text())
        button.clicked.connect(lambda _checked=False, number=run.number: self.opened.emit(number))
        self.buttons[run.number] = button
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label, 1)
        line.addWidget(button)
        return row
