"""Says what was just ticked, and offers to add to it or to take it back."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, WITHDRAWN, Tick
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import day_words
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import next_words


class DoneBar(Retranslated, QFrame):
    """Hidden until something was ticked; stays until it is closed or something else is ticked."""

    more_wanted = Signal(object)
    """A `Tick` the owner wants to add to."""
    mistake_made = Signal(object)
    """A `Tick` that is to be taken back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tick: Tick | None = None
        theme.set_property(self, "banner", "success")
        self._icon = Picture(20)
        self._icon.show_icon("success", "success")
        self.text_label = plain_label()
        self.more_button, self.mistake_button = link_button(), link_button()
        self.close_button = QToolButton()
        self.close_button.setIcon(theme.icon("close"))
        self.more_button.clicked.connect(lambda: self.more_wanted.emit(self._tick))
        self.mistake_button.clicked.connect(lambda: self.mistake_made.emit(self._tick))
        self.close_button.clicked.connect(self.clear)
        self._lay_out()
        self.hide()
        self.retranslate()

    @property
    def tick(self) -> Tick | None:
        """What it speaks of; None while it is hidden."""
        return self._tick

    def say(self, tick: Tick) -> None:
        """Tell what was kept."""
        self._tick = tick
        self.retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text_label.text()))

    def clear(self) -> None:
        """Say nothing any more."""
        self._tick = None
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self.more_button.setText(_("Add a note or file…"))
        self.mistake_button.setText(_("That was a mistake"))
        self.close_button.setToolTip(_("Close this message"))
        self.close_button.setAccessibleName(_("Close this message"))
        if self._tick is not None:
            self.text_label.setText(self._told(self._tick))
            self.setAccessibleName(self.text_label.text())
            is_open = self._tick.outcome != WITHDRAWN
            self.more_button.setVisible(is_open and self._tick.outcome != HAPPENED)
            self.mistake_button.setVisible(is_open)

    def _told(self, tick: Tick) -> str:
        watch, today = self._session.watch, self._session.today
        title = words(watch.title(tick.task))
        after = next_words(watch.item(tick.task), today) if tick.outcome in (DONE, SKIPPED) else ""
        return " ".join(filter(None, (_said(tick, title, today), after)))

    def _lay_out(self) -> None:
        links = FlowLayout()
        links.add(self.more_button, self.mistake_button)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text_label)
        column.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        row.addWidget(self.close_button)


def _said(tick: Tick, title: str, today: date) -> str:
    is_today, is_yesterday = tick.on == today, tick.on == today - timedelta(days=1)
    day = day_words(tick.on, today)
    match tick.outcome:
        case outcome if outcome == DONE and tick.by and is_today:
            return _("“{title}”: done today by {name}.", title=title, name=tick.by)
        case outcome if outcome == DONE and tick.by and is_yesterday:
            return _("“{title}”: done yesterday by {name}.", title=title, name=tick.by)
        case outcome if outcome == DONE and tick.by:
            return _("“{title}”: done by {name} ({day}).", title=title, name=tick.by, day=day)
        case outcome if outcome == DONE and is_today:
            return _("“{title}”: done today.", title=title)
        case outcome if outcome == DONE:
            return _("“{title}”: done ({day}).", title=title, day=day)
        case outcome if outcome == SKIPPED:
            return _("“{title}”: skipped.", title=title)
        case outcome if outcome == HAPPENED:
            return _("“{title}” is on the list now.", title=title)
        case _:
            return _("“{title}”: the tick no longer counts. It stays in the history, marked as a mistake.", title=title)
