"""Says once a day which tasks are due, while a policy is open."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.core.watch.reminders import QuietHours, Reminder, reminder_of, time_of
from desktop.i18n import Message, message
from desktop.settings import Settings
from desktop.store.errors import StoreError
from desktop.ui.content_words import words
from desktop.ui.days import moment_words
from desktop.ui.faults import Banner, Severity
from desktop.ui.reminders.tray import Tray
from desktop.ui.session import Session
from desktop.ui.watch.incidents.open_hours import open_incidents

_ROUND = 60_000
"""How often it looks, in milliseconds: quiet hours end, and a computer that slept misses a timer set for that."""

_REST = 300
"""Milliseconds of rest after which is counted anew: every key an owner presses may change what is due."""

_FIRST = 1_500
"""Milliseconds after a policy was opened: the owner sees the page first."""


class Reminders(QObject):
    """Looks once a minute; what was said today is not said again."""

    show_wanted = Signal()
    """The owner wants to see the tasks."""
    incidents_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        banner: Banner,
        saved: Settings,
        clock: Callable[[], datetime],
        shows_tasks: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._banner, self._saved, self._clock = window, banner, saved, clock
        self._shows_tasks = shows_tasks
        self._session: Session | None = None
        self._said: dict[Path, date] = {}
        self._warned: dict[Path, date] = {}
        """When the hours of an incident were spoken of last."""
        self._mine: Message | None = None
        """What this told the banner last."""
        self.tray = Tray(window)
        self.tray.show_wanted.connect(self.show_wanted)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(_REST)
        self._count_later.timeout.connect(self._count)

    def follow(self, session: Session | None) -> None:
        """Speak of the tasks of this policy from now on; of none without one."""
        if self._session is not None:
            self._session.watch.changed.disconnect(self._note_change)
        self._session = session
        if session is None:
            self._timer.stop()
            self._count_later.stop()
            self.tray.show_count(None)
            return
        session.watch.changed.connect(self._note_change)
        self._timer.start(_FIRST)

    @Slot()
    def look(self) -> None:
        """Say what is due, unless that was done today, nobody wants it, or it is quiet."""
        self._timer.setInterval(_ROUND)
        due, now = self._count(), self._clock()
        is_taken = bool(self._banner.text) and not self._stands
        if self._session is None or not self._saved.reminders or self._is_quiet(now) or is_taken:
            return
        path = self._session.file.path
        if self._warned.get(path) != now.date() and (urgent := self._urgent(self._session, now)):
            self._warned[path] = now.date()
            self._banner.say(urgent, Severity.WARNING, (message("Show the incident"), self._show_incident))
            self._say_outside(urgent)
        elif due is not None and self._said.get(path) != now.date():
            self._said[path] = now.date()
            self._say(due)

    @Slot(str)
    def _note_change(self, _kind: str) -> None:
        self._count_later.start()

    @Slot()
    def _count(self) -> Reminder | None:
        """What is due; the icon beside the clock follows."""
        due = self._due()
        if self._stands and (due is None or self._shows_tasks()):  # its number is not that of the list any more
            self._banner.clear()
        self.tray.show_count(due.count if due else 0 if self._wants_tray() else None)
        return due

    @property
    def _stands(self) -> bool:
        """Whether the banner says what this told it, and nothing else."""
        return self._mine is not None and self._banner.text == str(self._mine)

    def _due(self) -> Reminder | None:
        session = self._session
        if session is None or not self._saved.reminders:
            return None
        if not session.watch.has_begun:
            return None
        try:
            return reminder_of(session.watch.items)
        except StoreError:  # the file is out of reach for now: that is said when something is to be kept
            return None

    def _wants_tray(self) -> bool:
        return self._session is not None and self._saved.reminders and self._saved.tray

    def _is_quiet(self, now: datetime) -> bool:
        usual = Settings()
        hours = (
            time_of(value, time_of(before, now.time()))
            for value, before in (
                (self._saved.quiet_from, usual.quiet_from),
                (self._saved.quiet_until, usual.quiet_until),
            )
        )
        return self._saved.quiet and QuietHours(*hours).hold(now.time())

    def _say(self, due: Reminder) -> None:
        said = _words(due)
        if not self._shows_tasks():  # they are not covered by words about them
            self._mine = said
            self._banner.say(said, Severity.INFO, (message("Show the tasks"), self._show))
        self._say_outside(said)

    def _say_outside(self, said: Message) -> None:
        """Beside the clock, while the owner works with another program."""
        if self._saved.tray and QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
            self.tray.say(str(said))

    def _urgent(self, session: Session, now: datetime) -> Message | None:
        """That the hours of an incident run, in words; None where none do."""
        ends = ((end, title) for end, title in open_incidents(session) if end is not None and end > now)
        if (first := next(ends, None)) is None:
            return None
        moment = moment_words(first[0], now.date())
        return message("The 72 hours of an open incident end: {moment}. {title}", moment=moment, title=first[1])

    def _show_incident(self) -> None:
        self._banner.clear()
        self.incidents_wanted.emit()

    def _show(self) -> None:
        self._banner.clear()
        self.show_wanted.emit()


def _words(due: Reminder) -> Message:
    """What is due, in words."""
    first = words(due.title)
    if due.overdue and due.today:
        return message(
            "{overdue} tasks are overdue and {today} are for today. The one that waits longest: {title}",
            overdue=due.overdue,
            today=due.today,
            title=first,
        )
    if due.overdue:
        return message("Overdue tasks: {count}. The one that waits longest: {title}", count=due.overdue, title=first)
    return message("Tasks for today: {count}. The first: {title}", count=due.today, title=first)
