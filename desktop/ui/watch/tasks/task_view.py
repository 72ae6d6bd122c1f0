"""The checklist: what is overdue, what is due today, this week and later, and what was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.watch.checklist import Item, Status
from desktop.core.watch.evidence import DONE, HAPPENED, Tick
from desktop.core.watch.phrases import TICK_MISTAKE
from desktop.i18n import _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.days import date_words
from desktop.ui.faults import Banner, Severity
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.questions.tab_order import move_focus, stops
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.done_bar import DoneBar
from desktop.ui.watch.tasks.done_list import DoneList
from desktop.ui.watch.tasks.me_choice import MeChoice
from desktop.ui.watch.tasks.paper_menu import PaperMenu
from desktop.ui.watch.tasks.task_row import TaskRow
from desktop.ui.watch.tasks.task_section import TaskSection

if TYPE_CHECKING:
    from desktop.ui.watch.tasks.begin_card import BeginCard
    from desktop.ui.watch.tasks.tick_dialog import TickDialog

_WIDEST = 920
"""Width of the list where there is room, in pixels: a line that is read at a glance."""

_TITLES = {
    Status.OVERDUE: message("Overdue"),
    Status.TODAY: message("Today"),
    Status.THIS_WEEK: message("This week"),
    Status.LATER: message("Later"),
    Status.ON_EVENT: message("When something happens"),
}
_DUE = (Status.OVERDUE, Status.TODAY)
_FOLDED = (Status.LATER, Status.ON_EVENT)


class TaskView(Retranslated, QWidget):
    """A hidden view waits until it is shown."""

    export_wanted = Signal(object)
    """An `ExportWish`."""
    question_wanted = Signal(str)
    tab_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.dialog: QDialog | None = None
        """The dialog that is open."""
        self.me_choice = MeChoice(session)
        self.plan_button, self.days_button = QPushButton(), QPushButton()
        self.plan_button.setIcon(theme.icon("list"))
        self.days_button.setIcon(theme.icon("calendar"))
        self.paper_button = PaperMenu(session)
        self.done_bar = DoneBar(session)
        self.left_banner = Banner(closable=False)
        self.begin_card: BeginCard | None = None
        """There until the owner began."""
        self.calm_label = plain_label("muted")
        self.sections = {
            status: TaskSection(title, self._new_row, folds=status in _FOLDED) for status, title in _TITLES.items()
        }
        self.done_list = DoneList(session)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._catch_up()  # before it is shown: rows that come to a page in sight are each laid out anew

    @property
    def rows(self) -> list[TaskRow]:
        """The rows in sight, from top to bottom."""
        sections = (section for section in self.sections.values() if section.is_open and not section.isHidden())
        return [row for section in sections for row in section.shown]

    def focus_first(self) -> None:
        """Put the focus on the first task, or where the owner begins."""
        self._catch_up()
        if self.begin_card is not None:
            self.begin_card.focus_first()
        elif self.rows:
            row = self.rows[0]
            (row.tick_button if row.tick_button.isEnabled() else row.fold_button).setFocus()
        else:
            self.plan_button.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """The Tab key goes through the rows as they stand, whenever they were made."""
        inside = [*stops(self.area.widget()), *stops(self.done_bar)]
        return move_focus(self, inside, forward=forward) or super().focusNextPrevChild(forward)

    def flush(self) -> None:
        """Every tick is kept when it is made."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A view that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What was said of a tick is old news when the owner comes back."""
        self.done_bar.clear()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Tasks"))
        self.plan_button.setText(_("Change the plan…"))
        self.days_button.setText(_("Working days…"))
        self._say_calm()
        if not self._is_stale:
            self._tell_of_leavers()

    def change_plan(self) -> None:
        """Open the plan."""
        from desktop.ui.watch.tasks.plan_dialog import PlanDialog

        self._open(PlanDialog(self._session, self))

    def change_days(self) -> None:
        """Open the days on which the firm works."""
        from desktop.ui.watch.tasks.days_dialog import DaysDialog

        self._open(DaysDialog(self._session, self))

    def save_calendar(self) -> None:
        """Offer the calendar file."""
        from desktop.ui.watch.tasks.calendar_dialog import CalendarDialog

        self._open(CalendarDialog(self._session, self))

    def _connect(self) -> None:
        self._session.watch.changed.connect(self._refresh)
        self.plan_button.clicked.connect(self.change_plan)
        self.days_button.clicked.connect(self.change_days)
        self.paper_button.export_wanted.connect(self.export_wanted)
        self.paper_button.calendar_wanted.connect(self.save_calendar)
        self.done_bar.more_wanted.connect(self._put_right)
        self.done_bar.mistake_made.connect(self._take_back)
        self.done_list.mistake_found.connect(self._put_right)

    def _refresh(self, kind: str) -> None:
        if kind in ("tasks", "runs"):
            self._is_stale = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        try:
            self._show_state()
        except StoreError:  # the file is out of reach for now: that is said when something is to be kept
            self._is_stale = True

    def _show_state(self) -> None:
        """Show how every task stands now."""
        watch = self._session.watch
        begun, waited = watch.has_begun, self.begin_card is not None
        self.me_choice.show_names()
        self.me_choice.setVisible(begun and self.me_choice.has_names)
        self._ask_to_begin(not begun)
        self._tell_of_leavers()
        for status, section in self.sections.items():
            section.show_items(item for item in watch.items if begun and _place(item) is status)
        self.done_list.show_done()
        if self.done_bar.tick is not None:
            self.done_bar.retranslate()
        self._say_calm()
        if begun and waited and self.isVisible():
            self.focus_first()

    def _tell_of_leavers(self) -> None:
        """Whoever has left and still has tasks is named, until somebody else has them."""
        watch = self._session.watch
        theirs = [task for task in watch.plan if task.assignee and task.assignee.id in watch.gone]
        if not theirs:
            self.left_banner.clear()
            return
        told = message(
            "{names} left and still has tasks: {tasks}. Give them to somebody else.",
            names=", ".join(dict.fromkeys(task.assignee.name for task in theirs if task.assignee)),
            tasks="; ".join(words(task.title) for task in theirs),
        )
        if str(told) != self.left_banner.text:
            self.left_banner.say(told, Severity.WARNING, (message("Change the plan…"), self.change_plan))

    def _ask_to_begin(self, wanted: bool) -> None:
        """Show the card where nothing counts yet."""
        if self.begin_card is not None and not wanted:
            self.begin_card.hide()
            self.begin_card.deleteLater()
            self.begin_card = None
        elif wanted and self.begin_card is None:
            from desktop.ui.watch.tasks.begin_card import BeginCard

            self.begin_card = BeginCard(self._session)
            self.begin_card.plan_wanted.connect(self.change_plan)
            self.begin_card.question_wanted.connect(self.question_wanted)
            self._room.addWidget(self.begin_card)
        elif self.begin_card is not None:
            self.begin_card.show_state()

    def _say_calm(self) -> None:
        """Where nothing is due, say so, and what comes next."""
        due = any(self.sections[status].items for status in _DUE)
        watch, today = self._session.watch, self._session.today
        if watch.began > today:
            told = _("Tasks begin on {day}.", day=date_words(watch.began))
        else:
            told = _("Nothing is due today.")
        self.calm_label.setText(told)
        self.calm_label.setVisible(self.begin_card is None and not due)

    def _new_row(self, item: Item) -> TaskRow:
        row = TaskRow(self._session, item)
        row.done.connect(self._tick)
        row.more_wanted.connect(self._ask_more)
        row.happened.connect(self._ask_happened)
        row.mistake_found.connect(self._put_right)
        row.tab_wanted.connect(self.tab_wanted)
        return row

    def _tick(self, item: Item) -> None:
        """One press: done today."""
        after = self._after(item.task.id)
        by = self.me_choice.name_for(item.task)
        self._kept(self._session.watch.tick(item, DONE, on=self._session.today, by=by), after)

    def _ask_more(self, item: Item) -> None:
        """What is done goes from here as with one press: the focus goes on to the task below."""
        after = self._after(item.task.id)
        self._ask(self._dialog(item, self.me_choice.name_for(item.task)), after)

    def _ask_happened(self, item: Item) -> None:
        after = [item.task.id, *self._after(item.task.id)]
        self._ask(self._dialog(item, self.me_choice.name_for(item.task), HAPPENED), after)

    def _put_right(self, tick: Tick) -> None:
        is_open = any(row.is_open for row in self.rows if row.item.task.id == tick.task)
        self._ask(self._dialog(tick), [tick.task], reopen=is_open)

    def _take_back(self, tick: Tick) -> None:
        why = words(self._session.library.words[TICK_MISTAKE])
        withdrawn = self._session.watch.withdraw(tick, why, self.me_choice.name)
        self._kept(withdrawn, [tick.task])

    def _dialog(self, what: Item | Tick, by: str = "", outcome: str = "") -> "TickDialog":
        from desktop.ui.watch.tasks.tick_dialog import TickDialog

        return TickDialog(self._session, what, by, outcome=outcome, parent=self)

    def _ask(self, dialog: "TickDialog", after: list[str], *, reopen: bool = False) -> None:
        dialog.accepted.connect(lambda: self._kept(dialog.kept, after, reopen=reopen))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _after(self, task_id: str) -> list[str]:
        """The tasks below a row, then those above, the nearest first."""
        ids = [row.item.task.id for row in self.rows]
        if task_id not in ids:
            return []
        place = ids.index(task_id)
        return [*ids[place + 1 :], *reversed(ids[:place])]

    def _kept(self, tick: Tick | None, after: list[str], *, reopen: bool = False) -> None:
        """Say what was kept, and put the focus on what comes next. A history that was put right stays open."""
        if tick is None:
            return
        self.done_bar.say(tick)
        rows = {row.item.task.id: row for row in self.rows}
        if tick.corrects and not reopen:  # what was put right and is due again; the page stays where it is otherwise
            rows = {name: row for name, row in rows.items() if _place(row.item) in _DUE}
        row = next((rows[task_id] for task_id in after if task_id in rows), None)
        if row is None:
            self.done_bar.close_button.setFocus()
            return
        if reopen and tick.corrects and row.item.task.id == tick.task and not row.is_open:
            row.fold()
        row.tick_button.setFocus()
        self.area.widget().layout().activate()
        self.area.ensureWidgetVisible(row.tick_button)

    def _lay_out(self) -> None:
        head = FlowLayout()
        head.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.HUGE, 0)
        head.add(self.me_choice, self.plan_button, self.days_button, self.paper_button)
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.HUGE, theme.SMALL, theme.HUGE, theme.HUGE)
        column.setSpacing(theme.SMALL)
        self._room = QVBoxLayout()
        column.addWidget(self.left_banner)
        column.addLayout(self._room)
        for widget in (self.calm_label, *self.sections.values(), self.done_list):
            column.addWidget(widget)
        column.addStretch(1)
        body = QWidget()
        theme.look(body, "clear")
        line = QHBoxLayout()
        line.addWidget(holder, 1)
        line.addStretch(0)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)  # as wide as the page: one line where there is room for it
        outer.addLayout(line, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.HUGE, 0, theme.HUGE, theme.SMALL)
        bar.addWidget(self.done_bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addLayout(bar)  # below: what comes and goes moves no row away from the pointer


def _place(item: Item) -> Status:
    """The part of the list in which a task stands; what happened is to be done now."""
    return Status.TODAY if item.status is Status.ON_EVENT and item.happened else item.status
