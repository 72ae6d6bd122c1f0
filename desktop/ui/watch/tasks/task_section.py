"""One part of the checklist: a heading with a count, and a row for each task."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.checklist import Item
from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.watch.tasks.task_row import TaskRow

_AT_ONCE = 10
"""Rows made at a time; more come in idle moments, so that nobody waits for what is out of sight."""

_STEP = 30
"""Rows shown before somebody asks for more: nobody reads a list of hundreds."""


class TaskSection(Retranslated, QWidget):
    """Hidden while it is empty. A folded one makes its rows when it is first opened."""

    def __init__(
        self, title: Message, make: Callable[[Item], TaskRow], *, folds: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._make, self._folds = title, make, folds
        self._items: tuple[Item, ...] = ()
        self._limit = _STEP
        self.rows: dict[str, TaskRow] = {}
        """By task id."""
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._go_on)
        self.heading_label = plain_label("heading")
        self.fold_button = QPushButton()
        theme.look(self.fold_button, "link")
        self.fold_button.setCheckable(True)
        self.fold_button.toggled.connect(self._fold)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.TINY)
        self._holder.setVisible(False)
        self.more_button = QPushButton()
        theme.look(self.more_button, "link")
        self.more_button.clicked.connect(self._show_more)
        self.more_button.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        whole.setSpacing(theme.SMALL)
        whole.addWidget(self.heading_label)
        whole.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._holder)
        whole.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.heading_label.setVisible(not folds)
        self.fold_button.setVisible(folds)
        self.hide()
        self.retranslate()

    @property
    def items(self) -> tuple[Item, ...]:
        """What belongs to it."""
        return self._items

    @property
    def shown(self) -> list[TaskRow]:
        """Its rows, from top to bottom, as far as they are made."""
        return [self.rows[item.task.id] for item in self._wanted if item.task.id in self.rows]

    @property
    def _wanted(self) -> tuple[Item, ...]:
        """The items that have a row, or are to have one."""
        return self._items[: self._limit]

    @property
    def is_open(self) -> bool:
        """Whether its rows are shown."""
        return not self._folds or self.fold_button.isChecked()

    @property
    def is_done(self) -> bool:
        """Whether every row is made."""
        return not self.is_open or len(self.rows) == len(self._wanted)

    def show_items(self, items: Iterable[Item]) -> None:
        """Hold these and no others; rows that stay are kept."""
        self._items = tuple(items)
        wanted = {item.task.id for item in self._wanted}
        for task_id in [task_id for task_id in self.rows if task_id not in wanted]:
            row = self.rows.pop(task_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.retranslate()
        self.setVisible(bool(self._items))
        if self.is_open:
            self._go_on()

    def retranslate(self) -> None:
        """Set the words."""
        told = _("{title} ({count})", title=self._title, count=len(self._items))
        self.setAccessibleName(told)
        self.heading_label.setText(told)
        self.fold_button.setText(told)
        self.more_button.setText(_("Show {count} more", count=len(self._items) - self._limit))
        self.fold_button.setIcon(theme.icon("less" if self.fold_button.isChecked() else "more"))

    def _fold(self) -> None:
        self.retranslate()
        if self.is_open:
            self._go_on()
        self._holder.setVisible(self.is_open)
        self.more_button.setVisible(self.is_open and len(self._items) > self._limit)

    def _show_more(self) -> None:
        before = len(self._wanted)
        self._limit += _STEP
        self.retranslate()
        self._go_on()
        self.shown[before].tick_button.setFocus()

    def _go_on(self) -> None:
        """Bring rows up to date, and make some of those that are missing."""
        self._holder.setVisible(bool(self._items))
        self.more_button.setVisible(len(self._items) > self._limit)
        made = 0
        rows: dict[str, TaskRow] = {}
        for place, item in enumerate(self._wanted):
            row = self.rows.get(item.task.id)
            if row is not None:
                row.show_item(item)
            elif made < _AT_ONCE:
                row = self._make(item)
                made += 1
            else:
                break
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            rows[item.task.id] = row
        self.rows |= rows
        if not self.is_done:
            self._more.start()
