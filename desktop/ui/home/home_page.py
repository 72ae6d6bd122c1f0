"""The home page: what to do next, how far the policy has come, what comes up, and which documents were made."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.findings import Where
from desktop.core.forms import form_names
from desktop.core.next_steps import NextStep, StepKind, next_steps
from desktop.i18n import _, message
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.documents.copy_state import out_of_date
from desktop.ui.documents.document_watch import DocumentWatch
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.home.made_panel import MadePanel
from desktop.ui.home.next_panel import NextPanel
from desktop.ui.home.next_words import only_open
from desktop.ui.home.progress_panel import ProgressPanel
from desktop.ui.home.standing import situation_of
from desktop.ui.home.task_panel import TaskPanel
from desktop.ui.home.then_panel import ThenPanel
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.whole_pages import CHECK_UP, CLAUSES, DOCUMENTS, FIRST, WATCH

_WIDEST = 1240
"""Width of the page where there is room, in pixels."""

_NARROW = 720
"""The same while there is little on it."""

_TWO_COLUMNS = 52
"""Width from which there are two columns, in heights of a line."""


class HomePage(Retranslated, QScrollArea):
    """A hidden page waits until it is shown, and finds out in idle moments what is out of date."""

    page_wanted = Signal(str)
    question_wanted = Signal(str)
    clause_wanted = Signal(str)
    export_wanted = Signal(object)
    """An `ExportWish`."""
    settings_wanted = Signal()
    incidents_wanted = Signal()

    def __init__(self, session: Session, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(420)
        self._session, self._saved = session, saved
        self._is_stale = True
        self._is_checked = False
        """Whether the check-up was made; the first time it takes longer than the page may."""
        self._seen: tuple[object, ...] = ()
        self._old: tuple[str, ...] = ()
        self.watch = DocumentWatch(session, self, draws=False)
        self.banner = Banner()
        self.next_panel = NextPanel(session)
        self.then_panel = ThenPanel()
        self.task_panel = TaskPanel(session, saved)
        self.progress_panel = ProgressPanel(session)
        self.made_panel = MadePanel(session, self.watch)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the best thing to do, as soon as that is known."""
        self._catch_up()
        if self.next_panel.is_waiting:
            self.setFocus()
        elif self.next_panel.steps:
            self.next_panel.cards[0].button.setFocus()
        else:
            self.progress_panel.check_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What nobody sees is not looked at."""
        super().hideEvent(event)
        self._later.stop()
        self.watch.rest()

    def event(self, event: QEvent) -> bool:
        """Whoever comes back to the window may come on another day, or with other settings."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self._catch_up()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One column or two."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Set the words of the head; the parts set their own."""
        self.setAccessibleName(_("Home"))

    def _refresh(self, _question_id: str = "") -> None:
        self._is_stale = True
        if self.isVisible():
            self._announcing(self._catch_up)

    def _note_kept(self, _kind: str) -> None:
        """Something was ticked or noted; that answers are others is told already."""
        if self._session.watch.was_kept_last:
            self._refresh()

    def _announcing(self, change: Callable[[], None]) -> None:
        """What comes first is told to screen readers if it is another thing after a change."""
        before = self.next_panel.text
        change()
        if self.next_panel.text != before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.next_panel, self.next_panel.text))

    def _catch_up(self) -> None:
        now = (self._session.today, self._saved.reminders)
        if self._is_stale:
            self.watch.forget()
        if self._is_stale or now != self._seen:
            self._is_stale, self._seen = False, now
            self._show()
        if self.isVisible():
            self._later.start()

    def _show(self) -> None:
        """Show everything; at the beginning little more than the first questions."""
        situation = situation_of(self._session, self._old, checks=self._is_checked)
        is_beginning = situation.is_beginning
        if self._is_checked or situation.first_open:
            self.next_panel.show_steps(next_steps(situation))
        self.then_panel.setVisible(is_beginning)
        self.task_panel.setVisible(not is_beginning)
        self._right.setVisible(not is_beginning)
        self._holder.setMaximumWidth(_NARROW if is_beginning else _WIDEST)
        if not is_beginning:
            self.progress_panel.show_state()
            self.task_panel.show_state()
            if self._is_checked:
                self.progress_panel.show_verdict()

    def _look_round(self) -> None:
        """What the first sight of the page need not wait for."""
        if not self._is_checked:
            self._is_checked = True
            self._show()
            if self.window().focusWidget() is self:  # see `focus_first`
                self.focus_first()
        self.made_panel.show_state()
        self.made_panel.look_at_files()
        self.watch.begin(self.made_panel.made)
        self._announcing(self._note_old)

    def _note_found(self, _document: str) -> None:
        self.made_panel.show_state()
        self._announcing(self._note_old)

    def _note_old(self) -> None:
        """What is out of date is counted when all is known, so that nothing moves several times."""
        if not self.watch.is_done:
            return
        made = self.made_panel.made
        old = tuple(kind.id for kind in made if out_of_date(self._session, self.watch, kind.id))
        if old != self._old:
            self._old = old
            self.next_panel.show_steps(next_steps(situation_of(self._session, old)))

    def _take(self, step: NextStep) -> None:
        match step.kind:
            case StepKind.FIRST_QUESTIONS:
                self.page_wanted.emit(FIRST)
            case StepKind.REVIEW | StepKind.CHANGES:
                self.page_wanted.emit(CLAUSES)
            case StepKind.SETTLE:
                self._settle()
            case StepKind.MAKE | StepKind.HAND_OUT:
                self.export_wanted.emit(ExportWish(step.targets))
            case StepKind.MAKE_AGAIN:
                self._make_again(*step.targets)
            case StepKind.INCIDENT:
                self.incidents_wanted.emit()
            case StepKind.WATCH:
                self.page_wanted.emit(WATCH)
            case StepKind.GO_DEEPER:
                self.page_wanted.emit(step.targets[0])

    def _settle(self) -> None:
        finding = only_open(self._session)
        if finding is None:
            self.page_wanted.emit(CHECK_UP)
        elif finding.where is Where.CLAUSE:
            self.clause_wanted.emit(finding.place)
        else:
            self.question_wanted.emit(finding.place)

    def _make_again(self, *documents: str) -> None:
        """In the languages they were made in; of those that are partly right, the languages that are not."""
        copies = self._session.copies
        old = {name: out_of_date(self._session, self.watch, name) or tuple(copies.of(name)) for name in documents}
        wanted = {form for forms in old.values() for form in forms}
        self.export_wanted.emit(
            ExportWish(documents, tuple(form for form in form_names(self._session.library) if form in wanted))
        )

    def _open(self, name: str) -> None:
        path = Path(name)
        if not os.path.isfile(name):  # noqa: PTH113 - a drive that is gone says no rather than raise
            self.made_panel.look_at_files()
            self.banner.say(message("The file is not where it was put: {path}", path=name), Severity.INFO)
        elif not open_outside(path):
            words = message("No program on this computer opens it. You find it here: {path}", path=name)
            self.banner.say(words, Severity.WARNING)

    def _fit(self) -> None:
        two = self.viewport().width() >= _TWO_COLUMNS * self.fontMetrics().height()
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)

    def _connect(self) -> None:
        session = self._session
        session.answers_changed.connect(self._refresh)
        session.copies.changed.connect(self._refresh)
        session.watch.changed.connect(self._note_kept)
        self._later.timeout.connect(self._look_round)
        self.watch.looked_at.connect(self._note_found)
        self.next_panel.wanted.connect(self._take)
        self.progress_panel.page_wanted.connect(self.page_wanted)
        self.task_panel.question_wanted.connect(self.question_wanted)
        self.task_panel.settings_wanted.connect(self.settings_wanted)
        self.task_panel.watch_wanted.connect(lambda: self.page_wanted.emit(WATCH))
        self.made_panel.open_wanted.connect(self._open)
        self.made_panel.make_wanted.connect(self._make_again)
        self.made_panel.all_wanted.connect(lambda: self.page_wanted.emit(DOCUMENTS))

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(theme.LARGE)
        left = _stacked(self.next_panel, self.then_panel, self.task_panel)
        self._right = _stacked(self.progress_panel, self.made_panel)
        self._columns.addWidget(left, 5, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right, 4, Qt.AlignmentFlag.AlignTop)
        self._holder = holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.banner)
        column.addLayout(self._columns)
        column.addStretch(1)
        body = QWidget()
        theme.look(body, "clear")
        outer = QHBoxLayout(body)
        outer.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.HUGE)
        outer.addWidget(holder, 1)
        self.setWidget(body)


def _stacked(*widgets: QWidget) -> QWidget:
    """Below each other."""
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.LARGE)
    for widget in widgets:
        column.addWidget(widget)
    return stack
