"""What the checklist gives for the wall, for the drawer and for a calendar."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_words import month_words

_MONTHS = 12
"""Months whose report is offered: those with evidence among the last ones."""


class PaperMenu(Retranslated, QPushButton):
    """A button with a menu."""

    export_wanted = Signal(object)
    """An `ExportWish`."""
    calendar_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setIcon(theme.icon("export"))
        menu = QMenu(self)
        self.wall_action, self.schedule_action = menu.addAction(""), menu.addAction("")
        self.report_menu = menu.addMenu("")
        menu.addSeparator()
        self.calendar_action = menu.addAction("")
        self.wall_action.triggered.connect(lambda: self._make("wall-checklist"))
        self.schedule_action.triggered.connect(lambda: self._make("monitoring-schedule"))
        self.calendar_action.triggered.connect(self.calendar_wanted)
        menu.aboutToShow.connect(self._offer_months)
        self.setMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setText(_("Papers and calendar"))
        self.wall_action.setText(_("Make checklist for the &wall…"))
        self.schedule_action.setText(_("Make &schedule…"))
        self.report_menu.setTitle(_("&Evidence report"))
        self.calendar_action.setText(_("&Calendar file…"))

    def _make(self, document: str) -> None:
        self.export_wanted.emit(ExportWish((document,), for_once=True))

    def _offer_months(self) -> None:
        today = self._session.today
        self.report_menu.clear()
        years, month = divmod(today.year * 12 + today.month - _MONTHS, 12)
        first = today.replace(year=years, month=month + 1, day=1)
        for day in sorted(self._session.watch.evidence.months(first, today), reverse=True):
            action = QAction(f"{month_words(day.month)} {day.year}", self.report_menu)
            action.triggered.connect(lambda _checked=False, day=day: self._report(day))
            self.report_menu.addAction(action)
        self.report_menu.setEnabled(not self.report_menu.isEmpty())

    def _report(self, month: date) -> None:
        records = self._session.watch.records(month)
        self.export_wanted.emit(ExportWish(("evidence-report",), for_once=True, records=records))
