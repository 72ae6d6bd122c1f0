"""What became of a task the last times, with a way to put it right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.evidence import WITHDRAWN, Tick
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import tick_words

_MOST = 6
"""Ticks shown."""


class HistoryList(Retranslated, QWidget):
    """The last ticks of a task, the newest first."""

    mistake_found = Signal(object)
    """A `Tick` that is to be put right."""

    def __init__(self, session: Session, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._task_id = session, task_id
        self._shown: tuple[tuple[Tick, bool], ...] = ()
        self._heading_label = plain_label("strong")
        self.buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._heading_label)
        column.addLayout(self._rows)
        self.show_history()

    @property
    def lines(self) -> list[str]:
        """The words of each tick."""
        return [self._told(tick, counts=counts) for tick, counts in self._shown]

    def show_history(self) -> None:
        """Show what is kept now."""
        book = self._session.watch.evidence
        ticks = book.ticks(task=self._task_id, limit=_MOST)
        gone = book.corrected([tick.number for tick in ticks])
        self._shown = tuple((tick, tick.number not in gone) for tick in ticks)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._heading_label.setText(_("What was done last"))
        while taken := self._rows.takeAt(0):
            taken.widget().hide()
            taken.widget().deleteLater()
        self.buttons = []
        for tick, counts in self._shown:
            self._rows.addWidget(self._line(tick, counts=counts))
        if not self._shown:
            label = plain_label("muted")
            label.setText(_("Nothing yet"))
            self._rows.addWidget(label)

    def _told(self, tick: Tick, *, counts: bool) -> str:
        return tick_words(self._session.library, tick, self._session.today, counts=counts)

    def _line(self, tick: Tick, *, counts: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label("" if counts else "muted")
        told = self._told(tick, counts=counts)
        label.setText(told)
        row.addWidget(label, 1)
        if counts and tick.outcome != WITHDRAWN and not self._session.read_only:
            button = link_button()
            button.setText(_("Put right…"))
            button.setAccessibleName(_("Put right: {what}", what=told))
            button.clicked.connect(lambda _checked=False, tick=tick: self.mistake_found.emit(tick))
            self.buttons.append(button)
            row.addWidget(button)
        return line
