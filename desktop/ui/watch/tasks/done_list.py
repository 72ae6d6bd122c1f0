"""What was done or skipped today, at the bottom of the checklist."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.evidence import DONE, SKIPPED, Tick
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import day_words
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import note_words, outcome_words
from desktop.ui.watch.tasks.tick_button import TickButton

_MOST = 20
"""Rows shown, of the newest."""

_READ = 100
"""Ticks looked at, the newest: more than anybody makes in a day."""


class DoneList(Retranslated, QWidget):
    """Hidden while nothing was done today."""

    mistake_found = Signal(object)
    """A `Tick` that is to be put right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.ticks: tuple[Tick, ...] = ()
        """The newest first."""
        self.buttons: list[QPushButton] = []
        self.heading_label = plain_label("heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.heading_label)
        column.addLayout(self._rows)
        self.hide()

    def show_done(self) -> None:
        """Show what is kept of today."""
        book, today = self._session.watch.evidence, self._session.today
        outcomes = (DONE, SKIPPED)
        found = [tick for tick in book.ticks(limit=_READ) if tick.outcome in outcomes and self._is_of(tick, today)]
        gone = book.corrected([tick.number for tick in found])
        ticks = tuple(tick for tick in found if tick.number not in gone)
        if ticks != self.ticks:
            self.ticks = ticks
            self.retranslate()
        self.setVisible(bool(ticks))

    def retranslate(self) -> None:
        """Set the words."""
        self.heading_label.setText(_("Seen to today ({count})", count=len(self.ticks)))
        self.setAccessibleName(self.heading_label.text())
        while taken := self._rows.takeAt(0):
            taken.widget().hide()
            taken.widget().deleteLater()
        self.buttons = []
        for tick in self.ticks[:_MOST]:
            self._rows.addWidget(self._row(tick))

    def _is_of(self, tick: Tick, today: date) -> bool:
        """Whether it was done today, or written down today of a day before."""
        return tick.on == today or (
            tick.written is not None and tick.written.astimezone(self._session.now.tzinfo).date() == today
        )

    def _said(self, tick: Tick) -> str:
        """What became of it, with the day where it was another one."""
        told, today = outcome_words(tick), self._session.today
        return told if tick.on == today else _("{day}: {outcome}", day=day_words(tick.on, today), outcome=told)

    def _row(self, tick: Tick) -> QWidget:
        row = QFrame()
        theme.look(row, "card")
        mark = TickButton(outcome=tick.outcome)
        title = words(self._session.watch.title(tick.task))
        told = " · ".join(filter(None, (self._said(tick), note_words(self._session.library, tick.note), tick.file)))
        mark.setAccessibleName(f"{title}: {told}")
        mark.setProperty("beside_keyboard", True)  # it tells, and does nothing
        title_label, line_label = plain_label("muted"), plain_label("small")
        title_label.setText(title)
        line_label.setText(told[:1].upper() + told[1:])
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(title_label)
        column.addWidget(line_label)
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.SMALL, theme.TINY, theme.SMALL, theme.TINY)
        line.setSpacing(theme.SMALL)
        line.addWidget(mark)
        line.addLayout(column, 1)
        if not self._session.read_only:
            button = link_button()
            button.setText(_("Put right…"))
            button.setAccessibleName(_("Put right: {what}", what=title))
            button.clicked.connect(lambda: self.mistake_found.emit(tick))
            self.buttons.append(button)
            line.addWidget(button)
        return row
